"""The world: effects live here. Each backend takes plain values and keeps a port's promise."""
