"""The tone of a line: how far it reads like furniture, by what was learnt from lists of both.

Rules know the wordings that somebody thought of, and outlets think of new ones every week. So each trait of a line has
a weight, and their sum is the logarithm of the odds that the line is furniture. The weights are in ``weights.txt`` for
everybody to read; ``bench/tone.py`` learns them from ``tests/furniture`` and says how well they do on lines that they
were not learnt from.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from itertools import repeat

from newsletter.collect.furniture.traits import traits

#: From here on a line is furniture, whatever the rules know of it.
FURNITURE = 0.5
#: Below this a line is none, though a rule should find one of its wordings: "The privacy notice was shown to voters".
NEWS = -1.5
#: Between the two, for lines of which nothing was learnt: other languages, for the most part. Rules decide there.
UNKNOWN = 0.0
#: So large a share of a line's words must have a weight.
_KNOWN = 0.6
#: The weights are kept as whole numbers, so that no sum depends on its order.
_UNIT = 100
#: Stands in the weights for what every line has.
BIAS = "(bias)"


@lru_cache(maxsize=1 << 12)  # a line is asked about again by its neighbours, and where a part of its paragraph went
def tone(line: str) -> float:
    """The logarithm of the odds that a line is furniture.

    0 is even. From ``FURNITURE`` on a line is taken for furniture, below ``NEWS`` it is none. A line in which the
    outlet says nothing itself, but somebody's words in quotation marks, is far below. Of one whose words are mostly
    unknown nothing is said: ``UNKNOWN``.
    """
    return tone_by(_weights(), line)


def tone_by(weights: Mapping[str, int], line: str) -> float:
    """As ``tone``, by other weights: in hundredths, by trait, with that of ``BIAS`` for every line."""
    found = traits(line)
    if not found:
        return 2 * NEWS
    words = [trait for trait in found if trait.isalpha()]
    if sum(map(weights.__contains__, words)) < _KNOWN * len(words):
        return UNKNOWN
    return (weights[BIAS] + sum(map(weights.get, found, repeat(0)))) / _UNIT


@cache
def _weights() -> dict[str, int]:
    text = (resources.files("newsletter.collect.furniture") / "weights.txt").read_text(encoding="utf-8")
    lines = (line.rpartition("\t") for line in text.splitlines() if line)
    return {trait: int(weight) for trait, _, weight in lines}
