"""An issue is composed: everything that a reader will see, before any markup.

The rules speak first, then the editor; what an editor decided and no story can take is listed, not lost.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from gettext import NullTranslations
from types import MappingProxyType

from newsletter.domain.continuity import Continuity, WordCounts
from newsletter.domain.entry import Entry, EntryId, Lean, RefusedEntry
from newsletter.domain.issue import Folded, Issue, Made, Publication, Told
from newsletter.domain.override import Override, OverrideKind, orphaned, story_meant
from newsletter.domain.sentence import Sentence
from newsletter.domain.story import Picked, RankedStory, StoryId
from newsletter.domain.week import Week
from newsletter.domain.writer import WriterReport
from newsletter.draft.balance import counting, leans, under_covered
from newsletter.draft.because import because, facts
from newsletter.draft.blurbs import Limits, always, blurb
from newsletter.draft.changes import with_changes
from newsletter.draft.headline import choose, cleaned
from newsletter.draft.mail.phrases import Phrases
from newsletter.draft.sections import Placed, arrange, placed, section_named
from newsletter.draft.subject import preheader, subject
from newsletter.draft.telling.figures import Conflict, conflicts


def compose(
    *,
    number: int,
    week: Week,
    publication: Publication,
    ranked: Sequence[RankedStory],
    picked: Picked,
    refused: Sequence[RefusedEntry],
    made: Made,
    overrides: Sequence[Override],
    limits: Limits,
    split: Callable[[str], list[str]],
    furniture: Callable[[str], str | None],
    coheres: Callable[[str, Iterable[str]], bool] = always,
    translations: NullTranslations | None = None,
    continuity: Continuity = Continuity(),  # noqa: B008 - frozen, and so the same for everybody
    families: Mapping[str, Lean] | None = None,
    written: Mapping[StoryId, tuple[Sentence, ...]] = MappingProxyType({}),
    unwritten: Mapping[StoryId, str] = MappingProxyType({}),
    writer: WriterReport | None = None,
    weights: Mapping[str, float] = MappingProxyType({}),
    background: str = "",
    words: WordCounts = WordCounts(),  # noqa: B008 - likewise
    rated_by: str = "",
) -> Issue:
    """Tell the picked stories.

    Args:
        number: of the issue.
        week: whose stories these are.
        publication: whose letter it is.
        ranked: every story of the week.
        picked: the ones to tell, and why the others are not told; the editor's pins and drops are in it.
        refused: entries that take no part.
        made: figures that the letter states about itself.
        overrides: the editor's decisions, oldest first; of two that speak of the same, the later one holds.
        limits: how much is printed. In a week of one family they are widened, see ``Limits.of_one_family``.
        split: parts a paragraph into sentences.
        furniture: names the rule by which a sentence is no news, or None.
        coheres: whether a sentence belongs to its article, given the title and the other sentences.
        translations: the catalogue of the publication's language; English where None.
        continuity: how the week goes on from earlier letters.
        families: the newsrooms that coverage is counted against, each with its lean; those of the week where None.
        written: the writer's words for some of the picked stories; the others are told by the outlets' own.
        unwritten: why the writer's words do not stand, by story.
        writer: what the writer did.
        weights: of the rank, to be kept with the issue.
        background: what rarity was measured against.
        words: how common words were this week.
        rated_by: who rated the leans, and when.
    """
    families = families if families is not None else leans(story.story for story in ranked)
    several = len(families) > 1
    if not several:
        limits = limits.of_one_family()
    decided = _Decisions(overrides, ranked)
    count = counting(families)
    told = []
    for each in picked.stories:
        story = each.story
        headline, entry = decided.headline(each)
        sentences = written.get(story.id) or blurb(
            story,
            limits=limits,
            split=split,
            furniture=furniture,
            coheres=coheres,
            headline=headline,
            several=several,
            zone=week.zone,
        )
        sentences, since = with_changes(sentences, continuity.since.get(story.id), story, limits=limits)
        counted = count(story) if several else None
        earlier = picked.instead.get(story.id)
        place = decided.section(each)
        told.append(
            Told(
                ranked=each,
                weighed=min(each.rank, earlier.rank if earlier else each.rank),
                headline=headline,
                headline_entry=entry,
                blurb=sentences,
                section=place.section,
                section_because=place.because,
                coverage=counted,
                more=tuple(_folded(other) for other in picked.more.get(story.id, ())),
                since=since,
                because=because(
                    facts(
                        each,
                        of=len(families) if several else None,
                        instead=choose(earlier.story)[0] if earlier else "",
                    )
                ),
                disputed=tuple(map(_disputed, conflicts(story, week.zone))),
                under_covered=under_covered(counted, story),
                unwritten=unwritten.get(story.id, ""),
            )
        )
    sections = arrange(told)
    in_order = [story for section in sections for story in section.stories]
    return Issue(
        number=number,
        week=week,
        publication=publication,
        title=Phrases(publication.language, translations or NullTranslations()).issue_title(week),
        subject=decided.line(OverrideKind.SUBJECT) or subject(in_order, publication=publication),
        preheader=decided.line(OverrideKind.PREHEADER) or preheader(in_order),
        note=decided.line(OverrideKind.NOTE),
        sections=sections,
        ranked=tuple(sorted(ranked, key=lambda story: (story.rank, story.story.id))),
        passed_over=dict(picked.passed_over),
        refused=tuple(refused),
        made=made,
        overrides=tuple(overrides),
        orphaned=decided.orphaned(),
        continuity=continuity,
        weights=dict(weights),
        writer=writer,
        background=background,
        words=words,
        rated_by=rated_by,
        families=dict(families),
    )


def _disputed(conflict: Conflict) -> str:
    """Such as ``dead: 12 (The Ledger), 14 (The Wire)``."""
    return f"{conflict.thing}: {', '.join(f'{report.value} ({report.outlet})' for report in conflict.reports)}"


def _folded(each: RankedStory) -> Folded:
    headline, entry = choose(each.story)
    return Folded(ranked=each, headline=headline, headline_entry=entry)


class _Decisions:
    """What the editor decided, by the story that each decision is about."""

    def __init__(self, overrides: Sequence[Override], ranked: Iterable[RankedStory]) -> None:
        self._overrides = overrides
        stories = {story.story.id: story.story for story in ranked}
        self._story_of: dict[EntryId, StoryId] = {e.id: s.id for s in stories.values() for e in s.entries}
        self._headlines: dict[StoryId, Entry] = {}
        self._sections: dict[StoryId, str] = {}
        self._without_effect: list[Override] = []
        for override in overrides:
            meant = story_meant(override, self._story_of)
            if meant is not None and not self._took(override, meant, stories[meant].entries):
                self._without_effect.append(override)

    def _took(self, override: Override, story: StoryId, entries: Sequence[Entry]) -> bool:
        """Keep a decision about a story; False where it names what the story or the letter does not have."""
        if override.kind is OverrideKind.HEADLINE:
            named = next((e for e in entries if e.id == override.value and e.title.strip()), None)
            if named:
                self._headlines[story] = named
            return named is not None
        if override.kind is OverrideKind.SECTION:
            section = section_named(override.value)
            if section:
                self._sections[story] = section
            return section is not None
        return True

    def line(self, kind: OverrideKind) -> str:
        """The latest decision on a line of the whole letter; empty where there is none."""
        return next((o.value.strip() for o in reversed(self._overrides) if o.kind is kind), "")

    def headline(self, story: RankedStory) -> tuple[str, Entry]:
        """The entry that the editor named, else the one that the rule chooses."""
        named = self._headlines.get(story.story.id)
        return (cleaned(named), named) if named else choose(story.story)

    def section(self, story: RankedStory) -> Placed:
        """The section that the editor named, else the one that the rule finds."""
        named = self._sections.get(story.story.id)
        return Placed(section=named, because="an editor chose it") if named else placed(story.story)

    def orphaned(self) -> tuple[Override, ...]:
        """Decisions that no story can take, oldest first: none holds their entries, or not what they name."""
        lost = [*orphaned(self._overrides, self._story_of), *self._without_effect]
        return tuple(override for override in self._overrides if override in lost)
