"""Stage 3: stories → issue → rendered mail.

``compose`` chooses the words, ``render`` sets them, ``checks`` says what stands in the way of approval,
``document`` writes down how it came about and ``history`` reads it back. Nothing here invents a word about the news:
headlines and sentences are the outlets', at most shortened. What an optional writer makes of them (``written``) is
printed only where it is ``faithful``.
"""
