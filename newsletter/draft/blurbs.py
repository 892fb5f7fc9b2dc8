"""Blurbs: sentences chosen from the outlets, word for word, each with its source.

A sentence is good when it says what the whole story says (centrality), stands high in its article (position),
can be read by itself, and tells what the headline and the chosen ones have not. Where two newsrooms can be quoted,
two are; where both sides report, neither has more than half.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, tzinfo

from newsletter.domain.entry import Licence
from newsletter.domain.sentence import Sentence
from newsletter.domain.story import Story
from newsletter.draft.telling.candidates import (
    DEEPEST,
    DEPTH,
    Candidate,
    Coheres,
    Furniture,
    Opening,
    Reading,
    Split,
    quotable,
)
from newsletter.draft.telling.choosing import SIDES, Choice, outdated, spans_sides
from newsletter.draft.telling.figures import counts, figures
from newsletter.draft.telling.limits import Limits
from newsletter.draft.telling.statuses import Latest, latest
from newsletter.draft.telling.words import stems, word_count

__all__ = ["Limits", "always", "blurb", "can_tell"]

#: A sentence that shares less than this part of the best one's centrality is about something else; far down in an
#: article, where the background stands, it shares more.
_OFF_TOPIC, _OFF_TOPIC_BELOW = 0.3, 0.4


def always(_sentence: str, _rest: Iterable[str]) -> bool:
    """No sentence is held to be foreign to its article."""
    return True


def can_tell(
    story: Story,
    *,
    split: Split,
    furniture: Furniture,
    coheres: Coheres = always,
    limits: Limits | None = None,
    zone: tzinfo | None = None,
) -> bool:
    """Whether a story has a sentence to be told in, or is licensed for its headline alone.

    Args:
        story: what is to be told.
        split: parts a paragraph into its sentences.
        furniture: names the rule by which a sentence is no news, or None.
        coheres: whether a sentence belongs to its article.
        limits: how much may be printed; as by default where None.
        zone: in whose days "yesterday" is told.
    """
    if all(entry.licence is Licence.HEADLINE for entry in story.entries):
        return True
    allowed = limits or Limits()
    reading = Reading(split=split, furniture=furniture, coheres=coheres, zone=zone)
    status, titles = latest(story), _titles(story)
    several = len(story.voices) > 1
    for entry in quotable(story):
        for opening in reading.openings(entry):
            short = word_count(opening.quote) <= allowed.max_words_per_source
            # A number may be disputed or outdated; then only the whole choice knows.
            if short and _may_stand(opening, status, titles) and not (several and figures(opening.text)):
                return True
    return bool(blurb(story, limits=allowed, split=split, furniture=furniture, coheres=coheres, zone=zone))


def blurb(
    story: Story,
    *,
    limits: Limits,
    split: Split,
    furniture: Furniture,
    coheres: Coheres = always,
    headline: str = "",
    several: bool = False,
    zone: tzinfo | None = None,
) -> tuple[Sentence, ...]:
    """Choose at most ``limits.sentences`` sentences that tell a story; empty where no entry may be quoted.

    Args:
        story: what they tell.
        limits: how much, and how much from one source.
        split: parts a paragraph into its sentences, each as it stands there.
        furniture: names the rule by which a sentence is no news, or None.
        coheres: whether a sentence belongs to its article, given the title and the other sentences.
        headline: as printed above them; the first sentence tells it.
        several: whether the letter has several families; then a story of one alone is a brief, see ``Limits``.
        zone: in whose days "yesterday" is told; None, and a sentence that says so is not printed.
    """
    if several and len(story.families) == 1:
        limits = limits.of_a_brief()
    counted = counts(story, zone or UTC) if len(story.voices) > 1 else {}
    disputed = {
        thing: values
        for thing, reports in counted.items()
        if len(values := frozenset(report.value for report in reports)) > 1
    }
    status, titles, spans = latest(story), _titles(story), spans_sides(story)

    def chosen(depth: int, *, confirms: bool) -> list[Candidate]:
        reading = Reading(split=split, furniture=furniture, coheres=coheres, zone=zone, depth=depth)
        standing = [c for c in reading.candidates(story, headline=headline) if _tells_the_latest(c, status)]
        current = [c for c in standing if not outdated(c, counted)]
        choice = Choice(
            limits=limits,
            headline=headline,
            titles=titles,
            spans=spans,
            status=status,
            disputed=disputed,
            confirms=confirms,
        )
        # Where nothing on the topic can stand by itself, an aside tells more than nothing.
        return choice.choose(_on_topic(current)) or choice.choose(current)

    best: list[Candidate] = []
    several_voices = len({entry.voice for entry in quotable(story)}) > 1
    # What all newsrooms open with is told once; another's own news may stand lower down. Where there is none even
    # there, two newsrooms on one fact confirm it.
    for depth, confirms in ((DEPTH, False), (DEEPEST, False), (DEPTH, True)):
        found = chosen(depth, confirms=confirms)
        if not best or _heard(found, spans=spans) > _heard(best, spans=spans):
            best = found
        if not several_voices or limits.sentences < 2 or _heard(best, spans=spans) >= _heard_enough(spans=spans):
            break
    return tuple(map(_sentence, best))


def _heard(told: Sequence[Candidate], *, spans: bool) -> tuple[int, int]:
    """How many newsrooms speak, two being enough, and how many sides where both report."""
    sides = len({c.entry.lean for c in told} & SIDES) if spans else 0
    return min(2, len({c.entry.voice for c in told})), sides


def _heard_enough(*, spans: bool) -> tuple[int, int]:
    return 2, 2 if spans else 0


def _on_topic(candidates: list[Candidate]) -> list[Candidate]:
    """Those that say what the others say; all of them where none does."""
    best = max((c.centrality for c in candidates if c.score > 0), default=0.0)

    def on_topic(candidate: Candidate) -> bool:
        least = _OFF_TOPIC if candidate.depth < DEPTH else _OFF_TOPIC_BELOW
        return candidate.score > 0 and candidate.centrality >= least * best

    return list(filter(on_topic, candidates)) or candidates


def _may_stand(opening: Opening, status: Latest | None, titles: frozenset[str]) -> bool:
    """Whether a sentence could open a blurb, as far as names and status go."""
    return opening.needs <= titles and _tells_the_latest(opening, status)


def _tells_the_latest(opening: Opening, status: Latest | None) -> bool:
    """Whether it does not state a status that a newer report has overtaken."""
    return status is None or opening.entry.id in status.entries or not status.denied_in(opening.text)


def _titles(story: Story) -> frozenset[str]:
    """The words of a story's titles: whom they name needs no introduction."""
    return frozenset(
        form for entry in story.entries for form in (*stems(entry.title), *(w.lower() for w in entry.title.split()))
    )


def _sentence(candidate: Candidate) -> Sentence:
    return Sentence(
        text=candidate.text,
        quote=candidate.quote,
        entry=candidate.entry.id,
        outlet=candidate.entry.outlet,
        url=candidate.entry.url,
    )
