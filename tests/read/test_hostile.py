"""Every hostile case goes in as a file, comes out as articles or refusals, and takes little time."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import generator
from generator.clean import clean
from generator.model import Draft
from generator.read import Limits
from tests.hostile.cases import Case, load
from tests.read.inputs import read_all, write

NOW = datetime(2026, 11, 22, tzinfo=UTC)
SECONDS = 5.0
LENGTH = 5_000
"""Characters of slow text a pattern is tried on: what is quadratic takes seconds on these already."""
BOUNDED = {
    "generator.language.words._ORDINAL": "matches one token",
    "generator.language.acronyms._WORDS_BEFORE": "searches a few characters before an acronym",
    "generator.language.acronyms._WORDS_BEHIND": "matches a few characters behind an acronym",
    "generator.analyse.worth._ADDRESS": "matches one quotation as a whole",
    "generator.analyse.paragraphs._BREAK": "searches cleaned text, which has no runs of white space",
}
"""Patterns that never see a long text, or none with long runs of white space, and why."""


@pytest.mark.parametrize("case", load(), ids=lambda case: case.id)
def test_every_case_is_read_in_bounded_time(tmp_path: Path, case: Case) -> None:
    name = case.name if "." in case.name else f"{case.name}.txt"
    folder = write(tmp_path, {name: case.content})
    start = time.process_time()
    found = read_all(folder)
    cleaned = clean([entry for entry in found if isinstance(entry, Draft)], now=NOW, limits=Limits())
    assert time.process_time() - start < SECONDS
    assert found
    for article in cleaned.articles:
        assert article.text == "\n\n".join(line for line in article.text.split("\n\n") if line.strip())
        article.text.encode("utf-8")


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for info in pkgutil.walk_packages(generator.__path__, "generator."):
        if info.name == "generator.__main__":
            continue
        for name, value in vars(importlib.import_module(info.name)).items():
            entries = value if isinstance(value, tuple | list) else [value]
            for number, entry in enumerate(entries):
                if isinstance(entry, re.Pattern) and isinstance(entry.pattern, str):
                    yield f"{info.name}.{name}" + (f"[{number}]" if entries is value else ""), entry


PATTERNS = dict(sorted(_patterns(), key=lambda pair: pair[0]))


@pytest.mark.parametrize("case", load("slow"), ids=lambda case: case.note)
def test_no_pattern_is_slow(case: Case) -> None:
    text = case.text[:LENGTH]
    for name, pattern in PATTERNS.items():
        start = time.process_time()
        for _ in () if name in BOUNDED else pattern.finditer(text):
            pass
        pattern.fullmatch(text)
        assert time.process_time() - start < 0.1, name


def test_the_patterns_are_found() -> None:
    names = set(PATTERNS)
    assert names >= BOUNDED.keys()
    assert {"generator.dates._CLOCK", "generator.read.markup._LINK", "generator.clean.signs._BRACKETED"} <= names


def test_a_slow_pattern_would_be_found() -> None:
    slow = re.compile(r"\s*,")  # quadratic on white space without a comma
    start = time.process_time()
    list(slow.finditer(" " * LENGTH))
    assert time.process_time() - start > 0.02
