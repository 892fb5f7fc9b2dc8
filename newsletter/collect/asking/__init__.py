"""What an answer means, what a look leaves behind, and how long a server is left alone."""
