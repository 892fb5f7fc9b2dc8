"""How a story is told: which sentences, in which order, and what a sentence may not leave open."""
