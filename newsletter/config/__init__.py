"""The operator's settings: TOML becomes a frozen Config, and every fault names its file and key.

Every key may also come from the environment (``NEWSLETTER__SECTION__KEY``, which wins over the file), and any from a
file of that name in the folder that ``NEWSLETTER_SECRETS_DIR`` names, as container platforms hand out secrets.
Relative paths are relative to the configuration file. What others use of it stands here.
"""

from newsletter.config.feeds_file import FEEDS_FILE
from newsletter.config.files import parsed, text_of, why_unreadable
from newsletter.config.not_yet import NOT_YET, not_used_yet
from newsletter.config.reading import from_values, load
from newsletter.config.sections import CollectSettings, FeedSettings, Web
from newsletter.config.settings import PREFIX, Config
from newsletter.config.values import SHORTEST_KEPT, span

__all__ = [
    "FEEDS_FILE",
    "NOT_YET",
    "PREFIX",
    "SHORTEST_KEPT",
    "CollectSettings",
    "Config",
    "FeedSettings",
    "Web",
    "from_values",
    "load",
    "not_used_yet",
    "parsed",
    "span",
    "text_of",
    "why_unreadable",
]
