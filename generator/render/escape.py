"""The one gate through which third-party text reaches HTML, front matter, JSON and XML.

Templates run with autoescape, a finalize that escapes and StrictUndefined, so a value that nobody thought about comes
out as text. `Markup` is made here and nowhere else.
"""

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import yaml
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

TEMPLATES: Final = next(
    folder
    for folder in (Path(__file__).parents[1] / "templates", Path(__file__).parents[2] / "templates")
    if folder.is_dir()
)
"""The templates as they ship: inside the installed package, or beside it in a checkout."""

_PLACEHOLDER: Final = re.compile(r"\{([a-z]+)\}")
_NOT_IN_SCRIPT: Final = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def environment(overrides: Path | None = None) -> Environment:
    """Return the template engine; a template in `overrides` stands in for the one of the same name."""
    folders = [folder for folder in (overrides, TEMPLATES) if folder is not None]
    return Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def interpolate(message: str, values: Mapping[str, object]) -> Markup:
    """Return an interface message with ``{name}`` replaced by escaped values; what is Markup already stays."""
    parts = _PLACEHOLDER.split(message)
    return Markup("").join(escape(values[part] if odd else part) for part, odd in _alternate(parts))


def fragments(message: str) -> tuple[str, ...]:
    """Return the words of a message between its placeholders."""
    return tuple(_PLACEHOLDER.split(message)[::2])


def data_element(value: str, shown: str) -> Markup:
    """Return a figure as an element that says which figure it is."""
    return Markup('<data value="{}">{}</data>').format(value, shown)


def time_element(iso: str, shown: str) -> Markup:
    """Return a point of time as an element that says which one it is."""
    return Markup('<time datetime="{}">{}</time>').format(iso, shown)


def language_element(code: str, shown: str) -> Markup:
    """Return a language's name as an element that says which one it is."""
    return Markup('<span data-language="{}">{}</span>').format(code, shown)


def script_data(value: object) -> Markup:
    """Return JSON that can stand in a script element: nothing in it can close that element."""
    return Markup(json.dumps(value, ensure_ascii=False, sort_keys=True).translate(_NOT_IN_SCRIPT))  # noqa: S704


def front_matter(meta: tuple[tuple[str, str], ...]) -> str:
    """Return a page's front matter; themes write these values into HTML as they are, so they are escaped here."""
    values = {key: value.split() if key == "hide" else html.escape(value, quote=True) for key, value in meta}
    return f"---\n{yaml.safe_dump(values, allow_unicode=True, sort_keys=True, width=10_000)}---\n"


def xml(text: str) -> str:
    """Return text for an XML document: escaped, and without characters that XML forbids."""
    return html.escape("".join(c for c in text if c in "\t\n" or c >= " "), quote=True)


def _finalize(value: object) -> Markup:
    return value if isinstance(value, Markup) else escape(value)


def _alternate(parts: list[str]) -> list[tuple[str, bool]]:
    return [(part, bool(index % 2)) for index, part in enumerate(parts)]
