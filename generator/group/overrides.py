"""What editors decided about stories, read from overrides.yml and checked.

::

    merge:
      - [STORY, STORY]              # the first keeps its id
    split:
      - {story: STORY, articles: [ARTICLE, ARTICLE]}
    move:
      - {article: ARTICLE, to: STORY}
    rename:
      - {story: STORY, title: "A better title"}
    pin: [STORY]
    hide: [STORY, ARTICLE]

A STORY is its id, its address or an older address of it; an ARTICLE is its id, the id its input gave, or its file.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml

from generator.errors import ConfigurationError

_LARGEST = 1_000_000
"""Bytes of an overrides file."""
_LONGEST_TITLE = 300

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """These articles leave this story and make one of their own."""

    story: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """This article goes to this story."""

    article: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """This story gets this title."""

    story: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """Everything editors decided about stories, as written: what the names stand for is known only later."""

    merge: tuple[tuple[str, ...], ...] = ()
    split: tuple[Split, ...] = ()
    move: tuple[Move, ...] = ()
    rename: tuple[Rename, ...] = ()
    pin: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()


def read_overrides(path: Path, *, elsewhere: Sequence[str] = ("entities",)) -> Overrides:
    """The decisions in a file; none where there is no file.

    Args:
        path: the file.
        elsewhere: keys of the file that belong to other stages and are left to them.

    Raises:
        ConfigurationError: what the file holds that it must not, all of it together, each with its key.
    """
    return parse_overrides(load(path), elsewhere=elsewhere)


def load(path: Path) -> Mapping[str, object]:
    """The file's content by key, unchecked; empty where there is no file.

    Raises:
        ConfigurationError: the file is no YAML, no mapping, or too large.
    """
    if not path.exists():
        return {}
    raw = path.read_bytes()
    if len(raw) > _LARGEST:
        raise ConfigurationError([f"{path.name}: is larger than {_LARGEST} bytes"])
    try:
        found = yaml.safe_load(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise ConfigurationError([f"{path.name}: is not UTF-8 text"]) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ConfigurationError([f"{path.name}: is no valid YAML{_where(error)}"]) from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ConfigurationError([f"{path.name}: must be keys with lists, such as merge: and rename:"])
    return {str(key): value for key, value in found.items()}


def parse_overrides(found: Mapping[str, object], *, elsewhere: Sequence[str] = ()) -> Overrides:
    """The decisions in a file's content.

    Raises:
        ConfigurationError: as `read_overrides`.
    """
    mistakes = [
        f"overrides.{key}: is unknown; known are {', '.join((*_SECTIONS, *elsewhere))}"
        for key in sorted(found)
        if key not in _SECTIONS and key not in elsewhere
    ]
    overrides = Overrides(
        merge=_section(found, "merge", _merge, mistakes),
        split=_section(found, "split", _split, mistakes),
        move=_section(found, "move", _move, mistakes),
        rename=_section(found, "rename", _rename, mistakes),
        pin=_section(found, "pin", _name, mistakes),
        hide=_section(found, "hide", _name, mistakes),
    )
    if mistakes:
        raise ConfigurationError(mistakes)
    return overrides


_SECTIONS = ("merge", "split", "move", "rename", "pin", "hide")


def _section(
    found: Mapping[str, object], key: str, read: Callable[[object, str, list[str]], T | None], mistakes: list[str]
) -> tuple[T, ...]:
    """One section's items; what is wrong with them is added to the mistakes."""
    items = found.get(key)
    if items is None:
        return ()
    if not isinstance(items, list):
        mistakes.append(f"overrides.{key}: must be a list")
        return ()
    read_items = [read(item, f"overrides.{key}[{number}]", mistakes) for number, item in enumerate(items)]
    return tuple(item for item in read_items if item is not None)


def _merge(item: object, key: str, mistakes: list[str]) -> tuple[str, ...] | None:
    names = _names(item, key, mistakes)
    if names is not None and len(set(names)) < 2:  # noqa: PLR2004 - a merge takes two
        mistakes.append(f"{key}: must name at least two stories")
        return None
    return names


def _split(item: object, key: str, mistakes: list[str]) -> Split | None:
    fields = _fields(item, key, ("story", "articles"), mistakes)
    if fields is None:
        return None
    story = _name(fields["story"], f"{key}.story", mistakes)
    articles = _names(fields["articles"], f"{key}.articles", mistakes)
    return Split(story=story, articles=articles) if story and articles else None


def _move(item: object, key: str, mistakes: list[str]) -> Move | None:
    fields = _fields(item, key, ("article", "to"), mistakes)
    if fields is None:
        return None
    article = _name(fields["article"], f"{key}.article", mistakes)
    to = _name(fields["to"], f"{key}.to", mistakes)
    return Move(article=article, to=to) if article and to else None


def _rename(item: object, key: str, mistakes: list[str]) -> Rename | None:
    fields = _fields(item, key, ("story", "title"), mistakes)
    if fields is None:
        return None
    story = _name(fields["story"], f"{key}.story", mistakes)
    title = _name(fields["title"], f"{key}.title", mistakes)
    return Rename(story=story, title=" ".join(title.split())) if story and title else None


def _fields(item: object, key: str, names: tuple[str, ...], mistakes: list[str]) -> Mapping[str, object] | None:
    if isinstance(item, dict) and set(item) == set(names):
        return item
    mistakes.append(f"{key}: must have the keys {' and '.join(names)}, and no others")
    return None


def _names(item: object, key: str, mistakes: list[str]) -> tuple[str, ...] | None:
    if not isinstance(item, list) or not item:
        mistakes.append(f"{key}: must be a list of names")
        return None
    names = [_name(name, f"{key}[{number}]", mistakes) for number, name in enumerate(item)]
    return tuple(name for name in names if name) if all(names) else None


def _name(item: object, key: str, mistakes: list[str]) -> str | None:
    # YAML reads an id of digits only as a number.
    text = str(item).strip() if isinstance(item, str | int) and not isinstance(item, bool) else ""
    if not text or len(text) > _LONGEST_TITLE or not text.isprintable():
        mistakes.append(f"{key}: must be a text of 1 to {_LONGEST_TITLE} characters on one line")
        return None
    return text


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" (line {mark.line + 1})" if mark is not None else ""
