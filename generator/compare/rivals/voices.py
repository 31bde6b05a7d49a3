"""Who says it: the same report from two mouths, and what one outlet states itself and another only reports."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.compare.alignment import Reading
from generator.compare.lexis import hits
from generator.compare.likeness import longest_run
from generator.compare.marks import Mark, marks
from generator.compare.matching import Match, contrast
from generator.compare.rivals.apart import supposed
from generator.compare.rivals.predicates import close_statements
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.rivals.values import Matches
from generator.compare.statements import Statement
from generator.compare.things import voice
from generator.language.names import same_name
from generator.model import Comparison, Rendering

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


class Voices:
    """The voices of every statement of a story."""

    def __init__(self, comparison: Comparison, reading: Reading) -> None:
        self._labels = {f"@{entity.id}": entity.label for entity in comparison.entities}
        self._unnamed = {f"@{entity.id}" for entity in comparison.entities if not entity.named}
        self._quotes: dict[str, list[Rendering]] = {}
        for rendering in comparison.quotes:
            self._quotes.setdefault(rendering.article_id, []).append(rendering)
        self._found = {statement.number: self._read(statement) for statement in reading.statements}

    def of(self, statement: Statement) -> Sequence[Voice]:
        """The voices of a statement, in the order of what they say."""
        return self._found[statement.number]

    def _read(self, statement: Statement) -> list[Voice]:
        found = [
            heard
            for rendering in self._quotes.get(statement.article.id, ())
            if any(statement.start <= span.start < statement.end for span in rendering.quote.spans)
            and (heard := self._quoted(statement, rendering)) is not None
        ]
        return found or self._guessed(statement)

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
            (inside, quote.kind != "indirect", quote.speaker.kind == "pronoun", False),
        )

    def _voice(
        self,
        statement: Statement,
        place: Mark,
        said: frozenset[int],
        names: frozenset[str],
        how: tuple[Sequence[int], bool, bool, bool],
    ) -> Voice:
        inside, direct, pronoun, guessed = how
        kinds = frozenset(kind for index in inside if (kind := voice(statement.tokens[index], statement.language)))
        return Voice(
            statement,
            place,
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
            before = range(hit.first - 1, max(-1, hit.first - _BEFORE), -1)
            behind = range(hit.last, min(len(statement.tokens), hit.last + _BEHIND))
            inside = self._noun(statement, before, statement.language) or self._noun(statement, behind, "")
            if not inside:
                continue
            place = Mark(min(inside), max(inside) + 1, "")
            taken = {*range(place.first, place.last), *range(hit.first, hit.last)}
            said = frozenset(index for index in statement.content() if index not in taken)
            names = frozenset(statement.tokens[index].term for index in inside if statement.tokens[index].named)
            if said:
                return [self._voice(statement, place, said, names, (inside, False, False, True))]
        return []

    def _noun(self, statement: Statement, places: range, _language: str) -> list[int]:
        """The nearest name, or word for a kind of source, within a clause."""
        for index in places:
            token = statement.tokens[index]
            if token.place:
                continue
            if token.named:
                run = [index]
                step = places.step
                while 0 <= run[-1] + step < len(statement.tokens) and (
                    statement.tokens[run[-1] + step].term == token.term
                ):
                    run.append(run[-1] + step)
                return run
            if voice(token, statement.language):
                return [index]
        return []


def rival_voices(comparison: Comparison, reading: Reading, matches: Matches) -> Iterator[Rival]:
    """Every two close statements that give a report to different mouths, or of which only one reports it at all."""
    voices = Voices(comparison, reading)
    for one, other in close_statements(matches):
        ours, theirs = voices.of(one), voices.of(other)
        for mine in ours:
            for yours in theirs:
                yield from _mouths(mine, yours, matches)
        for first, second in ((one, other), (other, one)):
            yield from _claims(first, second, voices, matches)
    for heading in (one for one in reading.statements if one.heading):
        for other in reading.statements:
            if other.source != heading.source and not other.heading and matches.close(heading, other):
                yield from _claims(other, heading, voices, matches)


def _mouths(mine: Voice, yours: Voice, matches: Matches) -> Iterator[Rival]:
    if mine.names & yours.names:
        return
    match, of_pair = matches.of(mine.statement, yours.statement)
    if _one_source(match, mine, yours):
        return
    shared = match.linked_among(sorted(mine.said), sorted(yours.said))
    tokens = match.one.tokens
    plain = sum(not tokens[a].named for a, _ in shared)
    verbatim = _verbatim(mine, yours)
    kin = sum(a not in match.links and any(match.akin(a, b) for b in yours.said) for a in mine.said)
    if (not plain and not kin and verbatim < _VERBATIM) or _against(match, shared):
        return
    one, other = (Mark(*heard.speaker[:2], _pole(heard)) for heard in (mine, yours))
    traits = {
        **of_pair,
        **mark_traits(match, one, other),
        "said": min(len(shared), 10),
        "said_plain": min(plain, 10),
        "said_share": len(shared) / min(len(mine.said), len(yours.said)),
        "said_whole": len(shared) / max(len(mine.said), len(yours.said)),
        "said_akin": min(kin, 6),
        "verbatim": verbatim,
        "said_figures": sum(tokens[a].number for a, _ in shared),
        "known": float(bool(mine.names)) + float(bool(yours.names)),
        "persons": float(mine.person) + float(yours.person),
        "kinds_apart": float(bool(mine.kinds and yours.kinds) and not mine.kinds & yours.kinds),
        "kinds_same": float(bool(mine.kinds & yours.kinds)),
        "direct": float(mine.direct) + float(yours.direct),
        "pronoun": float(mine.pronoun) + float(yours.pronoun),
        "guessed": float(mine.guessed) + float(yours.guessed),
        "alike": same_name(_surface(mine), _surface(yours)),
        "anonymous": float(bool(marks(mine.statement).anonymous)) + float(bool(marks(yours.statement).anonymous)),
        "has_other": float(_mentions(mine, yours)) + float(_mentions(yours, mine)),
    }
    yield Rival(contrast("attribution", match, one, other, 0.95), match, "mouth", traits)


def _one_source(match: Match, mine: Voice, yours: Voice) -> bool:
    """Whether two sources of which one has no name are described by a word in common: "the coastguard", "residents"."""
    if mine.names and yours.names:
        return same_name(_surface(mine), _surface(yours)) >= _SAME_NAME
    ours, theirs = range(*mine.speaker[:2]), range(*yours.speaker[:2])
    tokens = match.one.tokens
    return any(not tokens[a].stop and (match.linked(a, b) or match.akin(a, b)) for a in ours for b in theirs)


_SAME_NAME = 0.84


def _pole(heard: Voice) -> str:
    return min(heard.names, default=_surface(heard))


def _against(match: Match, shared: Sequence[tuple[int, int]]) -> bool:
    """Whether one denies what the other says: then they do not say the same."""
    negated = match.marks[0].negated, match.marks[1].negated
    return any((a in negated[0]) != (b in negated[1]) for a, b in shared)


_VERBATIM = 0.6


def _verbatim(mine: Voice, yours: Voice) -> float:
    """The longest run of words, small ones and all, that both say, as a share of the shorter."""
    runs = [
        tuple(heard.statement.tokens[index].forms[0] for index in range(min(heard.said), max(heard.said) + 1))
        for heard in (mine, yours)
    ]
    return longest_run(*runs) / min(len(run) for run in runs)


def _surface(heard: Voice) -> str:
    text = heard.statement.article.text
    return text[heard.statement.tokens[heard.speaker.first].start : heard.statement.tokens[heard.speaker.last - 1].end]


def _mentions(heard: Voice, rival: Voice) -> bool:
    """Whether the statement of one speaker names the other: then who speaks may have been misread."""
    return any(token.term in rival.names for token in heard.statement.tokens)


def _claims(one: Statement, other: Statement, voices: Voices, matches: Matches) -> Iterator[Rival]:
    """What somebody is reported to have said in one statement, and the same in the other outlet's own voice."""
    heard = voices.of(one)
    if not heard and not one.attributed:
        return
    said = heard[0].said if heard else frozenset(one.content())
    told = frozenset(index for voice_ in voices.of(other) if not voice_.guessed for index in voice_.said)
    own = [index for index in other.content() if index not in told]
    match, of_pair = matches.of(one, other)
    shared = match.linked_among(sorted(said), own)
    tokens = match.one.tokens
    words = sum(not (tokens[a].named or tokens[a].number) for a, _ in shared)
    kin = sum(1 for a in said if a not in match.links and any(match.akin(a, b) for b in own))
    negated = bool(match.marks[0].negated) != bool(match.marks[1].negated)
    if (not words and not kin) or (negated and supposed(one, min(said))):
        return
    charged = any(hits(one.lexis.accusation, one.forms()))
    doubted = charged or said_modal(one)
    share = (len(shared) + kin) / max(1, min(len(own), len(said)))
    reported = Mark(min(said), max(said) + 1, "said")
    stated = Mark(own[0], own[-1] + 1, "stated")
    traits = {
        **of_pair,
        "said": min(len(shared), 10),
        "said_words": min(words, 10),
        "said_akin": min(kin, 6),
        "said_share": len(shared) / len(said),
        "stated_share": len(shared) / len(own),
        "kin_share": (len(shared) + kin) / len(own),
        "other_told": min(len(told), 10),
        "other_guessed": float(any(voice_.guessed for voice_ in voices.of(other))),
        "other_attributed": float(other.attributed),
        "voiced": float(bool(heard)),
        "accused": float(charged),
        "charge": share * charged,
        "doubt": share * doubted,
        "charge_near": matches.standing.nearness(one, other) * charged,
        "charge_mutual": float(charged and of_pair["rank_high"] == 0),
        "doubt_mutual": float(doubted and of_pair["rank_high"] == 0),
        "official": float(bool(heard) and bool(heard[0].kinds & _OFFICIAL)),
        "partisan": float(bool(heard) and bool(heard[0].kinds & _PARTISAN)),
        "unsure": float(said_modal(one)),
        "stated_unsure": float(said_modal(other)),
        "anonymous": float(bool(marks(one).anonymous)),
        "person": float(bool(heard) and heard[0].person),
        "direct": float(bool(heard) and heard[0].direct),
        "guessed": float(bool(heard) and heard[0].guessed),
        "negated": float(negated),
        "own_names": float(sum(token.named for token in other.tokens)),
        "says_itself": float(bool(heard) and any(token.term in heard[0].names for token in other.tokens)),
        "heading": float(other.heading),
    }
    yield Rival(contrast("claim", match, reported, stated, 0.7), match, "claim", traits)


_OFFICIAL = frozenset({"government", "police", "army", "court", "health", "rescue", "weather", "expert"})
_PARTISAN = frozenset({"workers", "employer", "witness", "opposition", "charity"})


def said_modal(statement: Statement) -> bool:
    """Whether a statement is not sure of what it says."""
    return any(held.meaning in ("possible", "likely") for held in marks(statement).modal.values())
