"""Names whole: joined by "&", with their heads and particles, without titles and headline words taken for a part."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.compare.families import is_of_firms
from generator.compare.heads import Heads, by_head, heads
from generator.compare.hints import hints
from generator.language.codes import primary
from generator.language.cues import given_names
from generator.language.edges import calendar_words, titles
from generator.language.fold import fold
from generator.language.frequencies import background
from generator.language.lexicon import is_word
from generator.language.stopwords import stopwords
from generator.language.words import key
from generator.model import Analysis, Article, Mention

_BESIDE = 50
"""Characters behind a name that are looked at."""


def whole(analysis: Analysis) -> Analysis:
    """The analysis with names joined by "&", names that a head word opens, and no titles within names."""
    article = analysis.article
    mentions = _without_titles_alone(article, analysis.mentions)
    mentions = _apart(_with_head(article, _untitled(article, mention)) for mention in mentions)
    mentions = _over_others(_with_rest(article, mention) for mention in mentions)
    for found in (*_linked(article.text), *_opened(article)):
        mentions = (*(one for one in mentions if one.end <= found.start or found.end <= one.start), found)
    for found in (*_introduced(article), *_of_age(article), *_headed(article)):
        if all(one.end <= found.start or found.end <= one.start for one in mentions):
            mentions = (*mentions, found)
    return replace(analysis, mentions=tuple(sorted(mentions)))


def _apart(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that run into the next."""
    found = tuple(mentions)
    return tuple(one for one, after in zip(found, (*found[1:], None), strict=False)
                 if after is None or after.start >= one.end)  # fmt: skip


def _over_others(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that a longer one has taken in."""
    found: list[Mention] = []
    for mention in sorted(mentions):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return tuple(found)


def _without_titles_alone(article: Article, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without titles cut off as names; who stands behind one is a person: "Col", "Haroun Dane"."""
    kept: list[Mention] = []
    listed = titles(primary(article.language))
    titled = -1
    for mention in mentions:
        if article.text[mention.start : mention.end].casefold() + "." in listed:
            titled = mention.end
            continue
        behind_title = titled >= 0 and article.text[titled : mention.start].strip(" .") == ""
        kept.append(replace(mention, label="PER") if behind_title else mention)
        titled = -1
    return tuple(kept)


# --- what the recogniser left out behind a name --------------------------------------------------------------


def _with_rest(article: Article, mention: Mention) -> Mention:
    """A person's name with its last part behind a particle, a body's behind a possessive: "Mill Workers' Sabha"."""
    behind = article.text[mention.end : mention.end + _BESIDE]
    surface = article.text[mention.start : mention.end]
    if _SAINT.match(surface) and re.match(r"['’]s\b", behind) and _is_dedication(article.text, surface, behind[2:]):
        return replace(mention, end=mention.end + len("'s"))
    if mention.label == "PER":
        found = re.match(_PARTICLES if primary(article.language) == _ENGLISH else _ARABIC_PARTICLES, behind)
        return replace(mention, end=mention.end + found.end()) if found else mention
    return _with_owners(article, mention)


def _with_owners(article: Article, mention: Mention) -> Mention:
    """A body's name with those whose it is, in the plural, and what they have: "Patients' Council"."""
    surface = article.text[mention.start : mention.end]
    owners = _OWNERS.search(article.text[max(0, mention.start - _BESIDE) : mention.start])
    if owners and heads(primary(article.language)).last.get(fold(surface)) == "ORG":
        return Mention(start=mention.start - len(owners[0]), end=mention.end, label="ORG")
    owned = re.match(r"['’] ([A-Z][\w’-]+)", article.text[mention.end : mention.end + _BESIDE])
    if owned and mention.label != "LOC" and surface.endswith("s") and fold(owned[1]) not in given_names():
        last = surface.split()[-1].casefold()
        if background(_ENGLISH).df(key(last, _ENGLISH)) >= _KNOWN_WORD:
            return Mention(start=mention.start, end=mention.end + owned.end(), label="ORG")
    return mention


_OWNERS = re.compile(r"(?<![\w’'-])[A-Z][a-z]{2,20}s['’] $")


def _is_dedication(text: str, saint: str, behind: str) -> bool:
    """Whether a saint's name with a possessive names a body: nothing is possessed, or the body is named in full."""
    return not re.match(r" [a-z]", behind) or re.search(rf"{re.escape(saint)}['’]s [A-Z]", text) is not None


_ENGLISH = "en"
_KNOWN_WORD = 5
"""Texts of the background that have a word from which on it is an ordinary one."""
_ARABIC_PARTICLES = r"(?: (?:(?:bin|ibn|ben|bint|[Aa]l|[Ee]l|[Aa]bu) ){1,2}[A-Z][\w’'-]+| [AaEe]l-[A-Z][\w’'-]+){1,3}"
_PARTICLES = rf"{_ARABIC_PARTICLES}|(?: (?:van|von|de|del|da|di|dos|du))(?: (?:la|las|los|der|den|dem))? [A-Z][\w’-]+"
_SAINT = re.compile(r"(?:St\.?|Saint) [A-Z][\w-]+$")


# --- bodies --------------------------------------------------------------------------------------------------


_LINKED = re.compile(r"\b[A-Z][\w’-]+(?: [A-Z][\w’-]+)? & [A-Z][\w’-]+\b")


def _linked(text: str) -> Iterator[Mention]:
    """Firms that are called by two names."""
    yield from (Mention(start=one.start(), end=one.end(), label="ORG") for one in _LINKED.finditer(text))


def _opened(article: Article) -> Iterator[Mention]:
    """Runs of capitalised words that a capitalised head word opens, and nothing else makes: "Operation Grey Tide"."""
    table = heads(primary(article.language))
    for word, label in table.first.items():
        if label == "MISC" and " " not in word:
            pattern = rf"(?<![\w’'-]){word.capitalize()}((?: [A-Z][\w’-]+)+)"
            for one in re.finditer(pattern, article.text):
                yield Mention(start=one.start(), end=one.end(), label=label)


_AGED = re.compile(r"(?<![\w’'-])([A-Z][a-zà-ÿ]+ (?:[a-z]{2,3} )?[A-Z][\w’-]+), \d{1,2}[,.]")


def _of_age(article: Article) -> Iterator[Mention]:
    """Two capitalised words and an age: "Peg Lowther, 71,"."""
    for one in _AGED.finditer(article.text):
        if one[1].split()[-1].casefold() not in calendar_words(primary(article.language)):
            yield Mention(start=one.start(1), end=one.end(1), label="PER")


def _with_head(article: Article, mention: Mention) -> Mention:
    """A name with the head of a body's name right behind it, if the recogniser stopped before: "Rimal Textiles"."""
    behind = re.match(r" ([A-Z][\w’-]+)", article.text[mention.end : mention.end + _BESIDE])
    if behind is None or mention.label == "MISC":
        return mention
    code, word = primary(article.language), fold(behind[1])
    if heads(code).last.get(word) == "ORG" or hints(code).heads.get(word, ()) == ("ORG",):
        return replace(mention, end=mention.end + behind.end(), label="ORG")
    return mention


_HEADED = re.compile(r"(?<![\w’'-])((?:[A-Z][a-z][\w’-]* ){1,3})([A-Z][a-z]+)(?![\w-]| [A-Z])")


def _headed(article: Article) -> Iterator[Mention]:
    """Capitalised words that end in a firm's head, where the recogniser saw nothing: "Tri-Rivers Electric"."""
    if primary(article.language) != _ENGLISH:
        return
    for one in _HEADED.finditer(article.text):
        first = one[1].split()[0].casefold()
        if is_of_firms(one[2].casefold()) and first not in stopwords(_ENGLISH) | calendar_words(_ENGLISH):
            yield Mention(start=one.start(), end=one.end(), label="ORG")


def _introduced(article: Article) -> Iterator[Mention]:
    """Capitalised words that a noun for bodies introduces and the recogniser missed: "the company Skyward"."""
    table = heads(primary(article.language))
    nouns = [noun for noun, label in table.before.items() if label == "ORG" and len(noun) > _SHORT_NOUN]
    if not nouns:
        return
    alternatives = "|".join(re.escape(noun) for noun in sorted(nouns, key=lambda noun: (-len(noun), noun)))
    for one in re.finditer(rf"(?<!\w)(?i:{alternatives}) ((?:[A-Z][\w’-]+)(?: [A-Z][\w’-]+)*)", article.text):
        first = one[1].split()[0].casefold()
        if first not in calendar_words(primary(article.language)) and first not in stopwords(article.language):
            yield Mention(start=one.start(1), end=one.end(1), label="ORG")


_SHORT_NOUN = 3


def _untitled(article: Article, mention: Mention) -> Mention:
    """A name without the title that was taken for a part of it; who has a title is a person."""
    surface = article.text[mention.start : mention.end]
    title, _, rest = surface.partition(" ")
    table = heads(primary(article.language))
    if rest and fold(title) in _NEXT_TO:
        return Mention(start=mention.end - len(rest), end=mention.end, label="LOC")
    if rest and primary(article.language) == "de" and table.before.get(fold(title)) == "ORG":
        return Mention(start=mention.end - len(rest), end=mention.end, label="ORG")
    if mention.label == "PER" and primary(article.language) == _ENGLISH and _is_epithet(fold(title), rest):
        return replace(mention, start=mention.end - len(rest))
    abbreviated = f"{fold(title)}." in titles(primary(article.language)) and rest[:1].isupper()
    if rest and (abbreviated or _is_title(fold(title), article, table)) and by_head(fold(surface), table) is None:
        return Mention(start=mention.end - len(rest), end=mention.end, label="PER")
    return mention


def _is_epithet(word: str, rest: str) -> bool:
    """Whether an ordinary word stands before a full name that begins with a given name: "Greedy Pat Lodden"."""
    given, _, surname = rest.partition(" ")
    if not surname or fold(given) not in given_names() or word in given_names():
        return False
    return is_word(word, _ENGLISH) or background(_ENGLISH).df(key(word, _ENGLISH)) >= _KNOWN_WORD


_NEXT_TO = frozenset({"neighbouring", "neighboring", "nearby"})
"""What stands before places and has a capital where it begins a sentence."""


def _is_title(word: str, article: Article, table: Heads) -> bool:
    """Whether a word is a title; in German, compounds of one are."""
    if primary(article.language) == "de":
        return word.endswith(_GERMAN_TITLES)
    return table.before.get(word) == "PER"


_GERMAN_TITLES = tuple(
    title + ending
    for title in ("chef", "minister", "sprecher", "leiter", "prasident", "direktor", "meister", "richter", "anwalt",
                  "trainer", "ingenieur", "fuhrer", "rat", "professor", "vorstand", "kommissar", "kapitan", "general")
    for ending in ("", "in")
)  # fmt: skip
