"""The fixed phrases that say why an input was not used."""

from typing import Final

from generator.model import Origin, Refusal

EMPTY: Final = "empty"
TOO_LARGE: Final = "too large"
TOO_LONG: Final = "too long"
TOO_MANY: Final = "too many articles in one file"
NOT_A_TEXT: Final = "not a text"
BROKEN_JSON: Final = "broken JSON"
BAD_FRONT_MATTER: Final = "bad front matter"
UNKNOWN_KIND: Final = "unknown kind of file"
NOT_AN_ARTICLE: Final = "not an article"
NO_TEXT: Final = "no article text"
NO_ARTICLES: Final = "no articles"
LINK: Final = "a link, not followed"
OUTSIDE: Final = "outside the input folder"
NOT_A_FILE: Final = "not a regular file"
TOO_DEEP: Final = "too many folders deep"
UNREADABLE: Final = "cannot be read"
MISSING: Final = "not there"


def refuse(origin: Origin, reason: str, detail: str) -> Refusal:
    """A refusal with one of the phrases above; the detail is made one printable line of bounded length."""
    printable = "".join(character if character.isprintable() else " " for character in detail)
    return Refusal(origin=origin, reason=reason, detail=" ".join(printable.split())[:300])


def file_origin(where: str) -> Origin:
    """The origin of a whole file."""
    return Origin(kind="file", where=where)


def item_origin(where: str, number: int) -> Origin:
    """The origin of one item of a file, counted from 1; of JSON Lines, the number of its line."""
    return Origin(kind="item", where=f"{where}#{number}")
