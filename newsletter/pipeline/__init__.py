"""The week, top to bottom: collect, draft, send.

::

    collecting.collect   ask the feeds that are due and keep what is new   (asking.py, full_text.py)
    drafting.draft       curate, tell and render a week's entries             (making.py, writing.py)
    holding, freshness   look at the sources again before anybody is mailed
    sending.send         one message per recipient, nobody twice

Each step loads, asks the pure stages to decide, and saves. A rule worth a unit test lives in a stage.
None of them loads what only another needs: a round of collecting in which nothing changed costs little but its start.
"""
