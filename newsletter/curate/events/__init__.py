"""What makes two texts tell one event, and what keeps them apart."""
