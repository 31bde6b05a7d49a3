"""docs/inputs.md names every key, limit, kind and reason that there is, and none that there is not."""

import re
from dataclasses import fields
from pathlib import Path

from generator.clean import copies
from generator.read import Limits, kind, refusals, structured
from generator.read.fields import KEYS

DOC = (Path(__file__).resolve().parents[2] / "docs" / "inputs.md").read_text(encoding="utf-8")


def _rows(heading: str) -> list[list[str]]:
    section = DOC.split(f"{heading}\n", 1)[1].split("\n#", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_every_key_in_its_order() -> None:
    documented = [re.findall(r"`([a-z]+)`", row[1]) for row in _rows("## Metadata")]
    assert documented == [list(keys) for keys in KEYS]


def test_every_key_of_text_and_lists() -> None:
    for key in (*structured._TEXTS, *structured._MARKUPS, *structured._LISTS):
        assert f"`{key}`" in DOC


def test_every_limit_with_its_default() -> None:
    documented = {row[0].strip("`"): int(row[1].replace(",", "")) for row in _rows("## Limits")}
    assert documented == {field.name: field.default for field in fields(Limits)}


def test_every_reason() -> None:
    reasons = {value for name, value in vars(refusals).items() if name.isupper() and isinstance(value, str)}
    assert {row[0] for row in _rows("## Why an input was not used")} == reasons


def test_every_extension() -> None:
    for extension in filter(None, kind._EXTENSIONS):
        assert f"`.{extension}`" in DOC


def test_figures_of_copies() -> None:
    assert f"{copies.SAME:.0%}".replace("%", " %") in DOC
    assert f"{copies.SAME_ADDRESS:.0%}".replace("%", " %") in DOC
    assert f"fewer than {copies._FEWEST_WORDS} words" in DOC
