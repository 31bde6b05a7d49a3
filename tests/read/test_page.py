import socket
from pathlib import Path

import pytest

from generator.model import Draft, Origin, Refusal
from generator.read import Limits
from generator.read.fragments import fragment
from generator.read.page import read_html
from generator.read.refusals import NO_TEXT, TOO_LARGE
from tests.hostile.cases import Case, load
from tests.read.inputs import only_draft

ORIGIN = Origin(kind="file", where="a.html")
PARAGRAPHS = [
    "The invented mayor of Riverton closed the harbour on Monday after a storm damaged the northern pier of the town.",
    "“Nobody was hurt, and nobody will be,” the mayor told reporters at the invented town hall on Tuesday morning.",
    "Fishing boats may return when engineers have looked at the pier, which is expected to take about a week of work.",
]
PAGE = """<!doctype html><html lang="en-GB"><head><title>Harbour closed | Example Gazette</title>
<meta property="og:site_name" content="Example Gazette"><meta property="og:title" content="Harbour closed">
<link rel="canonical" href="https://gazette.example/harbour">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "Not this"},
{"@type": "NewsArticle", "headline": "Harbour closed after storm", "datePublished": "2026-01-02T10:30:00Z",
"author": [{"@type": "Person", "name": "Mona Example"}, {"@type": "Person", "name": "Karl Sample"}],
"publisher": {"@type": "Organization", "name": "The Example Gazette"}}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Harbour closed after storm</h1>%s<h2>What happens next</h2><p>%s</p></article>
<aside><a href="/x">More stories</a></aside><footer>Copyright</footer></body></html>"""


def _page(extra: str = "") -> str:
    return PAGE % (f"<p>{PARAGRAPHS[0]}</p>{extra}<p>{PARAGRAPHS[1]}</p>", PARAGRAPHS[2])


def _read(page: str) -> Draft:
    found = read_html(page, ORIGIN, limits=Limits())
    assert isinstance(found, Draft), found
    return found


def test_text_headings_and_metadata_of_a_page(tmp_path: Path) -> None:
    draft = only_draft(tmp_path, "a.html", _page())
    assert [line for line in draft.body.split("\n\n") if line in PARAGRAPHS] == PARAGRAPHS
    assert "Sport" not in draft.body
    assert "What happens next" in draft.headings
    assert draft.title == "Harbour closed after storm"
    assert draft.outlet == "The Example Gazette"
    assert draft.authors == ("Mona Example", "Karl Sample")
    assert draft.published == "2026-01-02T10:30:00Z"
    assert draft.language == "en-GB"
    assert draft.url == "https://gazette.example/harbour"


def test_meta_elements_serve_where_there_is_no_linked_data() -> None:
    page = (
        _page()
        .replace("application/ld+json", "application/json")
        .replace("</title>", "</title><meta name='author' content='Mona Example'>")
    )
    page = page.replace("</title>", "</title><meta property='article:published_time' content='2026-01-02T10:30:00Z'>")
    draft = _read(page)
    assert (draft.title, draft.outlet, draft.authors) == ("Harbour closed", "Example Gazette", ("Mona Example",))
    assert draft.published == "2026-01-02T10:30:00Z"


def test_the_title_of_a_page_that_declares_nothing_is_its_own() -> None:
    page = f"<html><head><title>Harbour closed</title></head><body><p>{'</p><p>'.join(PARAGRAPHS)}</p></body></html>"
    assert _read(page).title == "Harbour closed"
    assert _read(page).body.split("\n\n") == PARAGRAPHS


def test_paragraphs_made_with_line_breaks_are_paragraphs() -> None:
    page = f"<html><body><div>{'<br><br>'.join(PARAGRAPHS)}</div></body></html>"
    assert _read(page).body.split("\n\n") == PARAGRAPHS


PLANTED = "“I planted this,” the mayor never said anywhere in the whole of the invented town of Riverton."


@pytest.mark.parametrize(
    "opening",
    [
        "<p hidden>", '<p aria-hidden="true">', '<p style="display: none">', '<p style="visibility:hidden">',
        '<p style="font-size: 0px">',
        '<p style="opacity:0">', '<p class="visually-hidden">', '<p class="x sr-only">',
        '<p style="position:absolute;left:-9999px">',
        '<p style="text-indent:-9999em">', '<p style="clip: rect(0 0 0 0)">',
        '<p style="clip-path:inset(50%)">', '<p style="height:0;overflow:hidden">',
        '<p style="color:transparent">', '<div style="display:none"><p>', "<template><p>", "<noscript><p>",
        "<dialog><p>", "<svg><text>",
        '<style>.planted { color: red; display: none }</style><p class="planted">',
        '<style>#p1{visibility:hidden!important}</style><p id="p1">',
    ],
)  # fmt: skip
def test_what_no_reader_sees_is_not_read(opening: str) -> None:
    draft = _read(_page(f"{opening}{PLANTED}</p></div></template></noscript></dialog></text></svg>"))
    assert "planted" not in draft.body
    assert PARAGRAPHS[0] in draft.body
    assert "planted" not in fragment(f"<p>{PARAGRAPHS[0]}</p>{opening}{PLANTED}").body


@pytest.mark.parametrize(
    "opening",
    [
        "<p>",
        "<div><p>",
        "<details open><p>",
        '<p style="font-size:0.9em">',
        '<p style="opacity:0.9">',
        '<p style="left:-9px">',
        '<p style="line-height:0.9">',
        '<p class="hidden-gem">',
        "<style>@media print { .planted { display:none } }</style><p class='planted'>",
    ],
)
def test_what_readers_see_is_read(opening: str) -> None:
    assert "planted" in _read(_page(f"{opening}{PLANTED}</p></div></details>")).body


@pytest.mark.parametrize("case", load("html-page"), ids=lambda case: case.note)
def test_hostile_pages(case: Case) -> None:
    found = read_html(case.text, ORIGIN, limits=Limits())
    if case.expect == "refuse-empty":
        assert isinstance(found, Refusal)
    if case.expect == "hidden-not-quoted":
        assert isinstance(found, Draft)
        assert found.body == "Visible."
    if case.expect == "no-link":
        assert isinstance(found, Refusal) or found.url is None


def test_a_page_of_countless_elements_is_refused() -> None:
    page = _page("".join(f"<span>w{number} </span>" for number in range(500)))
    assert isinstance(read_html(page, ORIGIN, limits=Limits()), Draft)
    found = read_html(page, ORIGIN, limits=Limits(page_elements=400))
    assert isinstance(found, Refusal)
    assert found.reason == TOO_LARGE
    assert found.detail.endswith("elements, at most 400 are read")


def test_a_page_without_an_article_says_so() -> None:
    found = read_html("<html><body></body></html>", ORIGIN, limits=Limits())
    assert isinstance(found, Refusal)
    assert found.reason == NO_TEXT


def test_broken_metadata_costs_nothing_else() -> None:
    page = _page().replace('{"@context"', '{{"@context"')
    assert PARAGRAPHS[0] in _read(page).body
    deep = _page().replace('{"@context"', "[[" * 5_000 + '{"@context"')
    assert PARAGRAPHS[0] in _read(deep).body


def test_reading_a_page_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a page was fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert _read(_page('<iframe src="https://x.example"></iframe><img src="https://x.example/1.png">')).body


def test_fragments_keep_paragraphs_lines_and_headings() -> None:
    found = fragment(
        "<h2>Why</h2><p>One <b>bold</b>&nbsp;word.<br>A line.</p>loose<ul><li>a</li><li>b</li></ul>"
        "<!-- c --><script>x</script>"
    )
    assert found.body.split("\n\n") == ["Why", "One bold word.", "A line.", "loose", "a", "b"]
    assert found.headings == ("Why",)
    assert fragment("").body == ""
    assert fragment("\x00<p>a\x00b</p>").body == "ab"
    assert fragment("<p>a &lt;script&gt; b").body == "a <script> b"
