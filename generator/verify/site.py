"""Proves a built site: every passage against its source, every word against where it must come from, every link."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from generator.model import Article
from generator.verify.page import Read, read_page
from generator.verify.sources import Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What was compared on a whole site, and what was wrong: one line each, beginning with the page."""

    pages: int
    passages: int
    findings: tuple[str, ...]


def verify(site: Path, articles: Iterable[Article], *, given: frozenset[str] | None = None) -> Proof:
    """Return the proof of a built site; it holds if it has no findings.

    Args:
        site: the folder of the built site.
        articles: the articles it was made from.
        given: what else was given and may be shown, see `given_words`; None believes what says that it was given.
    """
    sources = Sources(articles, given)
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    read = {name: read_page(path.read_text(encoding="utf-8"), sources) for name, path in paths.items()}
    findings = [f"{name}: {finding}" for name, page in read.items() for finding in page.findings]
    findings += _dead_links(site, read)
    return Proof(pages=len(read), passages=sum(page.passages for page in read.values()), findings=tuple(findings))


def _dead_links(site: Path, read: Mapping[str, Read]) -> Iterator[str]:
    for name, page in read.items():
        for link in sorted(page.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or (name == "404.html" and link.startswith("/")):
                continue  # that page is shown at any address, so its links begin at the root of the host
            target = _target(name, parts.path)
            if target not in read:
                if not (site / target).is_file():
                    yield f"{name}: a link to {link!r}, where nothing is"
            elif parts.fragment and unquote(parts.fragment) not in read[target].names:
                yield f"{name}: a link to {link!r}, a place that is not on that page"


def _target(name: str, path: str) -> str:
    if not path:
        return name
    folder = name.rpartition("/")[0]
    target = normpath(f"{folder}/{unquote(path)}" if folder else unquote(path))
    return normpath(f"{target}/index.html") if path.endswith("/") or target == "." else target
