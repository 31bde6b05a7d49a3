"""The register of stories: which story each article is in, and which address each story has and had.

A text file of tab-separated lines, sorted, one fact a line, so that two people's changes merge well in git.
"""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.errors import ConfigurationError
from generator.model import Redirect

_HEAD = "# storydigest register 1: the ids and addresses of stories; keep this file in git"
_ID = re.compile(r"[0-9a-f]{8,64}")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,120}")
_ROUND = re.compile(r"[2-9]|[1-9][0-9]{1,6}")
_DECIDED = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article's place: its story, its day where it is known, and whether an editor put it there.

    `place` stands for the article's address or file: a new text in the same place is the same article, corrected.
    `round` says with which of the builds that brought new articles it came, the first being 1.
    """

    article_id: str
    story_id: str
    day: date | None = None
    place: str | None = None
    decided: bool = False
    round: int = 1

    def __lt__(self, other: "Entry") -> bool:
        return self.article_id < other.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What the last run left: the story of each article, the address of each story, and older addresses."""

    entries: tuple[Entry, ...] = ()
    slugs: tuple[tuple[str, str], ...] = ()
    """Story id and slug."""
    redirects: tuple[Redirect, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    """The id of a story that is no more, and of the one that holds its articles."""

    @property
    def last_round(self) -> int:
        """How many builds brought new articles; 0 where nothing is registered."""
        return max((entry.round for entry in self.entries), default=0)

    def fresh(self) -> tuple[str, ...]:
        """Ids of the articles of the last round, sorted; none where there was only one: then nothing is news.

        A build without new articles changes nothing here, so it makes the same site.
        """
        last = self.last_round
        return tuple(entry.article_id for entry in self.entries if entry.round == last) if last > 1 else ()


def read_register(path: Path) -> Register:
    """The register in a file; an empty one where there is no file.

    Raises:
        ConfigurationError: lines that are no facts, all of them together, each with its number.
    """
    if not path.exists():
        return Register()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise ConfigurationError([f"{path.name}: is not UTF-8 text; restore it from git or delete it"]) from None
    return _parsed(lines, path.name)


def write_register(path: Path, register: Register) -> None:
    """Write the register whole or not at all, and not where the file says the same already."""
    content = "\n".join([_HEAD, *_lines(register), ""]).encode()
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_bytes(content)
    fresh.replace(path)


def _lines(register: Register) -> list[str]:
    lines = [_entry_line(entry) for entry in register.entries]
    lines += [f"story\t{story_id}\t{slug}" for story_id, slug in register.slugs]
    lines += [f"was\t{redirect.old_slug}\t{redirect.story_id}" for redirect in register.redirects]
    lines += [f"merged\t{old}\t{new}" for old, new in register.merged]
    return sorted(lines)


def _entry_line(entry: Entry) -> str:
    day = entry.day.isoformat() if entry.day else "-"
    decided = [_DECIDED] if entry.decided else []
    number = [str(entry.round)] if entry.round > 1 else []
    return "\t".join(["article", entry.article_id, entry.story_id, day, entry.place or "-", *decided, *number])


def _parsed(lines: Sequence[str], name: str) -> Register:
    entries: dict[str, Entry] = {}
    slugs: dict[str, str] = {}
    former: dict[str, Redirect] = {}
    merged: dict[str, str] = {}
    mistakes = []
    for number, line in enumerate(lines, start=1):
        match line.split("\t"):
            case ["article", article_id, story_id, day, place, *rest] if _is_entry(
                article_id, story_id, day, place, rest
            ):
                entries[article_id] = Entry(
                    article_id=article_id,
                    story_id=story_id,
                    day=_day(day),
                    place=None if place == "-" else place,
                    decided=_DECIDED in rest,
                    round=int(rest[-1]) if rest and rest[-1] != _DECIDED else 1,
                )
            case ["story", story_id, slug] if _ID.fullmatch(story_id) and _SLUG.fullmatch(slug):
                slugs[story_id] = slug
            case ["was", slug, story_id] if _ID.fullmatch(story_id) and _SLUG.fullmatch(slug):
                former[slug] = Redirect(old_slug=slug, story_id=story_id)
            case ["merged", old, new] if _ID.fullmatch(old) and _ID.fullmatch(new):
                merged[old] = new
            case _ if line.strip() and not line.startswith("#"):
                mistakes.append(_mistake(name, number, line))
    if mistakes:
        raise ConfigurationError(mistakes)
    return Register(
        entries=tuple(sorted(entries.values())),
        slugs=tuple(sorted(slugs.items())),
        redirects=tuple(redirect for _, redirect in sorted(former.items())),
        merged=tuple(sorted(merged.items())),
    )


def _mistake(name: str, number: int, line: str) -> str:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return f"{name}:{number}: an unresolved git conflict; keep the lines of both sides"
    return f"{name}:{number}: is no line of a register: {line[:60]!r}"


def _is_entry(article_id: str, story_id: str, day: str, place: str, rest: list[str]) -> bool:
    ids = _ID.fullmatch(article_id) and _ID.fullmatch(story_id) and (place == "-" or _ID.fullmatch(place))
    known = rest[1:] if rest[:1] == [_DECIDED] else rest
    return bool(ids) and (day == "-" or _day(day) is not None) and (not known or _is_round(known))


def _is_round(rest: list[str]) -> bool:
    return len(rest) == 1 and _ROUND.fullmatch(rest[0]) is not None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
