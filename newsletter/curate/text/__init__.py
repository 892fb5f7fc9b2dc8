"""What a text says, found by rules and without a model: its terms, names, numbers, acts and facts."""
