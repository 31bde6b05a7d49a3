"""What each language reports speech with: verbs, prepositions, nouns, pronouns, and what is no speech at all.

The words stand in data/cues.LANGUAGE.toml, a table per language. A language without a table has no cues: its quotes
are found by their marks alone.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from generator.language.fold import fold

CueKind = Literal["say", "frame", "think"]
_DATA = files("generator.analyse") / "data"
_SHORTEST = 3  # letters; a shorter word has nothing attached in front
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """One language's table. Patterns match whole folded words, save where words have no spaces between them."""

    language: str = "und"
    say: re.Pattern[str] = _NEVER
    frame: re.Pattern[str] = _NEVER
    think: re.Pattern[str] = _NEVER
    calls: re.Pattern[str] = _NEVER
    """Verbs that give a thing a name or a judgement: "called it"."""
    infinitive: re.Pattern[str] = _NEVER
    """Verbs whose infinitive is what is promised, asked or wanted."""
    act: re.Pattern[str] = _NEVER
    """Verbs of speech whose object is what is said: "denied the charge"."""
    modals: frozenset[str] = frozenset()
    nouns: re.Pattern[str] = _NEVER
    documents: re.Pattern[str] = _NEVER
    groups: re.Pattern[str] = _NEVER
    according: tuple[tuple[str, ...], ...] = ()
    ambiguous: frozenset[str] = frozenset()
    """Words among `according` that mostly mean something else: "for", "so"."""
    that: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    addressees: frozenset[str] = frozenset()
    inverting: frozenset[str] = frozenset()
    """Verbs behind which who speaks may stand, where the subject goes first else: ", said the mayor"."""
    stops: frozenset[str] = frozenset()
    """Words that a speaker's phrase cannot run across: prepositions of time and place, subordinating conjunctions."""
    links: frozenset[str] = frozenset()
    """Words that may stand inside a speaker's phrase: "of", "and", articles."""
    pronouns: Mapping[str, str] = field(default_factory=dict)
    """m, f: he, she; p: they; n: it; r: relative; 1: first person, which is never the reporter's speaker."""
    male: frozenset[str] = frozenset()
    female: frozenset[str] = frozenset()
    elides: bool = False
    """A verb can stand without a subject: the last speaker goes on."""
    verb_last: bool = False
    verb_first: bool = False
    name_marks: bool = False
    """Names of companies and papers stand in quotation marks in this language."""
    unspaced: bool = False
    phrases: frozenset[tuple[str, str]] = frozenset()
    """Cues of two words: "put it"."""
    participle: re.Pattern[str] = _NEVER
    """Forms without a subject of their own: "saying"."""
    noun_capitals: bool = False
    """Every noun has a capital, so capitals tell no titles."""
    naming: frozenset[str] = frozenset()
    """Verbs that say what something is called."""
    reported_mood: re.Pattern[str] = re.compile("")
    """Verb forms that mark a clause as reported, as the German subjunctive does; empty where there are none."""
    passive: frozenset[str] = frozenset()
    """Auxiliaries that make a verb passive."""
    by: frozenset[str] = frozenset()
    """Prepositions before the speaker after a noun: "a statement by"."""
    separable: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Verb forms that report together with a particle at the end of the clause: "teilte … mit"."""
    quoting: re.Pattern[str] = _NEVER
    """Verbs whose object speaks: "quotes the officer as saying"."""
    proclitics: str = ""
    """Letters that a cue may have attached in front, such as the Arabic "and"."""

    def kind(self, word: str) -> CueKind | None:
        """Return what sort of cue the folded `word` is, or None."""
        return _kind(self.language, word)

    def is_noun(self, word: str) -> bool:
        """Return whether the folded `word` names something said: "statement", "claims"."""
        return self.nouns.fullmatch(word) is not None


@lru_cache(maxsize=100_000)
def _kind(language: str, word: str) -> CueKind | None:
    cues = cues_for(language)
    forms = (word, word[1:]) if word[:1] in tuple(cues.proclitics) and len(word) > _SHORTEST else (word,)
    for form in forms:
        if cues.say.fullmatch(form):
            return "say"
        if cues.frame.fullmatch(form):
            return "frame"
        if cues.think.fullmatch(form):
            return "think"
    return None


@cache
def cues_for(language: str) -> Cues:
    """Return the table for `language`, an empty one where there is none; regions and scripts do not matter."""
    code = language.split("-", maxsplit=1)[0].lower()
    path = _DATA / f"cues.{code}.toml"
    if not re.fullmatch(r"[a-z]{2,3}", code) or not path.is_file():
        return Cues(language=code)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    regular = bool(table.get("regular_verbs"))
    return Cues(
        language=code,
        say=_pattern(table["say"], regular=regular),
        frame=_pattern(table["frame"], regular=regular),
        think=_pattern(table["think"], regular=regular),
        calls=_pattern(table.get("calls", "")),
        infinitive=_pattern(table.get("infinitive", ""), regular=regular),
        act=_pattern(table.get("act", ""), regular=regular),
        modals=_words(table.get("modals", "")),
        nouns=_pattern(table["nouns"]),
        documents=_pattern(table["documents"]),
        groups=_pattern(table["groups"]),
        according=tuple(sorted((tuple(fold(p).split()) for p in table["according"]), key=len, reverse=True)),
        ambiguous=_words(table.get("ambiguous", "")),
        that=frozenset(map(fold, table["that"])),
        also=_words(table["also"]),
        days=_words(table["days"]),
        not_after=_words(table["not_after"]),
        abbreviations=_words(table["abbreviations"]),
        addressees=_words(table["addressees"]),
        inverting=_words(table.get("inverting", "")),
        stops=_words(table.get("stops", "")),
        links=_words(table.get("links", "")),
        pronouns={fold(word): value for word, value in table["pronouns"].items()},
        male=_words(table["male"]["words"]),
        female=_words(table["female"]["words"]),
        elides=bool(table.get("elides")),
        verb_last=bool(table.get("verb_last")),
        verb_first=bool(table.get("verb_first")),
        name_marks=bool(table.get("name_marks")),
        unspaced=bool(table.get("unspaced")),
        phrases=frozenset((first, second) for first, second in (fold(p).split() for p in table.get("phrases", ()))),
        participle=_pattern(table.get("participle", "")),
        noun_capitals=bool(table.get("noun_capitals")),
        naming=_words(table.get("naming", "")),
        reported_mood=re.compile("|".join(table["reported_mood"].split()))
        if "reported_mood" in table
        else re.compile(""),
        passive=_words(table.get("passive", "")),
        by=_words(table.get("by", "")),
        separable={
            fold(form): _words(particles)
            for forms, particles in table.get("separable", {}).items()
            for form in forms.split()
        },
        quoting=_pattern(table.get("quoting", "")),
        proclitics=table.get("proclitics", ""),
    )


def _words(line: str) -> frozenset[str]:
    return frozenset(fold(line).split())


def _pattern(fragments: str, *, regular: bool = False) -> re.Pattern[str]:
    """Return one pattern for fragments between spaces; plain ones of `regular` verbs stand for all their forms."""
    pieces: list[str] = []
    for fragment in fold(fragments).split():
        plain = fragment.isalpha()
        pieces += _forms(fragment) if regular and plain else [fragment]
    return re.compile("|".join(dict.fromkeys(pieces))) if pieces else _NEVER


def _forms(base: str) -> Iterator[str]:
    """Yield the forms of a regular English verb."""
    yield base
    stem = base.removesuffix("e")
    if base.endswith("y") and base[-2] not in "aeiou":
        yield from (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
        return
    yield base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    yield from (stem + "ed", stem + "ing")
    if base[-1] in "bdgklmnprt" and base[-2] in "aeiou":
        yield from (base + base[-1] + "ed", base + base[-1] + "ing")
