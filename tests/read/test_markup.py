from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Draft, Origin, Refusal
from generator.read import Limits
from generator.read.front_matter import FrontMatterError, split
from generator.read.kind import kind_of
from generator.read.markup import read_markdown, read_text
from generator.read.refusals import BAD_FRONT_MATTER, NO_TEXT
from tests.hostile.cases import Case, load
from tests.read.inputs import only_draft, only_refusal

ORIGIN = Origin(kind="file", where="a.md")
BODY = "The invented mayor of Riverton closed the harbour.\n"


def test_front_matter_in_the_forms_seen_in_the_wild(tmp_path: Path) -> None:
    text = (
        "---\nHeadline: Harbour closed\npublisher: Example Gazette (demo)\nbyline: By Mona Example and Karl Sample\n"
        "Date-Published: 2026-01-02\nlanguage: en-GB\ncanonical_url: https://gazette.example/1\nguid: 42\n"
        f"rights: Full text\ntemplate: main.html\n---\n{BODY}"
    )
    assert only_draft(tmp_path, "a.md", text) == Draft(
        origin=Origin(kind="file", where="a.md"),
        body=BODY.strip(),
        title="Harbour closed",
        outlet="Example Gazette (demo)",
        url="https://gazette.example/1",
        authors=("Mona Example", "Karl Sample"),
        published="2026-01-02",
        language="en-GB",
        input_id="42",
        full_text=True,
    )


@pytest.mark.parametrize(
    "top",
    [
        "---\ntitle: A\n---\n",
        "---\r\ntitle: A\r\n---\r\n",
        "\ufeff---\ntitle: A\n---\n",
        '+++\ntitle = "A"\n+++\n',
        '{"title": "A"}\n\n',
    ],
)
def test_yaml_toml_and_json_at_the_top(tmp_path: Path, top: str) -> None:
    assert only_draft(tmp_path, "a.md", top + BODY).title == "A"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: 12:30:45", "12:30:45"), ("title: 0777", "0777"), ("title: yes", "yes"),
        ("title: 2024-99-99", "2024-99-99"),
        ("title: ~", None), ("title: null", None), ('title: "null"', "null"), ("title: [a, b]", None),
        ("title:", None),
        ("title: A\ntitle: B", "B"), ('title: "</title><script>"', "</title><script>"),
    ],
)  # fmt: skip
def test_values_stay_the_text_they_are(tmp_path: Path, line: str, title: str | None) -> None:
    assert only_draft(tmp_path, "a.md", f"---\n{line}\n---\n{BODY}").title == title


@pytest.mark.parametrize(
    ("block", "detail"),
    [
        ("title: t\na: &a x\nb: *a", "line 3: anchors and aliases are not read"),
        ("title: !!python/object/apply:os.system [x]", "line 2: tags are not read"),
        ("title: !ENV HOME", "line 2: tags are not read"),
        ("a: " + "[" * 5 + "]" * 5, "line 2: nested deeper than 4"),
        ("a: " + "[" * 7_000 + "]" * 7_000, "nested deeper than 4"),
        ("a: [" + "x, " * 300 + "]", "line 2: more than 200 values"),
        ("k" * 17_000 + ": v", "larger than 16000 bytes"),
        ("\ttitle: A", "a tab where YAML wants spaces"),
        ("- just\n- a list", "no keys with values"),
        ("title: [open", "line 3: "),
    ],
)
def test_bad_front_matter_is_refused_with_its_place(tmp_path: Path, block: str, detail: str) -> None:
    refusal = only_refusal(tmp_path, "a.md", f"---\n{block}\n---\n{BODY}")
    assert refusal.reason == BAD_FRONT_MATTER
    assert refusal.detail.startswith(detail)


@pytest.mark.parametrize("case", load("front-matter"), ids=lambda case: case.note)
def test_hostile_front_matter(tmp_path: Path, case: Case) -> None:
    (tmp_path / "a.md").write_bytes(case.content)
    found = read_markdown(case.text, ORIGIN, limits=Limits())
    if case.expect == "refuse-empty":
        assert isinstance(found, Refusal)
        assert found.reason == NO_TEXT
    elif case.expect != "refuse-or-ignore-meta":
        assert isinstance(found, Draft)
        assert "Body" in found.body
    if case.expect in {"no-title", "ignore-key", "article-no-meta"}:
        assert isinstance(found, Draft)
        assert found.title is None
    if case.expect == "no-link":
        assert isinstance(found, Draft)
        assert found.url is None


def test_header_lines_of_plain_text(tmp_path: Path) -> None:
    draft = only_draft(
        tmp_path, "a.txt", f"Title: Harbour closed\nSource: Example Gazette\nDate: 2 January 2026\n\n{BODY}"
    )
    assert (draft.title, draft.outlet, draft.published) == ("Harbour closed", "Example Gazette", "2 January 2026")
    assert draft.body == BODY.strip()


def test_lines_that_only_look_like_headers_are_text(tmp_path: Path) -> None:
    text = f"Mayor: harbour closes\nTitle: Harbour\n\n{BODY}"
    assert only_draft(tmp_path, "a.txt", text).body == text.strip()


def test_a_header_ends_with_a_blank_line(tmp_path: Path) -> None:
    assert only_draft(tmp_path, "a.txt", "Title: Harbour\nand so on").title is None


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    text = (
        "# Harbour *closed*\n\nThe **mayor** said “[we wait](https://x.example/a)” and _left_.\n"
        "![A picture](p.png)\n\n"
        "Why it matters\n--------------\n\n> The port is\n> old.\n\n- one\n- two\n\n1. first\n\n"
        "***\n\n```\ncode *stays*\n```\n\n"
        "snake_case_name, 2 * 3 * 4, 5 \\* 6, [no link], a <b> c\n\n[ref]: https://x.example\n"
    )
    draft = read_markdown(text, ORIGIN, limits=Limits())
    assert isinstance(draft, Draft)
    assert draft.headings == ("Harbour closed", "Why it matters")
    assert draft.body.split("\n\n") == [
        "Harbour closed",
        "The mayor said “we wait” and left.",
        "Why it matters",
        "The port is\nold.",
        "one",
        "two",
        "first",
        "code *stays*",
        "snake_case_name, 2 * 3 * 4, 5 * 6, [no link], a <b> c",
    ]


def test_plain_text_keeps_every_mark(tmp_path: Path) -> None:
    text = "# no heading\n\n**stars** [brackets](x) _lines_"
    assert only_draft(tmp_path, "a.txt", text).body == text


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(list("-#*_`>[]()!\\\n ab:{}\"'&+=~|.1")), max_size=300))
def test_any_markup_is_read(text: str) -> None:
    for read in (read_text, read_markdown):
        found = read(text, ORIGIN, limits=Limits())
        assert isinstance(found, Refusal) or found.body.strip()


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(list("ab:[]{}&*!|>-\"'\n ,#?%@~")), max_size=200))
def test_any_front_matter_is_read_or_refused(block: str) -> None:
    try:
        found = split(f"---\n{block}\n---\nBody", limits=Limits())
    except FrontMatterError:
        return
    assert found.body.endswith("Body")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ('{"title": "t"}', "a.txt", "json"), ('[ {"title": "t"}]', "noname", "json"),
        ("<!DOCTYPE html><p>x", "a.txt", "html"),
        ("<html>", "a", "html"), ("[Agency] The mayor", "a.txt", "text"), ("{curly} text", "a.txt", "text"),
        ("text", "a.md", "markdown"),
        ("text", "a.csv", "unknown"), ("text", "a", "text"), ('{"a": 1}', "a.md", "markdown"),
        ("anything", "a.jsonl", "jsonl"),
        ("plain", "a.html", "html"), ("<p>", "a.xml", "unknown"), ("\n\n  <HTML>", "a.xml", "html"),
    ],
)  # fmt: skip
def test_kind_is_by_content_and_the_extension_breaks_ties(text: str, name: str, kind: str) -> None:
    assert kind_of(text, name) == kind
