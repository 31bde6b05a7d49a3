"""What kind of thing a name is, where the recogniser erred: by its head word, by what stands beside it, by agreement.

A name's head ("Palestinian Authority", "وزارة الصحة") and the words right beside it ("the charity X", "X, a charity",
"X shares") are surer than a guess at a name never met before. What one mention shows holds for all of that spelling.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from generator.compare.hints import Weighted, hinted, hints
from generator.compare.naming import identity, spelling_key
from generator.language.codes import primary
from generator.language.cues import given_names
from generator.language.edges import calendar_words
from generator.language.fold import fold
from generator.language.names import same_name
from generator.language.stopwords import stopwords
from generator.model import Analysis, Article, Label, Mention
from generator.text import script

Votes = dict[Label, float]
"""How much speaks for each kind."""

_LABELS: tuple[Label, ...] = ("ORG", "MISC", "LOC", "PER")
_BESIDE = 50
"""Characters on either side of a name that are looked at."""
_APPOSED = 4
"""Words of an apposition among which its noun is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """The head words of a language: what ends a name, begins it, stands before or behind one, by kind."""

    last: Mapping[str, Label]
    first: Mapping[str, Label]
    before: Mapping[str, Label]
    after: Mapping[str, Label]


def corrected(members: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """The analyses with titles cut off from names, names of bodies whole, and kinds by head, company and agreement.

    Every spelling gets the kind that most speaks for over all its mentions in the story: what the recogniser takes them
    for, sure grounds, hints beside them, and for a single word that somebody's full name ends so.
    """
    whole = tuple(_whole(analysis) for analysis in members)
    votes = {key: _votes(uses) for key, uses in _by_spelling(whole).items()}
    for key in sorted(_surnames(whole) & set(votes)):
        votes[key]["PER"] = votes[key].get("PER", 0.0) + _SURNAME
    for key, label in sorted(_first_words(votes)):
        votes[key][label] = votes[key].get(label, 0.0) + _SURNAME
    decided = votes | _in_other_scripts(whole, votes)
    return tuple(
        replace(one, mentions=tuple(_relabelled(one.article, m, decided) for m in one.mentions)) for one in whole
    )


def _by_spelling(members: Sequence[Analysis]) -> Mapping[str, Sequence[tuple[Article, Mention]]]:
    found: dict[str, list[tuple[Article, Mention]]] = {}
    for article, mention in _every(members):
        found.setdefault(spelling_key(_surface(article, mention)), []).append((article, mention))
    return found


def _votes(uses: Sequence[tuple[Article, Mention]]) -> Votes:
    """What speaks for each kind over all mentions of a spelling."""
    votes: Votes = {}
    for article, mention in uses:
        taken = min(_MOST_TAKEN / len(uses), 1.0) * _as_taken(article, mention)
        known = identity(_surface(article, mention)) is not None
        beside = (*_shown(article, mention, known=known), *(() if known else hinted(article, mention)))
        for label, weight in ((mention.label, taken), *beside):
            votes[label] = votes.get(label, 0.0) + weight
    votes["PER"] = votes.get("PER", 0.0) - _IN_FULL * _only_in_full(uses)
    return votes


def _only_in_full(uses: Sequence[tuple[Article, Mention]]) -> int:
    """How often a name of several words is repeated in articles that never have its last word alone."""
    repeated = 0
    for article in {article.id: article for article, _ in uses}.values():
        full = [_surface(article, mention) for other, mention in uses if other.id == article.id]
        last = full[0].split()[-1]
        if " " in full[0] and len(re.findall(rf"\b{re.escape(last)}\b", article.text)) == len(full):
            repeated += len(full) - 1
    return repeated


def _surnames(members: Sequence[Analysis]) -> frozenset[str]:
    """The last words of names of several words that the recogniser takes for people's, as keys."""
    full: dict[str, Counter[Label]] = {}
    for article, mention in _every(members):
        key = spelling_key(_surface(article, mention))
        if " " in key:
            full.setdefault(key, Counter())[mention.label] += 1
    people = {key for key, labels in full.items() if labels["PER"] * 2 > sum(labels.values())}
    return frozenset(key.split()[-1] for key in people)


def _first_words(votes: Mapping[str, Votes]) -> Iterator[tuple[str, Label]]:
    """Single words that begin another name of the story: a firm's ("Halden Foods") or what is named after a town."""
    for key in votes:
        first, _, rest = key.partition(" ")
        if first in votes and rest.split(" ")[-1] in _NAMED_AFTER_TOWNS:
            yield first, "LOC"
        elif first in votes and rest and "ORG" in hints(_ENGLISH).heads.get(rest, ()):
            yield first, "ORG"


_ENGLISH = "en"
_NAMED_AFTER_TOWNS = frozenset({"airport", "council", "hospital", "university", "harbour", "port", "police", "museum"})


def _as_taken(article: Article, mention: Mention) -> float:
    """What the recogniser's word weighs; where rules stand in for one, some of their kinds are mere guesses."""
    if primary(article.language) in _TRAINED or mention.label not in ("MISC", "PER"):
        return 1.0
    given = fold(_surface(article, mention).split()[0]) in given_names()
    return _UNKNOWN_KIND if mention.label == "MISC" else 1.0 if given else _GUESSED


_TRAINED = frozenset({"en", "ar"})
_SURE, _DOUBTFUL, _SURNAME, _IN_FULL = 4.0, 1.0, 3.0, 0.8
_UNKNOWN_KIND, _GUESSED = 0.2, 0.4
_MOST_TAKEN = 2.5
"""What all that the recogniser says of a spelling weighs at the most: its mistakes repeat themselves."""


def _every(members: Sequence[Analysis]) -> Iterator[tuple[Article, Mention]]:
    return ((analysis.article, mention) for analysis in members for mention in analysis.mentions)


def _in_other_scripts(members: Sequence[Analysis], shown: Mapping[str, Votes]) -> dict[str, Votes]:
    """What is shown of a name, for those of its spellings in other scripts of which nothing is."""
    left = {spelling_key(_surface(article, mention)) for article, mention in _every(members)} - set(shown)
    return {
        key: labels
        for key in sorted(left)
        for known, labels in sorted(shown.items())
        if key and known and script(key) != script(known) and same_name(key, known) >= _SAME
    }


_SAME = 0.93


def _relabelled(article: Article, mention: Mention, shown: Mapping[str, Votes]) -> Mention:
    counts = shown.get(spelling_key(_surface(article, mention)))
    if not counts:
        return mention
    label = min(counts, key=lambda one: (-counts[one], one))
    return replace(mention, label=label)


def _surface(article: Article, mention: Mention) -> str:
    return article.text[mention.start : mention.end]


# --- what a mention shows ---------------------------------------------------------------------------------


def _shown(article: Article, mention: Mention, *, known: bool) -> Iterator[Weighted]:
    """The kinds that a mention's head and the words beside it speak for; of a name that all know only the head."""
    code = primary(article.language)
    table, name = heads(code), fold(_surface(article, mention))
    own = _by_head(name, table)
    doubtful = hints(code).heads.get(name.split()[-1], ()) if name else ()
    if own is not None and not (mention.label == "PER" and own == "LOC"):
        yield own, _DOUBTFUL if doubtful else _SURE
        if not doubtful:
            return
    if known:
        return
    beside = _by_before(article, mention, table) or _by_apposition(article, mention, table)
    beside = beside or _by_after(article, mention, table)
    if beside is not None:
        yield beside, _SURE


def _by_head(name: str, table: Heads) -> Label | None:
    """The kind that a name of several words has by its head."""
    words = name.split()
    if len(words) < 2:  # noqa: PLR2004 - a single word has no head
        return None
    begins = [first for first in table.first if name.startswith(first + " ")]
    definite = words[0].startswith(_ARABIC_ARTICLE) and words[1].startswith(_ARABIC_ARTICLE)
    if definite and words[0].removeprefix(_ARABIC_ARTICLE) in table.first:
        begins = [words[0].removeprefix(_ARABIC_ARTICLE)]
    if begins:
        return table.first[max(begins, key=len)]
    ends = [last for last in table.last if name.endswith(" " + last)]
    return table.last[max(ends, key=len)] if ends else None


_ARABIC_ARTICLE = "ال"


def _by_before(article: Article, mention: Mention, table: Heads) -> Label | None:
    before = fold(article.text[max(0, mention.start - _BESIDE) : mention.start])
    found = [word for word in table.before if re.search(rf"(?<!\w){re.escape(word)} $", before)]
    return table.before[max(found, key=len)] if found else None


def _by_apposition(article: Article, mention: Mention, table: Heads) -> Label | None:
    """The kind by an apposition's noun: ", a charity that ...", but not ", a chain of islands"."""
    behind = fold(article.text[mention.end : mention.end + _BESIDE])
    opened = re.match(r"[,،] (?:an?|the|une?|eine?|una?|وهي|وهو) ?((?:[\w’'-]+ ?)+)", behind)
    for word, after in pairwise([*(opened[1].split() if opened else []), ""][: _APPOSED + 1]):
        if word in _PREPOSITIONS:
            return None
        if table.before.get(word) == "ORG":
            return None if after == "of" else "ORG"
    return None


_PREPOSITIONS = frozenset(
    "for of at in who which that with from by on to de du des für von der في من التي الذي".split()
)


def _by_after(article: Article, mention: Mention, table: Heads) -> Label | None:
    behind = re.sub(r"^['’]s? ", " ", fold(article.text[mention.end : mention.end + _BESIDE]))
    found = [word for word in table.after if re.match(rf" {re.escape(word)}(?!\w)", behind)]
    return table.after[max(found, key=len)] if found else None


# --- whole names ------------------------------------------------------------------------------------------


def _whole(analysis: Analysis) -> Analysis:
    """The analysis with names joined by "&", names that a head word opens, and no titles within names."""
    article = analysis.article
    mentions = tuple(_with_head(article, _untitled(article, mention)) for mention in analysis.mentions)
    mentions = tuple(one for one, after in zip(mentions, (*mentions[1:], None), strict=False)
                     if after is None or after.start >= one.end)  # fmt: skip
    for found in (*_linked(article.text), *_opened(article)):
        mentions = (*(one for one in mentions if one.end <= found.start or found.end <= one.start), found)
    for found in (*_introduced(article), *_of_age(article)):
        if all(one.end <= found.start or found.end <= one.start for one in mentions):
            mentions = (*mentions, found)
    return replace(analysis, mentions=tuple(sorted(mentions)))


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
    surface = _surface(article, mention)
    title, _, rest = surface.partition(" ")
    table = heads(primary(article.language))
    if rest and fold(title) in _NEXT_TO:
        return Mention(start=mention.end - len(rest), end=mention.end, label="LOC")
    if rest and primary(article.language) == "de" and table.before.get(fold(title)) == "ORG":
        return Mention(start=mention.end - len(rest), end=mention.end, label="ORG")
    if rest and _is_title(fold(title), article, table) and _by_head(fold(surface), table) is None:
        return Mention(start=mention.end - len(rest), end=mention.end, label="PER")
    return mention


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


# --- the table --------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def heads(code: str) -> Heads:
    """The head words of a language; empty for one without any."""
    data = tomllib.loads((files(__package__) / "data" / "shared" / "heads.toml").read_text(encoding="utf-8"))
    table = data.get(code, {})
    return Heads(
        last=_by_word({label: table.get(label, {}).get("last", []) for label in _LABELS}),
        first=_by_word({label: table.get(label, {}).get("first", []) for label in _LABELS}),
        before=_by_word(table.get("before", {})),
        after=_by_word(table.get("after", {})),
    )


def _by_word(listed: Mapping[Label, Sequence[str]]) -> Mapping[str, Label]:
    return {fold(word): label for label in _LABELS for word in listed.get(label, [])}
