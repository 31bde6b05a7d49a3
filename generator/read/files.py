"""Input files: which there are, and their bytes. Nothing outside the root is opened, and no link is followed."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Final

from generator.model import Refusal
from generator.read.limits import Limits
from generator.read.refusals import (
    EMPTY,
    LINK,
    MISSING,
    NO_ARTICLES,
    NOT_A_FILE,
    OUTSIDE,
    TOO_DEEP,
    TOO_LARGE,
    UNREADABLE,
    file_origin,
    refuse,
)

DOCUMENTATION: Final = "readme"
"""Files of this name, whatever their case and extension, describe a folder and are no articles."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class InputFile:
    """A regular file inside the root; `where` is its path as shown to people."""

    where: str
    path: Path


def find(paths: Sequence[Path], *, root: Path, limits: Limits) -> Iterator[InputFile | Refusal]:
    """The input files that `paths` name or hold, each once, in order of their names; refusals for what is none.

    Hidden files and documentation (`DOCUMENTATION`) in a folder are passed over; named directly, they are read.
    """
    base = root.resolve()
    found: dict[Path, InputFile | Refusal] = {}
    for path in sorted(paths):
        for entry in _entries(path, base, limits):
            found.setdefault(_key(entry, base), entry)
    yield from sorted(found.values(), key=_where)


def load(file: InputFile, *, limits: Limits) -> bytes | Refusal:
    """The bytes of a file, or a refusal where it is empty, larger than `limits.input_bytes` or unreadable."""
    opened = open_file(file)
    if isinstance(opened, Refusal):
        return opened
    with opened:
        size = os.fstat(opened.fileno()).st_size
        if size > limits.input_bytes:
            return refuse(file_origin(file.where), TOO_LARGE, too_large(size, limits.input_bytes))
        # The file may grow while it is read: never take more than was allowed.
        content = opened.read(limits.input_bytes + 1)
    if len(content) > limits.input_bytes:
        return refuse(file_origin(file.where), TOO_LARGE, too_large(len(content), limits.input_bytes))
    return content or refuse(file_origin(file.where), EMPTY, "the file has no bytes")


def open_file(file: InputFile) -> BufferedReader | Refusal:
    """The file opened for reading, provided that it still is a regular file and no link."""
    origin = file_origin(file.where)
    try:
        descriptor = os.open(file.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        return refuse(origin, UNREADABLE, error.strerror or "no reason given")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return refuse(origin, NOT_A_FILE, "became something else while it was read")
    return os.fdopen(descriptor, "rb")


def too_large(size: int, allowed: int) -> str:
    """The detail of a refusal for size: both figures, in megabytes."""
    return f"{size / 1_000_000:.1f} MB, at most {allowed / 1_000_000:.1f} MB are read"


def _where(entry: InputFile | Refusal) -> str:
    return entry.where if isinstance(entry, InputFile) else entry.origin.where


def _key(entry: InputFile | Refusal, base: Path) -> Path:
    return entry.path if isinstance(entry, InputFile) else base / entry.origin.where


def _entries(path: Path, base: Path, limits: Limits) -> Iterator[InputFile | Refusal]:
    """What one given path holds. A path that somebody typed may itself be a link; what is in it may not."""
    where = _shown(path if path.is_absolute() else Path.cwd() / path, base)
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):
        yield refuse(file_origin(where), MISSING, "no such file or folder")
        return
    if not real.is_relative_to(base):
        yield refuse(file_origin(where), OUTSIDE, "its real place is not in the input folder")
    elif real.is_dir():
        entries = list(_walk(real, base, 0, limits))
        yield from entries
        if not entries:
            yield refuse(file_origin(f"{where}/"), NO_ARTICLES, "the folder holds no files to read")
    else:
        yield from _entry(real, real.lstat().st_mode, base)


def _walk(folder: Path, base: Path, depth: int, limits: Limits) -> Iterator[InputFile | Refusal]:
    if depth > limits.folder_depth:
        yield refuse(file_origin(_shown(folder, base)), TOO_DEEP, f"at most {limits.folder_depth} are read")
        return
    try:
        with os.scandir(folder) as listing:
            entries = sorted((entry.name, entry.stat(follow_symlinks=False).st_mode) for entry in listing)
    except OSError as error:
        yield refuse(file_origin(_shown(folder, base)), UNREADABLE, error.strerror or "no reason given")
        return
    for name, mode in entries:
        if name.startswith(".") or (name.partition(".")[0].lower() == DOCUMENTATION and not stat.S_ISDIR(mode)):
            continue
        if stat.S_ISDIR(mode):
            yield from _walk(folder / name, base, depth + 1, limits)
        else:
            yield from _entry(folder / name, mode, base)


def _entry(path: Path, mode: int, base: Path) -> Iterator[InputFile | Refusal]:
    where = _shown(path, base)
    if stat.S_ISLNK(mode):
        inside = path.resolve().is_relative_to(base)
        yield refuse(file_origin(where), LINK, "it points inside the input folder" if inside else "it points out of it")
    elif stat.S_ISREG(mode):
        yield InputFile(where=where, path=path)
    else:
        yield refuse(file_origin(where), NOT_A_FILE, "a device, pipe or socket")


def _shown(path: Path, base: Path) -> str:
    """The path below the root with slashes, printable; only the last part of one that is elsewhere."""
    real = path.parent.resolve() / path.name
    relative = real.relative_to(base).as_posix() if real.is_relative_to(base) else path.name
    shown = relative if relative != "." else base.name
    decoded = shown.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in decoded)
