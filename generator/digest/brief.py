"""A story in brief: a few extracts that cover what most sources report, readable in order."""

from collections.abc import Mapping, Sequence

from generator.digest.alone import carries_on, hanging, is_speech, spoken, stands_alone
from generator.digest.settings import DigestSettings
from generator.digest.telling import Sentence, Telling, telling
from generator.model import Comparison, Evidence

_LEAST = 3
"""Extracts below which what one source alone reports may fill up."""
_AGAIN, _AGAIN_ACROSS = 1.0, 0.8
"""What an extract may not repeat of another, where 1 is the same again; likeness between languages runs lower."""
_SAME_WORDS = 0.45
"""The share of words that an extract may have of another one."""
_CENTRAL = 0.5
"""How central a lead in the reader's language must be, against the most central one."""
_NEW_FIGURE = 1.35
"""How much more alike an extract may be that has another figure."""
_REPEATING, _FOREIGN, _EARLY, _NAMING = 0.4, 0.3, 0.3, 0.1
_FIRST, _BORNE = 0.6, 0.3
_HANGING = 0.2


def brief(comparison: Comparison, *, settings: DigestSettings) -> tuple[Evidence, ...]:
    """Three to five extracts, the event first; none says another's again, in whatever language.

    Maximal marginal relevance (Carbonell, Goldstein 1998): worth is the share of the sources that report a sentence,
    less what is already said. What one source alone reports comes only where nothing shared is left, and never first.
    """
    story = telling(comparison)
    usable = _in_the_readers_language(_usable(story, comparison, settings), story, settings)
    first = _first(usable, story, settings)
    if first is None:
        return ()
    worth = _worth(usable, story, comparison, settings)
    chosen = [first]
    shared = [one for one in usable if len(one.sources) > 1]
    for pool, most in ((shared, settings.summary), (usable, min(_LEAST, settings.summary))):
        chosen = _filled(chosen, pool, worth, story, most=most, room=settings.summary_words)
    rest = sorted(chosen[1:], key=lambda one: (one.position, one.passage))
    return tuple(one.passage for one in (first, *rest))


def _usable(story: Telling, comparison: Comparison, settings: DigestSettings) -> list[Sentence]:
    """The sentences that can be read by themselves."""
    said = spoken(comparison)
    named = {member.article.id: member.mentions for member in comparison.story.members}
    return [
        one
        for one in story.sentences
        if not is_speech(one.passage, said)
        and stands_alone(one.passage, one.article, named[one.article.id], settings.extract)
    ]


def _in_the_readers_language(usable: Sequence[Sentence], story: Telling, settings: DigestSettings) -> list[Sentence]:
    """Without the sentences that another one says in a language that the reader prefers."""
    rank = {one.number: settings.rank(one.article.language) for one in usable}
    return [
        one
        for one in usable
        if not any(rank[other.number] < rank[one.number] and story.same(one, other) for other in usable)
    ]


def _first(usable: Sequence[Sentence], story: Telling, settings: DigestSettings) -> Sentence | None:
    """The most central lead, in the reader's language if one there is nearly as central."""
    fit = [one for one in usable if not carries_on(_text(one), one.article.language)] or usable
    leads = [one for one in fit if one.lead] or [one for one in fit if len(one.sources) > 1] or fit
    if not leads:
        return None
    central = {one.number: _centrality(one, story) for one in leads}
    enough = _CENTRAL * max(central.values())
    return min(
        (one for one in leads if central[one.number] >= enough),
        key=lambda one: (settings.rank(one.article.language), -central[one.number], one.passage),
    )


def _centrality(lead: Sentence, story: Telling) -> float:
    """How far the other sources' beginnings say the same, how many report it, and whether it names who is involved."""
    nearest: dict[str, float] = {}
    for other in story.sentences:
        if other.lead and other.article.source != lead.article.source:
            likeness = min(1.0, story.repeated(lead, other))
            nearest[other.article.source] = max(nearest.get(other.article.source, 0.0), likeness)
    sources = len({one.article.source for one in story.sentences})
    borne = sum(nearest.values()) / max(len(nearest), 1)
    return borne + len(lead.sources) / sources + _NAMING * min(lead.names, 4.0) + (_FIRST if lead.order == 0 else 0.0)


def _worth(
    usable: Sequence[Sentence], story: Telling, comparison: Comparison, settings: DigestSettings
) -> Mapping[int, float]:
    """What each sentence is worth: its sources, its place, its names; less where it is foreign or its speaker hangs."""
    sources = len({one.article.source for one in story.sentences})
    quotes = {member.article.id: member.quotes for member in comparison.story.members}
    return {
        one.number: len(one.sources) / sources
        + _EARLY / (1 + one.order)
        + _BORNE * one.weight
        + _NAMING * min(one.names, 3.0)
        - _FOREIGN * (settings.rank(one.article.language) > 0)
        - _HANGING * hanging(one.passage, quotes[one.article.id])
        for one in usable
    }


def _filled(
    chosen: Sequence[Sentence],
    pool: Sequence[Sentence],
    worth: Mapping[int, float],
    story: Telling,
    *,
    most: int,
    room: int,
) -> list[Sentence]:
    """What is chosen and the worthiest of the pool, as long as it says something new and there is room."""
    found = list(chosen)
    left = [one for one in pool if one not in found]
    while left and len(found) < most:
        values = {one.number: worth[one.number] - _REPEATING * _again(one, found, story) for one in left}
        best = max(left, key=lambda one: (values[one.number], -one.number))
        left.remove(best)
        if not _says_again(best, found, story) and sum(one.length for one in (*found, best)) <= room:
            found.append(best)
    return found


def _again(one: Sentence, chosen: Sequence[Sentence], story: Telling) -> float:
    return max(story.repeated(one, other) for other in chosen)


def _says_again(one: Sentence, chosen: Sequence[Sentence], story: Telling) -> bool:
    """Whether what is chosen says this already: by fact, concepts, names and figures, or by its words."""
    return any(_same_again(one, other, story) for other in chosen)


def _same_again(one: Sentence, other: Sentence, story: Telling) -> bool:
    if story.one_statement(one, other):
        return True
    least = _NEW_FIGURE if one.figures - other.figures else 1.0
    words = len(one.content & other.content) / max(min(len(one.content), len(other.content)), 1)
    needed = _AGAIN_ACROSS if one.across(other) else _AGAIN
    return story.repeated(one, other) >= needed * least or words > _SAME_WORDS * least


def _text(one: Sentence) -> str:
    return one.article.text[one.passage.start : one.passage.end]
