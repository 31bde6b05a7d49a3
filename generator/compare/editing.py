"""What editors decided about people, organisations and places: the key ``entities`` of overrides.yml.

::

    entities:
      merge:
        - [ENTITY, ENTITY]                      # one and the same; the first keeps its id
      split:
        - {entity: ENTITY, story: STORY}        # in this story it is somebody else of that name
      rename:
        - {entity: ENTITY, name: "A better name"}

An ENTITY is its id, or a name as a source writes it; a STORY is its id.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import ConfigurationError

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """In this story the entity is another one than elsewhere."""

    entity: str
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """This entity is shown by this name."""

    entity: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityOverrides:
    """Everything editors decided about entities, as written: whom it concerns is known only later."""

    merge: tuple[tuple[str, ...], ...] = ()
    split: tuple[Parting, ...] = ()
    rename: tuple[Naming, ...] = ()


def parse_entity_overrides(found: object) -> EntityOverrides:
    """The decisions under the key ``entities``; none where it is missing.

    Raises:
        ConfigurationError: what stands there that must not, all of it together.
    """
    if found is None:
        return EntityOverrides()
    if not isinstance(found, dict):
        raise ConfigurationError(["overrides.entities: must have merge:, split: or rename:"])
    mistakes = [f"overrides.entities.{key}: is unknown" for key in sorted(map(str, found)) if key not in _SECTIONS]
    overrides = EntityOverrides(
        merge=tuple(_merged(found, mistakes)),
        split=tuple(Parting(entity=a, story=b) for a, b in _pairs(found, "split", ("entity", "story"), mistakes)),
        rename=tuple(Naming(entity=a, name=b) for a, b in _pairs(found, "rename", ("entity", "name"), mistakes)),
    )
    if mistakes:
        raise ConfigurationError(mistakes)
    return overrides


_SECTIONS = ("merge", "split", "rename")
_TWO = 2


def _list(found: Mapping[object, object], key: str, mistakes: list[str]) -> list[object]:
    value = found.get(key) or []
    if isinstance(value, list):
        return value
    mistakes.append(f"overrides.entities.{key}: must be a list")
    return []


def _merged(found: Mapping[object, object], mistakes: list[str]) -> list[tuple[str, ...]]:
    kept = []
    for number, entry in enumerate(_list(found, "merge", mistakes)):
        names = tuple(name for name in entry if isinstance(name, str)) if isinstance(entry, list) else ()
        if isinstance(entry, list) and len(names) == len(entry) >= _TWO:
            kept.append(names)
        else:
            mistakes.append(f"overrides.entities.merge.{number}: must be a list of two or more names or ids")
    return kept


def _pairs(
    found: Mapping[object, object], key: str, fields: tuple[str, str], mistakes: list[str]
) -> list[tuple[str, str]]:
    kept = []
    for number, entry in enumerate(_list(found, key, mistakes)):
        values = [entry.get(field) for field in fields] if isinstance(entry, dict) and set(entry) == set(fields) else []
        texts = [value for value in values if isinstance(value, str) and 0 < len(value) <= _LONGEST_NAME]
        if len(texts) == _TWO:
            kept.append((texts[0], texts[1]))
        else:
            mistakes.append(f"overrides.entities.{key}.{number}: must have {fields[0]}: and {fields[1]}:, both texts")
    return kept
