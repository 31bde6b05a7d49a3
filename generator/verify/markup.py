"""What the templates write, and nothing else: elements, attributes, addresses (an HTML5 page oracle)."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from generator.verify.sources import Sources

_SVG: Final = "{http://www.w3.org/2000/svg}"
_TAGS: Final = frozenset(
    [
        "a",
        "article",
        "bdi",
        "blockquote",
        "button",
        "caption",
        "code",
        "data",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "header",
        "i",
        "input",
        "label",
        "li",
        "mark",
        "nav",
        "noscript",
        "ol",
        "p",
        "rect",
        "script",
        "section",
        "span",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "template",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
    ]
)
_ATTRIBUTES: Final = frozenset(
    [
        "action",
        "autocomplete",
        "class",
        "dir",
        "for",
        "height",
        "hidden",
        "href",
        "id",
        "lang",
        "method",
        "name",
        "open",
        "preserveaspectratio",
        "rel",
        "role",
        "scope",
        "spellcheck",
        "tabindex",
        "type",
        "value",
        "viewbox",
        "width",
        "x",
        "y",
        "datetime",
        "focusable",
    ]
)
_SPOKEN: Final = frozenset({"aria-label", "title", "alt", "placeholder", "data-label"})
"""Attributes whose text a reader hears or sees."""
_LOADING: Final = frozenset({"src", "srcset", "poster", "background", "data", "formaction", "xlink:href"})


def content_findings(element: HtmlElement, sources: Sources) -> Iterator[str]:
    """Give what one element of the content has that no template writes."""
    if not isinstance(element.tag, str):
        yield "a comment or an instruction"
        return
    tag = element.tag.removeprefix(_SVG)
    if tag not in _TAGS:
        yield f"an element <{tag}>"
    if tag == "script" and element.get("type") != "application/ld+json":
        yield "a script"
    for name, value in element.attrib.items():
        if name.startswith(("data-", "aria-")) or name in _SPOKEN:
            continue
        if name.lower() not in _ATTRIBUTES:
            yield f"an attribute {name}={value[:60]!r}"
    yield from _address_findings(element, sources)


def spoken(element: HtmlElement) -> Iterator[str]:
    """Give the texts of attributes that a reader hears or sees."""
    yield from (value for name, value in element.attrib.items() if name in _SPOKEN)


def shell_findings(document: HtmlElement) -> Iterator[str]:
    """Give what the page around the content would load from elsewhere or run."""
    for element in document.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            if name.startswith("on"):
                yield f"a handler {name}={value[:60]!r}"
            loads = name in _LOADING or (
                name == "href" and element.tag in {"link", "image", "use"} and _fetched(element)
            )
            if loads and urlsplit(value).netloc:
                yield f"{element.tag} loads {value[:80]!r} from another host"
        if element.tag in {"iframe", "object", "embed", "frame", "base"}:
            yield f"an element <{element.tag}>"


def _fetched(element: HtmlElement) -> bool:
    return element.tag != "link" or element.get("rel") not in {"canonical", "alternate", "prev", "next"}


def _address_findings(element: HtmlElement, sources: Sources) -> Iterator[str]:
    for name in ("href", "action"):
        value = element.get(name)
        if value is None:
            continue
        try:
            parts = urlsplit(value)
        except ValueError:
            yield f"an address {value[:80]!r}"
            continue
        if not parts.scheme and not parts.netloc:
            continue
        if element.tag != "a" or not sources.is_link(value):
            yield f"an address that no article has: {value[:80]!r}"
        elif element.get("rel") != "nofollow noopener noreferrer":
            yield f"a link to another host without rel: {value[:80]!r}"
