"""The names of a story as they are written: every mention under its spelling, before any two are joined."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

from babel import Locale

from generator.language.aliases import known
from generator.language.fold import fold
from generator.language.words import words
from generator.model import Analysis, Evidence, Label

_S = TypeVar("_S", bound=str)
_SHORT_CAPITALS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One way a name is written in the story, and everywhere it stands. `language` is the one that has it most."""

    surface: str
    folded: str
    label: Label
    language: str
    places: tuple[Evidence, ...]
    articles: frozenset[str]

    @property
    def tokens(self) -> tuple[str, ...]:
        """The folded words of the name."""
        return tuple(self.folded.split())

    @property
    def capitals(self) -> bool:
        """Whether it is written as an acronym is."""
        bare = self.surface.replace(".", "")
        return bare.isupper() and bare.isascii() and 1 < len(bare) <= _SHORT_CAPITALS


def spellings(members: Sequence[Analysis]) -> tuple[Spelling, ...]:
    """Every spelling of the story's names, in the order of their first mention."""
    found: dict[str, list[tuple[Evidence, Label, str, str]]] = {}
    for analysis in members:
        article = analysis.article
        for mention in analysis.mentions:
            surface = article.text[mention.start : mention.end]
            key = spelling_key(surface)
            if key:
                evidence = Evidence(article_id=article.id, start=mention.start, end=mention.end)
                found.setdefault(key, []).append((evidence, mention.label, article.language, surface))
    return tuple(_spelling(key, uses) for key, uses in found.items())


def _spelling(key: str, uses: list[tuple[Evidence, Label, str, str]]) -> Spelling:
    return Spelling(
        surface=_most(surface for _, _, _, surface in uses),
        folded=key.removeprefix("^"),
        label=_most(label for _, label, _, _ in uses),
        language=_most(language for _, _, language, _ in uses),
        places=tuple(evidence for evidence, _, _, _ in uses),
        articles=frozenset(evidence.article_id for evidence, _, _, _ in uses),
    )


def _most(values: Iterable[_S]) -> _S:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def spelling_key(surface: str) -> str:
    """What equal spellings have equal: folded words; short capitals stay apart from words of the same letters."""
    bare = surface.replace(".", "")
    folded = " ".join(fold(surface[word.start : word.end]) for word in words(surface, "en")).replace("-", " ")
    if bare.isupper() and bare.isascii() and 1 < len(bare) <= _SHORT_CAPITALS:
        return "^" + fold(bare)
    return folded


@lru_cache(maxsize=100_000)
def identity(surface: str) -> str | None:
    """What a well-known country, body or region is called in every language alike; None for all other names."""
    key = spelling_key(surface)
    return known(surface) or _listed().get(key) or _cities().get(key)


def forms_of(known_as: str | None) -> tuple[str, ...]:
    """The folded names listed for what `identity` gives, in no matter which language."""
    return tuple(form for form, listed in _listed().items() if listed == known_as)


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    source = files(__package__) / "data" / "names.tsv"
    found: dict[str, str] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            listed, *forms = line.split("\t")
            found.update({spelling_key(form): listed for form in forms})
    return found


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Cities that time zones are named after, in the languages that CLDR names them in."""
    found: dict[str, str] = {}
    for language in _CITY_LANGUAGES:
        for zone, names in Locale.parse(language).time_zones.items():
            city = names.get("city")
            if city:
                found.setdefault(spelling_key(city), f"~{zone}")
    for zone in list(Locale.parse("ar").time_zones):
        found.setdefault(spelling_key(zone.rpartition("/")[2].replace("_", " ")), f"~{zone}")
    return found


_CITY_LANGUAGES = ("ar", "fr", "de", "es", "it", "pt", "ru", "tr", "fa", "he", "nl", "zh", "ja")
