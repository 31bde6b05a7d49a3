"""What a page holds and no reader sees: taken out first, or a page could plant a sentence nobody can read there."""

import re
from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

_NEVER_SHOWN: Final = (
    "script style template noscript iframe object embed applet svg math canvas audio video select datalist button"
)
_HIDDEN_CLASSES: Final = (
    "hidden hide d-none invisible sr-only sr-only-focusable visually-hidden visuallyhidden visually-hidden-focusable"
    " screen-reader screen-reader-text screenreader screen-reader-only screen-reader-response element-invisible"
    " a11y-hidden accessibility-hidden assistive-text u-hidden u-visually-hidden is-hidden is-visually-hidden offscreen"
    " off-screen show-for-sr display-none"
)
_HIDDEN_STYLE: Final = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|font-size:0(?:\.0+)?(?:[;!a-z%]|$)|opacity:0(?:\.0+)?(?:[;!%]|$)"
    r"|(?:text-indent|left|right|top|bottom|margin-left|margin-top):-\d{3,}|clip:rect\((?:0|1px)"
    r"|clip-path:inset\((?:50|100)%"
    r"|color:transparent|content-visibility:hidden|(?:^|;)(?:max-)?(?:height|width):0(?:px|em|rem|%)?(?:[;!]|$)"
    r"|transform:scale\(0\)"
)
_STYLE_HIDES: Final = re.compile(r"display:none|visibility:hidden|font-size:0(?:px|em|rem|%)?(?:[;!]|$)")
_SIMPLE_SELECTOR: Final = re.compile(r"(?:[a-z][a-z0-9]{0,15})?([.#])([A-Za-z_][\w-]{0,80})")


def drop_hidden(page: HtmlElement) -> None:
    """Take out of a page, in place, what is never shown; the text after it stays."""
    classes, ids = _hidden_by_stylesheet(page)
    classes |= set(_HIDDEN_CLASSES.split())
    never = frozenset(_NEVER_SHOWN.split())
    for element in list(page.iter()):
        if element.getparent() is None:
            continue
        if not isinstance(element.tag, str) or element.tag in never or _is_hidden(element, classes, ids):
            element.drop_tree()


def _is_hidden(element: HtmlElement, classes: set[str], ids: set[str]) -> bool:
    attributes = element.attrib
    if element.tag == "dialog" and "open" not in attributes:
        return True
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    if element.get("id") in ids or not classes.isdisjoint(element.get("class", "")[:2_000].lower().split()):
        return True
    style = element.get("style")
    return bool(style) and _HIDDEN_STYLE.search("".join(style[:2_000].lower().split())) is not None


def _hidden_by_stylesheet(page: HtmlElement) -> tuple[set[str], set[str]]:
    """The classes and ids that the page's own style sheets hide, as far as a rule of one simple selector says it."""
    classes: set[str] = set()
    ids: set[str] = set()
    for sheet in page.iter("style"):
        for selectors, declarations in _rules((sheet.text or "")[:200_000]):
            if not _STYLE_HIDES.search("".join(declarations.lower().split())):
                continue
            for selector in selectors.split(","):
                if match := _SIMPLE_SELECTOR.fullmatch(selector.strip()):
                    (classes if match[1] == "." else ids).add(match[2].lower() if match[1] == "." else match[2])
    return classes, ids


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the outermost rules; those within @media hold for some readers only."""
    depth = start = opened = 0
    for place, character in enumerate(sheet):
        if character == "{":
            depth += 1
            opened = place if depth == 1 else opened
        elif character == "}" and depth:
            depth -= 1
            if not depth:
                if "{" not in (declarations := sheet[opened + 1 : place]):
                    yield sheet[start:opened], declarations
                start = place + 1
