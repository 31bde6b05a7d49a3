"""The people, organisations and places of a story, each one once, across outlets, spellings and scripts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from anyascii import anyascii

from generator.compare.bodies import with_common_nouns, with_offices
from generator.compare.constructs import with_constructs
from generator.compare.descriptions import described
from generator.compare.joining import Joining
from generator.compare.kinds import corrected
from generator.compare.mentions import completed
from generator.compare.naming import Spelling, identity, spelling_key, spellings
from generator.compare.settings import ComparisonSettings
from generator.compare.shortened import is_short_given, is_without_head, short_forms
from generator.compare.sounding import assigned
from generator.compare.translated import Name, meanings, translates, with_translated
from generator.compare.unnamed import people_without_names, role_mentions
from generator.ids import content_id
from generator.language.names import name_keys, same_name
from generator.model import Alias, Entity, Evidence, Label, Story
from generator.text import script

_LONGEST_SHOWN = 5
"""Words of a name; a longer one is more often two names run together than a fuller form."""
_CROWDED = 60
"""Spellings under one blocking key beyond which the key tells nothing."""
_SURELY_SAME = 0.93
"""From here on two names of different languages are one, whatever the recogniser takes them for."""
_FULL = 2
_SELDOM = 6
_RARE = 2
"""Times that a full name must be rarer than another to be no owner of a surname that both could own."""
_SURNAME = 0.9
Group = tuple[Spelling, ...]


def entities(story: Story, *, settings: ComparisonSettings) -> tuple[Entity, ...]:
    """Everyone and everything named in the story, the most reported first, then unnamed people who are quoted.

    A surname goes to the one full name that it can be of; where it could be of two, to the one named last before it
    in the same article, else it stays an entity of its own. Acronyms go to the name whose initials they are.
    """
    order = {analysis.article.id: index for index, analysis in enumerate(story.members)}
    members = with_translated(described(corrected(with_constructs(completed(story.members)))))
    written = spellings(members)
    groups = _with_surnames(_joined(written, settings))
    roles = role_mentions(members)
    named = sorted((_entity(group, roles, order) for group in groups), key=lambda entity: _rank(entity, order))
    articles = [analysis.article for analysis in members]
    kept = with_offices(with_common_nouns(named[: settings.entities_of_a_story], articles), articles)
    return (*kept, *people_without_names(members))


def entity_id(name: str, label: Label) -> str:
    """The id of an entity, from its name alone: well-known names have one id in every language."""
    known = None if label == "PER" else identity(name)
    return (
        content_id("entity", known)
        if known
        else content_id("entity", "person" if label == "PER" else "other", spelling_key(name))
    )


# --- joining spellings --------------------------------------------------------------------------------


def _joined(written: Sequence[Spelling], settings: ComparisonSettings) -> list[Group]:
    """Spellings of the same name together; surnames alone still apart from full names."""
    joining = Joining(len(written))
    known: dict[str, int] = {}
    for index, spelling in enumerate(written):
        listed = identity(spelling.surface) if spelling.label != "PER" else None
        if listed is not None:
            joining.join(known.setdefault(listed, index), index)
    for one, other in _candidates(written):
        if _same(written[one], written[other], settings):
            joining.join(one, other)
    for pair in (*_acronyms(written), *_translations(written), *short_forms(written), *assigned(written)):
        joining.join(*pair)
    return [tuple(written[index] for index in group) for group in joining.sets()]


def _candidates(written: Sequence[Spelling]) -> list[tuple[int, int]]:
    """Pairs of spellings that share a blocking key."""
    keyed: dict[str, list[int]] = {}
    for index, spelling in enumerate(written):
        for key in sorted(name_keys(spelling.surface)):
            keyed.setdefault(key, []).append(index)
    return sorted({pair for found in keyed.values() if len(found) <= _CROWDED for pair in combinations(found, 2)})


def _same(one: Spelling, other: Spelling, settings: ComparisonSettings) -> bool:
    if one.capitals != other.capitals:
        return False
    if not _compatible(one, other):
        return one.language != other.language and same_name(one.surface, other.surface) >= _SURELY_SAME
    if one.label == "PER" and is_short_given(one, other):
        return True
    if one.label == "PER" and len(one.tokens) != len(other.tokens) and 1 in (len(one.tokens), len(other.tokens)):
        return False
    return same_name(one.surface, other.surface) >= settings.same_name


def _compatible(one: Spelling, other: Spelling) -> bool:
    """Whether the recogniser's labels allow one entity: a person is no place, a demonym is no country."""
    if one.label == other.label:
        return True
    return {one.label, other.label} == {"ORG", "LOC"} and one.language != other.language


def _acronyms(written: Sequence[Spelling]) -> list[tuple[int, int]]:
    """Each acronym with the one name whose initials it is."""
    initials: dict[str, list[int]] = {}
    for index, spelling in enumerate(written):
        if len(spelling.tokens) > 1 and spelling.label != "PER":
            for letters in _initials(spelling.surface):
                initials.setdefault(letters, []).append(index)
    found = []
    for index, spelling in enumerate(written):
        names = initials.get(spelling.folded, []) if spelling.capitals and spelling.label != "PER" else []
        if names and len({written[name].folded for name in names}) == 1:
            found.append((index, names[0]))
    return found


def _translations(written: Sequence[Spelling]) -> Iterator[tuple[int, int]]:
    """Names of several words, people's apart, of which one is the other's translation."""
    meant: dict[str, list[int]] = {}
    names = [Name(one.surface, one.language) for one in written]
    for index, one in enumerate(written):
        if len(one.tokens) > 1 and one.label != "PER":
            for meaning in meanings(names[index]):
                meant.setdefault(meaning, []).append(index)
    for left, right in sorted({pair for found in meant.values() for pair in combinations(found, 2)}):
        if written[left].language != written[right].language and translates(names[left], names[right]):
            yield left, right


def _initials(surface: str) -> set[str]:
    tokens = surface.replace("-", " ").split()
    return {
        "".join(token[0] for token in tokens).casefold(),
        "".join(token[0] for token in tokens if token[0].isupper()).casefold(),
    } - {""}


# --- surnames -----------------------------------------------------------------------------------------


def _with_surnames(groups: Sequence[Group]) -> list[Group]:
    """The groups, with each surname that stands alone given to the full name it belongs to."""
    full = [group for group in groups if not _is_surname(group)]
    found = {index: list(group) for index, group in enumerate(full)}
    alone: list[Group] = []
    for group in groups:
        if not _is_surname(group):
            continue
        owners = _exact([index for index, candidate in enumerate(full) if _may_own(candidate, group)], full, group)
        owners = _likely(owners, full)
        owners = [*owners, *(_bodies_begun(group, full) if owners else ())]
        if len(owners) == 1:
            found[owners[0]].extend(group)
        elif owners:
            alone.extend(_dealt(group, owners, full, found))
        else:
            alone.append(group)
    return [tuple(spellings) for spellings in found.values()] + alone


def _likely(owners: Sequence[int], full: Sequence[Group]) -> list[int]:
    """The owners without those that are hardly named beside another: mostly two names run together."""
    uses = {index: sum(len(spelling.places) for spelling in full[index]) for index in owners}
    most = max(uses.values(), default=0)
    return [index for index in owners if uses[index] * _RARE >= most]


def _exact(owners: Sequence[int], full: Sequence[Group], short: Group) -> list[int]:
    """The owners that have the surname letter by letter, or all of them where none has."""
    written = {single.folded for single in short}
    exact = [index for index in owners if any(written & {s.tokens[0], s.tokens[-1]} for s in full[index])]
    return exact or list(owners)


def _is_surname(group: Group) -> bool:
    return all(len(spelling.tokens) == 1 for spelling in group) and _label(group) == "PER"


def _bodies_begun(short: Group, full: Sequence[Group]) -> list[int]:
    """The bodies that a surname may stand for as well: those that have the founder's name before a noun for firms."""
    called = [replace(spelling, label="ORG") for spelling in short]
    return [
        index
        for index, candidate in enumerate(full)
        if _label(candidate) == "ORG" and any(is_without_head(one, whole) for one in called for whole in candidate)
    ]


def _of_kind(short: Iterable[Spelling], owner: Group) -> list[Spelling]:
    """Spellings with the kind of what they stand for."""
    return [replace(spelling, label=_label(owner)) for spelling in short]


def _may_own(full: Group, short: Group) -> bool:
    """Whether a token of the full name is the short one: its last token, or its first."""
    if _label(full) != "PER":
        return False
    return any(
        same_name(token, single.tokens[0]) >= _SURNAME
        for spelling in full
        if len(spelling.tokens) > 1
        for token in (spelling.tokens[-1], spelling.tokens[0])
        for single in short
    )


def _dealt(short: Group, owners: Sequence[int], full: Sequence[Group], found: dict[int, list[Spelling]]) -> list[Group]:
    """Give each mention to the owner named last before it in its article; return what nobody owns."""
    left: list[Spelling] = []
    for spelling in short:
        shares: dict[int | None, list[Evidence]] = {}
        for place in spelling.places:
            shares.setdefault(_last_named(place, owners, full), []).append(place)
        for owner, places in shares.items():
            share = _part(spelling, places)
            if owner is None:
                left.append(share)
            else:
                found[owner].extend(_of_kind([share], full[owner]))
    return [tuple(left)] if left else []


def _last_named(place: Evidence, owners: Iterable[int], full: Sequence[Group]) -> int | None:
    named = [
        (other.start, -owner)
        for owner in owners
        for spelling in full[owner]
        for other in spelling.places
        if other.article_id == place.article_id and other.start < place.start
    ]
    return -max(named)[1] if named else None


def _part(spelling: Spelling, places: Sequence[Evidence]) -> Spelling:
    return replace(spelling, places=tuple(places), articles=frozenset(place.article_id for place in places))


# --- the entity ---------------------------------------------------------------------------------------


def _entity(group: Group, roles: Mapping[Evidence, tuple[Evidence, ...]], order: Mapping[str, int]) -> Entity:
    label = _label(group)
    name = min(_shown([spelling for spelling in group if spelling.language == _main_language(group)]), key=_showing)
    places = {place for spelling in group for place in spelling.places}
    places |= {role for place in places for role in roles.get(place, ())}
    return Entity(
        id=entity_id(_canonical(group, name), label),
        label=label,
        name=_first(name.places, order),
        aliases=_aliases(group, order),
        mentions=tuple(sorted(places, key=lambda place: (order[place.article_id], place.start, place.end))),
        romanised=_romanised(group, name),
    )


def _romanised(group: Group, name: Spelling) -> str | None:
    """The name letter by letter in Latin ones, where no spelling has them; no guess at how it is usually written."""
    if any(script(spelling.surface) == "Latn" for spelling in group):
        return None
    return " ".join(word.capitalize() for word in anyascii(name.surface).split()) or None


def _canonical(group: Group, name: Spelling) -> str:
    """The spelling that names the entity for its id: a well-known one where there is one."""
    known = [spelling for spelling in group if identity(spelling.surface) is not None]
    return min(known, key=_showing).surface if known else name.surface


def _label(group: Group) -> Label:
    counts: Counter[Label] = Counter()
    for spelling in group:
        counts[spelling.label] += len(spelling.places) * (2 if len(spelling.tokens) > 1 else 1)
    return min(counts, key=lambda label: (-counts[label], label))


def _shown(group: Sequence[Spelling]) -> list[Spelling]:
    """The spellings that may be shown: not the long form of an acronym that hardly anybody writes out."""
    most = max(len(spelling.places) for spelling in group)
    return [spelling for spelling in group if spelling.label == "PER" or len(spelling.places) * _SELDOM >= most]


def _showing(spelling: Spelling) -> tuple[bool, bool, int, int, str]:
    """What ranks spellings as the name to show: of more than one word, no rare long form of an acronym, frequent."""
    length = len(spelling.tokens)
    fullness = 2 * min(length, _FULL) + (len(spelling.places) > 1)
    return (length > _LONGEST_SHOWN, spelling.capitals, -fullness, -len(spelling.places), spelling.folded)


def _main_language(group: Group) -> str:
    """The language that names it most."""
    counts: Counter[str] = Counter()
    for spelling in group:
        counts[spelling.language] += len(spelling.places)
    return min(counts, key=lambda language: (-counts[language], language))


def _first(places: Iterable[Evidence], order: Mapping[str, int]) -> Evidence:
    return min(places, key=lambda place: (order[place.article_id], place.start))


def _aliases(group: Group, order: Mapping[str, int]) -> tuple[Alias, ...]:
    """Every spelling once, the most frequent of each language first."""
    ranked = sorted(group, key=lambda spelling: (spelling.language, -len(spelling.places), spelling.folded))
    return tuple(Alias(language=spelling.language, evidence=_first(spelling.places, order)) for spelling in ranked)


def _rank(entity: Entity, order: Mapping[str, int]) -> tuple[int, int, int, int]:
    articles = {mention.article_id for mention in entity.mentions}
    return (-len(articles), -len(entity.mentions), order[entity.name.article_id], entity.name.start)
