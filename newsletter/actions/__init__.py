"""What a person asks for: load, decide, save."""
