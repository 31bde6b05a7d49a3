"""Hostile strings in every slot of a site leave nothing behind but text."""

import logging

import pytest

from benchmarks import hostile
from tests.hostile.cases import load

GROUPS = ("markdown-sink", "unicode", "template", "url-link", "slug", "hidden-text", "html-page")


@pytest.mark.slow
def test_hostile_strings_are_only_text() -> None:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    strings = [case.text for case in load(*GROUPS) if case.text and len(case.text) < 5_000]
    assert len(strings) > 150
    found = hostile.measure(strings)
    assert found["findings"] == 0, found["first"]
    assert found["passages"] > 20 * len(strings)
