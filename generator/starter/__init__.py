"""A ready site project: what `storydigest new` copies."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from generator import __version__
from generator.errors import ConfigurationError

_HIDDEN: Final = "dot-"
"""How the name of a file begins whose real one begins with a dot: packaging tools pass over or obey such files."""
_VERSION: Final = "{version}"
_VERSIONED: Final = "requirements.txt"


def copy_starter(directory: Path) -> tuple[Path, ...]:
    """Copy the starter into a new or empty folder; return the files, relative to it, in order.

    Raises:
        ConfigurationError: the folder holds something already, or is none.
    """
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise ConfigurationError([f"{directory}: exists and is not an empty folder; nothing was written"])
    written: list[Path] = []
    for source, relative in _files(files("generator.starter").joinpath("project"), Path()):
        target = directory / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        content = source.read_bytes()
        if relative.name == _VERSIONED:
            content = content.replace(_VERSION.encode(), __version__.encode())
        target.write_bytes(content)
        written.append(relative)
    return tuple(sorted(written))


def _files(folder: Traversable, relative: Path) -> Iterator[tuple[Traversable, Path]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f".{entry.name.removeprefix(_HIDDEN)}" if entry.name.startswith(_HIDDEN) else entry.name
        if entry.is_dir():
            yield from _files(entry, relative / name)
        else:
            yield entry, relative / name
