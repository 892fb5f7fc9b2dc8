"""What a rendered page holds, as a mail program would find it: its links, its images, its words."""

from html.parser import HTMLParser

#: Their text is not shown.
_UNSEEN = ("style", "script", "title")


class Page(HTMLParser):
    """A page, read.

    >>> page = Page('<p>See <a href="https://ledger.example/">The Ledger</a>.</p><img src="x.png">')
    >>> page.links, page.images_without_alt, page.words
    (['https://ledger.example/'], 1, 'See The Ledger .')
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        #: Every address of a link, in order.
        self.links: list[str] = []
        #: Every id that a link within the page can lead to.
        self.places: set[str] = set()
        self.images_without_alt = 0
        self._shown: list[str] = []
        self._within: list[str] = []
        self.feed(html)
        self.close()

    @property
    def words(self) -> str:
        """The shown text, every run of space a single one."""
        return " ".join(" ".join(self._shown).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag begins."""
        facts = dict(attrs)
        if tag in _UNSEEN:
            self._within.append(tag)
        if tag == "a" and "href" in facts:
            self.links.append(facts["href"] or "")
        if tag == "img" and facts.get("alt") is None:
            self.images_without_alt += 1
        if facts.get("id"):
            self.places.add(facts["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        """A tag ends."""
        if tag in self._within:
            self._within.remove(tag)

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if not self._within:
            self._shown.append(data)
