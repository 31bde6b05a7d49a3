"""Bytes become text: by byte order mark, by declaration, as UTF-8, and only then by what the bytes look like."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from generator.read.alphabets import ALPHABETS, FREQUENT

_MARKS: Final = (  # the longer ones first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE: Final = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
# Bytes of the characters that every text of a script is full of, per encoding: the national standards list
# common characters first (level 1), so that a wrong reading falls outside.
_EAST_ASIAN: Final = (
    # codec, common characters, a character of the script
    ("euc_jp", re.compile(rb"[\xa1-\xa5][\xa1-\xf6]|[\xb0-\xcf][\xa1-\xfe]"), "[\u3041-\u30fe]"),
    (
        "cp932",
        re.compile(rb"\x81[\x40-\x7e]|\x82[\x9f-\xf1]|\x83[\x40-\x96]|[\x89-\x97][\x40-\x7e\x80-\xfc]"),
        "[\u3041-\u30fe]",
    ),
    ("cp949", re.compile(rb"[\xa1-\xa3\xb0-\xc8][\xa1-\xfe]"), "[\uac00-\ud7a3]"),
    ("gb18030", re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]"), "[\u4e00-\u9fff]"),
    ("big5", re.compile(rb"[\xa1\xa4-\xc6][\x40-\x7e\xa1-\xfe]"), "[\u4e00-\u9fff]"),
)
_EAST_ASIAN_SHARE: Final = 0.75
_SHIFTED_JAPANESE: Final = (b"\x1b$B", b"\x1b$@")
_FREQUENT_SHARE: Final = 0.5
_LATIN: Final = ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257", "mac_roman", "iso8859_1")
_DECLARED: Final = re.compile(
    rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_DECLARED_WITHIN: Final = 2_048
_FEW_BROKEN: Final = 0.5
_SAMPLE: Final = 20_000
# A Latin letter beside one of another alphabet; quotation marks and dashes may stand beside any.
_MIXED: Final = re.compile(r"[A-Za-z`](?=[^\x00-\x7f\s«»\u2010-\u203a])|[^\W\x00-\x7f](?=[A-Za-z`])")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_WRITTEN: Final = 0.7


def decode(content: bytes) -> str | None:
    """The text of a file, or None where the bytes are no text in any encoding.

    In this order: byte order mark; UTF-8; UTF-16 or UTF-32 without a mark; the charset an HTML or XML head declares,
    unless the bytes contradict it; mostly UTF-8 with stray bytes (read as Windows-1252); and then the encoding in which
    the text is most plausible, Windows-1252 first among equals.
    """
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if marked:
        return content.decode(marked, "replace")
    if any(shift in content for shift in _SHIFTED_JAPANESE) and (text := _strict(content, "iso2022_jp")):
        return text
    if b"\0" in content:
        return _wide(content)
    if text := _strict(content, "utf-8"):
        return None if _is_binary(text) else text
    readings = (read(content) for read in (_declared, _mostly_utf8, _other_alphabet, _east_asian, _latin, _detected))
    return next((text for text in readings if text), None)


def _strict(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return "\0" in text or len(_CONTROLS.findall(sample)) > len(sample) // 20


def _wide(content: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the reading that has spaces or line ends and nothing unassigned."""
    for name in _WIDE:
        text = _strict(content, name)
        if text and not _is_binary(text) and any(space in text[:1_000] for space in (" ", "\n", "\u3000", "。")):
            return text
    return None


def _declared(content: bytes) -> str | None:
    """The text by the charset in an HTML or XML head; an encoding the bytes do not fit was declared wrongly."""
    head = content[:_DECLARED_WITHIN]
    match = _DECLARED.search(head) if head.lstrip().startswith(b"<") else None
    if match is None:
        return None
    name = match[1].decode("ascii")
    # What browsers do: ISO-8859-1 and ASCII are labels of Windows-1252.
    return _strict(content, "cp1252" if name.lower() in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else name)


def _mostly_utf8(content: bytes) -> str | None:
    """UTF-8 with some bytes that are not, when at least half of what is not ASCII is sound."""
    text = content.decode("utf-8", "surrogateescape")
    broken = sum(1 for character in text if "\udc80" <= character <= "\udcff")
    sound = sum(1 for character in text if character > "\x7f") - broken
    if not sound or broken > _FEW_BROKEN * (sound + broken):
        return None
    return "".join(_repaired(character) for character in text)


def _repaired(character: str) -> str:
    if not "\udc80" <= character <= "\udcff":
        return character
    return bytes([ord(character) - 0xDC00]).decode("cp1252", "replace")


def _other_alphabet(content: bytes) -> str | None:
    """The text by the encoding of a non-Latin alphabet that makes most letters common ones of a language."""
    best = (_FREQUENT_SHARE, "")
    for names, frequent in FREQUENT.items():
        for name in names.split():
            text = _strict(content, name)
            if text is not None and (share := _frequency(text[:_SAMPLE], frequent)) > best[0]:
                best = (share, text)
    return best[1] or None


def _frequency(text: str, frequent: str) -> float:
    """The share of common letters in all that is not ASCII, less what stands where no letter or mark can."""
    foreign = [character for character in text if character > "\x7f"]
    common = sum(1 for character in foreign if character.lower() in frequent)
    return (common - _odd(text) - 2 * len(_MIXED.findall(text))) / max(len(foreign), 1)


def _east_asian(content: bytes) -> str | None:
    """The text by the East Asian encoding in which most of it is common characters, and some of the script's own."""
    best: tuple[float, str] | None = None
    high = len(re.findall(rb"[\x80-\xff]", content[:_SAMPLE]))
    for name, common, own in _EAST_ASIAN:
        text = _strict(content, name)
        if text is None or not re.search(own, text) or not high:
            continue
        share = sum(2 for _ in common.finditer(content[:_SAMPLE])) / high
        if share >= _EAST_ASIAN_SHARE and (best is None or share > best[0] + 0.05):
            best = (share, text)
    return best[1] if best and _has_east_asian_share(best[1]) else None


def _has_east_asian_share(text: str) -> bool:
    """Whether such letters are more than the odd accent: accented Latin letters in pairs can look like one."""
    letters = [character for character in text[:_SAMPLE] if character.isalpha()]
    return sum(1 for character in letters if character > "\u2e80") > 0.5 * len(letters)


def _latin(content: bytes) -> str | None:
    """The text by the Western or Central European encoding whose accented letters fit one language's alphabet best."""
    readings = [(name, text) for name in _LATIN if (text := _strict(content, name))]
    scored = [(_plausibility(text[:_SAMPLE]), -rank, text) for rank, (_, text) in enumerate(readings)]
    best = max(scored, default=None)
    return best[2] if best and best[0] >= _WRITTEN else None


def _plausibility(text: str) -> float:
    """How much of what is not ASCII one alphabet accounts for, less what stands where no letter or mark can."""
    foreign = [character for character in text if character > "\x7f"]
    letters = [character for character in foreign if character.isalpha()]
    if not letters:
        return 1.0 - _odd(text) / max(len(foreign), 1)
    if len(letters) > 0.4 * sum(1 for character in text if character.isalpha()):
        return 0.0
    covered = max(sum(1 for character in letters if character.lower() in alphabet) for alphabet in ALPHABETS.values())
    return covered / len(letters) - _odd(text) / len(foreign)


def _odd(text: str) -> int:
    return sum(_odd_in_word(word) for word in text.split() if not word.isascii())


def _odd_in_word(word: str) -> int:
    """Controls, signs at letters, punctuation between letters, capitals after small letters."""
    odd = 0
    for before, character, after in _neighbours(word):
        category = unicodedata.category(character)
        if category.startswith("L"):
            odd += character.isupper() and before.islower()
        elif category.startswith(("S", "N")):
            odd += before.isalpha() or after.isalpha()
        else:
            between = category not in {"Pd", "Pi", "Pf", "Mn", "Mc"} and before.isalpha() and after.isalpha()
            odd += between or category in {"Cc", "Cn", "Co"}
    return odd


def _neighbours(word: str) -> Iterator[tuple[str, str, str]]:
    for place, character in enumerate(word):
        if character > "\x7f":
            yield word[max(place - 1, 0) : place], character, word[place + 1 : place + 2]


def _detected(content: bytes) -> str | None:
    # Imported here: few inputs come this far.
    import charset_normalizer  # noqa: PLC0415

    best = charset_normalizer.from_bytes(content[:_SAMPLE]).best()
    text = _strict(content, best.encoding) if best else None
    if text is None:
        text = content.decode("cp1252", "replace")
    return None if _is_binary(text) or text.count("\ufffd") > len(text) // 20 else text
