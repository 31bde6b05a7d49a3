"""The words that names are told by: titles, words of organisations and places, given names."""

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=256)
def cues(language: str, kind: str) -> frozenset[str]:
    """The cue words of a language and kind, in lower case; empty where there are none."""
    return _all_cues().get((language, kind), frozenset())


@lru_cache(maxsize=1)
def _all_cues() -> dict[tuple[str, str], frozenset[str]]:
    lines = files("generator.language").joinpath("data/name_cues.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {(language, kind): frozenset(listed) for language, kind, *listed in rows}


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Folded given names in Latin, Arabic, Hebrew, Cyrillic and Hangul letters."""
    lines = files("generator.language").joinpath("data/given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
