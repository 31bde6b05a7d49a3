"""Who says what a statement reports: by its quotes, or by a verb of saying and a name or noun beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.analyse.cues import cues_for
from generator.compare.alignment import Reading
from generator.compare.lexis import Hit, hits, lexis, written
from generator.compare.marks import Mark
from generator.compare.rivals.estimates import estimate
from generator.compare.statements import Statement
from generator.compare.things import voice
from generator.language.fold import fold
from generator.model import Article, Comparison, Rendering

_BEFORE = 8
"""Words before a verb of saying among which whoever says it may stand."""
_BEHIND = 7


class Voice(NamedTuple):
    """Whoever says what a statement reports: where that stands, what is said, and what is known of the speaker."""

    statement: Statement
    speaker: Mark
    said: frozenset[int]
    """The content words that are said."""
    names: frozenset[str]
    """The entities that speak, or in whose name somebody does."""
    person: bool
    kinds: frozenset[str]
    direct: bool
    pronoun: bool
    guessed: bool
    """No quote was found: only a verb of saying and a noun beside it."""
    act: bool = False
    """It is no speech, but what somebody does or wants: "tried to sell", "backed a strike"."""
    seen: bool = True
    """The speaker stands in the statement."""
    document: bool = False
    entity: str = ""
    """The entity that speaks, named or not; empty where nothing is known."""


class Voices:
    """The voices of every statement of a story."""

    def __init__(self, comparison: Comparison, reading: Reading) -> None:
        self._labels = {f"@{entity.id}": entity.label for entity in comparison.entities}
        self._unnamed = {f"@{entity.id}" for entity in comparison.entities if not entity.named}
        self._quotes: dict[str, list[Rendering]] = {}
        for rendering in comparison.quotes:
            self._quotes.setdefault(rendering.article_id, []).append(rendering)
        self._found = {statement.number: self._read(statement) for statement in reading.statements}
        self._by_article: dict[str, list[Voice]] = {}
        for statement in reading.statements:
            self._by_article.setdefault(statement.article.id, []).extend(self._found[statement.number])

    def in_article(self, article_id: str) -> Sequence[Voice]:
        """All voices of an article."""
        return self._by_article.get(article_id, ())

    def of(self, statement: Statement) -> Sequence[Voice]:
        """The voices of a statement, in the order of what they say."""
        return self._found[statement.number]

    def _read(self, statement: Statement) -> list[Voice]:
        here = [
            rendering
            for rendering in self._quotes.get(statement.article.id, ())
            if any(statement.start <= span.start < statement.end for span in rendering.quote.spans)
        ]
        outer = [one for one in here if not any(_nested(one, other, statement.article) for other in here)]
        found = [heard for one in outer if (heard := self._quoted(statement, one)) is not None]
        if all(heard.act for heard in found):
            found += self._estimated(statement) or self._guessed(statement)
        return found

    def _estimated(self, statement: Statement) -> list[Voice]:
        """Whoever puts something at a figure."""
        known = estimate(statement)
        if known is None:
            return []
        first, last = known.speaker
        names = frozenset(token.term for token in statement.tokens[first:last] if token.named)
        return [self._voice(statement, Mark(first, last, ""), known.said, names)]

    def _quoted(self, statement: Statement, rendering: Rendering) -> Voice | None:
        quote = rendering.quote
        within = [
            index
            for index, token in enumerate(statement.tokens)
            if any(span.start <= token.start and token.end <= span.end for span in quote.spans)
        ]
        said = frozenset(index for index in within if not statement.tokens[index].stop) or frozenset(within)
        if quote.speaker is None or not said or (quote.speaker.kind == "pronoun" and rendering.speaker is None):
            return None
        inside = [
            index
            for index, token in enumerate(statement.tokens)
            if quote.speaker.start <= token.start and token.end <= quote.speaker.end
        ]
        place = Mark(inside[0], inside[-1] + 1, "") if inside else Mark(min(said), max(said) + 1, "")
        names = {statement.tokens[index].term for index in inside if statement.tokens[index].named}
        if rendering.speaker is not None:
            names.add(f"@{rendering.speaker}")
        return self._voice(
            statement,
            place,
            said,
            frozenset(names),
            direct=quote.kind != "indirect",
            pronoun=quote.speaker.kind == "pronoun",
        )._replace(
            act=_is_act(rendering, statement.article),
            seen=bool(inside),
            document=quote.speaker.kind == "document",
            entity=rendering.speaker or "",
        )

    def _voice(
        self,
        statement: Statement,
        speaker: Mark,
        said: frozenset[int],
        names: frozenset[str],
        *,
        direct: bool = False,
        pronoun: bool = False,
        guessed: bool = False,
    ) -> Voice:
        inside = () if speaker.first in said else range(speaker.first, speaker.last)
        kinds = frozenset(kind for index in inside if (kind := voice(statement.tokens[index], statement.language)))
        return Voice(
            statement,
            speaker,
            said,
            names - self._unnamed,
            any(self._labels.get(name) == "PER" for name in names),
            kinds,
            direct,
            pronoun,
            guessed,
        )

    def _guessed(self, statement: Statement) -> list[Voice]:
        """Whoever stands beside a verb of saying where no quote was found: a name before it, or else behind it."""
        for hit in hits(statement.lexis.attribution, statement.forms()):
            if not _speaks(statement, hit):
                continue
            before = range(hit.first - 1, max(-1, hit.first - _BEFORE), -1)
            behind = range(hit.last, min(len(statement.tokens), hit.last + _BEHIND))
            inside = _noun(statement, before) or _noun(statement, behind)
            if not inside:
                continue
            place = Mark(min(inside), max(inside) + 1, "")
            taken = {*range(place.first, place.last), *range(hit.first, hit.last)}
            said = frozenset(index for index in statement.content() if index not in taken)
            names = frozenset(statement.tokens[index].term for index in inside if statement.tokens[index].named)
            if said:
                found = self._voice(statement, place, said, names, guessed=True)
                return [found._replace(act=place.first < hit.first and _has_object(statement, hit))]
        return []


def is_reported(statement: Statement) -> bool:
    """Whether a statement has a sign of speech at all, whoever speaks."""
    return any(_speaks(statement, hit) for hit in hits(statement.lexis.attribution, statement.forms()))


def _speaks(statement: Statement, hit: Hit) -> bool:
    """Whether what is listed as a sign of speech gives it to somebody, and does not only doubt: no "may", no "if"."""
    cues, forms = cues_for(statement.language), statement.tokens[hit.first].forms
    if hit.last - hit.first > 1 or any(phrase[0] in forms for phrase in cues.according):
        return True
    if any(hits(statement.lexis.accusation, [forms])) or not cues.addressees.isdisjoint(forms):
        return True
    return any(cues.kind(form) in _SPEECH for form in forms)


def _has_object(statement: Statement, hit: Hit) -> bool:
    """Whether a single word goes on to what is no speech: "added two floors", and not "added that", or a comma."""
    cues, forms = cues_for(statement.language), statement.tokens[hit.first].forms
    if hit.last - hit.first > 1 or hit.last >= len(statement.tokens):
        return False
    after = statement.tokens[hit.last]
    sure = any(hits(statement.lexis.accusation, [forms])) or any(phrase[0] in forms for phrase in cues.according)
    sure = sure or not _ONLY_SAID.isdisjoint(forms)
    opens = after.breaks or not cues.that.isdisjoint(after.forms) or not cues.addressees.isdisjoint(forms)
    return not (sure or opens)


_SPEECH = ("say", "think")


_ONLY_SAID = frozenset({"say", "says", "said", "saying"})
"""Forms of the English verb whose object is always what is said."""


def _within(rendering: Rendering, other: Rendering) -> bool:
    """Whether the verb of saying stands among what somebody else says."""
    cue = rendering.quote.cue
    return cue is not None and any(span.start <= cue.start and cue.end <= span.end for span in other.quote.spans)


def _nested(rendering: Rendering, other: Rendering, article: Article) -> bool:
    """Whether it is speech within speech; of two that seem to hold each other the longer holds the shorter."""
    if other is rendering or _is_act(other, article) or not _within(rendering, other):
        return False
    return not _within(other, rendering) or _length(rendering) < _length(other)


def _length(rendering: Rendering) -> int:
    return sum(span.end - span.start for span in rendering.quote.spans)


def _is_act(rendering: Rendering, article: Article) -> bool:
    """Whether what is given as reported speech hangs on a verb that is none of saying, thinking or charging."""
    quote = rendering.quote
    if quote.cue is None or quote.kind != "indirect":
        return False
    cues, said = cues_for(article.language), article.text[quote.cue.start : quote.cue.end]
    bare = {fold(said).removeprefix(letter) for letter in ("", *cues.proclitics)}
    if any(phrase[0] in bare for phrase in cues.according):
        return False
    if len(said.split()) > 1 or cues.kind(fold(said)) in _SPEECH:
        first = article.text[quote.spans[0].start : quote.spans[0].end].split(" ", 1)[0]
        return bool(cues.infinitive.fullmatch(fold(said)) and first == "to")
    return not any(hits(lexis(article.language).accusation, [written(said, article.language)]))


def _noun(statement: Statement, places: range) -> list[int]:
    """The nearest name, or word for a kind of source, within a clause."""
    for index in places:
        token = statement.tokens[index]
        if token.place:
            continue
        if token.named:
            run = [index]
            step = places.step
            while 0 <= run[-1] + step < len(statement.tokens) and (statement.tokens[run[-1] + step].term == token.term):
                run.append(run[-1] + step)
            return run
        if voice(token, statement.language):
            return [index]
    return []
