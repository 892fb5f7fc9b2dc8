"""Learns the weights by which the tone of a line is told, and says how well they do on lines they never saw.

    python bench/tone.py            # each list judged by what was learnt from all others; changes nothing
    python bench/tone.py --learn    # learn from all lists and write newsletter/collect/furniture/weights.txt
    python bench/tone.py --print    # learn from all lists and print the weights

Learnt is a logistic regression over the traits of the lines in tests/furniture: promos-*.txt against news-*.txt and
ordinary-*.txt. A trait counts if two lines have it. The same lists give the same weights.
"""

import sys
from collections import Counter
from functools import partial
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from newsletter.collect.furniture.tone import BIAS, tone_by  # noqa: E402 - the checkout's, not an installed one
from newsletter.collect.furniture.traits import traits  # noqa: E402
from newsletter.collect.furniture.wording import furniture  # noqa: E402

LISTS = ROOT / "tests" / "furniture"
WEIGHTS = ROOT / "newsletter" / "collect" / "furniture" / "weights.txt"
#: How far the weights may go: the inverse of the strength of the penalty on their squares.
FREEDOM = 3.0
#: A trait of fewer lines says nothing of others.
LINES = 2
#: Smaller weights, in hundredths, change nothing and are left out.
SMALLEST = 2


def main(arguments: list[str]) -> None:
    promos = {path.stem.partition("-")[2]: lines(path) for path in sorted(LISTS.glob("promos-*.txt"))}
    news = {path.stem: lines(path) for path in sorted(LISTS.glob("news-*.txt"))}
    ordinary = {path.stem: lines(path) for path in sorted(LISTS.glob("ordinary-*.txt"))}
    if arguments in (["--learn"], ["--print"]):
        weights = learn(merged(promos), merged(news | ordinary))
        if arguments == ["--print"]:
            sys.stdout.write(written(weights))
            return
        WEIGHTS.write_text(written(weights), encoding="utf-8")
        print(f"{len(weights)} weights written to {WEIGHTS.relative_to(ROOT)}.")
        return
    print(f"{'list':<6} {'furniture':>9} {'kept':>5} {'look-alikes':>11} {'lost':>5}")
    total: Counter[str] = Counter()
    for number, own in sorted(promos.items(), key=lambda item: int(item[0])):
        likes = news.get(f"news-{number}", [])
        against = {name: some for name, some in (news | ordinary).items() if name != f"news-{number}"}
        others = {name: some for name, some in promos.items() if name != number}
        seen = {*own, *likes}
        told = partial(
            tone_by,
            learn(
                [line for line in merged(others) if line not in seen],
                [line for line in merged(against) if line not in seen],
            ),
        )
        kept = [line for line in own if not furniture(line, tone=told)]
        lost = [line for line in likes if furniture(line, tone=told)]
        total.update(own=len(own), kept=len(kept), news=len(likes), lost=len(lost))
        print(f"{number:<6} {len(own):>9} {len(kept):>5} {len(likes):>11} {len(lost):>5}")
        for name, wrong in (("kept", kept), ("lost", lost)):
            for line in wrong if "-v" in arguments else ():
                print(f"    {name} {told(line):6.2f}  {line}")
    print(f"{'all':<6} {total['own']:>9} {total['kept']:>5} {total['news']:>11} {total['lost']:>5}")


def written(weights: dict[str, int]) -> str:
    return "".join(f"{trait}\t{weight}\n" for trait, weight in sorted(weights.items()))


def merged(lists: dict[str, list[str]]) -> list[str]:
    return [line for some in lists.values() for line in some]


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def learn(promotions: list[str], news: list[str]) -> dict[str, int]:
    """The weights in hundredths, by trait."""
    found = [traits(line) for line in [*promotions, *news]]
    counts = Counter(trait for some in found for trait in some)
    place = {trait: i for i, trait in enumerate(sorted(trait for trait, count in counts.items() if count >= LINES))}
    columns = [[place[trait] for trait in some if trait in place] for some in found]
    matrix = csr_matrix(
        (np.ones(sum(map(len, columns))), np.concatenate(columns).astype(int), np.cumsum([0, *map(len, columns)])),
        shape=(len(found), len(place)),
    )
    answers = np.array([1] * len(promotions) + [0] * len(news))
    learnt = LogisticRegression(C=FREEDOM, max_iter=2_000, tol=1e-6).fit(matrix, answers)
    weights = {trait: round(100 * learnt.coef_[0][i]) for trait, i in place.items()}
    return {BIAS: round(100 * learnt.intercept_[0])} | {t: w for t, w in weights.items() if abs(w) >= SMALLEST}


if __name__ == "__main__":
    main(sys.argv[1:])
