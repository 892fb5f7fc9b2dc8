"""The environment that templates are rendered in: language, escaping, and what may be printed.

Outlets' words are untrusted. Markup in them is escaped, characters that no reader sees are left out,
and the one word that a message replaces per reader can come from a template alone.
"""

import re
from gettext import NullTranslations

import jinja2

from newsletter.domain.issue import READER_TOKEN
from newsletter.draft.mail.credits import also_carried_by, also_told_by
from newsletter.draft.mail.phrases import Phrases
from newsletter.draft.mail.plaintext import wrapped
from newsletter.draft.mail.weblink import weblink

#: Controls, lone surrogates, and marks that turn the direction of all that follows them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]",
)


def environment(loader: jinja2.BaseLoader, *, language: str, translations: NullTranslations) -> jinja2.Environment:
    """Make the environment for all templates of one language.

    Args:
        loader: finds templates by names such as ``email/issue.html.j2``.
        language: BCP 47, such as ``en``.
        translations: the catalogue of that language; reading it from disk is the caller's part.
    """
    made = jinja2.Environment(
        loader=loader,
        autoescape=_is_html,  # noqa: S701 - all but plain text is escaped
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
        finalize=_finalized,
    )
    # The extension's methods are added to the environment when it is loaded; types cannot know them.
    made.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    phrases = Phrases(language, translations)
    made.globals.update(phrases=phrases, language=language, direction=phrases.locale.text_direction)
    made.filters.update(
        number=phrases.number,
        weblink=weblink,
        wrapped=wrapped,
        also_told_by=also_told_by,
        also_carried_by=also_carried_by,
        lines=str.splitlines,
    )
    return made


def printable(text: str) -> str:
    """The text without characters that no reader sees, and without the word that stands for a reader's own token.

    An outlet that printed ``READER_TOKEN`` in an address of its own would otherwise be told each reader's token.
    """
    return _UNPRINTABLE.sub("", text).replace(READER_TOKEN, "READER-TOKEN")


def _finalized(value: object) -> object:
    """Every printed value, but not a template's own text, passes here before it is escaped."""
    if not isinstance(value, str):
        return value
    clean = printable(value)
    # Markup stays markup: it was escaped where it was made.
    return clean if type(value) is str else type(value)(clean)


def _is_html(template: str | None) -> bool:
    """Plain text is printed as it is; everything else is taken for HTML."""
    return template is None or not template.removesuffix(".j2").endswith(".txt")
