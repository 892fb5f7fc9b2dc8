"""What is wrong with the values of a configuration: where it is set, which key it is, and what to write instead."""

import difflib
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from newsletter.config.feeds_file import Place
from newsletter.config.settings import PREFIX, SECRETS, Config, secret_files

_SECTION = "must be a section: its name in [ ], and its keys below"
#: What pydantic calls a fault, and what is then to be written; the braces are filled from what it says of it.
_MEANINGS = {
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be {ge} or more",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be {le} or less",
    "literal_error": "must be {expected}",
    "enum": "must be {expected}",
    "string_type": "must be text, in quotes",
    "finite_number": "must be a number",
    "tuple_type": "must be a list, in [ ]",
    "model_type": _SECTION,
    "model_attributes_type": _SECTION,
    "dict_type": _SECTION,
}


def sentences(errors: Iterable[ErrorDetails], *, name: str, feeds: Sequence[Place], environment: bool) -> str:
    """One line for each wrong key.

    Args:
        errors: pydantic's.
        name: of the configuration's file.
        feeds: where each feed is written.
        environment: whether a value may come from the environment.
    """
    return "\n".join(_explained(error, name=name, feeds=feeds, environment=environment) for error in errors)


def set_outside(location: Sequence[str]) -> str:
    """What sets a key other than its file, as a sentence's beginning: a variable, a file of secrets, or nothing.

    Raises:
        ConfigError: the folder of files of secrets cannot be listed.
    """
    # The key's own name first, then those of the sections around it, with what is to be found in their JSON.
    names = [((PREFIX + "__".join(location[:n])).upper(), location[n:]) for n in range(len(location), 0, -1)]
    for name, inside in names:
        for variable in sorted(os.environ):
            if variable.upper() == name and _holds(os.environ[variable], inside):
                return f"The environment's {variable}"
    files = {path.name.upper(): path for path in secret_files()}
    for name, inside in names:
        if name in files and _holds(_written_in(files[name]), inside):
            return f"The file {files[name]}"
    return ""


def _holds(value: str, inside: Sequence[str]) -> bool:
    """Whether a section in JSON sets a key: the keys that it leaves out are the configuration file's."""
    try:
        said = json.loads(value) if inside else None
    except (ValueError, RecursionError):
        return True  # in place of the section stands what is none
    for key in inside:
        # A list, or what is no section, comes whole from one place.
        if not isinstance(said, dict):
            return True
        if key not in said:
            return False
        said = said[key]
    return True


def _written_in(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def unreadable_variable() -> str:
    """What to do where the environment or the files of secrets hold something that cannot even be taken apart."""
    for variable in sorted(os.environ):
        name = variable.upper()
        location = name.removeprefix(PREFIX).lower().split("__")
        if name.startswith(PREFIX) and (len(location) == 1 or location[-1] == "allow_private_feeds"):
            try:
                json.loads(os.environ[variable])
            except (ValueError, RecursionError):
                return f"The environment's {variable} is a list or a whole section, and must be JSON. Correct it."
    return (
        f"The environment's {PREFIX}… settings, or the files in {SECRETS}, cannot be read. Each must be UTF-8 text, "
        "and a list or a whole section must be JSON. Correct or unset them."
    )


def known_keys(section: Sequence[str]) -> list[str]:
    """The keys that a section has."""
    model: type[BaseModel] = Config
    for part in section:
        if part.isdigit():
            continue
        annotation = model.model_fields[part].annotation
        model = next((a for a in get_args(annotation) if isinstance(a, type)), annotation)  # type: ignore[assignment]
    return [key for key in model.model_fields if key not in {"folder", "leans"}]


def _explained(error: ErrorDetails, *, name: str, feeds: Sequence[Place], environment: bool) -> str:
    location = [str(part) for part in error["loc"]]
    where = (environment and set_outside(location)) or name
    if where == name and len(location) > 1 and location[0] == "feeds" and int(location[1]) < len(feeds):
        place = feeds[int(location[1])]
        where, location[1] = str(place), str(place.index - 1)
    key = _dotted(location)
    match error["type"]:
        case "missing":
            return f"{where}: {key} is missing. Set it; config.example.toml says what it is."
        case "extra_forbidden":
            near = difflib.get_close_matches(location[-1], known_keys(location[:-1]), n=1)
            meant = f" Did you mean {near[0]!r}?" if near else " config.example.toml lists every key."
            return f"{where}: there is no key {key}.{meant}"
        case _:
            return f"{where}: {key} {_said(error)}."


def _said(error: ErrorDetails) -> str:
    kind = error["type"]
    if kind == "value_error":
        return error["msg"].removeprefix("Value error, ")
    if kind.startswith(("int_", "float_")):
        return "must be a whole number" if kind.startswith("int_") else "must be a number"
    meaning = _MEANINGS.get(kind, "has a value that it cannot have; config.example.toml says what it may be")
    return meaning.format_map(error.get("ctx", {}))


def _dotted(location: Sequence[str]) -> str:
    """``feeds.2.url`` for a machine is ``feeds[3].url`` for a person."""
    dotted = ""
    for part in location:
        dotted += f"[{int(part) + 1}]" if part.isdigit() else f".{part}" if dotted else part
    return dotted
