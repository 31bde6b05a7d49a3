"""Text folded for matching: spelling variants of one word come out equal. Folded text is never shown.

Folding goes character by character, so every folded character has one origin: `fold_with_offsets` tells it.
"""

import unicodedata
from typing import NamedTuple


class Folded(NamedTuple):
    """Folded text, and for each of its characters the index it came from in the original.

    `offsets` has one entry more than `text`: the length of the original.
    """

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original that the folded span stands for, what folding dropped behind it included."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], max(self.offsets[end], self.offsets[end - 1] + 1)


_LETTERS = str.maketrans(
    {
        # Latin letters that Unicode does not decompose.
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n",
        "ə": "e", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ŧ": "t", "ĸ": "k",
        # Arabic: one alef, one yeh, one kaf, heh for teh marbuta; hamza carriers lose the hamza.
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ئ": "ي",
        "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ۂ": "ه", "ھ": "ه", "ۃ": "ه", "ؤ": "و", "ک": "ك", "ڪ": "ك",
        # Hebrew final letters and marks of abbreviation.
        "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "׳": "'", "״": '"',
        # Cyrillic and signs.
        "ё": "е", "’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-", "٫": ".", "٬": ",",
        "٪": "%", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    }
)  # fmt: skip
# Marks that carry sound in their own script (Devanagari, Thai, kana …) stay; these do not.
_OPTIONAL_MARKS = (
    (0x0300, 0x036F),  # combining diacritics
    (0x0483, 0x0489),  # Cyrillic titlo and friends
    (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7),  # niqqud, cantillation
    (0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED), (0x08D3, 0x08FF),
    (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
)  # fmt: skip


def _fold_character(character: str) -> str:
    """One character's folded form: empty, one character or several."""
    out = unicodedata.normalize("NFKC", character).casefold().translate(_LETTERS)
    return "".join(piece for one in out for piece in _strip(one))


def _strip(character: str) -> str:
    """A case-folded character without its optional marks, digits as ASCII, controls and joiners dropped."""
    if unicodedata.category(character) in ("Cf", "Cc") and not character.isspace():
        return ""
    if any(first <= ord(character) <= last for first, last in _OPTIONAL_MARKS):
        return ""
    if character.isdigit():
        return str(unicodedata.digit(character, character))
    base = unicodedata.normalize("NFD", character)
    if len(base) > 1 and unicodedata.name(base[0], "").startswith(("LATIN", "GREEK", "ARABIC", "HEBREW")):
        return base[0].translate(_LETTERS)
    return character


class _Table(dict[int, str]):
    """A translation table that fills itself with the characters it meets."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """The text as it is compared: no case, width, diacritics, tashkeel or niqqud, one form per letter, ASCII digits.

    NFKC and case folding after Unicode Standard Annex 15 and section 3.13; the Arabic letter classes are those of
    light stemming in retrieval (Larkey, Ballesteros, Connell 2002). White space stays as it is.
    """
    return text.translate(_TABLE)


def fold_with_offsets(text: str) -> Folded:
    """The same as `fold`, and where each folded character came from."""
    pieces: list[str] = []
    offsets: list[int] = []
    for index, character in enumerate(text):
        piece = _TABLE[ord(character)]
        pieces.append(piece)
        offsets.extend([index] * len(piece))
    offsets.append(len(text))
    return Folded("".join(pieces), tuple(offsets))
