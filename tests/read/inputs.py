"""Input folders for the reading tests, and what reading makes of them. Every article here is invented."""

from collections.abc import Mapping
from pathlib import Path

from generator.model import Draft, Refusal
from generator.read import Limits, read


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """The folder, with these files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def read_all(folder: Path, limits: Limits | None = None) -> list[Draft | Refusal]:
    """Everything that reading a folder yields."""
    return list(read([folder], root=folder, limits=limits or Limits()))


def only_draft(folder: Path, name: str, content: str | bytes) -> Draft:
    """The one draft of a folder with one file."""
    [found] = read_all(write(folder, {name: content}))
    assert isinstance(found, Draft), found
    return found


def only_refusal(folder: Path, name: str, content: str | bytes, limits: Limits | None = None) -> Refusal:
    """The one refusal of a folder with one file."""
    [found] = read_all(write(folder, {name: content}), limits)
    assert isinstance(found, Refusal), found
    return found
