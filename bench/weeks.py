"""Make weeks of real political news, to measure on, out of the BASIL articles (repository launchnlp/BASIL).

    python bench/weeks.py ARTICLES OUT

ARTICLES is that repository's folder `articles/`. Writes OUT/0, OUT/30 and OUT/60, each 30 events laid over the seven
days before one cut-off, as entries.jsonl, as gold.json (entry id to event), and as feeds/*.xml that can be collected.
The texts belong to their outlets: keep what this writes to yourself.
"""

import hashlib
import html
import json
import sys
from collections import defaultdict
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

CUT_OFF = datetime.fromisoformat("2026-11-20T05:00:00-05:00")
EVENTS = 30
#: So many events of a week keep one article only, as most of a real week's news is told once.
TOLD_ONCE = 10
OUTLETS = {
    "fox": ("Fox News", "right"),
    "nyt": ("The New York Times", "centre"),
    "hpo": ("HuffPost", "left"),
}


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    events = by_event(Path(sys.argv[1]))
    for first in (0, 30, 60):
        write(Path(sys.argv[2]) / str(first), week(events[first : first + EVENTS]))


def by_event(folder: Path) -> list[tuple[str, list[dict[str, Any]]]]:
    """Events in order of their first date, ties by id, each with its articles."""
    found = defaultdict(list)
    for path in sorted(folder.glob("*/*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        found[article["triplet-uuid"]].append(article)
    return sorted(found.items(), key=lambda event: (min(a["date"] for a in event[1]), event[0]))


def week(events: list[tuple[str, list[dict[str, Any]]]]) -> list[dict[str, Any]]:
    """The entries of a week, newest first; event after event breaks, and its outlets follow five hours apart."""
    entries = []
    for number, (event, told) in enumerate(events):
        share = number / max(1, len(events) - 1)
        broke = CUT_OFF - timedelta(days=7) + timedelta(hours=2 + (7 * 24 - 30) * share)
        articles = [told[number % len(told)]] if number % 3 == 1 and number // 3 < TOLD_ONCE else told
        for place, article in enumerate(sorted(articles, key=lambda a: (a["date"], a["source"]))):
            published = broke + timedelta(hours=5 * place, minutes=11 * number % 60)
            entries.append(entry(article, event, published))
    entries.sort(key=lambda e: e["published"], reverse=True)
    return entries


def entry(article: dict[str, Any], event: str, published: datetime) -> dict[str, Any]:
    feed = article["source"].lower()
    paragraphs = [" ".join(sentences) for sentences in article["body-paragraphs"]]
    return {
        "id": hashlib.sha1(article["url"].encode(), usedforsecurity=False).hexdigest()[:16],
        "url": article["url"],
        "outlet": OUTLETS[feed][0],
        "feed": feed,
        "lean": OUTLETS[feed][1],
        "title": article["title"],
        "published": published.isoformat(),
        "summary": paragraphs[0][:300],
        "content": "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs),
        "event": event,
    }


def write(folder: Path, entries: list[dict[str, Any]]) -> None:
    (folder / "feeds").mkdir(parents=True, exist_ok=True)
    gold = {e["id"]: e.pop("event") for e in entries}
    for feed in OUTLETS:
        mine = [e for e in entries if e["feed"] == feed]
        for position, e in enumerate(mine, start=1):
            e["position"] = position
        (folder / "feeds" / f"{feed}.xml").write_text(rss(feed, mine), encoding="utf-8")
    lines = "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in entries)
    (folder / "entries.jsonl").write_text(lines, encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(gold, indent=0, sort_keys=True), encoding="utf-8")
    print(f"{folder}: {len(entries)} entries of {len(set(gold.values()))} events")


def rss(feed: str, entries: list[dict[str, Any]]) -> str:
    items = "".join(
        f"<item><title>{html.escape(e['title'])}</title><link>{html.escape(e['url'])}</link>"
        f'<guid isPermaLink="false">{e["id"]}</guid>'
        f"<pubDate>{format_datetime(datetime.fromisoformat(e['published']))}</pubDate>"
        f"<description>{html.escape(e['summary'])}</description>"
        f"<content:encoded><![CDATA[{e['content']}]]></content:encoded></item>\n"
        for e in entries
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{OUTLETS[feed][0]}</title><link>https://{feed}.example/</link><description>articles</description>\n"
        f"{items}</channel></rss>\n"
    )


if __name__ == "__main__":
    main()
