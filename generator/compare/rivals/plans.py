"""What one statement only means to do, tries or thinks about, and the other tells as farther along, or as nothing."""

from collections.abc import Iterator, Mapping, Sequence

from generator.compare.denials import scopes, subject_of
from generator.compare.lexis import hits
from generator.compare.marks import Mark
from generator.compare.matching import Match, clause, contrast
from generator.compare.rivals.denials import acted, counterpart
from generator.compare.rivals.echoes import Echoes
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.stages import LEVELS, MEANT, Stage, happens, stage
from generator.compare.statements import Statement

_STAGES: tuple[Stage, ...] = ("considered", "planned", "agreed", "possible", "coming", "done", "denied")


def rival_plans(match: Match, of_pair: Mapping[str, float], echoes: Echoes) -> Iterator[Rival]:
    """Each thing that one only intends, and what the other says of the same or a like thing."""
    held: dict[Mark, list[int]] = {}
    for index, mark in match.marks[0].intended.items():
        held.setdefault(mark, []).append(index)
    for mark, aims in sorted(held.items()):
        place = _answer(match, sorted(aims))
        if place is not None and _apart(match, mark, sorted(aims), place):
            yield _rival(match, of_pair, echoes, mark, sorted(aims), place)


def _ours(match: Match, mark: Mark, aims: Sequence[int]) -> Stage:
    negated = match.marks[0].negated
    return "denied" if mark.first in negated or aims[0] in negated else MEANT[mark.meaning]


def _apart(match: Match, mark: Mark, aims: Sequence[int], place: int) -> bool:
    """Whether the other is farther along, or not as far: what is planned, agreed and will be is one and the same."""
    ours, theirs = _ours(match, mark, aims), stage(match.other, match.marks[1], place)
    if ours == "tried":
        return theirs == "done" and not any(held.meaning == "tried" for held in match.marks[1].intended.values())
    return abs(LEVELS[ours] - LEVELS[theirs]) >= _STEP


_STEP = 1.0


def _answer(match: Match, aims: Sequence[int]) -> int | None:
    """The other's word for what is aimed at, a verb before its object; else the first word that is told as done."""
    plain = [index for index in aims if not match.one.tokens[index].named]
    found = [place for index in (*plain, *aims) if (place := counterpart(match, index)) is not None]
    if found and plain:
        return found[0]
    other, taken = match.other, set(match.links.values())
    told = [place for place in other.content() if place not in taken and not other.tokens[place].named]
    said = {place for hit in hits(other.lexis.attribution, other.forms()) for place in range(hit.first, hit.last)}
    told = [place for place in told if place not in said]
    return next((place for place in told if happens(other, place)), told[0] if told else None)


def _rival(
    match: Match, of_pair: Mapping[str, float], echoes: Echoes, mark: Mark, aims: Sequence[int], place: int
) -> Rival:
    meant, counter = Mark(mark.first, max(aims) + 1, "meant"), Mark(place, place + 1, "done")
    traits = {
        **of_pair,
        **mark_traits(match, meant, counter),
        **_held(match, aims, place),
        **_stages(match, mark, aims, place),
        **acted(match, subject_of(match.one, mark.first), place),
        "denials": len(scopes(match.marks[0].negated)),
        "other_denials": len(scopes(match.marks[1].negated)),
        "also_meant": float(bool(match.marks[1].intended)),
        "also_modal": float(bool(match.marks[1].modal)),
        "echoed": echoes.near("meant", match.one, aims[0], match.other),
    }
    return Rival(contrast("content", match, meant, counter, 0.9), match, "plan", traits)


def _held(match: Match, aims: Sequence[int], place: int) -> dict[str, float]:
    """Which of the words that are aimed at have a counterpart."""
    verb, tokens = aims[0], match.one.tokens
    held = [index for index in aims if counterpart(match, index) is not None]
    return {
        "held": len(held),
        "held_linked": float(any(index in match.links for index in aims)),
        "aimed": float(any(not tokens[index].named for index in held)),
        "verb": 1.0 if match.links.get(verb) == place else 0.6 if match.akin(verb, place) else 0.0,
        "verb_sure": float(match.links.get(verb) == place and match.links.get(aims[-1]) is not None),
        "verb_named": float(tokens[verb].named or tokens[verb].number),
    }


def _stages(match: Match, mark: Mark, aims: Sequence[int], place: int) -> dict[str, float]:
    """How far along each side tells it, and how far the two are apart."""
    ours = _ours(match, mark, aims)
    theirs = stage(match.other, match.marks[1], place)
    ahead = LEVELS[theirs] - LEVELS[ours]
    return {
        "done": float(happens(match.other, place)),
        "farther": max(0.0, ahead),
        "behind": max(0.0, -ahead),
        "perfect": _perfect(match.other, place),
        **{f"ours_{name}": float(ours == name) for name in ("considered", "agreed", "tried", "denied")},
        **{f"theirs_{name}": float(theirs == name) for name in _STAGES},
    }


def _perfect(statement: Statement, place: int) -> float:
    """Whether the clause has "has", "now" or "already": it tells what is so by now."""
    first, last = clause(statement, place, place)
    by_now = _BY_NOW.get(statement.language, frozenset())
    return float(any(not by_now.isdisjoint(token.forms) for token in statement.tokens[first:last]))


_BY_NOW = {
    "ar": frozenset({"قد", "لقد", "بالفعل"}),
    "de": frozenset({"hat", "haben", "ist", "sind", "bereits", "schon"}),
    "en": frozenset({"has", "have", "now", "already"}),
    "es": frozenset({"ha", "han", "ya"}),
    "fr": frozenset({"a", "ont", "déjà", "désormais"}),
}
