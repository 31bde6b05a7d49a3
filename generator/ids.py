"""Names that stay the same from build to build: content hashes and addresses. Contains no business logic."""

import hashlib
import re
from typing import Final

from anyascii import anyascii

from generator.text import normalise

ID_LENGTH: Final = 16
"""Hexadecimal digits of an id: 64 bits, one accidental pair in about four thousand million contents."""
SLUG_LENGTH: Final = 60
"""Characters of a slug before its id."""

_BETWEEN_WORDS: Final = re.compile(r"[^a-z0-9]+")
_HEXADECIMAL: Final = re.compile(r"[0-9a-f]{8,}")


def content_id(*parts: str) -> str:
    """A hash of the parts, `ID_LENGTH` hexadecimal digits; where one part ends and the next begins counts.

    >>> content_id("ab", "c") == content_id("a", "bc")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "replace")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()[:ID_LENGTH]


def slug(text: str, fallback_id: str) -> str:
    """An address for a title: ASCII words, at most `SLUG_LENGTH` characters, and the first eight digits of the id.

    Every script is written in Latin letters. Never empty, never a reserved name, safe on every file system: the id
    is always there, and only ``a-z``, ``0-9`` and ``-`` are.

    >>> slug("AC/DC on I/O", "00c0ffee00c0ffee"), slug("..", "00c0ffee00c0ffee")
    ('ac-dc-on-i-o-00c0ffee', '00c0ffee')
    """
    words = _BETWEEN_WORDS.sub("-", anyascii(normalise(text[: 4 * SLUG_LENGTH])).lower().replace("'", "")).strip("-")
    return f"{_cut(words)}-{_short(fallback_id)}".lstrip("-")


def _cut(words: str) -> str:
    if len(words) <= SLUG_LENGTH:
        return words
    head, _, _ = words[: SLUG_LENGTH + 1].rpartition("-")
    return (head or words[:SLUG_LENGTH]).strip("-")


def _short(identifier: str) -> str:
    digits = identifier if _HEXADECIMAL.fullmatch(identifier) else content_id(identifier)
    return digits[:8]
