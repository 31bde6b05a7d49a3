"""The documentation says what is there: every key of the configuration with its default, every command, every link."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from generator.cli import commands
from generator.config import Config, read_config
from tests.conftest import REPOSITORY

DOCS = REPOSITORY / "docs"
CONFIGURATION = (DOCS / "configuration.md").read_text(encoding="utf-8")
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
PAGES = [REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]


def _keys(settings: object, prefix: str = "") -> Iterator[tuple[str, object]]:
    for field in fields(settings):
        value = getattr(settings, field.name)
        if is_dataclass(value):
            yield from _keys(value, f"{prefix}{field.name}.")
        else:
            yield prefix + field.name, value


def _shown(value: object) -> str:
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, tuple):
        return json.dumps([str(item) for item in value])
    return json.dumps(value)


KEYS = dict(_keys(Config()))
ROWS = dict(re.findall(r"^\| `([a-z_.]+)` \| `([^`]*)` \|", CONFIGURATION, re.MULTILINE))


def test_every_key_is_documented_with_its_default() -> None:
    assert {key: _shown(value) for key, value in KEYS.items()} == ROWS


def test_a_documented_key_can_be_set() -> None:
    assert read_config({"grouping": {"threshold": 0.3}}).grouping.threshold == 0.3


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"`storydigest {name}" in README


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_documents_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_what_a_publisher_can_set_about_the_pages_is_shown_in_pictures() -> None:
    page = (DOCS / "appearance.md").read_text(encoding="utf-8")
    for key in KEYS:
        block, _, name = key.rpartition(".")
        if block in {"pages", "pages.excerpts", "takedown"}:
            assert re.search(rf"\b{name}\b", page), key
    sections = re.findall(r"^\| `([a-z]+)` \|", page, re.MULTILINE)
    assert sections == list(Config().pages.sections)
    pictures = set(re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page))
    assert len(pictures) >= 7
    assert sum((DOCS / path).stat().st_size for path in pictures) < 600_000


def test_the_readme_is_neither_short_nor_long() -> None:
    assert 80 <= len(README.splitlines()) <= 120
