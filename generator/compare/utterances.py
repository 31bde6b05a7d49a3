"""Groups the renderings of one thing said: the same words, cut-outs, variants, indirect reports, other languages.

Inside a language, order of words decides: a bag of words joins a short quotation with any long one. Between languages
there are no common words: the same speaker, names, figures, what the words may mean, and length decide, each way the
best match; between a clear match and none the method abstains and leaves them apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from generator.compare.joining import Joining
from generator.compare.likeness import across, alike, contains
from generator.compare.ranking import weight
from generator.compare.sayings import Saying, renderings, sayings, sentences_of, weights
from generator.ids import content_id
from generator.model import Entity, Rendering, Story, Utterance

_ACROSS = 0.2
_CLEAR = 1.2
"""How much better than its next best a match between languages has to be."""


def quote_renderings(story: Story, entities: Sequence[Entity] = ()) -> tuple[Rendering, ...]:
    """Return every quote of the story as a whole rendering, in the order of its articles, with its speaker's entity."""
    return renderings(story, entities)


def utterances(story: Story, entities: Sequence[Entity]) -> tuple[Utterance, ...]:
    """Return what was said in the story, the weightiest first, each with every rendering of it.

    Each direct or partial quote belongs to exactly one utterance as a whole, and may stand in others with a part of
    it. Indirect speech stands beside the quotations it renders; indirect speech that renders none is an utterance
    where two sources report it. `speaker` is None where nobody is named or sources name different people.
    """
    every = sayings(story, renderings(story, entities), entities)
    marked = [one for one in every if one.kind != "indirect"]
    reported = [one for one in every if one.kind == "indirect"]
    telling = weights(every)
    groups = _joined_across(_joined_within(marked), telling)
    groups = _with_reports(groups, reported)
    parts = _parts(story, groups, marked)
    found = [_utterance(group, parts.get(n, ()), story, entities) for n, group in enumerate(groups)]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.id)))


Group = tuple[Saying, ...]


def _joined_within(marked: Sequence[Saying]) -> list[Group]:
    """Return the quotations grouped inside each language."""
    joining = Joining(len(marked))
    for one, other in combinations(range(len(marked)), 2):
        if alike(marked[one], marked[other]):
            joining.join(one, other)
    return [tuple(marked[index] for index in group) for group in joining.sets()]


def _joined_across(groups: Sequence[Group], telling: Mapping[str, float]) -> list[Group]:
    """Return the groups with those of different languages joined that are each other's clear best match."""
    scores = {
        (one, other): _best_across(groups[one], groups[other], telling)
        for one, other in combinations(range(len(groups)), 2)
        if not _languages(groups[one]) & _languages(groups[other])
    }
    joining = Joining(len(groups))
    for (one, other), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score >= _ACROSS and _is_clear(one, other, score, scores):
            joining.join(one, other)
    return [tuple(saying for index in indices for saying in groups[index]) for indices in joining.sets()]


def _is_clear(one: int, other: int, score: float, scores: Mapping[tuple[int, int], float]) -> bool:
    rivals = [value for pair, value in scores.items() if pair != (one, other) and (one in pair or other in pair)]
    return score >= _CLEAR * max(rivals, default=0.0)


def _best_across(one: Group, other: Group, telling: Mapping[str, float]) -> float:
    return max((across(a, b, telling) for a in one for b in other), default=0.0)


def _languages(group: Iterable[Saying]) -> set[str]:
    return {saying.language for saying in group}


def _with_reports(groups: Sequence[Group], reported: Sequence[Saying]) -> list[Group]:
    """Return the groups with each indirect report beside the quotation it renders; two alike reports make a group."""
    found = [list(group) for group in groups]
    left: list[Saying] = []
    for report in reported:
        homes = [n for n, group in enumerate(groups) if any(alike(report, saying) for saying in group)]
        if len(homes) == 1:
            found[homes[0]].append(report)
        elif not homes:
            left.append(report)
    return [tuple(group) for group in found] + [
        group for group in _joined_within(left) if len({saying.source for saying in group}) > 1
    ]


def _parts(story: Story, groups: Sequence[Group], marked: Sequence[Saying]) -> dict[int, tuple[Saying, ...]]:
    """Return for each group the sentences of longer quotations, elsewhere, that say the same."""
    found: dict[int, list[Saying]] = {}
    for longer in marked:
        for sentence in sentences_of(story, longer):
            for number, group in enumerate(groups):
                if all(one.rendering.id != longer.rendering.id for one in group) and any(
                    contains(sentence, one) for one in group if one.kind != "indirect"
                ):
                    found.setdefault(number, []).append(sentence)
    return {number: tuple(parts) for number, parts in found.items()}


def _utterance(group: Group, parts: Sequence[Saying], story: Story, entities: Sequence[Entity]) -> Utterance:
    order = {analysis.article.id: place for place, analysis in enumerate(story.members)}
    whole = [saying.rendering for saying in group]
    cut = [replace(saying.rendering, whole=False, part=saying.part) for saying in parts]
    found = sorted((*whole, *cut), key=lambda r: (order[r.article_id], r.part or r.quote.spans[0]))
    speakers = {one.speaker for one in found if one.speaker is not None}
    return Utterance(
        id=content_id("utterance", *sorted(one.id for one in whole)),
        speaker=next(iter(speakers)) if len(speakers) == 1 else None,
        renderings=tuple(found),
        weight=weight((*group, *parts), story, entities),
    )
