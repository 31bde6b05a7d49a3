"""JSON and JSON Lines become drafts: our own export, JSON Feed, schema.org, what services and crawlers write."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BufferedIOBase
from typing import Final

from generator.model import Draft, Origin, Refusal
from generator.read.encoding import decode
from generator.read.fields import described, key_name
from generator.read.fragments import fragment
from generator.read.limits import Limits
from generator.read.refusals import (
    BROKEN_JSON,
    NO_ARTICLES,
    NO_TEXT,
    NOT_A_TEXT,
    NOT_AN_ARTICLE,
    TOO_LARGE,
    TOO_MANY,
    file_origin,
    item_origin,
    refuse,
)

# In order of preference; keys as `fields.key_name` gives them.
_TEXTS: Final = ("text", "contenttext", "articlebody", "body", "maintext", "fulltext", "content", "paragraphs")
_MARKUPS: Final = ("contenthtml", "bodyhtml", "html")
_MAY_BE_MARKUP: Final = frozenset({"body", "content", "articlebody"})
_LISTS: Final = ("articles", "items", "stories", "results", "documents", "docs", "entries", "data", "@graph")
_TAGS: Final = re.compile(r"<(?:p|div|br|h[1-6]|article|section|ul|ol|blockquote)\b[^<>]{0,500}>", re.IGNORECASE)
_MORE_BROKEN_LINES: Final = 100
"""Broken lines that are told one by one; a file with more of them is no JSON Lines file."""


def read_json(text: str, where: str, *, limits: Limits) -> Iterator[Draft | Refusal]:
    """The drafts of a JSON document: one article, a list of them, or a list in an object (a feed, an answer)."""
    origin = file_origin(where)
    value = _parsed(text)
    if isinstance(value, BrokenJson):
        if _is_lines(text):
            yield from _lines(iter(enumerate(text.split("\n"), start=1)), where, limits)
        else:
            yield refuse(origin, BROKEN_JSON, value.problem)
        return
    entries, shared = _entries(value)
    if entries is None:
        yield _article(value, origin, shared, limits)
    elif not entries:
        yield refuse(origin, NO_ARTICLES, "the list is empty")
    else:
        for number, entry in enumerate(entries, start=1):
            if number > limits.items:
                yield refuse(origin, TOO_MANY, f"{len(entries)}, the first {limits.items} are read")
                return
            yield _article(entry, item_origin(where, number), shared, limits)


def read_json_lines(stream: BufferedIOBase, where: str, *, limits: Limits) -> Iterator[Draft | Refusal]:
    """The drafts of a JSON Lines file, one line in memory at a time; a broken line costs itself alone."""
    yield from _lines(_decoded_lines(stream, where, limits), where, limits)


class BrokenJson:
    """No JSON; `problem` says why and in which line."""

    def __init__(self, problem: str) -> None:
        self.problem = problem


def _parsed(text: str) -> object:
    """The value, numbers as the text they are written in; or `BrokenJson`."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        return BrokenJson(f"line {error.lineno}: {error.msg}")
    except RecursionError:
        return BrokenJson("line 1: nested too deep")


def _is_lines(text: str) -> bool:
    """Whether a text under any name is JSON Lines: its first two lines are objects of their own."""
    lines = [line for line in text[:2_000_000].split("\n", 20) if line.strip()][:2]
    return len(lines) > 1 and all(isinstance(_parsed(line), Mapping) for line in lines)


def _decoded_lines(stream: BufferedIOBase, where: str, limits: Limits) -> Iterator[tuple[int, str] | Refusal]:
    number = 0
    while line := stream.readline(limits.input_bytes + 1):
        number += 1
        if len(line) > limits.input_bytes:
            detail = f"line {number}: more than {limits.input_bytes / 1e6:.1f} MB; the rest of the file is not read"
            yield refuse(item_origin(where, number), TOO_LARGE, detail)
            return
        text = decode(line)
        yield (
            (number, text)
            if text is not None
            else refuse(item_origin(where, number), NOT_A_TEXT, f"line {number}: bytes that are no characters")
        )


def _lines(lines: Iterator[tuple[int, str] | Refusal], where: str, limits: Limits) -> Iterator[Draft | Refusal]:
    used = broken = 0
    for entry in lines:
        if isinstance(entry, Refusal):
            yield entry
            continue
        number, line = entry
        if not line.strip("\ufeff \t\r\n"):
            continue
        used += 1
        value = _parsed(line.strip("\ufeff \t\r\n"))
        if isinstance(value, BrokenJson):
            broken += 1
            problem = value.problem.partition(": ")[2]
            yield refuse(item_origin(where, number), BROKEN_JSON, f"line {number}: {problem}")
        else:
            yield _article(value, item_origin(where, number), {}, limits)
        if broken > _MORE_BROKEN_LINES or used >= limits.items:
            detail = "too many broken lines" if broken > _MORE_BROKEN_LINES else f"the first {limits.items} are read"
            yield refuse(file_origin(where), BROKEN_JSON if broken > _MORE_BROKEN_LINES else TOO_MANY, detail)
            return
    if not used:
        yield refuse(file_origin(where), NO_ARTICLES, "no line holds anything")


def _entries(value: object) -> tuple[list[object] | None, dict[str, object]]:
    """The list of articles in a value and what it says of all of them; no list where the value itself is an article."""
    if isinstance(value, list):
        return value, {}
    if not isinstance(value, Mapping) or _holds_text(value):
        return None, {}
    for key in _LISTS:
        if isinstance(entries := value.get(key), list):
            is_feed = "jsonfeed" in str(value.get("version", "")).lower()
            shared = {"outlet": value.get("title") if is_feed else value.get("outlet"), "lang": value.get("language")}
            return entries, {name: content for name, content in shared.items() if isinstance(content, str)}
    return None, {}


def _holds_text(value: Mapping[str, object]) -> bool:
    keys = (key_name(str(key)) for key, content in value.items() if isinstance(content, str))
    return any(key in {*_TEXTS, *_MARKUPS} for key in keys)


def _article(value: object, origin: Origin, shared: Mapping[str, object], limits: Limits) -> Draft | Refusal:
    if not isinstance(value, Mapping):
        return refuse(origin, NOT_AN_ARTICLE, f"{_kind(value)} where an object with title and text is wanted")
    fields = {key_name(str(key)): content for key, content in value.items()}
    draft = _body(fields, Draft(origin=origin, body=""))
    if draft is None:
        return refuse(origin, NO_TEXT, "no key such as text, body or content_html holds any")
    return described(described(draft, fields, limits=limits), shared, limits=limits)


def _body(fields: Mapping[str, object], draft: Draft) -> Draft | None:
    for key in _TEXTS:
        value = fields.get(key)
        text = "\n\n".join(part for part in value if isinstance(part, str)) if isinstance(value, list) else value
        if isinstance(text, str) and text.strip():
            is_markup = key in _MAY_BE_MARKUP and _TAGS.search(text)
            return _of_markup(draft, text) if is_markup else replace(draft, body=text)
    markups = (fields.get(key) for key in _MARKUPS)
    return next((_of_markup(draft, text) for text in markups if isinstance(text, str) and text.strip()), None)


def _of_markup(draft: Draft, text: str) -> Draft | None:
    found = fragment(text)
    return replace(draft, body=found.body, headings=found.headings) if found.body else None


def _kind(value: object) -> str:
    names: dict[type, str] = {str: "a text", bool: "true or false", list: "a list", type(None): "null"}
    return names.get(type(value), "a number")
