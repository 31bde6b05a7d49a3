"""Who an attribution's words stand for in the same article: names for surnames, pronouns, roles and papers.

A wrong name is worse than none: where nothing fits, the words stand for themselves and `referent` is None.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.analyse.cues import Cues
from generator.analyse.lines import Item
from generator.language.fold import fold
from generator.model import Mention, Span, Speaker, SpeakerKind

_WORD = re.compile(r"\w+")
_LONGEST_ROLE = 8  # words
_LONGEST_ARABIC_ROLE = 4
_DEFINITE = frozenset(
    [
        "the",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
        "der",
        "die",
        "das",
        "dieser",
        "diese",
        "sein",
        "seine",
        "ihr",
        "ihre",
        "le",
        "la",
        "les",
        "l'",
        "ce",
        "cette",
        "el",
        "los",
        "las",
        "il",
        "lo",
        "i",
        "gli",
        "o",
        "a",
        "os",
        "as",
    ]
)
_GAP = 24  # characters: a comma, a space, a title
_APPOSED = re.compile(r"[,،]\s(?:[^\W\d_]{1,12}\.?\s){0,2}")
_CLOSING = ".,:;،؛)\n"
_FAR = 3  # paragraphs back that a pronoun may reach


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who spoke: the words, what they are resolved to, and where."""

    speaker: Speaker
    paragraph: int


@dataclass(slots=True)
class Speakers:
    """Resolves the speakers of one article, in the order of the text; it remembers who spoke."""

    text: str
    paragraphs: Sequence[Span]
    mentions: Sequence[Mention]
    cues: Cues
    hidden: Sequence[Span] = ()
    """What stands in quotation marks: names there are no antecedents."""
    voices: list[Voice] = field(default_factory=list)

    def resolve(self, phrase: Sequence[Item], paragraph: int) -> Speaker | None:
        """Return the speaker that `phrase` names and remember it; None for no phrase or the first person."""
        phrase = self._tidy(phrase)
        if not phrase:
            return None
        first = phrase[0]
        role = self.cues.pronouns.get(first.key) if len(phrase) == 1 else None
        if role == "1":
            return None
        start, end = phrase[0].start, phrase[-1].end
        end -= len(phrase[-1].text) - len(_bare(phrase[-1].text))
        if role is not None:
            speaker = self._pronoun(start, end, role, paragraph)
        else:
            kind = self._kind(phrase, start, end)
            referent = self._beside(start, end, kind) or self._referent(phrase, start, end, kind)
            speaker = Speaker(start=start, end=end, kind=kind, referent=referent)
        self.voices.append(Voice(speaker, paragraph))
        return speaker

    def carried(self, paragraph: int, position: int, *, reach: int = 1) -> Speaker | None:
        """Return the last one who spoke before `position`, at most `reach` paragraphs back."""
        for voice in reversed(self.voices):
            if voice.speaker.start < position and self._is_likely(voice.speaker):
                if paragraph - voice.paragraph > reach:
                    return None
                self.voices.append(Voice(voice.speaker, paragraph))
                return voice.speaker
        return None

    def _is_likely(self, speaker: Speaker) -> bool:
        """Return whether the words are short enough for a role: a longer phrase without a name is a parser's slip."""
        words = len(_WORD.findall(self.text[speaker.start : speaker.end]))
        longest = _LONGEST_ARABIC_ROLE if self.cues.language == "ar" else _LONGEST_ROLE
        return speaker.kind in ("name", "pronoun") or words <= longest

    def _tidy(self, phrase: Sequence[Item]) -> Sequence[Item]:
        kept = list(phrase)
        while kept and kept[0].key in self.cues.also:
            kept.pop(0)
        return kept

    def _kind(self, phrase: Sequence[Item], start: int, end: int) -> SpeakerKind:
        if any(m.label == "PER" and m.start < end and m.end > start for m in self.mentions):
            return "name"
        head = _head(phrase, self.cues)
        if any(self.cues.documents.fullmatch(item.key) for item in head):
            return "document"
        if any(self.cues.groups.fullmatch(item.key) for item in head):
            return "group"
        core = next((item.start for item in phrase if item.key not in self.cues.links), start)
        if any(m.start <= core < m.end for m in self.mentions):
            return "name"
        if any(item.capital for item in phrase[1:]) or (phrase[0].capital and len(phrase) == 1):
            return "name"
        return "role"

    def _pronoun(self, start: int, end: int, role: str, paragraph: int) -> Speaker:
        return Speaker(start=start, end=end, kind="pronoun", referent=self._antecedent(start, role, paragraph))

    def _antecedent(self, position: int, role: str, paragraph: int) -> Span | None:
        if role in ("p", "n"):
            voice = self._last_voice(position, paragraph, kinds=("group", "document") if role == "n" else ("group",))
            return None if voice is None else _meaning(voice)
        here = self._name_in(self.paragraphs[paragraph].start, position, role)
        if here is not None:
            return self._fullest(here)
        voice = self._last_voice(position, paragraph, kinds=("name", "role", "pronoun"))
        if voice is not None and self._fits(_meaning(voice), role):
            return _meaning(voice)
        for back in range(1, min(_FAR, paragraph + 1)):
            span = self.paragraphs[paragraph - back]
            found = self._name_in(span.start, span.end, role)
            if found is not None:
                return self._fullest(found)
        return None

    def _last_voice(self, position: int, paragraph: int, kinds: Sequence[SpeakerKind]) -> Speaker | None:
        for voice in reversed(self.voices):
            if paragraph - voice.paragraph > _FAR:
                return None
            known = voice.speaker.kind != "pronoun" or voice.speaker.referent is not None
            if known and voice.speaker.start < position and voice.speaker.kind in kinds:
                return voice.speaker
        return None

    def _name_in(self, start: int, end: int, role: str) -> Span | None:
        """Return the first person named by the reporter between two places who may be meant."""
        for mention in self.mentions:
            inside = mention.label == "PER" and start <= mention.start and mention.end <= end
            if inside and not self._is_hidden(mention) and self._fits(mention, role):
                return mention
        return None

    def _is_hidden(self, span: Span) -> bool:
        return any(h.start <= span.start < h.end for h in self.hidden)

    def _fits(self, span: Span, role: str) -> bool:
        """Return whether a "he" or "she" may be the one named: a title or role word of the other sex speaks against."""
        before = fold(self.text[max(0, span.start - 24) : span.start]).split()[-2:]
        words = {*before, *(fold(w) for w in _WORD.findall(self.text[span.start : span.end]))}
        other = self.cues.female if role == "m" else self.cues.male if role == "f" else frozenset()
        return not (words & other)

    def _referent(self, phrase: Sequence[Item], start: int, end: int, kind: SpeakerKind) -> Span | None:
        inside = [m for m in self.mentions if m.start < end and m.end > start and m.label in ("PER", "ORG")]
        person = next((m for m in inside if m.label == "PER"), None)
        if person is not None:
            full = self._fullest(Span(start=person.start, end=min(person.end, end)))
            if (full.start, full.end) == (person.start, person.end):
                full = self._known(fold(_WORD.findall(self.text[full.start : full.end])[-1])) or full
            return None if (full.start, full.end) == (start, end) else full
        if kind == "name":
            return self._fuller_name(phrase, start)
        return self._earlier_phrase(phrase, start)

    def _beside(self, start: int, end: int, kind: SpeakerKind) -> Span | None:
        """Return the name that stands between commas behind an office: "the city's governor, Ann Example, …"."""
        if kind in ("group", "document") or any(self._names(m, start, end) for m in self.mentions):
            return None
        found = next((m for m in self.mentions if m.label == "PER" and end < m.start <= end + _GAP), None)
        if found is None or not _APPOSED.fullmatch(self.text, end, found.start) or self._is_hidden(found):
            return None
        behind = self.text[found.end : found.end + 1]
        return self._fullest(found) if not behind or behind in _CLOSING else None

    def _names(self, mention: Mention, start: int, end: int) -> bool:
        """Return whether a person's name stands between two places, and not only in a description: "of Tarn"."""
        if mention.label != "PER" or mention.start >= end or mention.end <= start:
            return False
        before = fold(self.text[start : mention.start]).split()
        return not before or before[-1] not in self.cues.links

    def _fullest(self, span: Span) -> Span:
        """Return the fullest mention of the one named by `span`: the earliest that ends with the same words."""
        words = [fold(w) for w in _WORD.findall(self.text[span.start : span.end])]
        best = Span(start=span.start, end=span.end)
        for mention in self.mentions:
            other = [fold(w) for w in _WORD.findall(self.text[mention.start : mention.end])]
            longer = len(other) > len(words) and len(other) <= len(words) + 3
            if mention.label == "PER" and longer and words and (other[-len(words) :] == words):
                return Span(start=mention.start, end=mention.end)
        return best

    def _fuller_name(self, phrase: Sequence[Item], start: int) -> Span | None:
        """Without a trained model for names: return an earlier run of capitals that ends with this surname."""
        last = phrase[-1]
        known = self._known(fold(last.text))
        if known is not None or len(phrase) > 1 or not last.capital:
            return known
        pattern = re.compile(rf"(?:\b[A-ZÀ-ÖØ-ÞА-Я][\w.’'-]+ ){{1,2}}{re.escape(_bare(last.text))}\b")
        for match in pattern.finditer(self.text, 0, start):
            if not self._is_hidden(Span(start=match.start(), end=match.end())):
                return Span(start=match.start(), end=match.end())
        return None

    def _known(self, surname: str) -> Span | None:
        """Return the name of an earlier speaker that ends with `surname` and is longer."""
        for voice in self.voices:
            span = _meaning(voice.speaker)
            words = [fold(w) for w in _WORD.findall(self.text[span.start : span.end])]
            if voice.speaker.kind == "name" and len(words) > 1 and words[-1] == surname:
                return span
        return None

    def _earlier_phrase(self, phrase: Sequence[Item], start: int) -> Span | None:
        """Return what a role or a paper was called before: its bearer's name, or the phrase of an earlier voice."""
        head = _head(phrase, self.cues)
        if not self._is_definite(phrase[0]):
            return None
        keys = [item.key.removeprefix("ال") for item in head if item.key not in self.cues.links]
        if not keys:
            return None
        named = self._bearer(" ".join(keys), start)
        if named is not None:
            return named
        for voice in self.voices:
            meant = _meaning(voice.speaker)
            words = [
                fold(w).removeprefix("ال") for w in _WORD.findall(self.text[voice.speaker.start : voice.speaker.end])
            ]
            if keys[-1] in words and voice.speaker.kind not in ("pronoun", "name") and meant.end <= start:
                return meant
        return None

    def _is_definite(self, first: Item) -> bool:
        """Return whether a phrase means somebody mentioned before: "the officer", not "an officer"."""
        if self.cues.language == "ar":
            return first.key.startswith("ال")
        if self.cues.language in ("ru", "tr", "fa", "zh", "ja"):
            return True  # no articles
        return first.key in _DEFINITE or (self.cues.language == "he" and first.key.startswith("ה"))

    def _bearer(self, role: str, start: int) -> Span | None:
        for mention in self.mentions:
            if mention.label == "PER" and mention.end <= start:
                before = fold(self.text[max(0, mention.start - len(role) - 12) : mention.start]).rstrip(" ,")
                if before.endswith(role):
                    return self._fullest(mention)
        return None


def _head(phrase: Sequence[Item], cues: Cues) -> list[Item]:
    """Return the phrase's core: what stands before its first preposition."""
    core: list[Item] = []
    for item in phrase:
        if core and item.key in cues.links and item.key not in ("the", "a", "an"):
            break
        core.append(item)
    return core


def _meaning(speaker: Speaker) -> Span:
    return speaker.referent or Span(start=speaker.start, end=speaker.end)


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word)
