"""Stage 2: entries become stories, ranked and picked, and beside what earlier letters told.

Pure functions, called in this order: ``cluster.cluster``, ``rank.rank``, ``storylines.storylines``,
``continuity.going_on``, ``pick.pick``, ``aftermath.aftermath``.
"""
