"""The ratings file: whose leans are counted, in CSV with the columns ``outlet`` and ``lean``."""

import csv

from newsletter.config.files import why_unreadable
from newsletter.config.settings import Config
from newsletter.domain.entry import Lean
from newsletter.domain.errors import ConfigError


def read_leans(config: Config) -> dict[str, Lean]:
    """The ratings file: CSV with the columns ``outlet`` and ``lean``.

    Raises:
        ConfigError: it cannot be read or a lean is unknown.
    """
    path = config.path(config.ratings.file)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except csv.Error:
        raise ConfigError(f"ratings.file {path} is no CSV that can be read. Export it from its table again.") from None
    except (OSError, ValueError) as wrong:
        raise ConfigError(
            f"ratings.file {path} cannot be read: {why_unreadable(wrong)}. Name a file that can."
        ) from None
    leans = {}
    for line, row in enumerate(rows, start=2):
        outlet, lean = (row.get("outlet") or "").strip(), (row.get("lean") or "").strip().lower()
        if not outlet or lean not in set(Lean):
            raise ConfigError(f"ratings.file {path}, line {line}: needs an outlet and a lean out of {', '.join(Lean)}.")
        leans[outlet] = Lean(lean)
    return leans
