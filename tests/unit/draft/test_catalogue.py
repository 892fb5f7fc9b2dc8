"""The catalogue that translators start from."""

from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[3]
CATALOGUE = ROOT / "newsletter" / "locale" / "messages.pot"
REFRESH = "Run the command at the top of newsletter/locale/babel.toml."


def test_the_catalogue_holds_every_string_of_templates_and_code():
    methods = [("newsletter/**.py", "python"), ("templates/**.j2", "jinja2")]
    found = {message for _, _, message, _, _ in extract_from_dir(ROOT, method_map=methods)}

    with CATALOGUE.open("rb") as file:
        kept = {message.id for message in read_po(file) if message.id}

    assert kept == found, REFRESH
