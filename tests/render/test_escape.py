"""The gate: what goes in comes out as text, and there is no way around it."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jinja2 import UndefinedError
from markupsafe import Markup

from generator.render.escape import TEMPLATES, environment, front_matter, interpolate, script_data, xml

PACKAGE = Path(__file__).resolve().parents[2] / "generator"
HOSTILE = "</script><img src=x onerror=alert(1)>\"'&{{ 7*7 }}\u2028"


def test_a_value_is_escaped_once() -> None:
    template = environment().from_string("{{ a }}{{ [a]|join }}{{ a ~ '' }}")
    assert "<img" not in template.render(a=HOSTILE)
    assert template.render(a="&") == "&amp;&amp;&amp;"


def test_a_forgotten_value_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nobody }}").render()


def test_messages_escape_their_values_and_keep_markup() -> None:
    assert interpolate("<b>{n} of {m}", {"n": "<i>", "m": Markup("<u>2</u>")}) == "&lt;b&gt;&lt;i&gt; of <u>2</u>"


def test_linked_data_cannot_close_its_script() -> None:
    text = script_data({"text": HOSTILE})
    assert "<" not in text
    assert "&" not in text
    assert json.loads(text) == {"text": HOSTILE}


def test_front_matter_is_escaped_for_the_theme_and_one_line_a_key() -> None:
    text = front_matter((("description", "a\n---\nb"), ("hide", "navigation toc"), ("title", HOSTILE)))
    meta = yaml.safe_load(text.removeprefix("---\n").removesuffix("---\n"))
    assert "<" not in meta["title"]
    assert '"' not in meta["title"]
    assert meta["hide"] == ["navigation", "toc"]
    assert meta["description"] == "a\n---\nb"


def test_xml_has_no_characters_that_xml_forbids() -> None:
    assert xml("a\x00\x0b<b>") == "a&lt;b&gt;"


def test_nothing_goes_around_the_gate() -> None:
    around = re.compile(r"\|\s*safe\b|autoescape\s+false|from_string")
    for path in TEMPLATES.rglob("*.html"):
        assert not around.search(path.read_text(encoding="utf-8")), path.name
    for path in PACKAGE.rglob("*.py"):
        if path.name != "escape.py":
            text = path.read_text(encoding="utf-8")
            assert "Markup(" not in text, path.name
            assert "from_string(" not in text, path.name


def test_only_the_gate_writes_where_words_come_from() -> None:
    for path in TEMPLATES.rglob("*.html"):
        if path.name != "gate.html":
            assert "data-start" not in path.read_text(encoding="utf-8"), path.name
            assert "data-article=" not in path.read_text(encoding="utf-8"), path.name
