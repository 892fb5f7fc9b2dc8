"""A weekly political newsletter that makes and sends itself.

The map: open ``pipeline/`` first; it is the week, top to bottom.

- ``collect/`` turns feed bytes into entries.
- ``curate/`` groups the entries of a week into stories and picks the ones that matter.
- ``draft/`` tells the picked stories as an issue and renders it.
- ``send/`` turns an approved issue into one message per recipient.
- ``domain/`` holds the nouns, ``ports.py`` what the core asks of the world, ``backends/`` the world.
- ``actions/`` is what a person asks for, ``cli/`` is where they ask, ``wiring.py`` joins it all.
"""

__version__ = "0.1.0"
