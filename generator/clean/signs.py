"""What a line of a page is when it is no part of the article: a stamp, a byline, a credit, a pointer elsewhere."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from generator.clean.phrases import credit_lines, folded, labels, phrases, straight
from generator.dates import MAX_DATE, parse_date
from generator.text import collapse

SignKind = Literal["stamp", "updated", "byline", "role", "source", "credit", "photo", "noise"]

LONGEST: Final = 300
"""Characters of the longest line that can be furniture."""
_LONGEST_NOISE: Final = 200
_LONGEST_NAMES: Final = 120
_MOST_WORDS: Final = 5
_SEGMENTS: Final = re.compile(r"\s[|•·–—-]\s")
_COLONS: Final = re.compile("[:：]")
_MINUTES: Final = re.compile(r"\d{1,3}[ -]?(?:min(?:ute)?s?(?: read)?|minuten(?: lesezeit)?|دقائق|دقيقة)(?:\s.{0,20})?")
_TIME: Final = re.compile(r"(?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?")
_BRACKETED: Final = re.compile(r"[(\[][^()\[\]]{1,200}[)\]]\.?")
_IN_BRACKETS: Final = re.compile(
    r"\b(?:photo|foto|getty|reuters|afp|epa|dpa|shutterstock|wikimedia|flickr|courtesy|credit|file)\b", re.IGNORECASE
)
_PICTURE_AGENCY: Final = re.compile(
    r"\b(?:getty images|ap photo|epa-efe|shutterstock|wikimedia commons|flash90)\b", re.IGNORECASE
)
_BEFORE_AGENCY: Final = 100
_AFTER_AGENCY: Final = 60
_ARROWS: Final = "»→▶►>|"
_QUOTED: Final = tuple("«“„\"'‘「『”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One piece of furniture and what it tells."""

    kind: SignKind
    names: tuple[str, ...] = ()
    outlet: str | None = None
    date: datetime | None = None


def signs(line: str, now: datetime) -> tuple[Sign, ...]:
    """What a line is made of, when all of it is furniture (``By A B | Jan 5, 2021``); empty for the article's own."""
    if len(line) > LONGEST:
        return ()
    whole = _sign(line, now)
    if whole:
        return (whole,)
    segments = [segment for segment in _SEGMENTS.split(line) if segment.strip()] if len(line) <= _LONGEST_NOISE else []
    found = [_sign(segment, now) for segment in segments]
    return tuple(sign for sign in found if sign) if len(found) > 1 and all(found) else ()


def filler(line: str) -> tuple[Sign, ...]:
    """What a line is that belongs to no article wherever it stands: a pointer elsewhere, the credit of a picture."""
    if len(line) > LONGEST:
        return ()
    bare = folded(line)
    if not any(map(str.isalnum, bare)):
        return (Sign(kind="noise"),)
    found = Sign(kind="photo") if _is_picture_credit(line, bare) else _noise(line, bare)
    return (found,) if found else ()


def _sign(line: str, now: datetime) -> Sign | None:
    bare = folded(line)
    if not any(map(str.isalnum, bare)):
        return Sign(kind="noise")
    found = _stamp(line, bare, now) or _byline(line, bare) or _role(line, bare)
    return found or _credit(line, bare) or _noise(line, bare)


def _stamp(line: str, bare: str, now: datetime) -> Sign | None:
    if moment := parse_date(line.strip("[]() "), now):
        return Sign(kind="stamp", date=moment)
    if len(bare) > 2 * MAX_DATE:
        return None
    for kind, table in (("updated", "updated_label"), ("stamp", "published_label")):
        match = labels(table).match(bare)
        rest = bare[match.end() :].strip(" :：,،-–—") if match else ""
        if kind == "updated" and _TIME.fullmatch(rest):
            return Sign(kind="updated")
        if moment := parse_date(rest, now) if rest else None:
            return Sign(kind="updated" if kind == "updated" else "stamp", date=moment)
    return None


def _byline(line: str, bare: str) -> Sign | None:
    """``Author: A B``, ``By A B and C D``; behind a colon any names, without one only full ones."""
    label, colon, rest = (part.strip() for part in _partition(line))
    if colon and folded(label) in phrases("author_label") and (found := names(rest, is_labelled=True)):
        return Sign(kind="byline", names=found)
    is_source = bool(colon) and folded(label) in phrases("source_label")
    if is_source and 0 < len(rest) <= _LONGEST_NAMES and not _is_sentence(rest):
        return Sign(kind="source", outlet=collapse(rest.strip(" .")))
    match = labels("author_opening").match(bare)
    if match and not _is_sentence(line):
        people, _, role = _after(line, match[0]).partition(",")
        if found := names(people) or names(_after(line, match[0])):
            return Sign(kind="byline", names=found, outlet=_outlet_beside_role(role))
    return None


def _role(line: str, bare: str) -> Sign | None:
    """``Staff Writer, OUTLET`` or the role alone."""
    if bare in phrases("role"):
        return Sign(kind="role")
    outlet = None if _is_sentence(line) else _outlet_beside_role(line)
    return Sign(kind="role", outlet=outlet) if outlet else None


def _outlet_beside_role(line: str) -> str | None:
    first, comma, second = (part.strip() for part in line.replace("،", ",").partition(","))
    if not comma or not 0 < len(second) <= _LONGEST_NAMES or "," in second:
        return None
    if folded(first) in phrases("role"):
        return collapse(second)
    return collapse(first) if folded(second) in phrases("role") and first else None


def _credit(line: str, bare: str) -> Sign | None:
    for anchor, pattern in credit_lines():
        match = pattern.fullmatch(bare) if anchor in bare else None
        if match and all(_is_credited(group, line) for group in match.groups()):
            return Sign(kind="credit")
    return Sign(kind="photo") if _is_picture_credit(line, bare) else None


def _is_picture_credit(line: str, bare: str) -> bool:
    agency = _PICTURE_AGENCY.search(line)
    if agency and agency.start() <= _BEFORE_AGENCY and len(line) - agency.end() <= _AFTER_AGENCY:
        return True
    if _BRACKETED.fullmatch(line) and _IN_BRACKETS.search(line):
        return True
    match = labels("photo").match(bare)
    if match is None or len(bare) > _LONGEST_NOISE:
        return False
    is_marked = bare[match.end() :].lstrip().startswith((":", "：", "/", "©", "|"))
    return is_marked or (match[0].endswith(" by") and bool(names(_after(line, match[0]))))


def _after(line: str, phrase: str) -> str:
    """What follows a phrase, with the line's own capitals."""
    place = straight(line).casefold().find(phrase)
    return line[place + len(phrase) :] if place >= 0 else ""


def _is_credited(group: str, line: str) -> bool:
    """Whether a part of a credit is names; looked at with the capitals the line has."""
    line = straight(line)
    start = line.casefold().find(group)
    written = line[start : start + len(group)] if start >= 0 and len(line.casefold()) == len(line) else group
    return bool(names(written, is_labelled=True))


def _noise(line: str, bare: str) -> Sign | None:
    if len(bare) > _LONGEST_NOISE or line.startswith(_QUOTED):
        return None
    if bare in phrases("line") or bare in phrases("pointer") or _MINUTES.fullmatch(bare):
        return Sign(kind="noise")
    match = labels("pointer").match(bare)
    is_pointing = line.rstrip().endswith(tuple(_ARROWS)) and "«" not in line
    if match and (is_pointing or bare[match.end() :].lstrip().startswith((":", "：", *_ARROWS))):
        return Sign(kind="noise")
    return Sign(kind="noise") if labels("opening").match(bare) else None


def names(text: str, *, is_labelled: bool = False) -> tuple[str, ...]:
    """The people that a text lists, when it is nothing but a list of names; empty otherwise.

    A name has two to five words, in scripts with capitals all capitalised but for particles; an agency, or a name
    behind a label, may be one word.
    """
    text = collapse(text).strip(" .,;:()[]")
    if not text or len(text) > _LONGEST_NAMES:
        return ()
    found = tuple(_parts(text))
    return found if found and all(_is_name(name, is_labelled=is_labelled) for name in found) else ()


def _parts(text: str) -> Iterator[str]:
    joining = phrases("joining")
    for piece in re.split(r"\s*[,;،؛、/&|]\s*", text):
        words: list[str] = []
        for word in piece.split():
            if word.casefold() in joining and words and word.casefold() not in phrases("particle"):
                yield " ".join(words)
                words = []
            elif word.casefold() not in joining or words:
                words.append(word)
        if words:
            yield " ".join(words)


def _is_name(name: str, *, is_labelled: bool) -> bool:
    if folded(name) in phrases("agency") or folded(name) in phrases("role"):
        return True
    words = name.split()
    fewest = 1 if is_labelled else 2
    return fewest <= len(words) <= _MOST_WORDS and all(_is_name_word(word) for word in words) and _is_big(words[-1])


def _is_name_word(word: str) -> bool:
    return word.casefold().strip(".") in phrases("particle") or _is_big(word)


def _is_big(word: str) -> bool:
    """Whether a word begins with a capital, or with a letter of a script that has none, and holds no odd characters."""
    prefix, hyphen, rest = word.partition("-")
    if hyphen and prefix.casefold() in phrases("particle"):
        word = rest
    letters = [character for character in word if character.isalpha() or unicodedata.category(character) == "Mn"]
    others = {character for character in word if character not in letters}
    return bool(letters) and others <= set("-'’.‘`") and not letters[0].islower()


def _is_sentence(line: str) -> bool:
    """Whether a line ends like a sentence: a full stop that no initial or abbreviation explains, or ? and !."""
    end = line.rstrip(" \"'”’»)")
    last = end.rpartition(" ")[2]
    return end.endswith(("?", "!", "؟", "。", "…")) or (end.endswith(".") and len(last) > len("Jr.") + 1)


def _partition(line: str) -> tuple[str, str, str]:
    parts = _COLONS.split(line, maxsplit=1)
    return (parts[0], ":", parts[1]) if len(parts) > 1 else (line, "", "")
