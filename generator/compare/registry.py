"""One identity for each person, body and place over all stories; namesakes kept apart where evidence is thin."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from generator.compare.editing import EntityOverrides
from generator.compare.joining import Joining
from generator.compare.speaking import spoken, voiced
from generator.ids import content_id
from generator.language.names import name_keys, same_name
from generator.model import Comparison, Entity

_SAME = 0.9
_COMPANY = 2
"""Other names that two stories must share before two people of one name in them are taken for one."""
_CROWDED = 200
"""Entities under one blocking key beyond which it tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEntities:
    """The comparisons with entities named alike over the site, and the decisions that concern nobody any more."""

    comparisons: tuple[Comparison, ...]
    stale: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """One entity as one story has it."""

    story: str
    entity: Entity
    names: tuple[str, ...]
    company: frozenset[str]
    """The ids of the story's other entities, countries apart: whom it appears with."""

    @property
    def full(self) -> bool:
        """Whether more than one word names it."""
        return any(" " in name for name in self.names)


def site_entities(comparisons: Sequence[Comparison], overrides: EntityOverrides | None = None) -> SiteEntities:
    """Join the entities of all stories that are one; the result does not depend on the order of the stories.

    Bodies and places of one name are one. People of one full name are one if their stories share other names as well,
    or if only one such person is known; a surname alone joins the one person of that name in the same company.
    """
    decided = overrides or EntityOverrides()
    figures = [
        figure for comparison in sorted(comparisons, key=lambda c: c.story.id) for figure in _figures(comparison)
    ]
    joining = Joining(len(figures))
    apart = {(part.entity, part.story) for part in decided.split}
    for one, other in _candidates(figures):
        if not _parted(figures[one], figures[other], apart) and _same(figures[one], figures[other]):
            joining.join(one, other)
    stale = _merge(figures, joining, decided)
    ids = _ids(figures, joining)
    chosen = {(figure.story, figure.entity.id): ids[index] for index, figure in enumerate(figures)}
    names = {wanted.entity: wanted.name for wanted in decided.rename}
    stale += [f"entities.rename: {name}" for name in sorted(names) if not any(_is(figure, name) for figure in figures)]
    stale += [f"entities.split: {name}" for name, story in sorted(apart) if not _has(figures, name, story)]
    renamed = {index: names[key] for index, figure in enumerate(figures) for key in _called(figure, ids[index], names)}
    titles = {(figures[index].story, figures[index].entity.id): name for index, name in renamed.items()}
    return SiteEntities(
        comparisons=tuple(_rewritten(comparison, chosen, titles) for comparison in comparisons), stale=tuple(stale)
    )


def _figures(comparison: Comparison) -> Iterator[_Figure]:
    texts = {analysis.article.id: analysis.article.text for analysis in comparison.story.members}
    named = [entity for entity in comparison.entities if entity.named]
    company = frozenset(entity.id for entity in named if entity.label in ("PER", "ORG"))
    for entity in named:
        spans = (entity.name, *(alias.evidence for alias in entity.aliases))
        names = dict.fromkeys(texts[span.article_id][span.start : span.end] for span in spans)
        yield _Figure(story=comparison.story.id, entity=entity, names=tuple(names), company=company - {entity.id})


def _candidates(figures: Sequence[_Figure]) -> list[tuple[int, int]]:
    keyed: dict[str, list[int]] = {}
    for index, figure in enumerate(figures):
        for key in sorted({key for name in figure.names for key in name_keys(name)} | {figure.entity.id}):
            keyed.setdefault(key, []).append(index)
    return sorted(
        {
            pair
            for indices in keyed.values()
            if len(indices) <= _CROWDED
            for pair in combinations(indices, 2)
            if figures[pair[0]].story != figures[pair[1]].story
        }
        | set(_same_ids(figures))
    )


def _same_ids(figures: Sequence[_Figure]) -> Iterator[tuple[int, int]]:
    """Neighbours of one id, so that a name in very many stories is still compared, each with the one before."""
    last: dict[str, int] = {}
    for index, figure in enumerate(figures):
        if figure.entity.id in last:
            yield last[figure.entity.id], index
        last[figure.entity.id] = index


def _parted(one: _Figure, other: _Figure, apart: set[tuple[str, str]]) -> bool:
    """Whether an editor keeps either out of the other's company."""
    return any((name, figure.story) in apart for figure in (one, other) for name in (figure.entity.id, *figure.names))


def _same(one: _Figure, other: _Figure) -> bool:
    if one.entity.id == other.entity.id and one.entity.label != "PER":
        return True
    if one.entity.label != other.entity.label or one.full != other.full:
        return False
    alike = one.entity.id == other.entity.id or same_name(one.names[0], other.names[0]) >= _SAME
    if not alike:
        return False
    return (one.entity.label != "PER" and one.full) or len(one.company & other.company) >= (1 if one.full else _COMPANY)


def _is(figure: _Figure, wanted: str) -> bool:
    return wanted == figure.entity.id or wanted in figure.names


def _has(figures: Iterable[_Figure], name: str, story: str) -> bool:
    return any(figure.story == story and _is(figure, name) for figure in figures)


def _merge(figures: Sequence[_Figure], joining: Joining, decided: EntityOverrides) -> list[str]:
    """Do what editors say is one; return the decisions that name somebody unknown."""
    stale = []
    for wanted in decided.merge:
        held = [[index for index, figure in enumerate(figures) if _is(figure, name)] for name in wanted]
        if all(held):
            for index in (index for found in held for index in found):
                joining.join(held[0][0], index)
        else:
            stale.append(f"entities.merge: {', '.join(wanted)}")
    return stale


def _ids(figures: Sequence[_Figure], joining: Joining) -> dict[int, str]:
    """The id of each figure: its name's, which of several namesakes the one of most stories keeps."""
    groups = joining.sets()
    wanted = [_usual([figures[index] for index in group]) for group in groups]
    ranked = sorted(range(len(groups)), key=lambda n: (-len(groups[n]), min(figures[i].story for i in groups[n])))
    taken: set[str] = set()
    found: dict[int, str] = {}
    for number in ranked:
        identity = wanted[number]
        if identity in taken:
            identity = content_id(identity, min(figures[index].story for index in groups[number]))
        taken.add(identity)
        found.update(dict.fromkeys(groups[number], identity))
    return found


def _usual(group: Sequence[_Figure]) -> str:
    """The id that most of a group's stories give it, the fuller name's before others."""
    counts = Counter(figure.entity.id for figure in group)
    full = {figure.entity.id: figure.full for figure in group}
    return min(counts, key=lambda identity: (not full[identity], -counts[identity], identity))


def _called(figure: _Figure, identity: str, names: Mapping[str, str]) -> list[str]:
    return [key for key in (identity, figure.entity.id, *figure.names) if key in names][:1]


# --- rewriting ----------------------------------------------------------------------------------------


def _rewritten(
    comparison: Comparison, chosen: Mapping[tuple[str, str], str], titles: Mapping[tuple[str, str], str]
) -> Comparison:
    story = comparison.story.id
    ids = {entity.id: chosen.get((story, entity.id), entity.id) for entity in comparison.entities}
    merged: dict[str, Entity] = {}
    for entity in comparison.entities:
        title = titles.get((story, entity.id))
        changed = replace(entity, id=ids[entity.id], editor_name=title or entity.editor_name)
        twin = merged.get(changed.id)
        merged[changed.id] = changed if twin is None else _together(twin, changed)
    return replace(
        comparison,
        entities=tuple(merged.values()),
        quotes=tuple(voiced(rendering, ids) for rendering in comparison.quotes),
        utterances=tuple(spoken(utterance, ids) for utterance in comparison.utterances),
    )


def _together(one: Entity, other: Entity) -> Entity:
    """Two entities of a story that an editor says are one."""
    aliases = {(alias.language, alias.evidence): alias for alias in (*one.aliases, *other.aliases)}
    return replace(
        one,
        aliases=tuple(aliases.values()),
        mentions=tuple(dict.fromkeys((*one.mentions, *other.mentions))),
        editor_name=one.editor_name or other.editor_name,
    )
