"""The proof of one page."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import html
from lxml.html import HtmlElement

from generator.text import collapse
from generator.verify.markup import content_findings, shell_findings, spoken
from generator.verify.sources import Sources
from generator.verify.words import InterfaceWords

_CONTENT: Final = './/div[contains(concat(" ", @class, " "), " sd ")]'

_TOPIC: Final = './/div[@data-md-component="header-topic"]'
_CONTENTS_LINK: Final = './/nav[contains(@class, "md-nav--secondary")]//a[starts-with(@href, "#")]'


@dataclass(slots=True)
class Read:
    """What was found on a page: findings, how many passages were compared, its names and where it links to."""

    findings: list[str] = field(default_factory=list)
    passages: int = 0
    names: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)


def read_page(text: str, sources: Sources) -> Read:
    """Return what a page holds."""
    return read_document(html.document_fromstring(text), sources)


def read_document(document: HtmlElement, sources: Sources) -> Read:
    """Return what a parsed page holds; of somebody's own page, only what it loads is judged."""
    reader = _Reader(sources, InterfaceWords.of(document.get("lang", "")), Read())
    return reader.read(document)


class _Reader:
    """Reads a page as a browser does, and compares every word of the content with where it must come from."""

    def __init__(self, sources: Sources, words: InterfaceWords, found: Read) -> None:
        self._sources = sources
        self._words = words
        self._found = found

    def read(self, document: HtmlElement) -> Read:
        found = self._found
        found.names = {str(name) for name in document.xpath("//@id")}
        contents = document.xpath(_CONTENT)
        found.findings += shell_findings(document)
        for content in contents:
            found.links |= {str(link) for link in content.xpath(".//@href")}
            self._element(content)
        if contents:
            found.findings += self._title_findings(document, contents[0])
        return found

    def _element(self, element: HtmlElement) -> None:
        found = self._found
        found.findings += content_findings(element, self._sources)
        if not isinstance(element.tag, str):
            return
        found.findings += (f"a label {s[:80]!r}" for s in spoken(element) if not self._words.is_label(s))
        if self._says_where_from(element):
            inside = (child.tag for child in element.iterdescendants() if child.tag != "mark")
            found.findings += (f"<{tag}> inside a passage" for tag in inside)
            return
        self._own(element.text)
        for child in element:
            self._element(child)
            self._own(child.tail)

    def _says_where_from(self, element: HtmlElement) -> bool:
        """Compare an element that says where its words come from; return whether it is one."""
        shown = "".join(element.itertext())
        for attribute, compare in self._comparisons():
            if attribute in (element.tag, *element.attrib):
                self._found.findings += compare(element, shown)
                return True
        return False

    def _comparisons(self) -> tuple[tuple[str, Callable[[HtmlElement, str], Iterable[str]]], ...]:
        words = self._words
        return (
            ("data-field", self._field),
            ("data-article", self._passage),
            ("data-given", lambda _, shown: [] if self._sources.is_given(shown) else [f"{shown[:80]!r} was not given"]),
            (
                "data-language",
                lambda e, shown: _unless(words.is_language(e.get("data-language", ""), shown), "a language", shown),
            ),
            ("data", lambda e, shown: _unless(words.is_figure(e.get("value", ""), shown), "a figure", shown)),
            ("time", lambda e, shown: _unless(words.is_time(e.get("datetime", ""), shown), "a time", shown)),
            ("script", lambda _, shown: self._sources.linked_findings(shown)),
        )

    def _passage(self, element: HtmlElement, shown: str) -> list[str]:
        self._found.passages += 1
        article, start, end = (element.get(f"data-{name}", "") for name in ("article", "start", "end"))
        wrong = self._sources.passage(article, start, end, shown)
        return [wrong] if wrong else []

    def _field(self, element: HtmlElement, shown: str) -> list[str]:
        article, name = element.get("data-article", ""), element.get("data-field", "")
        wrong = self._sources.field(article, name, element.get("data-index", "0"), shown)
        return [wrong] if wrong else []

    def _own(self, text: str | None) -> None:
        if text and text.strip() and not self._words.is_own(text):
            self._found.findings.append(f"words from nowhere: {collapse(text)[:80]!r}")

    def _title_findings(self, document: HtmlElement, content: HtmlElement) -> Iterator[str]:
        """Give what is wrong with the words that stand outside the content: they repeat the heading, or are our own."""
        heading = content.find(".//h1")
        known = collapse("".join(heading.itertext())).removesuffix("…") if heading is not None else ""
        site_name = "".join(document.xpath('//meta[@property="og:site_name"]/@content')[:1])
        shown = ["".join(title.itertext()) for title in document.findall(".//title")[:1]]
        shown += [str(meta) for meta in document.xpath('//meta[@property="og:title"]/@content')]
        shown += ["".join(topic.itertext()) for topic in document.xpath(_TOPIC)]
        for text in shown:
            title = collapse(text).removesuffix(collapse(site_name)).removesuffix(" - ").removesuffix(" -")
            if title not in {"", known} and not self._words.is_label(title):
                yield f"a title that is not the heading: {title[:80]!r}"
        for link in document.xpath(_CONTENTS_LINK):
            places = document.xpath("//*[@id=$name]", name=link.get("href", "").removeprefix("#"))
            if not places or _flat(places[0]) != _flat(link):
                yield f"an entry of the contents that is not the heading: {_flat(link)[:80]!r}"
        for text in document.xpath('//meta[@property="og:description"]/@content'):
            words = collapse(str(text)).removesuffix("…")
            if not self._sources.holds(words):
                yield f"a description that no source has: {words[:80]!r}"


def _unless(fits: bool, what: str, shown: str) -> list[str]:  # noqa: FBT001 - the condition is the point
    return [] if fits else [f"{what} that is not what it says: {shown[:80]!r}"]


def _flat(element: HtmlElement) -> str:
    return collapse("".join(element.itertext()))
