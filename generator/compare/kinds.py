"""What kind of thing a name is, where the recogniser erred: by its head word, by what stands beside it, by agreement.

A name's head ("Palestinian Authority", "وزارة الصحة") and the words right beside it ("the charity X", "X, a charity",
"X shares") are surer than a guess at a name never met before. What one mention shows holds for all of that spelling.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.compare.families import Votes, told_by_kin
from generator.compare.heads import Heads, by_head, heads
from generator.compare.hints import Weighted, hinted, hints
from generator.compare.naming import identity, spelling_key
from generator.compare.whole import whole
from generator.language.codes import primary
from generator.language.cues import given_names
from generator.language.edges import titles
from generator.language.fold import fold
from generator.language.names import name_keys, same_name
from generator.model import Analysis, Article, Label, Mention
from generator.text import script

_BESIDE = 50
"""Characters on either side of a name that are looked at."""
_ENGLISH = "en"
_APPOSED = 4
"""Words of an apposition among which its noun is."""


def corrected(members: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """The analyses with titles cut off from names, names of bodies whole, and kinds by head, company and agreement.

    Every spelling gets the kind that most speaks for over all its mentions in the story: what the recogniser takes them
    for, sure grounds, hints beside them, and for a single word that somebody's full name ends so.
    """
    taken = tuple(whole(analysis) for analysis in members)
    votes = {key: _votes(uses) for key, uses in _by_spelling(taken).items()}
    for key, label in tuple(told_by_kin(taken, votes)):
        votes[key][label] = votes[key].get(label, 0.0) + _SURNAME
    decided = votes | _across_scripts(votes)
    return tuple(
        replace(one, mentions=tuple(_relabelled(one.article, m, decided) for m in one.mentions)) for one in taken
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


def _across_scripts(votes: Mapping[str, Votes]) -> dict[str, Votes]:
    """What speaks for each kind of a name in all scripts together, for each of its spellings in no Latin letters."""
    latin = [key for key in sorted(votes) if key and script(key) == "Latn"]
    keyed: dict[str, list[str]] = {}
    for known in latin:
        for block in name_keys(known):
            keyed.setdefault(block, []).append(known)
    found: dict[str, Votes] = {}
    for key in sorted(set(votes) - set(latin) - {""}):
        near = {known for block in name_keys(key) for known in keyed.get(block, ())}
        best = max(sorted(near), key=lambda known: same_name(key, known), default=None)
        if best is not None and same_name(key, best) >= _SAME and len(best.split()) == len(key.split()):
            found[best] = _sum(found.get(best, votes[best]), votes[key])
            found[key] = found[best]
    return found


def _sum(one: Votes, other: Votes) -> Votes:
    return {label: one.get(label, 0.0) + other.get(label, 0.0) for label in sorted({*one, *other})}


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
    own = by_head(name, table)
    doubtful = hints(code).heads.get(name.split()[-1], ()) if name else ()
    if own is not None and not (mention.label == "PER" and own == "LOC"):
        yield own, _DOUBTFUL if doubtful else _SURE
        if not doubtful:
            return
    if known:
        return
    beside = _by_before(article, mention, table) or _by_apposition(article, mention, table)
    beside = beside or _by_after(article, mention, table) or _by_noun_behind(article, mention, table)
    if beside is not None:
        yield beside, _SURE
    elif code == _ENGLISH and _agrees_as_plural(article, mention):
        yield "ORG", _SURNAME


def _by_before(article: Article, mention: Mention, table: Heads) -> Label | None:
    before = fold(article.text[max(0, mention.start - _BESIDE) : mention.start])
    short = re.search(r"(?<![\w.])(\w+\.) $", before)
    if short and short[1] in titles(primary(article.language)):
        return "PER"
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


def _by_noun_behind(article: Article, mention: Mention, table: Heads) -> Label | None:
    """A body, if several words that are taken for a name of another kind qualify a noun for one: "X Y militia"."""
    behind = re.match(r" (\w+)", fold(article.text[mention.end : mention.end + _BESIDE]))
    several = mention.label == "MISC" and " " in _surface(article, mention)
    return "ORG" if several and behind and table.before.get(behind[1]) == "ORG" else None


def _agrees_as_plural(article: Article, mention: Mention) -> bool:
    """Whether a name that is no plural has a verb in the plural, as teams and firms have in British English."""
    behind = article.text[mention.end : mention.end + _BESIDE]
    if _surface(article, mention).endswith("s") or not re.match(r" (?:have|are|were)\b", behind):
        return False
    return _CLAUSE_OPENS.search(article.text[max(0, mention.start - _BESIDE) : mention.start]) is not None


_CLAUSE_OPENS = re.compile(r"(?:^|[.!?:\n\"”’»]|\b(?:that|say|says|said|when|while|as|but|because)) *$")


def _by_after(article: Article, mention: Mention, table: Heads) -> Label | None:
    behind = re.sub(r"^['’]s? ", " ", fold(article.text[mention.end : mention.end + _BESIDE]))
    found = [word for word in table.after if re.match(rf" {re.escape(word)}(?!\w)", behind)]
    return table.after[max(found, key=len)] if found else None
