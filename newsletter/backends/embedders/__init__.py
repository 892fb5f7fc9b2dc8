"""What turns texts into directions of meaning."""
