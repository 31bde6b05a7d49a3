"""Plain text and Markdown become drafts: metadata at the top, prose below."""

import re
from collections.abc import Iterator
from typing import Final

from generator.model import Draft, Origin, Refusal
from generator.read.fields import KNOWN, described, key_name
from generator.read.front_matter import FrontMatterError, split
from generator.read.limits import Limits
from generator.read.refusals import BAD_FRONT_MATTER, NO_TEXT, refuse

_HEADER: Final = re.compile(r"([A-Za-z][A-Za-z _-]{0,30}):[ \t]+(\S.*)")
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")
_RULE: Final = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_ATX: Final = re.compile(r" {0,3}#{1,6}[ \t]+(\S.*)")
_SETEXT: Final = re.compile(r" {0,3}(?:={2,}|-{2,})[ \t]*")
_LIST_ITEM: Final = re.compile(r"^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_BLOCK_QUOTE: Final = re.compile(r"^ {0,3}> ?")
_DEFINITION: Final = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S{1,2000}[ \t]*")
_IMAGE: Final = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,200}\")?\)")
_LINK: Final = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,200}\")?\)")
_STRONG: Final = re.compile(r"(?<![*\w])(\*\*\*|\*\*|\*)(?=[^\s*])([^*\n]{1,1000})(?<=[^\s*])\1(?![*\w])")
_UNDERLINE: Final = re.compile(r"(?<![_\w])(__|_)(?=[^\s_])([^_\n]{1,1000})(?<=[^\s_])\1(?![_\w])")
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def read_text(text: str, origin: Origin, *, limits: Limits) -> Draft | Refusal:
    """The draft of a plain text: front matter or header lines (``Title: …``) at its top are metadata."""
    return _read(text, origin, limits=limits, is_markdown=False)


def read_markdown(text: str, origin: Origin, *, limits: Limits) -> Draft | Refusal:
    """The draft of a Markdown text, without its markup; its headings are known as such, the first as the title."""
    return _read(text, origin, limits=limits, is_markdown=True)


def _read(text: str, origin: Origin, *, limits: Limits, is_markdown: bool) -> Draft | Refusal:
    try:
        parts = split(text, limits=limits)
    except FrontMatterError as error:
        return refuse(origin, BAD_FRONT_MATTER, str(error))
    metadata, body = parts.metadata, parts.body
    if not metadata:
        metadata, body = _header(body)
    draft = Draft(origin=origin, body=body.strip("\n"))
    if is_markdown:
        draft = _without_markup(draft)
    if not draft.body.strip():
        return refuse(origin, NO_TEXT, "nothing but metadata" if metadata else "nothing but white space")
    return described(draft, metadata, limits=limits) if metadata else draft


def _header(text: str) -> tuple[dict[str, object], str]:
    """The lines ``Key: value`` at the top, all with keys we know, up to a blank line; and what follows them."""
    lines = text.lstrip("\n").split("\n")
    found: dict[str, object] = {}
    for place, line in enumerate(lines):
        if not line.strip():
            return (found, "\n".join(lines[place:])) if found else ({}, text)
        match = _HEADER.fullmatch(line)
        if match is None or key_name(match[1]) not in KNOWN:
            break
        found.setdefault(key_name(match[1]), match[2].strip())
    return {}, text


def _without_markup(draft: Draft) -> Draft:
    """The draft with the marks of Markdown taken off; what is no well-formed mark stays as it is written."""
    blocks = list(_blocks(draft.body))
    headings = [text for text, is_heading in blocks if is_heading]
    body = "\n\n".join(text for text, _ in blocks if text)
    return Draft(origin=draft.origin, body=body, headings=tuple(heading for heading in headings if heading))


def _blocks(text: str) -> Iterator[tuple[str, bool]]:
    """Paragraphs, and whether each is a heading; in fenced code everything is as it is written."""
    lines: list[str] = []
    is_code = False
    for line in [*text.split("\n"), ""]:
        is_fence = _FENCE.match(line) is not None
        bare = "" if is_fence else line if is_code else _BLOCK_QUOTE.sub("", line)
        atx = None if is_code else _ATX.fullmatch(bare)
        is_underline = bool(lines) and not is_code and _SETEXT.fullmatch(bare) is not None
        is_item = not is_code and _LIST_ITEM.match(bare) is not None
        is_border = not bare.strip() or bool(atx) or is_underline or is_item or _is_rule(bare, is_code=is_code)
        if lines and is_border:
            yield "\n".join(lines) if is_code else _inline("\n".join(lines)), is_underline and len(lines) == 1
            lines = []
        if atx:
            yield _inline(atx[1].rstrip().rstrip("#")), True
        elif is_item or not is_border:
            lines += [_LIST_ITEM.sub("", bare) if is_item else bare.strip()]
        is_code ^= is_fence


def _is_rule(line: str, *, is_code: bool) -> bool:
    """Whether a line is a thematic break or the definition of a link, both without text of their own."""
    return not is_code and bool(_RULE.fullmatch(line) or _DEFINITION.fullmatch(line))


def _inline(text: str) -> str:
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _UNDERLINE.sub(r"\2", _STRONG.sub(r"\2", text))
    return _ESCAPED.sub(r"\1", text).strip()
