"""What the letter says in its own words, in the publication's language: dates, counts, headings.

Sentences come from the catalogue, numbers and dates from Babel; no template adds an "s" to make a plural.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from gettext import NullTranslations

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal

from newsletter.domain.continuity import Since, Standing
from newsletter.domain.entry import Lean
from newsletter.domain.issue import Coverage, Made
from newsletter.domain.week import Week


def locale_of(language: str) -> Locale:
    """The locale of a BCP 47 tag such as ``en`` or ``en-GB``; English where Babel knows no such language.

    >>> str(locale_of("en-GB"))
    'en_GB'
    """
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The letter's own words in one language."""

    language: str
    translations: NullTranslations

    @property
    def locale(self) -> Locale:
        """Whose dates, numbers and writing direction are used."""
        return locale_of(self.language)

    def number(self, n: int) -> str:
        """A number as it is written, such as ``1,298``."""
        return format_decimal(n, locale=self.locale)

    def issue_title(self, week: Week) -> str:
        """Such as ``The week to Friday, July 26, 2024``."""
        day = format_date(week.last_day, "full", locale=self.locale)
        return self.translations.gettext("The week to %(day)s") % {"day": day}

    def dates(self, week: Week) -> str:
        """The local days that a week runs over, such as ``Jul 19-26, 2024``."""
        return str(format_interval(week.first_day, week.last_day, "yMMMd", locale=self.locale))

    def day(self, moment: datetime, week: Week) -> str:
        """The local day of a moment, such as ``Tue, Jul 23``."""
        local: date = moment.astimezone(week.zone).date()
        return str(format_skeleton("MMMEd", local, locale=self.locale))

    def section(self, name: str) -> str:
        """A section's heading; a name without a heading stands for itself."""
        gettext = self.translations.gettext
        headings = {
            "lead": gettext("Story of the week"),
            "congress": gettext("Congress"),
            "executive": gettext("The White House and the executive"),
            "courts": gettext("Courts and justice"),
            "elections": gettext("Elections"),
            "states": gettext("States and cities"),
            "foreign": gettext("The world"),
            "economy": gettext("The economy"),
            "other": gettext("Also this week"),
        }
        return headings.get(name, name)

    def coverage(self, coverage: Coverage) -> str:
        """Such as ``Covered by 9 of 16 newsrooms: left 3 of 5, centre 3 of 5, right 2 of 4, unrated 1 of 2``.

        A lean that nobody has is not named; where nobody is rated at all, none is.
        """
        whole = self.translations.ngettext(
            "Covered by %(n)s of %(of)s newsroom", "Covered by %(n)s of %(of)s newsrooms", coverage.of
        ) % {"n": self.number(coverage.families), "of": self.number(coverage.of)}
        counted = [(lean, coverage.by_lean[lean]) for lean in Lean if coverage.by_lean[lean].of]
        if [lean for lean, _ in counted] == [Lean.UNRATED]:
            return whole
        parts = [self._lean(lean) % {"n": self.number(count.n), "of": self.number(count.of)} for lean, count in counted]
        return f"{whole}: {', '.join(parts)}"

    def under_covered(self, leans: Sequence[Lean]) -> str:
        """Such as ``Barely covered on the left``; empty where no side is named."""
        gettext = self.translations.gettext
        told = {Lean.LEFT: gettext("Barely covered on the left"), Lean.RIGHT: gettext("Barely covered on the right")}
        return "; ".join(told[lean] for lean in leans if lean in told)

    def standing(self, since: Since) -> str:
        """Such as ``developing`` or ``back after 3 weeks``; empty for a story of which no letter has told."""
        if since.standing is Standing.BACK:
            phrase = self.translations.ngettext("back after %(n)s week", "back after %(n)s weeks", since.weeks)
            return phrase % {"n": self.number(since.weeks)}
        return self.translations.gettext("developing") if since.standing is Standing.DEVELOPING else ""

    def since(self, since: Since) -> str:
        """What stands before the sentence that tells what has changed."""
        if since.weeks <= 1:
            return self.translations.gettext("Since last week:")
        return self.translations.gettext("Since No. %(number)s:") % {"number": self.number(since.issue or 0)}

    def made(self, made: Made) -> tuple[str, ...]:
        """How the letter was made, in sentences."""
        ngettext = self.translations.ngettext
        read = self.translations.gettext("We read %(entries)s by %(families)s and found %(stories)s in them.") % {
            "entries": ngettext("%(n)s entry", "%(n)s entries", made.entries) % {"n": self.number(made.entries)},
            "families": ngettext("%(n)s newsroom", "%(n)s newsrooms", made.families)
            % {"n": self.number(made.families)},
            "stories": ngettext("%(n)s story", "%(n)s stories", made.stories) % {"n": self.number(made.stories)},
        }
        if not made.feeds:
            return (read,)
        healthy = ngettext(
            "%(n)s of %(of)s feed was in good health.", "%(n)s of %(of)s feeds were in good health.", made.feeds
        )
        return read, healthy % {"n": self.number(made.feeds_healthy), "of": self.number(made.feeds)}

    def _lean(self, lean: Lean) -> str:
        gettext = self.translations.gettext
        return {
            Lean.LEFT: gettext("left %(n)s of %(of)s"),
            Lean.CENTRE: gettext("centre %(n)s of %(of)s"),
            Lean.RIGHT: gettext("right %(n)s of %(of)s"),
            Lean.UNRATED: gettext("unrated %(n)s of %(of)s"),
        }[lean]
