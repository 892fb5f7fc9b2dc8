"""The list's rules: which addresses it takes, and from where."""
