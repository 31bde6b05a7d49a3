"""What kind of input some text is: by its content; the extension only breaks ties."""

import re
from typing import Final, Literal

Kind = Literal["json", "jsonl", "html", "markdown", "text", "unknown"]

_HTML: Final = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main)\b", re.IGNORECASE)
_JSON: Final = re.compile(r'\{\s*"|\[\s*\{\s*"')
_EXTENSIONS: Final[dict[str, Kind]] = {
    "json": "json", "jsonld": "json", "jsonl": "jsonl", "ndjson": "jsonl", "html": "html", "htm": "html",
    "xhtml": "html", "md": "markdown", "markdown": "markdown", "mdown": "markdown", "txt": "text", "text": "text",
    "": "text",
}  # fmt: skip
_MAGIC: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ\x00", "compressed with xz"),
    (b"(\xb5/\xfd", "compressed with zstd"),
    (b"7z\xbc\xaf'\x1c", "a 7z archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or WebP image"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF document"),
)


def kind_of(text: str, name: str) -> Kind:
    """The kind of a text and the name of its file; "unknown" where neither tells.

    JSON and HTML are known by how they begin. What is left is prose: Markdown or plain text as the extension says, and
    "unknown" with an extension that is none of ours (a table, a program).
    """
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    declared = _EXTENSIONS.get(extension, "unknown")
    start = text[:1_000].lstrip("\ufeff \t\r\n")
    if declared in {"json", "jsonl"}:
        return declared
    if _JSON.match(start) and declared != "markdown":
        return "json"
    return "html" if _HTML.match(start) else declared


def binary_kind(content: bytes) -> str | None:
    """What a file that is no text is, by its first bytes; None for everything else."""
    return next((meaning for magic, meaning in _MAGIC if content.startswith(magic)), None)
