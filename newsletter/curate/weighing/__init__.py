"""The marks that make up a story's rank."""
