"""A sentence's clauses, crudely: who does what to whom, by whom, where, when, and who says so.

No grammar is known here beyond the order of English words: names and nouns gather before a verb and behind it. What
cannot be told so is left open, and what is left open convicts nobody.
"""
