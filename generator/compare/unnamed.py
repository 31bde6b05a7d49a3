"""People who are quoted but never named, and the offices that named people are called by."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.compare.joining import Joining
from generator.compare.senses import concepts
from generator.ids import content_id
from generator.language.words import words
from generator.model import Alias, Analysis, Entity, Evidence, Span, Utterance

_SAME_ROLE = 0.5


def role_mentions(members: Sequence[Analysis]) -> Mapping[Evidence, tuple[Evidence, ...]]:
    """For each name, the offices that stand for it in its article ("the foreign minister"), by the quotes' speakers."""
    found: dict[Evidence, list[Evidence]] = {}
    for analysis in members:
        names = {(mention.start, mention.end): mention for mention in analysis.mentions}
        for quote in analysis.quotes:
            speaker = quote.speaker
            if speaker is None or speaker.kind != "role" or speaker.referent is None:
                continue
            key = _mention_within(speaker.referent, names)
            if key is not None:
                name = Evidence(article_id=analysis.article.id, start=key[0], end=key[1])
                role = Evidence(article_id=analysis.article.id, start=speaker.start, end=speaker.end)
                found.setdefault(name, []).append(role)
    return {name: tuple(sorted(set(roles))) for name, roles in found.items()}


def _mention_within(span: Span, names: Mapping[tuple[int, int], object]) -> tuple[int, int] | None:
    inside = [key for key in names if span.start <= key[0] and key[1] <= span.end]
    return max(inside, key=lambda key: (key[1] - key[0], -key[0])) if inside else None


def people_without_names(members: Sequence[Analysis]) -> tuple[Entity, ...]:
    """Unnamed people who are quoted, one for each description; alike descriptions of other articles join."""
    found = _described(members)
    keys = [_description(members, evidence) for evidence, _ in found]
    joining = Joining(len(found))
    for one in range(len(found)):
        for other in range(one):
            if _alike(keys[one], keys[other]):
                joining.join(one, other)
    languages = {analysis.article.id: analysis.article.language for analysis in members}
    return tuple(_person([found[index] for index in group], languages) for group in joining.sets())


def _described(members: Sequence[Analysis]) -> list[tuple[Evidence, tuple[Evidence, ...]]]:
    """Each unnamed speaker's fullest description in an article, and all the places that mean the same one."""
    found: dict[Evidence, set[Evidence]] = {}
    for analysis in members:
        names = {(mention.start, mention.end): mention for mention in analysis.mentions if mention.label == "PER"}
        for quote in analysis.quotes:
            speaker = quote.speaker
            if speaker is None or speaker.kind not in ("role", "pronoun"):
                continue
            referent = speaker.referent
            if speaker.kind == "pronoun" and referent is None:
                continue
            span = referent or Span(start=speaker.start, end=speaker.end)
            if _mention_within(span, names) is not None:
                continue
            key = Evidence(article_id=analysis.article.id, start=span.start, end=span.end)
            place = Evidence(article_id=analysis.article.id, start=speaker.start, end=speaker.end)
            found.setdefault(key, set()).update({key, place} if speaker.kind == "role" else {key})
    return [(evidence, tuple(sorted(places))) for evidence, places in found.items()]


def _text(members: Sequence[Analysis], evidence: Evidence) -> tuple[str, str]:
    article = next(one.article for one in members if one.article.id == evidence.article_id)
    return article.text[evidence.start : evidence.end], article.language


class _Description(NamedTuple):
    """What tells two descriptions apart: words and senses of the phrase, its language and article."""

    keys: frozenset[str]
    meant: frozenset[str]
    language: str
    article_id: str


def _description(members: Sequence[Analysis], evidence: Evidence) -> _Description:
    text, language = _text(members, evidence)
    content = [word for word in words(text, language) if not word.stop]
    return _Description(
        keys=frozenset(word.key for word in content),
        meant=frozenset(sense for word in content for sense in concepts(word, language)),
        language=language,
        article_id=evidence.article_id,
    )


def _alike(one: _Description, other: _Description) -> bool:
    """Whether two descriptions share most of what the shorter one says: two words at least."""
    if one.article_id == other.article_id:
        return one.keys == other.keys
    shared = one.keys & other.keys if one.language == other.language else one.meant & other.meant
    shorter = min(len(one.keys), len(other.keys))
    return shorter > 1 and len(shared) > 1 and len(shared) / shorter >= _SAME_ROLE


def _person(group: Sequence[tuple[Evidence, tuple[Evidence, ...]]], languages: Mapping[str, str]) -> Entity:
    name = max((evidence for evidence, _ in group), key=lambda evidence: (evidence.end - evidence.start, evidence))
    places = sorted({place for _, found in group for place in found})
    return Entity(
        id=content_id("unnamed", name.article_id, str(name.start)),
        label="PER",
        name=name,
        aliases=tuple(Alias(language=languages[evidence.article_id], evidence=evidence) for evidence, _ in group),
        mentions=tuple(places),
        named=False,
    )


def joined_by_speech(entities: Sequence[Entity], utterances: Sequence[Utterance]) -> tuple[Entity, ...]:
    """The entities, with unnamed people of different articles joined where sources quote them with the same words."""
    unnamed = {entity.id: number for number, entity in enumerate(entities) if not entity.named}
    joining = Joining(len(entities))
    for utterance in utterances:
        speakers = {rendering.speaker for rendering in utterance.renderings if rendering.speaker is not None}
        known = sorted(unnamed[speaker] for speaker in speakers if speaker in unnamed)
        if len(known) == len(speakers):
            for number in known[1:]:
                joining.join(known[0], number)
    return tuple(_one([entities[number] for number in group]) for group in joining.sets())


def new_ids(before: Sequence[Entity], after: Sequence[Entity]) -> Mapping[str, str]:
    """For each unnamed entity that was joined to another, the id it has now."""
    kept = {entity.id for entity in after}
    owner = {alias.evidence: entity.id for entity in after if not entity.named for alias in entity.aliases}
    return {entity.id: owner[entity.name] for entity in before if entity.id not in kept and entity.name in owner}


def _one(group: Sequence[Entity]) -> Entity:
    """The entity itself, or one for several unnamed people: the fullest description names it."""
    if len(group) == 1:
        return group[0]
    name = max((entity.name for entity in group), key=lambda evidence: (evidence.end - evidence.start, evidence))
    return replace(
        group[0],
        name=name,
        aliases=tuple(alias for entity in group for alias in entity.aliases),
        mentions=tuple(sorted({mention for entity in group for mention in entity.mentions})),
    )
