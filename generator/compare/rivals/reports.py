"""Who says it: the same report from two mouths, and what one outlet states itself and another only reports."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.compare.alignment import Reading
from generator.compare.lexis import hits
from generator.compare.marks import Mark, marks
from generator.compare.matching import Match, contrast
from generator.compare.opposites import excluding
from generator.compare.rivals.apart import days_apart, figures_apart, supposed
from generator.compare.rivals.ledger import Ledger
from generator.compare.rivals.mouths import mouths
from generator.compare.rivals.parts import Part
from generator.compare.rivals.predicates import close_statements
from generator.compare.rivals.traits import Rival
from generator.compare.rivals.voices import Voice, is_reported
from generator.compare.statements import Statement
from generator.compare.things import blames


def rival_reports(reading: Reading, ledger: Ledger) -> Iterator[Rival]:
    """Every two close statements that give a report to different mouths, or of which only one reports it at all."""
    matches = ledger.matches
    for one, other in close_statements(matches):
        for mine in ledger.voices.of(one):
            for yours in ledger.voices.of(other):
                yield from mouths(mine, yours, ledger)
        for first, second in ((one, other), (other, one)):
            yield from _claims(first, second, ledger)
    for heading in (one for one in reading.statements if one.heading):
        for other in reading.statements:
            if other.source != heading.source and not other.heading and matches.close(heading, other):
                yield from _claims(other, heading, ledger)


def _claims(one: Statement, other: Statement, ledger: Ledger) -> Iterator[Rival]:
    """What somebody is reported to have said in one statement, and the same in the other outlet's own voice."""
    own = ledger.stances.of(other).own
    for said, heard in _reports(one, ledger) if own else ():
        if not said:
            continue
        match = ledger.matches.of(one, other)[0]
        shared = match.linked_among(sorted(said), own)
        kin = sum(1 for a in said if a not in match.links and any(match.akin(a, b) for b in own))
        words = sum(not (one.tokens[a].named or one.tokens[a].number) for a, _ in shared)
        negated = bool(match.marks[0].negated) != bool(match.marks[1].negated)
        if (negated and supposed(one, min(said))) or figures_apart(match, sorted(said), own):
            continue
        if ledger.parts.best_clause(_content(one, said), Part(other, own)) >= (_LEAST if words or kin else _UNLINKED):
            yield _claim(match, Claim(said, own, heard), ledger)


_LEAST = 0.15
_UNLINKED = 0.2
"""How much a report and what is stated must say of each other to be looked at, and where no word of it is the same."""


def _content(statement: Statement, words: frozenset[int]) -> Part:
    return Part(statement, tuple(index for index in statement.content() if index in words))


class Claim(NamedTuple):
    """The words that one statement reports, those that the other states itself, and who speaks in the first."""

    said: frozenset[int]
    own: tuple[int, ...]
    heard: Voice | None


def _reports(statement: Statement, ledger: Ledger) -> Iterator[tuple[frozenset[int], Voice | None]]:
    """What is reported in a statement, each with whoever says it; what is held against somebody also without."""
    heard = [voice for voice in ledger.voices.of(statement) if not voice.act]
    for voice in heard:
        yield voice.said, voice
    rest = ledger.stances.of(statement).charged.difference(*(voice.said for voice in heard))
    if rest:
        yield rest, None
    elif not heard and (_unsure(statement) or marks(statement).anonymous or is_reported(statement)):
        yield frozenset(statement.content()), None


def _claim(match: Match, claim: Claim, ledger: Ledger) -> Rival:
    one, other, said, own = match.one, match.other, claim.said, claim.own
    of_pair = ledger.matches.of(one, other)[1]
    shared = match.linked_among(sorted(said), own)
    kin = sum(1 for a in said if a not in match.links and any(match.akin(a, b) for b in own))
    share = (len(shared) + kin) / max(1, min(len(own), len(said)))
    stance, heard_there = ledger.stances.of(other), ledger.voices.of(other)
    traits = {
        **of_pair,
        "said": min(len(shared), 10),
        "said_words": min(sum(not (one.tokens[a].named or one.tokens[a].number) for a, _ in shared), 10),
        "said_akin": min(kin, 6),
        "said_share": len(shared) / len(said),
        "stated_share": len(shared) / len(own),
        "kin_share": (len(shared) + kin) / len(own),
        "other_told": min(len(stance.told), 10),
        "other_guessed": float(any(voice_.guessed for voice_ in heard_there)),
        "other_attributed": float(other.attributed),
        "other_speech": float(any(not voice_.act for voice_ in heard_there)),
        "stated_unsure": float(_unsure(other)),
        "anonymous": float(bool(marks(one).anonymous)),
        "negated": float(bool(match.marks[0].negated) != bool(match.marks[1].negated)),
        "own_names": float(sum(token.named for token in other.tokens)),
        "heading": float(other.heading),
        **_of_charges(one, share, ledger.matches.standing.nearness(one, other), mutual=of_pair["rank_high"] == 0),
        **_of_speaker(claim.heard, other),
        **words_traits(match, claim, ledger),
    }
    reported, stated = Mark(min(said), max(said) + 1, "said"), Mark(own[0], own[-1] + 1, "stated")
    return Rival(contrast("claim", match, reported, stated, 0.7), match, "claim", traits)


def words_traits(match: Match, claim: Claim, ledger: Ledger) -> dict[str, float]:
    """How much of what is said is stated, there rather than elsewhere in that article, and what kind of thing it is."""
    one, other, parts, stance = match.one, match.other, ledger.parts, ledger.stances.of(match.other)
    report, own = _content(one, claim.said), Part(other, claim.own)
    there = parts.best_clause(report, own)
    met = [place for index, place in match.links.items() if index in claim.said]
    elsewhere, reported = ledger.elsewhere(report, other)
    blamed = sum(blames(one.tokens[index]) for index in report.words)
    disputed = max(float(ledger.disputes(one)), ledger.disputed(one, other))
    charged = float(any(hits(one.lexis.accusation, one.forms())))
    kinds = claim.heard.kinds if claim.heard else frozenset()
    stated_too, reported_too = ledger.thirds(report, other)
    return {
        "stated": there,
        "stated_of_said": parts.covered(report, own),
        "stated_plain": parts.covered(_plain(report), own),
        "stated_beyond": there - elsewhere,
        "stated_reported": reported - there,
        "stated_charge": there * charged,
        "stated_blame": there * (blamed > 0),
        "stated_disputed": there * disputed,
        "stated_doubt": there * _unsure(one),
        "stated_partisan": there * bool(kinds & _PARTISAN),
        "stated_official": there * bool(kinds & _OFFICIAL),
        "stated_cause": there * _causal(one),
        "met_told": sum(place in stance.told for place in met) / max(1, len(met)),
        "blames_said": min(blamed, 4),
        "blames_own": min(sum(blames(other.tokens[index]) for index in own.words), 4),
        "causal": float(_causal(one)) + float(_causal(other)),
        "disputed": float(ledger.disputes(one)),
        "disputed_other": float(ledger.disputes(other)),
        "disputed_near": ledger.disputed(one, other),
        "quoted_other": float(any(token.quoted for token in other.tokens)),
        "days_apart": float(days_apart(match)),
        "excluded": min(sum(1 for _ in excluding(match)), 2),
        "stated_too": min(stated_too, 3),
        "reported_too": min(reported_too, 3),
    }


def _causal(statement: Statement) -> bool:
    """Whether a statement says what something comes of, or who is to blame."""
    forms = statement.forms()
    return any(hits(statement.lexis.caused_by, forms)) or any(hits(statement.lexis.to_blame, forms))


def _plain(part: Part) -> Part:
    tokens = part.statement.tokens
    return Part(part.statement, tuple(i for i in part.words if not (tokens[i].named or tokens[i].number)))


def _of_charges(statement: Statement, share: float, nearness: float, *, mutual: bool) -> dict[str, float]:
    """Whether a report is a charge or a doubt, and, if so, how near the two statements are."""
    charged, unsure = any(hits(statement.lexis.accusation, statement.forms())), _unsure(statement)
    return {
        "accused": float(charged),
        "charge": share * charged,
        "charge_near": nearness * charged,
        "charge_mutual": float(charged and mutual),
        "doubt": share * (charged or unsure),
        "doubt_mutual": float((charged or unsure) and mutual),
        "unsure": float(unsure),
    }


def _of_speaker(heard: Voice | None, other: Statement) -> dict[str, float]:
    """What is to be said of whoever reports, if anybody is known, and whether the other statement names that one."""
    if heard is None:
        return {}
    return {
        "voiced": 1.0,
        "official": float(bool(heard.kinds & _OFFICIAL)),
        "partisan": float(bool(heard.kinds & _PARTISAN)),
        "person": float(heard.person),
        "direct": float(heard.direct),
        "guessed": float(heard.guessed),
        "says_itself": float(any(token.term in heard.names for token in other.tokens)),
    }


_OFFICIAL = frozenset({"government", "police", "army", "court", "health", "rescue", "weather", "expert"})
_PARTISAN = frozenset({"workers", "employer", "witness", "opposition", "charity"})


def _unsure(statement: Statement) -> bool:
    """Whether a statement is not sure of what it says."""
    return any(held.meaning in ("possible", "likely") for held in marks(statement).modal.values())
