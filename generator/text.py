"""Text as the rest of the package sees it: normal, visible, one script at a time. Contains no business logic."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from typing import Final, Literal

MAX_MARKS: Final = 4
"""Combining marks kept in a row; no orthography in use needs more, and stacks of them hide the lines around."""

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
# Controls; noncharacters; format characters but the visible Arabic number signs; fillers that show nothing.
_PLANE_ENDS: Final = "".join(
    chr(plane + last) for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    f"\U000e0000-\U000e0fff{_PLANE_ENDS}]"
)
_JOINERS: Final = re.compile("[\u200c\u200d]+")
# Stretches long enough to hold too many marks, without the blocks that hold none.
_MARK_RUN: Final = re.compile(f"[^\x00-\u02ff\u3000-\u3029\u302e-\u3098\u30a0-\ua66e\uac00-\ud7ff]{{{MAX_MARKS + 1},}}")
_PICTURES: Final = frozenset({"So", "Sk", "Sm"})

_RTL_LANGUAGES: Final = (
    " ar arc ary arz azb ckb dv fa glk he iw ji khw ks lrc mzn nqo pnb prs ps sd sdh skr syr ug ur yi "
)
_RTL_SCRIPTS: Final = " adlm arab hebr mand nkoo rohg samr syrc thaa "
_SUBTAG_END: Final = re.compile("[-_]")
_SCRIPT_SUBTAG: Final = re.compile(r"[-_]([a-z]{4})(?![^-_])")

# Starts of Unicode ranges and the ISO 15924 code of the script there; "" where letters are of no one script.
_SCRIPT_RANGES: Final = (
    (0x0000, ""), (0x0041, "Latn"), (0x005B, ""), (0x0061, "Latn"), (0x007B, ""), (0x00AA, "Latn"), (0x00AB, ""),
    (0x00BA, "Latn"), (0x00BB, ""), (0x00C0, "Latn"), (0x02B9, ""), (0x0370, "Grek"), (0x0400, "Cyrl"),
    (0x0530, "Armn"), (0x0590, "Hebr"), (0x0600, "Arab"), (0x0700, "Syrc"), (0x0750, "Arab"), (0x0780, "Thaa"),
    (0x07C0, "Nkoo"), (0x0800, "Samr"), (0x0840, "Mand"), (0x0860, "Syrc"), (0x0870, "Arab"), (0x0900, "Deva"),
    (0x0980, "Beng"), (0x0A00, "Guru"), (0x0A80, "Gujr"), (0x0B00, "Orya"), (0x0B80, "Taml"), (0x0C00, "Telu"),
    (0x0C80, "Knda"), (0x0D00, "Mlym"), (0x0D80, "Sinh"), (0x0E00, "Thai"), (0x0E80, "Laoo"), (0x0F00, "Tibt"),
    (0x1000, "Mymr"), (0x10A0, "Geor"), (0x1100, "Hang"), (0x1200, "Ethi"), (0x13A0, "Cher"), (0x1400, ""),
    (0x1780, "Khmr"), (0x1800, "Mong"), (0x18B0, ""), (0x1C90, "Geor"), (0x1CC0, ""), (0x1D00, "Latn"),
    (0x1F00, "Grek"), (0x2000, ""), (0x2C60, "Latn"), (0x2C80, ""), (0x2D00, "Geor"), (0x2D30, "Tfng"),
    (0x2D80, "Ethi"), (0x2DE0, "Cyrl"), (0x2E00, ""), (0x2E80, "Hani"), (0x3000, ""), (0x3005, "Hani"), (0x3008, ""),
    (0x3041, "Hira"), (0x30A0, "Kana"), (0x3100, "Bopo"), (0x3130, "Hang"), (0x3190, ""), (0x31F0, "Kana"),
    (0x3200, ""), (0x3400, "Hani"), (0x4DC0, ""), (0x4E00, "Hani"), (0xA000, "Yiii"), (0xA4D0, ""), (0xA640, "Cyrl"),
    (0xA6A0, ""), (0xA720, "Latn"), (0xA800, ""), (0xA8E0, "Deva"), (0xA900, ""), (0xAB00, "Ethi"), (0xAB30, "Latn"),
    (0xAB70, "Cher"), (0xABC0, ""), (0xAC00, "Hang"), (0xD7FC, ""), (0xF900, "Hani"), (0xFB00, "Latn"),
    (0xFB07, ""), (0xFB13, "Armn"), (0xFB1D, "Hebr"), (0xFB50, "Arab"), (0xFE00, ""), (0xFE70, "Arab"), (0xFEFF, ""),
    (0xFF21, "Latn"), (0xFF3B, ""), (0xFF41, "Latn"), (0xFF5B, ""), (0xFF66, "Kana"), (0xFFA0, "Hang"), (0xFFE0, ""),
    (0x1B000, "Kana"), (0x1B170, ""), (0x1E900, "Adlm"), (0x1E960, ""), (0x20000, "Hani"), (0x323B0, ""),
)  # fmt: skip
_STARTS: Final = tuple(start for start, _ in _SCRIPT_RANGES)
# Scripts whose letters join, so that a zero-width (non-)joiner between them is spelling.
_JOINING: Final = "Arab Syrc Mong Nkoo Mand Adlm Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt"


def normalise(text: str) -> str:
    r"""The text in NFC, with nothing in it that cannot be seen; idempotent.

    Line ends become ``\n``; controls but newline and tab, bidirectional and zero-width characters go, joiners stay
    where they are spelling (Persian, Indic scripts, emoji); lone surrogates become U+FFFD; at most `MAX_MARKS`
    combining marks stay in a row. Never NFKC: what is shown keeps the source's letters.

    >>> normalise("Gov\u200bern\u200bment \u202edenied")
    'Government denied'
    """
    if text.isascii() and text.isprintable():
        return text
    text = _SURROGATES.sub("\ufffd", _LINE_ENDS.sub("\n", text))
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _JOINERS.sub(_spelling_joiner, text)
    return unicodedata.normalize("NFC", _MARK_RUN.sub(_cap_marks, text))


def collapse(text: str) -> str:
    """The text with every run of white space as one space, no-break and ideographic ones too; none at the ends."""
    return " ".join(text.split())


def direction(language: str) -> Literal["ltr", "rtl"]:
    """The way a language is written: by its script subtag (``az-Arab``) where it has one, else by the language."""
    code = language.lower()
    if match := _SCRIPT_SUBTAG.search(code):
        return "rtl" if f" {match[1]} " in _RTL_SCRIPTS else "ltr"
    return "rtl" if f" {_SUBTAG_END.split(code)[0]} " in _RTL_LANGUAGES else "ltr"


def script(text: str) -> str:
    """The ISO 15924 code of the script most letters are in; ``Zyyy`` where there are no letters.

    Japanese is ``Jpan`` (any kana among Chinese characters), Korean ``Kore``, Chinese ``Hans`` or ``Hant`` by which
    national character set holds more of the characters.

    >>> script("قال الوزير BBC"), script("首相は昨日、辞任した"), script("42")
    ('Arab', 'Jpan', 'Zyyy')
    """
    counts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if name := script_of(character):
            counts[name] += count
    kana = counts.pop("Hira", 0) + counts.pop("Kana", 0)
    if kana:
        counts["Jpan"] = kana + counts.pop("Hani", 0)
    if not counts:
        return "Zyyy"
    dominant = min(counts, key=lambda name: (-counts[name], name))
    if dominant == "Hani":
        return _chinese(text)
    return "Kore" if dominant == "Hang" else dominant


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """The ISO 15924 code of one letter's script, empty for what is no letter or belongs to none in particular."""
    if not character.isalpha():
        return ""
    return _SCRIPT_RANGES[bisect_right(_STARTS, ord(character)) - 1][1]


def _chinese(text: str) -> str:
    han = {character for character in text if script_of(character) == "Hani"}
    simplified = sum(1 for character in han if _encodes(character, "gb2312"))
    traditional = sum(1 for character in han if _encodes(character, "big5"))
    return "Hant" if traditional > simplified else "Hans"


def _encodes(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _spelling_joiner(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    joiner = match[0][0]
    if not before or not after:
        return ""
    if _joins(before) and _joins(after):
        return joiner
    is_picture = joiner == "\u200d" and _is_picture(before) and _is_picture(after)
    return joiner if is_picture else ""


def _joins(character: str) -> bool:
    if not (character.isalpha() or unicodedata.category(character).startswith("M")):
        return False
    name = _SCRIPT_RANGES[bisect_right(_STARTS, ord(character)) - 1][1]
    return bool(name) and name in _JOINING


def _is_picture(character: str) -> bool:
    return unicodedata.category(character) in _PICTURES or character == "\ufe0f"


def _cap_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    run = 0
    for character in match[0]:
        run = run + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if run <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)
