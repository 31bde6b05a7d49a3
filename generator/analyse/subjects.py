"""Finds who does what a cue says: the subject of a verb, beside it, before it in the sentence, or by the parse."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.analyse.cues import Cues
from generator.analyse.german import NOMINATIVE, main_subject, participle_subject
from generator.analyse.grammar import Grammar
from generator.analyse.lines import Item
from generator.analyse.phrases import Phrase, phrase_after, phrase_before
from generator.language.stopwords import stopwords

_SUBJECT_PRONOUNS = frozenset("mfp")
_JOINING = frozenset(["and", "but", "or", "then", "und", "sowie", "et", "y", "e", "ed", "и", "a"])
_ADVERBS = ("lich", "dessen", "weise", "mals", "ings", "erseits", "falls")
_LONGEST_LEAD = 9
_ONLY_SUBJECT = frozenset({"er", "il", "he", "she", "هو"})  # forms that are never objects
_PARTICLES = ("は", "が", "も")
_BEFORE_PARTICIPLE = frozenset({"by", "while", "before", "after", "when", "without"})
_DETERMINED_OBJECT = frozenset(["den", "dem", "einen", "einem"])


@dataclass(frozen=True, slots=True)
class Subjects:
    """Finds subjects in one language."""

    cues: Cues
    grammar: Grammar

    def of(self, items: Sequence[Item], verb: int) -> Phrase:
        """Return the subject of `items[verb]`: beside it, else the one it shares with an earlier verb; or nothing."""
        previous = items[verb - 1] if verb else None
        shares = previous is not None and (
            previous.text in ",،" or previous.key in _JOINING or previous.key in _BEFORE_PARTICIPLE
        )
        if self.cues.language == "de":
            found = participle_subject(items, verb, self.cues)
            if found is not None:
                return self._plausible(found)
        participle = self.cues.participle.fullmatch(items[verb].key) is not None
        if participle and (shares or self.cues.language == "ar"):
            return self.shared(items, verb)
        if previous is not None and previous.key in _JOINING and self.cues.language != "ar":
            return self._pronoun_after(items, verb) or self.shared(items, verb)
        return self.beside(items, verb) or self.shared(items, verb)

    def beside(self, items: Sequence[Item], verb: int) -> Phrase:
        """Return the subject that stands next to `items[verb]`, on the side where the language puts it."""
        pronoun = self._pronoun_after(items, verb) if self.cues.verb_first else ()
        if pronoun and (pronoun[0].key in _ONLY_SUBJECT or verb == 0 or items[verb - 1].text == ","):
            return pronoun
        front = self._plausible(_without_as(phrase_before(items, verb, self.cues)))
        if len(front) == 1 and self.cues.pronouns.get(front[0].key) == "r":
            front = self._antecedent(items, front[0]) or front
        if not self.cues.verb_first and verb > 0:
            return front
        behind = self._plausible(phrase_after(items, verb, self.cues))
        return behind if behind and (not front or self._inverted(items, verb, behind)) else front

    def shared(self, items: Sequence[Item], verb: int) -> Phrase:
        """Return the subject that `items[verb]` takes over from an earlier verb of its sentence."""
        if self.cues.language == "ar":
            named = self._first_person(items[:verb])
            if named:
                return named
        span = self.grammar.subject(items[verb].start)
        if span is not None:
            found = tuple(item for item in items if span.start <= item.start < span.end and item.is_word)
            if found and found[-1].end <= items[verb].start:
                return self._plausible(found)
        for place in range(verb):
            item = items[place]
            if item.cue is not None or (item.tag in ("VERB", "AUX") and not item.key.endswith("ing")):
                phrase = self.beside(items, place)
                if phrase and phrase[0].cue is None:
                    return phrase
        if self.cues.language == "de":
            return self._plausible(main_subject(items, self.cues))
        return () if any(item.tag for item in items) else self._leading(items[:verb])

    def leading(self, items: Sequence[Item]) -> Phrase:
        """Return what stands before a quotation whose verb follows it (Turkish, Japanese): topic, then quotation."""
        found = [item for item in items if item.is_word or item.quote is not None]
        last = next((n for n in range(len(found), 0, -1) if found[n - 1].quote is not None), 0)
        run = found[last:]
        if self.cues.unspaced and run:
            return _topic(run)
        signs = [n for n, item in enumerate(items) if not item.is_word]
        if signs and signs[-1] == len(items) - 1:
            run = [item for item in items[(signs[-2] + 1 if len(signs) > 1 else 0) : -1] if item.is_word]
        return tuple(run[-_LONGEST_LEAD:])

    def _first_person(self, items: Sequence[Item]) -> Phrase:
        """Return the first person named, and not as somebody spoken to or of."""
        for place, item in enumerate(items):
            if item.name == "PER" and (place == 0 or items[place - 1].key not in self.cues.stops):
                return tuple(one for one in items[place : place + 4] if one.name == "PER")
        return ()

    def _leading(self, items: Sequence[Item]) -> Phrase:
        """Return the name or article phrase that opens the sentence, for languages without a tagger."""
        found: list[Item] = []
        for item in items[:_LONGEST_LEAD]:
            if not (
                item.is_word and (item.capital or (item.key in self.cues.links and item.key not in self.cues.stops))
            ):
                break
            found.append(item)
        return self._plausible(tuple(found)) if found and found[-1].capital else ()

    def _antecedent(self, items: Sequence[Item], pronoun: Item) -> Phrase:
        """Return the phrase in front of a relative pronoun: "Ann Example, who said"."""
        place = next(n for n, item in enumerate(items) if item is pronoun)
        return self._plausible(
            phrase_before(items, place - 1 if place and items[place - 1].text in ",،" else place, self.cues)
        )

    def _named(self, item: Item) -> bool:
        """Return whether the word can be a name by itself: written with a capital and no function word."""
        return item.capital and item.key not in stopwords(self.cues.language) and not item.key.endswith(_ADVERBS)

    def announced(self, items: Sequence[Item]) -> Phrase:
        """Return the subject of a sentence that ends in a colon or "als", whatever its verb is."""
        return self._plausible(main_subject(items, self.cues)) if self.cues.language == "de" else ()

    def _pronoun_after(self, items: Sequence[Item], verb: int) -> Phrase:
        following = items[verb + 1] if verb + 1 < len(items) else None
        if following is None or self.cues.pronouns.get(following.key) not in tuple(_SUBJECT_PRONOUNS):
            return ()
        if verb + 2 < len(items) and items[verb + 2].capital and following.key not in _ONLY_SUBJECT:
            return ()
        return (following,)

    def _inverted(self, items: Sequence[Item], verb: int, behind: Phrase) -> bool:
        """Return whether the subject stands behind the verb although something stands in front of it too."""
        if self.cues.language == "ar":
            return True
        previous = items[verb - 1]
        if self.cues.pronouns.get(previous.key) in tuple(_SUBJECT_PRONOUNS):
            return False
        if previous.text == ",":
            clause = items[0].key in self.cues.stops or items[0].key in self.cues.that
            return clause and behind[0].key not in _DETERMINED_OBJECT
        if verb == 1 and not self._named(previous) and behind[0].key not in _DETERMINED_OBJECT:
            return True  # an adverb opens the sentence
        end = behind[-1].end
        following = next((item for item in items if item.start >= end), None)
        closes = following is not None and following.text in ":,"
        return items[verb].cue == "say" and closes and behind[0].capital and self.cues.language == "de"

    def _plausible(self, phrase: Phrase) -> Phrase:
        """Return the phrase, or nothing where it is only function words or adverbs."""
        if not phrase or phrase[0].key in self.cues.pronouns:
            return phrase
        if self.cues.language == "de":
            phrase = _german(phrase)
        common = stopwords(self.cues.language)
        named = self.cues.language == "en" and any(item.capital for item in phrase[1:])
        telling = [item for item in phrase if named or (item.key not in common and item.key not in self.cues.also)]
        return phrase if telling else ()


def _german(phrase: Phrase) -> Phrase:
    """Return a German phrase up to its last noun; nothing where it does not begin like a subject."""
    end = next((n for n in range(len(phrase), 0, -1) if _is_german_noun(phrase[n - 1])), 0)
    if not end or not (phrase[0].capital or phrase[0].key in NOMINATIVE):
        return ()
    return phrase[:end]


def _is_german_noun(item: Item) -> bool:
    """Return whether a word can end a German subject: a noun, written with a capital, or "39-Jährige"."""
    return item.capital or any(part[:1].isupper() for part in item.text.split("-")[1:])


def _topic(run: Sequence[Item]) -> Phrase:
    """Return the Japanese topic: the words up to the last particle wa, ga or mo, without it."""
    last = run[-1]
    cut = max((last.text.rfind(particle) for particle in _PARTICLES), default=-1)
    if cut <= 0:
        return ()
    return (replace(last, end=last.start + cut, text=last.text[:cut], key=last.key[:cut]),)


def _without_as(phrase: Phrase) -> Phrase:
    return phrase[:-1] if phrase and phrase[-1].key in ("as", "than") else phrase
