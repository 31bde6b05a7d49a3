"""Writes pages as an ordinary docs tree: Markdown files with raw HTML blocks under Markdown headings.

MkDocs, ProperDocs and Zensical build such a tree without knowing of us. A file is written only when its bytes change.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator.errors import BuildError
from generator.model import Page
from generator.render.escape import front_matter

_HEADING: Final = re.compile(r'\n<h2 id="(?P<id>[a-z0-9-]+)">(?P<text>.*?)</h2>\n')


def source(page: Page) -> str:
    """Return the file of a page; what is no Markdown page is its own text."""
    if not page.path.endswith(".md"):
        return page.body
    return front_matter(page.meta) + "\n" + _markdown(page.body)


def write_tree(pages: Iterable[Page], directory: Path) -> tuple[Path, ...]:
    """Write pages into a folder; return the files whose bytes changed.

    Raises:
        BuildError: a page would stand outside the folder, or two pages in the same place.
    """
    root = directory.resolve()
    changed, taken = [], set()
    for page in pages:
        path = (root / page.path).resolve()
        if not path.is_relative_to(root) or page.path.casefold() in taken:
            raise BuildError(f"the page {page.path!r} would stand outside the docs tree or on another page")
        taken.add(page.path.casefold())
        data = source(page).encode()
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            changed.append(path)
    return tuple(changed)


def headings(body: str) -> tuple[tuple[str, str], ...]:
    """Return the headings of a page as (id, HTML of the text), in order."""
    return tuple((match["id"], match["text"]) for match in _HEADING.finditer(body))


def _markdown(body: str) -> str:
    """Return a body with its headings as Markdown, so that the table of contents is the engine's own.

    Blank lines would end nothing inside a raw block, but they are dropped: a block is one piece for every engine.
    """
    opening, _, rest = body.partition("\n")
    inner = rest.rstrip().removesuffix("</div>")
    parts = _HEADING.split(inner)
    blocks = [_block(opening, parts[0])]
    for name, text, block in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        blocks += [f"## {text} {{ #{name} }}", _block(opening, block)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _block(opening: str, html: str) -> str:
    lines = [line for line in html.splitlines() if line.strip()]
    return "\n".join([opening, *lines, "</div>"]) if lines else ""
