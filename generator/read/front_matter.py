"""Front matter: the metadata at the top of a file, as YAML (``---``), TOML (``+++``) or JSON, behind a guard.

YAML of third parties can name objects to build, expand a few lines to gigabytes, or nest deep enough to overflow the
parser's stack. So its size is limited, its tokens are counted and its events are checked before anything is built, and
then every value stays the text it is.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import yaml

from generator.read.fields import key_name
from generator.read.limits import Limits

_YAML: Final = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML: Final = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_YAML_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class FrontMatterError(ValueError):
    """The front matter is none that we read; the text says what is wrong with it and in which line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A text taken apart: its metadata, keys in the form of `fields.key_name`, and the text below it."""

    metadata: Mapping[str, object]
    body: str


def split(text: str, *, limits: Limits) -> Split:
    """The metadata at the top of a text and the rest; no metadata where there is no closed block at the very top.

    Raises:
        FrontMatterError: the block is too large, broken, no map, or YAML with anchors, aliases, tags or deep nesting.
    """
    if match := _YAML.match(text):
        _check_size(match[1], limits)
        return Split(metadata=_yaml(match[1], limits), body=text[match.end() :])
    if match := _TOML.match(text):
        _check_size(match[1], limits)
        return Split(metadata=_toml(match[1]), body=text[match.end() :])
    return _json(text, limits) if text.startswith("{") else Split(metadata={}, body=text)


def _check_size(block: str, limits: Limits) -> None:
    if len(block.encode("utf-8", "replace")) > limits.front_matter_bytes:
        raise FrontMatterError(f"larger than {limits.front_matter_bytes} bytes")


def _yaml(block: str, limits: Limits) -> Mapping[str, object]:
    if "\t" in block and re.search(r"^ *\t", block, re.MULTILINE):
        raise FrontMatterError("a tab where YAML wants spaces")
    try:
        _check_brackets(block, limits)
        _check_events(block, limits)
        node = yaml.compose(block, Loader=_YAML_LOADER)
    except yaml.YAMLError as error:
        raise FrontMatterError(_where(error)) from None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise FrontMatterError("no keys with values")
    return _normal(_built(node))


def _check_brackets(block: str, limits: Limits) -> None:
    """Refuse deep nesting before the parser sees it: its C stack has no limit of its own.

    Brackets inside of quoted text count too: some more than a human would ever write are let pass for these.
    """
    depth = deepest = 0
    for character in block:
        depth += (character in "[{") - (character in "]}")
        deepest = max(deepest, depth)
    if deepest > 10 * limits.front_matter_depth:
        raise FrontMatterError(f"nested deeper than {limits.front_matter_depth}")


def _check_events(block: str, limits: Limits) -> None:
    nodes = depth = 0
    for event in yaml.parse(block, Loader=_YAML_LOADER):
        line = f"line {event.start_mark.line + 2 if event.start_mark else 1}"
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise FrontMatterError(f"{line}: anchors and aliases are not read")
        if getattr(event, "tag", None):
            raise FrontMatterError(f"{line}: tags are not read")
        nodes += isinstance(event, yaml.NodeEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > limits.front_matter_depth:
            raise FrontMatterError(f"{line}: nested deeper than {limits.front_matter_depth}")
        if nodes > limits.front_matter_nodes:
            raise FrontMatterError(f"{line}: more than {limits.front_matter_nodes} values")


def _where(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "no YAML"
    return f"line {mark.line + 2}: {problem}" if mark else str(problem)


def _built(node: yaml.Node) -> object:
    """Text, lists and maps; what is written as nothing is None, everything else is the text it is."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _built(value) for key, value in node.value if isinstance(key, yaml.ScalarNode)}
    if isinstance(node, yaml.SequenceNode):
        return [_built(value) for value in node.value]
    is_plain = isinstance(node, yaml.ScalarNode) and not node.style
    return None if is_plain and node.value in _NULLS else node.value


def _toml(block: str) -> Mapping[str, object]:
    try:
        return _normal(tomllib.loads(block, parse_float=str))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FrontMatterError(str(error) or "nested too deep") from None


def _json(text: str, limits: Limits) -> Split:
    """A JSON object at the top of prose; a text that only looks like it is all body."""
    try:
        value, end = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode(text[: limits.front_matter_bytes])
    except (ValueError, RecursionError):
        return Split(metadata={}, body=text)
    return Split(metadata=_normal(value), body=text[end:])


def _normal(value: object) -> Mapping[str, object]:
    """The map by its keys in normal form; of two keys that are the same then, the last counts, as in YAML and JSON."""
    if not isinstance(value, Mapping):
        raise FrontMatterError("no keys with values")
    return {key_name(str(key)): _plain(content) for key, content in value.items()}


def _plain(value: object) -> object:
    """Numbers and dates of TOML as text: only the date reader decides what is a date."""
    return value if value is None or isinstance(value, str | list | Mapping | bool) else str(value)
