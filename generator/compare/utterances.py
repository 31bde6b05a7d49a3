"""Groups the renderings of one thing said: the same words, cut-outs, variants, indirect reports, other languages.

Inside a language, order of words decides: a bag of words joins a short quotation with any long one. Between languages
there are no common words: the same speaker, names, figures, what the words may mean, and length decide, each way the
best match; between a clear match and none the method abstains and leaves them apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.compare.candidates import Candidates, Meetings
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
    index = Candidates(marked)
    for one, saying in enumerate(marked):
        for other in index.of(saying):
            if other > one and alike(saying, marked[other]):
                joining.join(one, other)
    return [tuple(marked[index] for index in group) for group in joining.sets()]


def _joined_across(groups: Sequence[Group], telling: Mapping[str, float]) -> list[Group]:
    """Return the groups with those of different languages joined that are each other's clear best match."""
    scores = {
        (one, other): score
        for one, other in Meetings(groups).pairs()
        if not _languages(groups[one]) & _languages(groups[other])
        and (score := _best_across(groups[one], groups[other], telling))
    }
    best = _best_of_each(scores)
    joining = Joining(len(groups))
    for (one, other), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score >= _ACROSS and _is_clear((one, other), score, best):
            joining.join(one, other)
    return [tuple(saying for index in indices for saying in groups[index]) for indices in joining.sets()]


Scored = tuple[float, tuple[int, int]]


def _best_of_each(scores: Mapping[tuple[int, int], float]) -> Mapping[int, list[Scored]]:
    """Return for each group its two best matches."""
    found: dict[int, list[Scored]] = {}
    for pair, score in scores.items():
        for number in pair:
            found[number] = sorted([*found.get(number, []), (score, pair)], reverse=True)[:2]
    return found


def _is_clear(pair: tuple[int, int], score: float, best: Mapping[int, list[Scored]]) -> bool:
    rivals = [value for number in pair for value, other in best[number] if other != pair]
    return score >= _CLEAR * max(rivals, default=0.0)


def _best_across(one: Group, other: Group, telling: Mapping[str, float]) -> float:
    return max((across(a, b, telling) for a in one for b in other), default=0.0)


def _languages(group: Iterable[Saying]) -> set[str]:
    return {saying.language for saying in group}


def _with_reports(groups: Sequence[Group], reported: Sequence[Saying]) -> list[Group]:
    """Return the groups with each indirect report beside the quotation it renders; two alike reports make a group."""
    found = [list(group) for group in groups]
    told = [(number, saying) for number, group in enumerate(groups) for saying in group]
    index = Candidates([saying for _, saying in told])
    left: list[Saying] = []
    for report in reported:
        homes = {told[place][0] for place in index.of(report) if alike(report, told[place][1])}
        if len(homes) == 1:
            found[homes.pop()].append(report)
        elif not homes:
            left.append(report)
    return [tuple(group) for group in found] + [
        group for group in _joined_within(left) if len({saying.source for saying in group}) > 1
    ]


def _parts(story: Story, groups: Sequence[Group], marked: Sequence[Saying]) -> dict[int, tuple[Saying, ...]]:
    """Return for each group the sentences of longer quotations, elsewhere, that say the same."""
    found: dict[int, list[Saying]] = {}
    held = [{saying.rendering.id for saying in group} for group in groups]
    told = [(n, saying) for n, group in enumerate(groups) for saying in group if saying.kind != "indirect"]
    index = Candidates([saying for _, saying in told])
    for longer in marked:
        for sentence in sentences_of(story, longer):
            homes = {
                told[place][0]
                for place in index.of(sentence)
                if longer.rendering.id not in held[told[place][0]] and contains(sentence, told[place][1])
            }
            for number in sorted(homes):
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
