"""What metadata means: the keys people use for a title, an outlet, a date, and how their values are read.

The same table serves front matter, the header lines of plain text, JSON and schema.org.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator import urls
from generator.model import Draft
from generator.read.limits import Limits
from generator.text import collapse, normalise

# In order of preference. Upper and lower case, "-", "_" and spaces in keys make no difference.
_TITLE: Final = "title headline name"
_OUTLET: Final = (
    "outlet source publisher site sitename publication newspaper feed sourcename sourceorganization provider domain"
)
_URL: Final = "url link canonical canonicalurl originalurl permalink sourceurl mainentityofpage webpage uri"
_AUTHORS: Final = "authors author by byline creator creators"
_DATE: Final = (
    "date publishdate pubdate published datepublished publishedat publishedon publishedtime firstpublished created"
    " datecreated createdat timestamp dateposted"
)
_LANGUAGE: Final = "lang language locale inlanguage languagecode"
_IDENTIFIER: Final = "id inputid guid uid articleid identifier"
_GRANT: Final = "rights license licence"
# Understood and not used.
_PASSED_OVER: Final = (
    "updated lastmod modified datemodified tags keywords categories category section summary description excerpt"
    " abstract subtitle image draft"
)
KEYS: Final = tuple(
    keys.split() for keys in (_TITLE, _OUTLET, _URL, _AUTHORS, _DATE, _LANGUAGE, _IDENTIFIER, _GRANT, _PASSED_OVER)
)
KNOWN: Final = frozenset(key for keys in KEYS for key in keys)
"""Every key of metadata that is understood, in the form of `key_name`."""
FULL_TEXT: Final = "full text"
"""The words that, as rights or license, let the whole text be shown."""

_BETWEEN_NAMES: Final = (";", "|", " and ", " & ", ", ")
_NAME_KEYS: Final = ("name", "title", "label", "value", "@id", "id", "url")


def key_name(key: str) -> str:
    """A key without its case and separators: ``Date-Published`` and ``date_published`` are one."""
    return "".join(character for character in key.casefold() if character not in "-_ ")


def described(draft: Draft, metadata: Mapping[str, object], *, limits: Limits) -> Draft:
    """The draft with what the metadata says; what the draft has already, and what is unreadable or too long, stays.

    Args:
        draft: what is known so far.
        metadata: keys as `key_name` gives them; values as JSON or YAML have them.
        limits: the longest values that are believed.
    """
    return replace(
        draft,
        title=draft.title or _text(metadata, _TITLE, limits.title_characters),
        outlet=draft.outlet or _outlet(metadata, limits),
        url=draft.url or _url(metadata, limits),
        authors=draft.authors or _authors(metadata, limits),
        published=draft.published or _text(metadata, _DATE, limits.title_characters),
        language=draft.language or _text(metadata, _LANGUAGE, limits.outlet_characters),
        input_id=draft.input_id or _text(metadata, _IDENTIFIER, limits.url_characters),
        full_text=draft.full_text or _grants(metadata),
    )


def scalar(value: object, longest: int) -> str | None:
    """A text or a named thing as one line; None where it is empty, a list, or longer than `longest`."""
    if isinstance(value, Mapping):
        value = next((value[key] for key in _NAME_KEYS if isinstance(value.get(key), str)), None)
    if not isinstance(value, str):
        return None
    line = collapse(normalise(value[: 4 * longest]))
    return line if 0 < len(line) <= longest else None


def names(value: object, limits: Limits) -> tuple[str, ...]:
    """The authors that a text ("A; B", "By A and B"), a list or a named thing names, each once, in order."""
    found: dict[str, None] = {}
    for entry in value if isinstance(value, list | tuple) else [value]:
        for name in _split(scalar(entry, limits.author_characters * 4) or "", is_list=isinstance(value, list | tuple)):
            if len(name) <= limits.author_characters and not name.startswith(("http://", "https://")):
                found[name] = None
    return tuple(found)[: limits.authors]


def _split(line: str, *, is_list: bool) -> Iterator[str]:
    parts = [line.removeprefix("By ").removeprefix("by ")]
    for separator in () if is_list else _BETWEEN_NAMES:
        parts = [piece for part in parts for piece in part.split(separator)]
    yield from (name for part in parts if (name := part.strip(" ,;|")))


def _values(metadata: Mapping[str, object], keys: str) -> Iterator[object]:
    yield from (metadata[key] for key in keys.split() if metadata.get(key) not in (None, "", [], {}))


def _text(metadata: Mapping[str, object], keys: str, longest: int) -> str | None:
    return next((line for value in _values(metadata, keys) if (line := scalar(value, longest))), None)


def _outlet(metadata: Mapping[str, object], limits: Limits) -> str | None:
    """The first outlet named; an address stands for the outlet whose it is."""
    for value in _values(metadata, _OUTLET):
        first = value[0] if isinstance(value, list) and value else value
        if line := scalar(first, limits.outlet_characters):
            return urls.host(line) or line
    return None


def _url(metadata: Mapping[str, object], limits: Limits) -> str | None:
    candidates = (scalar(value, limits.url_characters) for value in _values(metadata, _URL))
    return next((line for line in candidates if line and line.startswith(("http://", "https://"))), None)


def _authors(metadata: Mapping[str, object], limits: Limits) -> tuple[str, ...]:
    return next((found for value in _values(metadata, _AUTHORS) if (found := names(value, limits))), ())


def _grants(metadata: Mapping[str, object]) -> bool:
    values = (scalar(value, 40) for value in _values(metadata, _GRANT))
    return any(value is not None and value.casefold().replace("-", " ") == FULL_TEXT for value in values)
