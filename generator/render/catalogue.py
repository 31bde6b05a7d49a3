"""Keeps the catalogues in step with the templates: what the interface can say is found in the sources."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from generator.render.escape import TEMPLATES
from generator.render.interface import CATALOGUES, languages

_HERE: Final = Path(__file__).parent
_KEYWORDS: Final = {"_": None, "n_": (1, 2), "N_": None, "say": None, "_plain": None, "count": (1, 2)}
_COMMENT: Final = (
    "# What the interface says. `python -m generator.render.catalogue` brings this file in step with the templates."
)
_SAYS_NOTHING: Final = (b'"POT-', b'"PO-', b'"Project-Id', b'"Report-', b'"Last-', b'"Language-Team', b'"Generated-By')

Message = str | tuple[str, ...]


def messages() -> dict[Message, None]:
    """Return every message of templates and code, in order."""
    found: dict[Message, None] = {}
    for path in sorted(TEMPLATES.rglob("*.html")):
        if "theme" not in path.relative_to(TEMPLATES).parts:
            found.update(dict.fromkeys(_in_template(path)))
    for path in sorted(_HERE.rglob("*.py")):
        found.update(dict.fromkeys(_in_code(path)))
    return found


def update() -> None:
    """Bring every catalogue in step: new messages are added, those no longer used go, translations stay."""
    wanted = messages()
    for language in languages():
        path = CATALOGUES / f"{language}.po"
        old = read_po(path.open("rb"), locale=language)
        new = Catalog(locale=language, header_comment=_COMMENT, fuzzy=False)
        for message in wanted:
            known = old.get(message if isinstance(message, str) else message[0])
            new.add(message, string=known.string if known else None)
        text = BytesIO()
        write_po(text, new, omit_header=False, width=0, sort_output=True)
        path.write_bytes(_without_defaults(text.getvalue()))


def _in_template(path: Path) -> Iterator[Message]:
    with path.open("rb") as file:
        for _, _, message, _ in babel_extract(file, ["_", "n_"], [], {}):
            yield from _told(message)


def _in_code(path: Path) -> Iterator[Message]:
    with path.open("rb") as file:
        for found in extract("python", file, keywords=_KEYWORDS):
            yield from _told(found[1])


def _told(message: str | tuple[str | None, ...] | None) -> Iterator[Message]:
    """Give the message, or the singular and the plural; nothing where it is no literal."""
    texts = [text for text in ((message,) if isinstance(message, str) else message or ()) if isinstance(text, str)]
    if texts:
        yield texts[0] if len(texts) == 1 else (texts[0], texts[1])


def _without_defaults(text: bytes) -> bytes:
    """Return a catalogue without the header lines that say nothing or change from day to day."""
    return b"".join(line for line in text.splitlines(keepends=True) if not line.startswith(_SAYS_NOTHING))


if __name__ == "__main__":
    update()
