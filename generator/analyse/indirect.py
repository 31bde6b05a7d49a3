"""Finds indirect speech that is clearly attributed: "X said that …", "…, X said", "according to X, …".

Only clauses with a cue and a speaker of their own count; what a person merely does, likes or wants does not. A report
ends where its sentence does, or where the next cue begins: "X said …, adding that …" is two.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.analyse.cues import Cues
from generator.analyse.grammar import Grammar
from generator.analyse.lines import Item, Line
from generator.analyse.phrases import Phrase, according, is_aside, is_description, phrase_after
from generator.analyse.subjects import Subjects
from generator.model import Span

_TO_THAT = 16  # items between a verb and its conjunction
_LEAST = 2  # words of a report
_REACH = 26  # items from who speaks to the comma behind
_WHOLE = 6  # words that are likely a clause whose verb was not seen as one
_SHORT = 5  # words that are no clause yet
_INSERTED = 14  # items of an insertion between commas
_TAIL = 14  # words behind the verb of a cue clause
_COMMAS = frozenset(",،，")
_BREAKS = frozenset(";؛；")
_COLONS = frozenset(":：")
_AS = frozenset(["as", "wie", "comme", "como", "come", "كما", "ما", "علي", "حسب", "بحسب", "وفق", "حسبما"])
_TIMES = frozenset(["قبل", "بعد", "منذ", "دون", "بدون", "بدل", "رغم", "حين", "حتي", "الا", "علما"])
_WHAT = frozenset({"ما"})
_RELATIVE = frozenset(["who", "which", "whose", "where"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Something reported in the reporter's own words."""

    spans: tuple[Span, ...]
    cue: tuple[Item, ...]
    phrase: Phrase
    """Empty where the language lets the subject go unsaid: the last speaker goes on."""


@dataclass(frozen=True, slots=True)
class Reports:
    """Finds one language's indirect speech."""

    cues: Cues
    grammar: Grammar

    def at(self, line: Line, at: int) -> Report | None:
        """Return the report whose verb or preposition is item `at`, or None."""
        items = [*line.before(at), line.items[at], *line.after(at)]
        place = len(line.before(at))
        if items[place].cue in ("say", "think"):
            return self._by_verb(items, place)
        taken = according(items, place, self.cues)
        return self._according(items, place, taken) if taken else None

    def _by_verb(self, items: Sequence[Item], verb: int) -> Report | None:
        if not self._is_finite(items, verb):
            return None
        inverted = self._inverted(items, verb)
        phrase = inverted or self._speaker(items, verb)
        if len(phrase) == 1 and self.cues.pronouns.get(phrase[0].key) in ("1", "r"):
            return None
        if not phrase and not (self.cues.elides and items[verb].cue == "say"):
            return None
        start = None if inverted else self._start(items, verb, phrase)
        if start is not None:
            return self._report(items, (items[verb],), phrase, start, self._end(items, start))
        return self._content_first(items, verb, phrase) if phrase else None

    def _inverted(self, items: Sequence[Item], verb: int) -> Phrase:
        """Return who stands behind a verb that follows what is said: "It is closed, said Ann Example"."""
        if self.cues.language == "ar" or items[verb].cue != "say":
            return ()
        if self.cues.verb_first:
            return self._in_wie_clause(items, verb) or self._behind_comma(items, verb)
        said = items[verb].key
        if verb < _LEAST or items[verb - 1].text not in _COMMAS or self.cues.participle.fullmatch(said):
            return ()
        phrase = () if said in self.cues.addressees else phrase_after(items, verb, self.cues)
        named = any(item.name == "PER" for item in phrase)
        known = named or (said in self.cues.inverting and any(item.tag in ("NOUN", "PROPN", "") for item in phrase))
        return phrase if known and self._stands_alone(items, verb, phrase) else ()

    def _stands_alone(self, items: Sequence[Item], verb: int, phrase: Phrase) -> bool:
        """Return whether who is named behind a verb does nothing there, and something is said before it."""
        following = next((item for item in items if item.start >= phrase[-1].end), None)
        if any(item.tag in ("VERB", "AUX") for item in (*phrase, following) if item is not None):
            return False
        inserted = following is not None and following.text in _COMMAS
        return inserted or any(item.tag in ("VERB", "AUX") for item in items[: verb - 1])

    def _in_wie_clause(self, items: Sequence[Item], verb: int) -> Phrase:
        """Return who stands between German "wie" and its verb: ", wie der Sprecher sagte"."""
        at = next((n for n in range(verb - 1, 0, -1) if items[n].text in _COMMAS), verb)
        if not self.cues.noun_capitals or verb - at <= _LEAST or items[at + 1].key != "wie":
            return ()
        return tuple(item for item in items[at + 2 : verb] if item.is_word and not is_aside(item, self.cues))

    def _behind_comma(self, items: Sequence[Item], verb: int) -> Phrase:
        """Return who stands behind a verb and a comma in a language where both orders are usual: ", a dit Ann"."""
        comma = verb - 1
        while comma > 0 and items[comma].is_word and is_aside(items[comma], self.cues):
            comma -= 1
        if comma < _LEAST or items[comma].text not in _COMMAS:
            return ()
        phrase = phrase_after(items, verb, self.cues)
        return phrase if phrase and self._start(items, verb, phrase) is None else ()

    def by_object(self, line: Line, at: int) -> Report | None:
        """Return what the verb at item `at` says by its infinitive or object: "promised to pay", "denied it"."""
        items = [*line.before(at), line.items[at], *line.after(at)]
        verb = len(line.before(at))
        infinitive = self.cues.infinitive.fullmatch(items[verb].key) is not None
        act = self.cues.act.fullmatch(items[verb].key) is not None
        if not (infinitive or act) or not self._is_finite(items, verb):
            return None
        span = self.grammar.infinitive(items[verb].start) if infinitive else None
        span = span or (self.grammar.object(items[verb].start) if act else None)
        phrase = self._speaker(items, verb) if span is not None else ()
        if span is None or not phrase or self.cues.pronouns.get(phrase[0].key) in ("1", "r", "n"):
            return None
        places = [n for n, item in enumerate(items) if span.start <= item.start < span.end]
        return self._report(items, (items[verb],), phrase, places[0], places[-1] + 1) if places else None

    def _is_finite(self, items: Sequence[Item], verb: int) -> bool:
        """Return whether the verb states that somebody speaks: no noun, no infinitive, no "could say"."""
        item = items[verb]
        if not item.tag:
            return True
        if item.tag not in ("VERB", "AUX"):
            return False
        before = [one.key for one in items[max(0, verb - 3) : verb] if one.key]
        if before[-1:] == ["to"] or any(key in self.cues.modals for key in before):
            return False
        joined = verb > 0 and (items[verb - 1].text in _COMMAS or items[verb - 1].key in _JOINING)
        return (
            joined
            or not self.cues.participle.fullmatch(item.key)
            or (verb > 0 and items[verb - 1].tag in (*_NOMINAL, "AUX"))
        )

    def _speaker(self, items: Sequence[Item], verb: int) -> Phrase:
        """Return who speaks; in the passive the one after "by", else nobody."""
        before = items[verb - 1] if verb else None
        if (
            before is not None
            and before.key in self.cues.passive
            and items[verb].key.endswith("ed" if self.cues.language == "en" else "")
        ):
            by = next((n for n in range(verb + 1, min(verb + 4, len(items))) if items[n].key in self.cues.by), None)
            return () if by is None else phrase_after(items, by, self.cues)
        return Subjects(self.cues, self.grammar).of(items, verb)

    def _start(self, items: Sequence[Item], verb: int, phrase: Phrase) -> int | None:
        """Return where the content behind the verb begins: at its conjunction, or where a clause begins."""
        for place in range(verb + 1, min(len(items), verb + 1 + _TO_THAT)):
            item = items[place]
            if item.key in self.cues.that and item not in phrase and self._joins(items, verb, place):
                return place
            if item.quote is not None or item.text in _BREAKS or (item.cue == "say" and item not in phrase):
                break
            if item.tag == "VERB":
                break
        clause = self.grammar.complement(items[verb].start)
        if clause is not None:
            first = next((n for n, item in enumerate(items) if item.start >= clause.start and n > verb), None)
            opens = first is not None and (
                items[first].key not in self.cues.stops or items[first].key in self.cues.that
            )
            if opens and not any(item.text in _BREAKS for item in items[verb:first]):
                return first
        return self._bare_clause(items, verb) if self.grammar.tokens else self._subjunctive(items, verb)

    def _joins(self, items: Sequence[Item], verb: int, place: int) -> bool:
        """Return whether a word like "that" opens what is said: no pronoun, and not "he said, a charge that"."""
        if items[place - 1].key in _TIMES:
            return False
        addressed = items[verb].key in self.cues.addressees and items[place - 1].tag in ("NOUN", "PROPN")
        if items[place].tag not in ("", "SCONJ") and not addressed and not self.grammar.marks(items[place].start):
            return False
        aside = any(item.text in _COMMAS for item in items[verb + 1 : place])
        return not (aside and items[place - 1].tag == "NOUN" and self.cues.language == "en")

    def _bare_clause(self, items: Sequence[Item], verb: int) -> int | None:
        """Return where a clause without a conjunction begins: "said the road was closed"."""
        start = verb + 1
        while start < len(items) and items[start].is_word and is_aside(items[start], self.cues):
            start += 1
        if items[verb].cue != "say" or start >= len(items) or items[start].tag not in _NOMINAL:
            return None
        place = start + 1
        while place < min(len(items), start + _TO_THAT):
            if items[place].tag in ("VERB", "AUX"):
                return start
            if items[place].text in _COMMAS:  # "said the van, an old one, had stopped"
                closing = next((n for n in range(place + 1, len(items)) if items[n].text in _COMMAS), None)
                if closing is None or closing - place > _INSERTED or items[closing + 1 :][:1] == []:
                    return None
                place = closing
                if items[place + 1].tag not in ("VERB", "AUX"):
                    return None
            elif items[place].quote is not None or items[place].text in ";:":
                return None
            place += 1
        return None

    def _subjunctive(self, items: Sequence[Item], verb: int) -> int | None:
        """Return where a German clause in reported mood begins: "sagte, er sei …"."""
        if not self.cues.reported_mood.pattern:
            return None
        for place in range(verb + 1, min(len(items), verb + _TO_THAT)):
            if items[place].text == ",":
                later = items[place + 1 :]
                mood = any(self.cues.reported_mood.fullmatch(item.text.lower()) for item in later)
                return place + 1 if mood else None
        return None

    def _end(self, items: Sequence[Item], start: int) -> int:
        """Return the place behind the content's last item."""
        for place in range(start + 1, len(items)):
            item = items[place]
            if item.text in _BREAKS:
                return place
            if item.cue == "say" and self._opens_another(items, place, start):
                return self._before_joint(items, place)
        end = len(items)
        while end > start and not items[end - 1].is_word and items[end - 1].quote is None:
            end -= 1
        return end

    def _opens_another(self, items: Sequence[Item], verb: int, start: int) -> bool:
        """Return whether a verb inside the sentence reports the same speaker's next words: ", adding that"."""
        previous = items[verb - 1]
        if self.cues.participle.fullmatch(items[verb].key):
            return previous.text in _COMMAS
        before = [item for item in items[max(start, verb - 3) : verb] if not is_aside(item, self.cues)]
        joined = bool(before) and (before[-1].key in _JOINING or before[-1].text in _COMMAS)
        attached = self.cues.language == "ar" and items[verb].text[:1] in "وف"
        return (joined or attached) and any(i.key in self.cues.that for i in items[verb + 1 : verb + 8])

    def _before_joint(self, items: Sequence[Item], verb: int) -> int:
        end = verb
        while end > 0 and (
            is_aside(items[end - 1], self.cues) or items[end - 1].key in _JOINING or items[end - 1].text in _COMMAS
        ):
            end -= 1
        return end

    def _content_first(self, items: Sequence[Item], verb: int, phrase: Phrase) -> Report | None:
        """Return the report in front of its cue clause: "The road is closed, police said"."""
        first = next(n for n, item in enumerate(items) if item is phrase[0])
        comma = self._before_cue(items, min(verb, first) - 1)
        if any(item.quote is not None for item in items[verb + 1 :]) or (items[-1].text in ":："):
            return None
        if comma > 0 and items[comma].is_word and items[comma + 1].key in _AS and self.cues.language == "ar":
            comma += 1
        elif comma < 1 or items[comma].text not in _COMMAS:
            return None
        behind = self._goes_on(items, max(verb, first + len(phrase) - 1) + 1, items[:comma])
        begin = self._clause_start(items, comma, whole=behind is None or items[behind - 1].text in _COLONS)
        if begin is None:
            return None
        cue = (items[verb],)
        if behind is None:
            tail = [item for item in items[verb + 1 :] if item.is_word and item not in phrase]
            long = len(tail) > _TAIL and first < verb
            return None if long else self._report(items, cue, phrase, begin, comma)
        rest = self._report(items, cue, phrase, behind, self._end(items, behind))
        if rest is None:
            return self._report(items, cue, phrase, begin, comma)
        front = Span(start=items[begin].start, end=items[comma - 1].end)
        return Report(spans=(front, *rest.spans), cue=cue, phrase=phrase)

    def _before_cue(self, items: Sequence[Item], at: int) -> int:
        """Return the place of the comma before a cue clause, over "as", auxiliaries and a description of who speaks."""
        while at > 0 and items[at].is_word and (items[at].key in _AS or is_aside(items[at], self.cues)):
            at -= 1
        opening = next((n for n in range(at - 1, max(0, at - _INSERTED), -1) if items[n].text in _COMMAS), None)
        if opening is None or items[at].text not in _COMMAS or not self.grammar.tokens:
            return at
        return opening if is_description(items[opening + 1 : at]) else at

    def _goes_on(self, items: Sequence[Item], at: int, front: Sequence[Item]) -> int | None:
        """Return where what is said goes on behind its cue clause, or None: "The road, police said, is closed"."""
        sign = next((n for n in range(at, min(len(items), at + _TAIL)) if items[n].text in _COMMAS | _COLONS), None)
        if sign is None or sign + 1 >= len(items) or any(item.text in _BREAKS for item in items[at:sign]):
            return None
        if items[sign].text in _COLONS:
            return sign + 1
        following = items[sign + 1]
        if self.cues.participle.fullmatch(following.key) and following.cue is not None:
            return None
        if following.name == "PER":
            return None
        if not self._is_clause(front):
            return sign + 1
        joins = following.tag in ("SCONJ", "CCONJ") or (not following.tag and following.key in self.cues.stops)
        return sign + 1 if joins and following.key not in _RELATIVE else None

    def _is_clause(self, items: Sequence[Item]) -> bool:
        """Return whether the words are a clause by themselves; without tags, whether they are many enough."""
        if not self.grammar.tokens or not any(item.tag for item in items):
            return len(items) > _SHORT
        return any(item.tag == "VERB" for item in items)

    def _clause_start(self, items: Sequence[Item], end: int, *, whole: bool = True) -> int | None:
        """Return where the content in front begins: the sentence, or what follows its last quotation; None for none."""
        begin = 0
        for place in range(end - 1, -1, -1):
            if items[place].quote is not None or items[place].text in _BREAKS:
                begin = place + 1
                break
        while begin < end and (not items[begin].is_word or items[begin].key in _JOINING):
            begin += 1
        content = items[begin:end]
        if not whole:
            return begin if content else None
        if self.grammar.tokens and not any(item.tag in ("VERB", "AUX") for item in content):
            return begin if len(content) > _WHOLE and begin == 0 else None
        return begin if len(content) >= _LEAST else None

    def _according(self, items: Sequence[Item], place: int, taken: int) -> Report | None:
        phrase = phrase_after(items, place + taken - 1, self.cues)
        if not phrase or self._is_said_before(items, place) or not self._attributes(items, place, taken):
            return None
        last = next(n for n, item in enumerate(items) if item is phrase[-1])
        cue = tuple(items[place : place + taken])
        if place <= 1:
            comma = self._behind_name(items, last)
            return self._report(items, cue, phrase, comma + 1, self._end(items, min(comma + 1, len(items) - 1)))
        end = place
        while end > 0 and not items[end - 1].is_word:
            end -= 1
        behind = self._goes_on(items, last + 1, items[:end])
        begin = self._clause_start(items, end, whole=behind is None)
        if begin is None or behind is None:
            return None if begin is None else self._report(items, cue, phrase, begin, end)
        rest = self._report(items, cue, phrase, behind, self._end(items, behind))
        front = Span(start=items[begin].start, end=items[end - 1].end)
        return None if rest is None else replace(rest, spans=(front, *rest.spans))

    def _attributes(self, items: Sequence[Item], place: int, taken: int) -> bool:
        """Return whether words like "according to" are that here, and no verb behind them attributes the rest."""
        following = items[place + taken].key
        if following in _WHAT or (self.cues.pronouns.get(following) == "r" and following not in self.cues.links):
            return False
        parted = not place or items[place - 1].text in _COMMAS
        return parted or taken > 1 or items[place].key not in _NEEDS_CLAUSE

    def _behind_name(self, items: Sequence[Item], last: int) -> int:
        """Return the place of the comma behind who speaks, over a name that an office is followed by; else `last`."""
        commas = [n for n in range(last + 1, min(len(items), last + _REACH)) if items[n].text in _COMMAS]
        named = len(commas) > 1 and all(item.capital for item in items[commas[0] + 1 : commas[1]])
        return commas[1] if named else commas[0] if commas else last

    def _is_said_before(self, items: Sequence[Item], place: int) -> bool:
        """Return whether a verb attributes the words already, so that "according to" says who passed them on."""
        if any(item.quote is not None for item in items[:place]):
            return True
        return any(
            item.cue == "say"
            and items[verb - 1].key not in self.cues.passive
            and any(one.key in self.cues.that for one in items[verb + 1 : place])
            for verb, item in enumerate(items[:place])
        )

    def _report(
        self, items: Sequence[Item], cue: tuple[Item, ...], phrase: Phrase, start: int, end: int
    ) -> Report | None:
        content = list(items[start:end])
        while content and not content[-1].is_word and content[-1].quote is None and content[-1].text not in ")%":
            content.pop()
        while content and content[0].text in _COMMAS:
            content.pop(0)
        if sum(item.is_word for item in content) < _LEAST:
            return None
        return Report(spans=(Span(start=content[0].start, end=content[-1].end),), cue=cue, phrase=phrase)


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
_JOINING = frozenset(
    ["and", "but", "or", "while", "und", "aber", "et", "mais", "y", "pero", "e", "ma", "и", "но", "ثم"]
)
_NEEDS_CLAUSE = frozenset({"per", "so", "for", "pour", "para", "حسب", "как"})
