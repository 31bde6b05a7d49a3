"""Read: input files become drafts, every other input a refusal that says why. Never the network."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.model import Draft, Refusal
from generator.read.encoding import decode
from generator.read.files import InputFile, find, load, open_file
from generator.read.kind import binary_kind, kind_of
from generator.read.limits import Limits
from generator.read.markup import read_markdown, read_text
from generator.read.page import read_html
from generator.read.refusals import NO_TEXT, NOT_A_TEXT, TOO_LARGE, UNKNOWN_KIND, file_origin, refuse
from generator.read.structured import read_json, read_json_lines

__all__ = ["Limits", "read"]

_LINES = (".jsonl", ".ndjson")


def read(paths: Sequence[Path], *, root: Path, limits: Limits) -> Iterator[Draft | Refusal]:
    """Drafts and refusals of the files that `paths` name or hold, in order of their names.

    Args:
        paths: files and folders; folders are read with all below them.
        root: the folder that all of them are in; origins are relative to it, and nothing outside is opened.
        limits: how much of one input is read.
    """
    for entry in find(paths, root=root, limits=limits):
        if isinstance(entry, Refusal):
            yield entry
        else:
            yield from _read_file(entry, limits)


def _read_file(file: InputFile, limits: Limits) -> Iterator[Draft | Refusal]:
    if file.path.suffix.lower() in _LINES:
        yield from _read_lines(file, limits)
        return
    content = load(file, limits=limits)
    if isinstance(content, Refusal):
        yield content
        return
    magic = binary_kind(content)
    text = None if magic else decode(content)
    if text is None:
        yield refuse(file_origin(file.where), NOT_A_TEXT, magic or "bytes that are no characters in any encoding")
        return
    yield from _read_content(text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"), file, limits)


def _read_lines(file: InputFile, limits: Limits) -> Iterator[Draft | Refusal]:
    stream = open_file(file)
    if isinstance(stream, Refusal):
        yield stream
        return
    with stream:
        size = stream.seek(0, 2)
        stream.seek(0)
        if size > limits.collection_bytes:
            detail = f"{size / 1e6:.0f} MB, at most {limits.collection_bytes / 1e6:.0f} MB are read"
            yield refuse(file_origin(file.where), TOO_LARGE, detail)
        else:
            yield from read_json_lines(stream, file.where, limits=limits)


def _read_content(text: str, file: InputFile, limits: Limits) -> Iterator[Draft | Refusal]:
    origin = file_origin(file.where)
    if not text.strip():
        yield refuse(origin, NO_TEXT, "nothing but white space")
        return
    match kind_of(text, file.path.name):
        case "json" | "jsonl":
            yield from read_json(text, file.where, limits=limits)
        case "html":
            yield read_html(text, origin, limits=limits)
        case "markdown":
            yield read_markdown(text, origin, limits=limits)
        case "text":
            yield read_text(text, origin, limits=limits)
        case "unknown":
            yield refuse(
                origin, UNKNOWN_KIND, f"articles are .txt, .md, .html, .json or .jsonl, not {file.path.suffix}"
            )
