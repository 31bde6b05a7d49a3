"""The proof holds for what was built, and fails for anything that was changed in it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.verify import given_words, verify
from tests.render.building import build_site
from tests.render.invented import edition

PAGE = "stories/harbour-5707/index.html"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("verified"), edition())


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "site"))


def findings(site: Path) -> tuple[str, ...]:
    return verify(site, edition().articles, given=given_words(edition())).findings


def change(site: Path, old: str, new: str) -> None:
    path = site / PAGE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_was_built_is_proved(site: Path) -> None:
    proof = verify(site, edition().articles, given=given_words(edition()))
    assert proof.findings == ()
    assert proof.pages == 16
    assert proof.passages > 50


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("before the summer,</", "before the winter,</", "is shown, but the source says"),
        ("will close</span>", "will never close</span>", "is shown, but the source says"),
        ('dir="ltr">Mara Example</span>', 'dir="ltr">Mara Exemple</span>', "is shown, but the source says"),
        ('data-start="', 'data-start="9', "a passage"),
        ('data-article="0000000000000001"', 'data-article="00000000000000aa"', "of an unknown article"),
        (">The Invented Post</bdi>", ">The Other Post</bdi>", "is shown as the outlet"),
        (">A. Writer</bdi>", ">C. Writer</bdi>", "is shown as the author"),
        ('<p class="sd-note">', '<p class="sd-note">Everybody knows that. ', "words from nowhere"),
        ("</blockquote>", "</blockquote>He lied.", "words from nowhere"),
        ('<li><data value="3">3</data>', '<li><data value="3">30</data>', "a figure that is not what it says"),
        (
            'Sources: <data value="3">3</data> articles\n',
            'Sources: <data value="3">9</data> articles\n',
            "not the heading",
        ),
        ('">March 2, 2026<', '">March 9, 2026<', "a time that is not what it says"),
        (">Arabic</span>", ">Klingon</span>", "a language that is not what it says"),
        ("<mark>", "<mark><b>b</b>", "inside a passage"),
        ('<p class="sd-note">', '<p class="sd-note" onclick="x()">', "a handler onclick"),
        ('<p class="sd-note">', '<p class="sd-note" style="color:red">', "an attribute style"),
        ('<p class="sd-note">', '<img src="x.png"><p class="sd-note">', "an element <img>"),
        ('<p class="sd-note">', '<script>x()</script><p class="sd-note">', "a script"),
        ('<p class="sd-note">', '<p title="Buy now" class="sd-note">', "a label"),
        (
            'href="https://news.example/harbour?a=1&amp;b=2"',
            'href="https://evil.example/"',
            "an address that no article has",
        ),
        ('href="https://news.example/harbour?a=1&amp;b=2"', 'href="javascript:x()"', "an address that no article has"),
        (' rel="nofollow noopener noreferrer"', "", "without rel"),
        ('href="../../outlets/the-invented', 'href="../../outlets/an-invented', "where nothing is"),
        ('href="#source-', 'href="#sauce-', "a place that is not on that page"),
        ('"text": "We will', '"text": "They will', "is shown, but the source says"),
        ('"headline": "Harbour', '"headline": "Airport', "linked data of an article"),
        ("<title>The harbour", "<title>The airport", "a title that is not the heading"),
        ("</body>", '<script src="https://evil.example/x.js"></script></body>', "from another host"),
        ("</body>", '<iframe src="/x"></iframe></body>', "an element <iframe>"),
    ],
)
def test_what_was_changed_is_found(site: Path, old: str, new: str, finding: str) -> None:
    change(site, old, new)
    found = findings(site)
    assert any(finding in line and line.startswith(PAGE) for line in found), found


def test_a_changed_description_is_found(site: Path) -> None:
    change(site, 'property="og:description" content="', 'property="og:description" content="False: ')
    assert any("a description that no source has" in line for line in findings(site))


def test_words_that_were_not_given_are_found(site: Path) -> None:
    others = replace(edition(), refusals=(), notes=())
    found = verify(site, edition().articles, given=given_words(others)).findings
    assert any("was not given" in line and line.startswith("build/") for line in found)


def test_an_article_that_changed_since_is_found(site: Path) -> None:
    first, *rest = edition().articles
    changed = replace(first, text=first.text.replace("will close", "will shut"))
    assert verify(site, (changed, *rest)).findings


def test_a_page_of_somebody_elses_is_not_judged(site: Path) -> None:
    (site / "about.html").write_text("<!doctype html><p style='x'>My own words.</p>", encoding="utf-8")
    assert findings(site) == ()
