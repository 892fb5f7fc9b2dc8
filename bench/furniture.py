"""How much furniture is kept, and how much news is lost, by the lists in tests/furniture.

    python bench/furniture.py [-v] [NUMBER ...]

Each promotion is put into, between and behind the paragraphs of two articles, wherever such a line stands with
outlets; it counts as kept if one of its sentences is left in any of them. Each look-alike counts as lost if it is not
whole in all of them. NUMBER is a round of the lists, else all of them. ``-v`` names the lines that came out wrong.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.promos import LISTS, lines, loses_news, places_where_kept, places_where_lost


def main(arguments: list[str]) -> None:
    rounds = [a for a in arguments if a != "-v"] or sorted(p.stem.partition("-")[2] for p in LISTS.glob("promos-*.txt"))
    print(f"{'round':<6} {'promotions':>10} {'kept':>5} {'look-alikes':>11} {'lost':>5} {'news taken along':>17}")
    for number in rounds:
        promos, news = list(lines(f"promos-{number}")), list(lines(f"news-{number}"))
        kept = [(line, where) for line in promos if (where := places_where_kept(line))]
        lost = [(line, where) for line in news if (where := places_where_lost(line))]
        along = [(line, where) for line in promos if (where := loses_news(line))]
        print(f"{number:<6} {len(promos):>10} {len(kept):>5} {len(news):>11} {len(lost):>5} {len(along):>17}")
        for name, wrong in (("kept", kept), ("lost", lost), ("along", along)):
            for line, where in wrong if "-v" in arguments else ():
                print(f"    {name:<6} {', '.join(where):<18} {line.text}")


if __name__ == "__main__":
    main(sys.argv[1:])
