import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Draft, Refusal
from generator.read import Limits
from generator.read.refusals import (
    BROKEN_JSON,
    NO_ARTICLES,
    NO_TEXT,
    NOT_A_TEXT,
    NOT_AN_ARTICLE,
    TOO_LARGE,
    TOO_LONG,
    TOO_MANY,
)
from generator.read.structured import read_json
from tests.hostile.cases import Case, load
from tests.read.inputs import only_draft, read_all, write

TEXT = "The invented mayor of Riverton closed the harbour."


@pytest.mark.parametrize(
    "article",
    [
        {
            "title": "T",
            "text": TEXT,
            "outlet": "O",
            "url": "https://o.example/1",
            "date": "2026-01-02",
            "lang": "en",
            "authors": ["A B"],
            "id": "7",
        },
        {
            "title": "T",
            "content_text": TEXT,
            "source": "O",
            "url": "https://o.example/1",
            "date_published": "2026-01-02",
            "language": "en",
            "authors": [{"name": "A B"}],
            "id": 7,
        },
        {
            "headline": "T",
            "body": TEXT,
            "publisher": {"name": "O"},
            "link": "https://o.example/1",
            "pubDate": "2026-01-02",
            "locale": "en",
            "byline": "By A B",
            "guid": "7",
        },
        {
            "title": "T",
            "content_html": f"<p>{TEXT}</p>",
            "site_name": "O",
            "permalink": "https://o.example/1",
            "published_at": "2026-01-02",
            "lang": "en",
            "author": "A B",
            "uid": "7",
        },
        {
            "title": "T",
            "content": f"<div><p>{TEXT}</p></div>",
            "source": {"id": None, "name": "O"},
            "url": "https://o.example/1",
            "publishedAt": "2026-01-02",
            "lang": "en",
            "author": "A B",
            "id": "7",
        },
        {
            "@type": "NewsArticle",
            "headline": "T",
            "articleBody": TEXT,
            "publisher": {"@type": "Organization", "name": "O"},
            "url": "https://o.example/1",
            "datePublished": "2026-01-02",
            "inLanguage": "en",
            "author": [{"@type": "Person", "name": "A B"}],
            "identifier": "7",
        },
        {
            "Title": "T",
            "paragraphs": [TEXT],
            "Outlet": "O",
            "canonical-url": "https://o.example/1",
            "Publish Date": "2026-01-02",
            "LANG": "en",
            "Creator": "A B",
            "article_id": 7,
        },
    ],
)
def test_one_article_in_the_words_of_many_tools(tmp_path: Path, article: dict[str, object]) -> None:
    draft = only_draft(tmp_path, "a.json", json.dumps(article))
    assert (draft.title, draft.body, draft.outlet, draft.url) == ("T", TEXT, "O", "https://o.example/1")
    assert (draft.published, draft.language, draft.authors, draft.input_id) == ("2026-01-02", "en", ("A B",), "7")


@pytest.mark.parametrize(
    "wrapped",
    [
        [{"text": TEXT}, {"text": TEXT}],
        {"articles": [{"text": TEXT}, {"text": TEXT}], "totalResults": 2},
        {"@context": "https://schema.org", "@graph": [{"articleBody": TEXT}, {"articleBody": TEXT}]},
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "O",
            "language": "en",
            "items": [{"id": 1, "content_text": TEXT}, {"id": 2, "content_html": TEXT}],
        },
    ],
)
def test_lists_and_what_holds_them(tmp_path: Path, wrapped: object) -> None:
    found = read_all(write(tmp_path, {"a.json": json.dumps(wrapped)}))
    assert [(entry.origin.kind, entry.origin.where) for entry in found] == [("item", "a.json#1"), ("item", "a.json#2")]
    assert all(isinstance(entry, Draft) and entry.body == TEXT for entry in found)
    if isinstance(wrapped, dict) and "version" in wrapped:
        assert all(isinstance(entry, Draft) and (entry.outlet, entry.language) == ("O", "en") for entry in found)


def test_json_lines_under_any_name(tmp_path: Path) -> None:
    lines = f'{{"text": "{TEXT}"}}\n{{"text": "{TEXT}"}}\n'
    for name in ("a.jsonl", "a.ndjson", "a.json", "a.txt"):
        folder = write(tmp_path / name, {name: lines})
        assert [entry.origin.where for entry in read_all(folder)] == [f"{name}#1", f"{name}#2"]


def test_a_broken_line_costs_itself_alone(tmp_path: Path) -> None:
    lines = [
        b'\xef\xbb\xbf{"text": "a b"}',
        b"",
        b"{broken",
        b"[1, 2]",
        b'{"title": "no text"}',
        b"\x00\x01\x02\x03",
        b'{"text": "c d"}',
    ]
    found = read_all(write(tmp_path, {"a.jsonl": b"\r\n".join(lines)}))
    assert [(entry.origin.where, getattr(entry, "reason", "used")) for entry in found] == [
        ("a.jsonl#1", "used"),
        ("a.jsonl#3", BROKEN_JSON),
        ("a.jsonl#4", NOT_AN_ARTICLE),
        ("a.jsonl#5", NO_TEXT),
        ("a.jsonl#6", NOT_A_TEXT),
        ("a.jsonl#7", "used"),
    ]
    broken = found[1]
    assert isinstance(broken, Refusal)
    assert broken.detail.startswith("line 3: Expecting property name")


def test_limits_of_collections(tmp_path: Path) -> None:
    line = f'{{"text": "{TEXT}"}}\n'
    folder = write(tmp_path / "many", {"a.jsonl": line * 5, "b.json": f"[{','.join([line] * 5)}]"})
    reasons = [getattr(entry, "reason", "used") for entry in read_all(folder, Limits(items=3))]
    assert reasons == ["used", "used", "used", TOO_MANY] * 2
    folder = write(tmp_path / "long", {"a.jsonl": line + '{"text": "' + "x" * 500 + '"}\n' + line})
    assert [getattr(entry, "reason", "used") for entry in read_all(folder, Limits(input_bytes=400))] == [
        "used",
        TOO_LARGE,
    ]
    folder = write(tmp_path / "large", {"a.jsonl": line * 50})
    assert [getattr(entry, "reason", "used") for entry in read_all(folder, Limits(collection_bytes=400))] == [TOO_LARGE]
    folder = write(tmp_path / "noise", {"a.jsonl": "{broken\n" * 5_000})
    assert len(read_all(folder)) < 200
    assert TOO_LONG not in reasons


@pytest.mark.parametrize(
    ("text", "reason", "detail"),
    [
        ("[]", NO_ARTICLES, "the list is empty"),
        ('{"items": null}', NO_TEXT, "no key such as"),
        ('{"title": "t"', BROKEN_JSON, "line 1: Expecting ',' delimiter"),
        ('{\n"a": 1,\n}', BROKEN_JSON, "line 3: Expecting property name"),
        ("[" * 100_000, BROKEN_JSON, "line 1: nested too deep"),
        ('[{"text": [null, {}]}]', NO_TEXT, "no key such as"),
        ('["x"]', NOT_AN_ARTICLE, "a text where an object"),
        ("[null]", NOT_AN_ARTICLE, "null where an object"),
        ("[5]", NOT_AN_ARTICLE, "a text where an object"),
        ('{"id": ' + "9" * 6_000 + "}", NO_TEXT, "no key such as"),
    ],
)
def test_what_is_no_article(text: str, reason: str, detail: str) -> None:
    [found] = read_json(text, "a.json", limits=Limits())
    assert isinstance(found, Refusal)
    assert found.reason == reason
    assert found.detail.startswith(detail)


def test_values_of_the_wrong_type_are_left_out() -> None:
    article = {
        "text": TEXT,
        "title": ["t"],
        "url": 5,
        "outlet": {"x": 1},
        "authors": {"a": 1},
        "date": True,
        "lang": [],
        "id": {},
    }
    [draft] = read_json(json.dumps(article), "a.json", limits=Limits())
    assert isinstance(draft, Draft)
    assert (draft.title, draft.url, draft.outlet, draft.authors, draft.published, draft.language, draft.input_id) == (
        None, None, None, (), None, None, None,
    )  # fmt: skip


def test_too_long_values_are_left_out_and_surrogates_replaced() -> None:
    limits = Limits(title_characters=20, outlet_characters=5)
    article = '{"text": "x", "title": "a\\ud800b", "outlet": "Example Gazette", "authors": ["%s", "A"]}' % ("n" * 500)
    [draft] = read_json(article, "a.json", limits=limits)
    assert isinstance(draft, Draft)
    assert (draft.title, draft.outlet, draft.authors) == ("a\ufffdb", None, ("A",))


@pytest.mark.parametrize("case", load("json-feed"), ids=lambda case: case.note)
def test_hostile_json(case: Case) -> None:
    for found in read_json(case.text, "a.json", limits=Limits()):
        assert isinstance(found, Refusal) or "<script" not in found.body


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["text", "body", "title", "authors", "items", "url", "date", "content_html", "x"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@settings(deadline=None)
@given(VALUES)
def test_any_json_value_is_articles_or_refusals(value: object) -> None:
    found = list(read_json(json.dumps(value), "a.json", limits=Limits()))
    assert found
    assert all(isinstance(entry, Refusal) or entry.body.strip() for entry in found)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(list('{}[]",:\\ \n0e-tnul')), max_size=80))
def test_any_text_as_json(text: str) -> None:
    assert list(read_json(text, "a.json", limits=Limits()))
