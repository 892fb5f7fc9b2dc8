"""A file of the configuration: its text, and the values that it holds, with every fault in words of our own."""

import re
import tomllib
from pathlib import Path
from typing import Any

from newsletter.domain.errors import ConfigError


def text_of(path: Path) -> str:
    """A file of the configuration as it is written, without the mark that some editors put before the first letter.

    Raises:
        ConfigError: it is not there, or cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return file.read()
    except FileNotFoundError:
        raise ConfigError(
            f"There is no configuration file {path}. Make one with 'newsletter init', or name one with --config."
        ) from None
    except UnicodeDecodeError as wrong:
        raise ConfigError(f"{path} is not UTF-8 text (byte {wrong.start}). Save it as UTF-8.") from None
    except (OSError, ValueError) as wrong:
        raise ConfigError(f"{path} cannot be read: {why_unreadable(wrong)}. Name a file that can.") from None


_WHY: dict[type[Exception], str] = {
    FileNotFoundError: "there is no such file",
    IsADirectoryError: "it is a folder",
    NotADirectoryError: "its path leads through a file",
    PermissionError: "this user may not read it",
    UnicodeDecodeError: "it is not UTF-8 text",
}


def why_unreadable(wrong: Exception) -> str:
    """Why a file could not be opened or read, as the middle of a sentence."""
    if type(wrong) in _WHY:
        return _WHY[type(wrong)]
    # A ValueError: a zero byte in the name.
    return getattr(wrong, "strerror", None) or "its name is none that a file can have"


def parsed(path: Path, text: str) -> dict[str, Any]:
    """The values of a text in TOML.

    Raises:
        ConfigError: it is none; the message says where and what to mend, and quotes nothing, for there may be a
            password in it.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise ConfigError(f"{path} is not valid TOML{_fault(str(wrong))}.") from None
    except RecursionError:
        raise ConfigError(f"{path} is not valid TOML: its brackets nest too deep. Leave some out.") from None
    except ValueError:
        raise ConfigError(f"{path} is not valid TOML: a number has too many digits. Shorten it.") from None


_PLACE = re.compile(r"\(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)$")
_OPEN = "a text in quotes is not closed; end it on its line with the quote that it begins with"
_TWICE = "a key or a section stands a second time; leave one out"
_BACKSLASH = "a backslash between double quotes means something else; write two, or put the text in single quotes"
#: How the parser's messages begin, and what is then to be mended.
_MEANINGS = {
    "Cannot mutate": "something is added to a list or a section that is complete; write it all in one place",
    "Cannot": _TWICE,
    "Duplicate": _TWICE,
    "Unclosed array": "a list is not closed; end it with ]",
    "Unclosed inline table": "a { is not closed, or a comma or line break stands there that may not; end it with }",
    "Unescaped": _BACKSLASH,
    "Invalid hex": _BACKSLASH,
    "Escaped": _BACKSLASH,
    "Unterminated": _OPEN,
    "Illegal character": _OPEN,
    "Found invalid character": _OPEN,
    "Expected '=' after": "a key must be followed by = and its value",
    "Expected ']": "the name of a section is not closed; write it as [name], or [[feeds]]",
    "Expected newline": "something follows where a line should end; each key has its own line, and text has quotes",
    "Expected": _OPEN,
    "Invalid initial": "a key or the name of a section is missing, or holds a character that needs quotes",
    "Invalid statement": "a line is neither a key with its value, nor a [section], nor a # comment",
    "Invalid date": "there is no such date or time; correct it, or put it in quotes",
    "Invalid value": "a value is missing, or is neither text in quotes nor a number; write one",
}


def _fault(message: str) -> str:
    place = _PLACE.search(message)
    where = f", line {place[1]}, column {place[2]}" if place and place[1] else ", at its end" if place else ""
    means = (meaning for beginning, meaning in _MEANINGS.items() if message.startswith(beginning))
    return f"{where}: {next(means, 'it cannot be understood there; compare it with config.example.toml')}"
