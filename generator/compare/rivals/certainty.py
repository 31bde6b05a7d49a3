"""How much and how sure: superlatives, words of possibility and of degree that differ."""

from collections.abc import Iterator

from generator.compare.denials import subject_of
from generator.compare.marks import Mark
from generator.compare.matching import Match, contrast
from generator.compare.rivals.apart import supposed
from generator.compare.rivals.denials import acted
from generator.compare.rivals.echoes import Echoes
from generator.compare.rivals.frames import Frames
from generator.compare.rivals.predicates import close_statements
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.rivals.values import Matches
from generator.compare.stages import happens, stage


def rival_certainties(matches: Matches, echoes: Echoes, frames: Frames) -> Iterator[Rival]:
    """Every two close statements of different sources of which one says more, or is surer, than the other."""
    for one, other in close_statements(matches):
        match, of_pair = matches.of(one, other)
        yield from _superlatives(match, of_pair)
        yield from _degrees(match, of_pair)
        for first, second in ((one, other), (other, one)):
            yield from _possible(*matches.of(first, second), echoes, frames)


def _superlatives(match: Match, of_pair: dict[str, float]) -> Iterator[Rival]:
    soft, soft_other = match.marks[0].softened, match.marks[1].softened
    for mark in match.marks[0].superlatives:
        for counter in match.marks[1].superlatives:
            if (mark.first in soft) == (counter.first in soft_other):
                continue
            poles = ("one of", "the") if mark.first in soft else ("the", "one of")
            one, other = Mark(mark.first, mark.last, poles[0]), Mark(counter.first, counter.last, poles[1])
            traits = {
                **of_pair,
                **mark_traits(match, one, other),
                "same_word": float(mark.meaning == counter.meaning),
                "akin": float(match.akin(mark.last - 1, counter.last - 1)),
                "noun": float(_next(match, mark, counter)),
            }
            yield Rival(contrast("strength", match, one, other, 0.8), match, "superlative", traits)


def _next(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether the next content word is the same, or akin, on both sides."""
    after = [index for index in match.one.content() if index >= mark.last][:1]
    theirs = [index for index in match.other.content() if index >= counter.last][:1]
    return bool(after and theirs) and (match.linked(after[0], theirs[0]) or match.akin(after[0], theirs[0]))


_UNSURE = ("possible", "likely")
_AS_UNSURE = ("possible", "considered", "tried")


def _possible(match: Match, of_pair: dict[str, float], echoes: Echoes, frames: Frames) -> Iterator[Rival]:
    """What one thinks possible and the other tells as sure."""
    ours, theirs = match.marks[0].modal, match.marks[1].modal
    unsure = {held: index for index, held in sorted(ours.items(), reverse=True) if held.meaning in _UNSURE}
    if any(held.meaning in _UNSURE for held in theirs.values()):
        return
    for mark, verb in unsure.items():
        place, how = _answer(match, verb)
        if place is None:
            continue
        counter = theirs.get(place)
        sure = Mark(counter.first, max(counter.last, place + 1), "sure") if counter else Mark(place, place + 1, "sure")
        told = stage(match.other, match.marks[1], place)
        if told in _AS_UNSURE or supposed(match.other, place):
            continue
        maybe = Mark(mark.first, max(mark.last, verb + 1), "maybe")
        actor = frames.actor(match, mark.first, place)
        traits = {
            **of_pair,
            **mark_traits(match, maybe, sure),
            "verb": how,
            "likely": float(mark.meaning == "likely"),
            "certain": float(counter is not None and counter.meaning == "certain"),
            "would": float(counter is not None and counter.meaning == "conditional"),
            "any_certain": float(any(held.meaning == "certain" for held in theirs.values())),
            "negated": float((verb in match.marks[0].negated) != (place in match.marks[1].negated)),
            "past": float(happens(match.other, place)),
            "echoed": echoes.near("possible", match.one, verb, match.other),
            **acted(match, subject_of(match.one, mark.first), place),
            **frames.alike(match, maybe, sure, frozenset(range(mark.first, mark.last))),
            "actor": actor,
            "verb_actor": how * actor,
            **{f"told_{name}": float(told == name) for name in ("done", "coming", "planned", "denied", "open")},
            "modals": len(set(ours.values())),
        }
        yield Rival(contrast("strength", match, maybe, sure, 0.7), match, "possible", traits)


def _answer(match: Match, verb: int) -> tuple[int | None, float]:
    """The other statement's word for what may be: the same (1), one akin (0.6), or what it is certain of (0.3)."""
    if verb in match.links:
        return match.links[verb], 1.0
    near = next((place for place in match.other.content() if match.akin(verb, place)), None)
    if near is not None:
        return near, 0.6
    certain = [place for place, held in sorted(match.marks[1].modal.items()) if held.meaning == "certain"]
    if certain:
        return certain[0], 0.3
    free = [place for place in match.other.content() if place not in match.links.values()]
    plain = [place for place in free if not (match.other.tokens[place].named or match.other.tokens[place].number)]
    return (plain[0], 0.0) if plain else (None, 0.0)


def _degrees(match: Match, of_pair: dict[str, float]) -> Iterator[Rival]:
    ours, theirs = match.marks[0].degrees, match.marks[1].degrees
    for noun, mark in sorted(ours.items()):
        for place, counter in sorted(theirs.items()):
            if mark.meaning != counter.meaning:
                traits = {
                    **of_pair,
                    **mark_traits(match, mark, counter),
                    "same_word": float(match.links.get(noun) == place),
                    "akin": float(match.akin(noun, place)),
                    "denied_noun": float((noun in match.marks[0].negated) + (place in match.marks[1].negated)),
                }
                yield Rival(contrast("strength", match, mark, counter, 0.7), match, "degree", traits)
