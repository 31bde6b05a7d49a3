"""Finds the words that attribute one quotation: its cue and its speaker, in the reporter's words around it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.analyse.cues import Cues
from generator.analyse.grammar import Grammar
from generator.analyse.lines import Item, Line
from generator.analyse.phrases import Phrase, according, is_aside, is_description, phrase_after
from generator.analyse.subjects import Subjects

Place = Literal["after", "before"]
_REACH = 40  # items between a cue and what it introduces
_LEAD = 8  # items of an addressee between verb and conjunction
_TRAILING = 12  # words of a cue clause that ends a sentence
_SIGNATURE = 8  # words of a name below a quotation
_SKIPPED = frozenset({*",،、，–—―-(", "--"})
_INTRODUCES = frozenset({*":：,،，–—―-", "--"})
_DASHES = frozenset("–—―-")
_ENDS = ".!?؟。！？"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """How one quotation is attributed.

    `place` says where its cue stands; `close` whether nothing but the cue clause stands between; `phrase` is the
    speaker's, empty where the cue has none of its own; `via` passed the words on.
    """

    place: Place
    cue: tuple[Item, ...]
    phrase: Phrase
    close: bool
    preposition: bool = False
    """The cue is one like "according to": a verb on the other side goes before it."""
    noun: bool = False
    via: Phrase = ()
    signature: bool = False


@dataclass(frozen=True, slots=True)
class Attributor:
    """Reads one language's attributions."""

    cues: Cues
    grammar: Grammar

    @property
    def subjects(self) -> Subjects:
        """Return the finder of subjects for the same language and parse."""
        return Subjects(self.cues, self.grammar)

    def of(self, line: Line, at: int) -> Attribution | None:
        """Return the attribution of quotation `at` on the side that the punctuation speaks for."""
        behind, front = self._after(line, at), self._before(line, at)
        if behind is None and (front is None or not front.phrase):
            behind = self._trailing(line, at)
        chosen = _choose(line, at, behind, front)
        if chosen is None or chosen.preposition:
            return chosen
        via = chosen.via or self._via(line, at, chosen)
        return replace(chosen, via=via)

    def announced(self, line: Line) -> Attribution | None:
        """Return the attribution that a paragraph ending in a colon gives to the quotation below it."""
        found = self._before(line, len(line.items))
        return None if found is None else replace(found, close=True)

    def _after(self, line: Line, at: int) -> Attribution | None:
        """“…,” X said; “…,” said X; “…,” according to X; “…” — X."""
        rest = line.after(at)
        items = rest[: next((n for n, item in enumerate(rest) if item.quote is not None), len(rest))]
        ended = line.items[at].text[-1:] in _ENDS
        if ended and 0 < len(items) < len(rest) and items[-1].text in ":," and items[0].capital:
            return None  # “A.” He went on: “B.” introduces the next one
        start = 0
        while start < len(items) and not items[start].is_word:
            if items[start].text not in _SKIPPED:
                return None
            start += 1
        if start == len(items):
            return None
        taken = according(items, start, self.cues)
        if taken:
            phrase = phrase_after(items, start + taken - 1, self.cues)
            cue = tuple(items[start : start + taken])
            return _behind(cue, phrase, preposition=True) if phrase else None
        signed = self._signature(items, start)
        if signed is None and self.cues.verb_last and items[start].cue == "say":
            phrase = self.subjects.leading(_clause(line, at))
            return _behind((items[start],), phrase)
        return signed or self._verb_first(items, start) or self._subject_first(line, at, items, start)

    def _trailing(self, line: Line, at: int) -> Attribution | None:
        """The lines “were cut” near the coast, X said: a cue clause that ends the sentence around a fragment."""
        items = line.after(at)
        comma = next((n for n in range(len(items) - 1, 0, -1) if items[n].text in ",،"), None)
        if comma is None or any(item.quote is not None for item in items[comma:]):
            return None
        clause = items[comma + 1 :]
        if sum(item.is_word for item in clause) > _TRAILING or not clause:
            return None
        found = self._verb_first(clause, 0) or self._subject_first(line, at, clause, 0)
        return None if found is None else replace(found, close=False)

    def _signature(self, items: Sequence[Item], start: int) -> Attribution | None:
        name = [item for item in items[start:] if item.text != "."]
        if not (start and items[start - 1].text in _DASHES and 0 < len(name) <= _SIGNATURE):
            return None
        named = all(item.capital or item.key in self.cues.links or item.text == "," for item in name)
        return replace(_behind((), tuple(name)), signature=True) if named and name[0].capital else None

    def _verb_first(self, items: Sequence[Item], start: int) -> Attribution | None:
        verb = start
        while verb < len(items) and verb < start + 3 and is_aside(items[verb], self.cues) and items[verb].cue != "say":
            verb += 1
        if verb >= len(items) or items[verb].cue != "say" or self.cues.participle.fullmatch(items[verb].key):
            return None
        if self.cues.language == "ar" and items[start].text[:1] in "وف" and items[start].key[1:] and start == 0:
            return None  # "and": another clause begins
        at_it = verb + 2 if items[verb].key in _IT_SAYS and verb + 2 < len(items) else verb
        phrase = phrase_after(items, at_it, self.cues)
        if not phrase and not self.cues.verb_first:
            return None
        return _behind(tuple(items[start : verb + 1]), phrase)

    def _subject_first(self, line: Line, at: int, items: Sequence[Item], start: int) -> Attribution | None:
        for verb in range(start + 1, min(len(items), start + _REACH)):
            if items[verb].cue != "say" or self.cues.participle.fullmatch(items[verb].key):
                continue
            phrase = self.subjects.beside(items[start:], verb - start)
            gap = [i for i in items[start:verb] if phrase and i.start < phrase[0].start and i.is_word]
            if phrase and gap and gap[-1].end <= phrase[0].start:
                phrase = _described(items[start:verb], phrase)
                gap = [item for item in gap if item.start < phrase[0].start]
            described = bool(gap) and is_description(items[start : _place(items, phrase[0])])
            if not phrase or (not described and any(not is_aside(item, self.cues) for item in gap)):
                return None
            inside = at > 0 and line.sentence[at - 1] == line.sentence[at] and line.items[at - 1].is_word
            return _behind((items[verb],), phrase, close=not inside)
        return None

    def _before(self, line: Line, at: int) -> Attribution | None:
        """X said, “…”; X told Y that “…”; X called it “…”; X's claim that “…”."""
        items = _clause(line, at)
        weak: Attribution | None = None
        for place in range(len(items) - 1, max(-1, len(items) - _REACH), -1):
            taken = according(items, place, self.cues)
            if taken:
                phrase = phrase_after(items, place + taken - 1, self.cues)
                if phrase:
                    return _front(tuple(items[place : place + taken]), phrase, preposition=True)
            if items[place].cue is not None:
                return self._by_verb(items, place, weak)
            if self.cues.is_noun(items[place].key):
                found = self._by_noun(items, place)
                if found.phrase:
                    return found
                weak = weak or found
        label = self._label(items)
        if label:
            return _front((items[-1],), label, close=True)
        if items and (items[-1].text == ":" or items[-1].key == "als" or (weak and not weak.phrase)):
            phrase = self.subjects.announced(items)
            if phrase:
                return _front(weak.cue if weak else (), phrase, close=items[-1].text == ":")
        return weak

    def _label(self, items: Sequence[Item]) -> Phrase:
        """Return the name that stands before a colon and nothing else: "Ann Example, a baker: “…”"."""
        if not items or items[-1].text not in ":：":
            return ()
        cut = next((n for n, item in enumerate(items) if not item.is_word), 0)
        name = tuple(items[:cut])
        if not 0 < len(name) <= _SIGNATURE or (cut < len(items) - 1 and items[cut].text not in ",("):
            return ()
        if any(item.name == "PER" for item in name):
            return name
        named = all(item.capital or item.key in self.cues.links for item in name) and len(name) > 1
        return name if named and name[-1].capital else ()

    def _by_verb(self, items: Sequence[Item], verb: int, noun: Attribution | None) -> Attribution:
        if items[verb].key in _IT_SAYS and verb + 2 < len(items) and items[verb + 1].key == "es":
            return _front((items[verb],), phrase_after(items, verb + 2, self.cues), close=True)
        if self.cues.quoting.fullmatch(items[verb].key):
            quoted = self._quoted(items, verb)
            if quoted is not None:
                return quoted
        if verb > 1 and self.cues.participle.fullmatch(items[verb].key):
            for place in range(max(0, verb - 16), verb):
                if self.cues.quoting.fullmatch(items[place].key):
                    quoted = self._quoted(items, place)
                    if quoted is not None and quoted.phrase[-1].end <= items[verb].start:
                        return replace(quoted, cue=(items[verb],), close=self._is_close(items, verb, quoted.phrase))
        phrase = self.subjects.of(items, verb)
        return _front(
            (items[verb],), phrase, close=self._is_close(items, verb, phrase) or self._is_introduced(items, noun)
        )

    def _quoted(self, items: Sequence[Item], verb: int) -> Attribution | None:
        """Return the object of a verb of quoting, who speaks: "Ynet quotes the officer as saying"."""
        start = next((n for n in range(verb + 1, min(verb + 5, len(items))) if items[n].key in _FROM), verb)
        phrase = phrase_after(items, start, self.cues)
        if not phrase:
            return None
        return replace(_front((items[verb],), phrase, close=True), via=self.subjects.of(items, verb))

    def _is_close(self, items: Sequence[Item], verb: int, phrase: Phrase) -> bool:
        """Return whether only an addressee, adverbs and a conjunction or colon stand between cue and quotation."""
        rest = items[verb + 1 :]
        if not rest or rest[-1].text in ":：":
            return True
        plain = all(
            item.key in self.cues.that or item.text in _INTRODUCES or is_aside(item, self.cues) or item in phrase
            for item in rest
        )
        led = rest[-1].key in self.cues.that and len(rest) <= _LEAD and sum(i.key in self.cues.that for i in rest) == 1
        return plain or (led and items[verb].cue == "say" and not any(i.tag == "VERB" for i in rest))

    def _is_introduced(self, items: Sequence[Item], noun: Attribution | None) -> bool:
        """Return whether a noun such as "with the words" leads up to the quotation."""
        return noun is not None and noun.cue[-1].end == items[-1].end

    def _by_noun(self, items: Sequence[Item], noun: int) -> Attribution:
        """Return whose a noun such as "claim" is: "X's claim that", "a statement by X", in Arabic the noun of X."""
        cue = (items[noun],)
        if noun and items[noun - 1].cue == "say":
            return _front(cue, (), noun=True)
        for place in range(noun + 1, min(noun + 5, len(items))):
            taken = 1 if items[place].key in self.cues.by else according(items, place, self.cues)
            if taken:
                return _front(cue, phrase_after(items, place + taken - 1, self.cues), noun=True)
        if self.cues.language == "ar":
            return _front(cue, phrase_after(items, noun, self.cues), noun=True)
        owner = [item for item in items[max(0, noun - 4) : noun] if item.text.endswith(("’s", "'s", "s’", "s'"))]
        return _front(cue, tuple(owner[-1:]), noun=True)

    def _via(self, line: Line, at: int, chosen: Attribution) -> Phrase:
        """Return who passed the words on: "according to" in the same sentence as a verb."""
        items = line.before(at) + line.after(at)
        for place in range(len(items)):
            taken = according(items, place, self.cues)
            if taken and taken + place < len(items) and items[place].key not in _NEVER_VIA:
                phrase = phrase_after(items, place + taken - 1, self.cues)
                return () if any(item in chosen.phrase for item in phrase) else phrase
        return ()


_IT_SAYS = frozenset({"heisst", "heißt", "hiess", "hieß"})
_FROM = frozenset({"عن", "از"})
_NEVER_VIA = frozenset({"so", "per", "for", "pour", "para", "من"})


def _described(items: Sequence[Item], phrase: Phrase) -> Phrase:
    """Return the name in front of two descriptions: "Ann Example, a baker from Tarn, one of the first, said"."""
    name = items[: next((n for n, item in enumerate(items) if item.text == ","), 0)]
    between = [item for item in items if item.start < phrase[0].start]
    plain = between and between[-1].text == "," and not any(item.tag in ("VERB", "AUX") for item in name)
    return tuple(name) if plain and name and name[0].capital and len(name) <= _SIGNATURE else phrase


def _place(items: Sequence[Item], wanted: Item) -> int:
    return next(n for n, item in enumerate(items) if item is wanted)


def _behind(cue: tuple[Item, ...], phrase: Phrase, *, close: bool = True, preposition: bool = False) -> Attribution:
    return Attribution(place="after", cue=cue, phrase=phrase, close=close, preposition=preposition)


def _front(
    cue: tuple[Item, ...],
    phrase: Phrase,
    *,
    close: bool = False,
    preposition: bool = False,
    noun: bool = False,
) -> Attribution:
    return Attribution(place="before", cue=cue, phrase=phrase, close=close, preposition=preposition, noun=noun)


def _choose(line: Line, at: int, behind: Attribution | None, front: Attribution | None) -> Attribution | None:
    if behind is None or front is None:
        return behind or front
    if behind.preposition and not front.preposition and not front.noun:
        return replace(front, via=behind.phrase)
    following = line.items[at + 1] if at + 1 < len(line.items) else None
    inner = line.items[at].text
    if inner[-1:] in _ENDS and following is not None and following.capital and not (front.preposition or front.noun):
        return front if front.close or inner[-1] == "." else behind
    if front.close and line.items[at - 1].text in ":：" and inner[-1:] != ",":
        return front
    return behind


def _clause(line: Line, at: int) -> list[Item]:
    """Return what stands before the quotation in its sentence, from the last quotation that ends a sentence on."""
    items = line.before(at)
    for place in range(len(items) - 2, -1, -1):
        if items[place].quote is not None and items[place].text[-1:] in _ENDS and items[place + 1].capital:
            return items[place + 1 :]
    return items
