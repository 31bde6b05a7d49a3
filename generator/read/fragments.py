"""HTML markup becomes paragraphs of text. Every element a browser sets as a block ends the paragraph before it."""

from dataclasses import dataclass
from typing import Final

from lxml import etree, html
from lxml.html import HtmlElement

from generator.read.hidden import drop_hidden
from generator.text import collapse, normalise

_BLOCKS: Final = (  # "head", "item", "list", "cell", "row" and "quote" are trafilatura's
    "address article aside blockquote body caption cell center dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 head header hr html item legend li list main nav ol p pre quote row section"
    " summary table tbody td tfoot th thead tr ul"
)
_BLOCK_TAGS: Final = frozenset(_BLOCKS.split())
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
_BREAKS: Final = frozenset({"br", "lb"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """Paragraphs with a blank line between them, and which of them are headings."""

    body: str
    headings: tuple[str, ...]


def fragment(markup: str) -> Fragment:
    """The text of a piece of HTML, without what no reader sees; empty where there is none or it cannot be parsed."""
    try:
        root = html.fragment_fromstring(_parsable(markup), create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return Fragment(body="", headings=())
    etree.strip_elements(root, "head", "title", with_tail=False)
    drop_hidden(root)
    return paragraphs(root)


def paragraphs(root: HtmlElement | etree._Element) -> Fragment:
    """The paragraphs below an element, in order; a line break ends one, for it is no accident of a page's width."""
    found: list[tuple[str, bool]] = []
    pieces: list[str] = []
    is_heading = False

    def end() -> None:
        if text := collapse("".join(pieces)):
            found.append((text, is_heading))
        pieces.clear()

    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            pieces.append(element.tail or "" if event == "end" else "")
            continue
        if element.tag in _BLOCK_TAGS:
            end()
            is_heading = event == "start" and element.tag in _HEADINGS
        elif element.tag in _BREAKS:
            end()
        if event == "start":
            pieces.append(element.text or "")
        else:
            pieces.append(element.tail or "" if element is not root else "")
    end()
    body = "\n\n".join(text for text, _ in found)
    return Fragment(body=body, headings=tuple(text for text, is_head in found if is_head))


def _parsable(markup: str) -> str:
    """The markup without what lxml refuses in text: controls and an encoding declared in a text."""
    text = normalise(markup)
    return text.partition("?>")[2] if text.lstrip().startswith("<?xml") else text
