"""Stage 2: entries become stories, ranked and picked.

Pure functions, called in this order: ``cluster.cluster``, ``rank.rank``, ``pick.pick``.
"""
