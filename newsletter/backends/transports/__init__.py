"""Where finished messages are handed over."""
