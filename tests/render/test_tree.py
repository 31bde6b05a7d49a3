"""The docs tree on disk: Markdown headings, raw HTML between them, written only when something changes."""

from pathlib import Path

import pytest
from markdown import Markdown

from generator.errors import BuildError
from generator.model import Page
from generator.render import RenderSettings, render
from generator.render.tree import headings, source, write_tree
from tests.render.invented import edition

PAGES = render(edition(), settings=RenderSettings())
EXTENSIONS = [
    "toc",
    "tables",
    "attr_list",
    "md_in_html",
    "admonition",
    "def_list",
    "footnotes",
    "abbr",
    "smarty",
    "nl2br",
]


def test_only_changed_files_are_written(tmp_path: Path) -> None:
    assert len(write_tree(PAGES, tmp_path)) == len(PAGES)
    assert write_tree(PAGES, tmp_path) == ()
    other = Page(path="index.md", meta=(("title", "x"),), body="<p>x</p>\n")
    assert write_tree([other], tmp_path) == (tmp_path / "index.md",)


@pytest.mark.parametrize("path", ["../out.md", "/etc/out.md", "a/../../out.md"])
def test_no_page_stands_outside_of_the_tree(tmp_path: Path, path: str) -> None:
    with pytest.raises(BuildError):
        write_tree([Page(path=path, meta=(), body="")], tmp_path / "docs")
    assert not (tmp_path / "out.md").exists()


def test_no_page_stands_on_another(tmp_path: Path) -> None:
    pages = [Page(path=path, meta=(), body="") for path in ("a.md", "A.md")]
    with pytest.raises(BuildError):
        write_tree(pages, tmp_path)


@pytest.mark.parametrize("page", [p for p in PAGES if p.path.endswith(".md")], ids=lambda page: page.path)
def test_markdown_leaves_the_html_as_it_is(page: Page) -> None:
    """Whatever extensions are on, every element of the body comes through, and headings get their names."""
    text = source(page).partition("\n---\n")[2]
    markdown = Markdown(extensions=EXTENSIONS)
    html = markdown.convert(text)
    for line in page.body.splitlines():
        if line.strip() and not line.startswith(("<h2", "</div>")):
            assert line in html
    for name, _ in headings(page.body):
        assert f'id="{name}"' in html
