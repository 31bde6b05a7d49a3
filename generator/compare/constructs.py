"""Names in Arabic that the recogniser missed, by the words before them: "مدينة صفران", "لواء الصقر".

A script without capitals gives names away by grammar: a noun for a kind of place or body has its name behind it. What
is found once is looked for in all articles of the story.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.compare.arabic import ARTICLE, SHORTEST, Token, construct, follows, is_plain, noun_of, tokens_of
from generator.compare.arabic_people import people
from generator.compare.arabic_signs import told_by_signs, without_roles
from generator.language.codes import primary
from generator.language.cues import given_names
from generator.language.fold import fold
from generator.model import Analysis, Article, Label, Mention

_OFTEN = 2
_MOST_WORDS = 3
"""Words among which a body's name ends."""


class _Found(NamedTuple):
    """A name and its kind, and whether what stands before it is a sure ground."""

    surface: str
    label: Label
    sure: bool


def with_constructs(members: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """The analyses; those in Arabic have the names among their mentions that the words before them tell."""
    members = [without_roles(one) if primary(one.article.language) == "ar" else one for one in members]
    arabic = [one for one in members if primary(one.article.language) == "ar"]
    if not arabic:
        return tuple(members)
    tokens = {one.article.id: tokens_of(one.article) for one in arabic}
    names = _chosen([found for one in arabic for found in _every(one.article, tokens[one.article.id])], arabic)
    names |= {name: label for one in arabic for name, label in told_by_signs(one.article)}
    names |= people(arabic, tokens)
    return tuple(_with(one, names) if one in arabic else one for one in members)


def _every(article: Article, tokens: Sequence[Token]) -> Iterator[_Found]:
    yield from _found(article, tokens)
    yield from _trades(article, tokens)


# --- places and bodies --------------------------------------------------------------------------------------


def _found(article: Article, tokens: Sequence[Token]) -> Iterator[_Found]:
    """What nouns for places and bodies have behind them in an article."""
    nouns = construct()
    for index, token in enumerate(tokens):
        noun, cut = noun_of(token.text, nouns["settlement"] | nouns["feature"] | nouns["body"])
        if noun is None or not follows(tokens, index + 1):
            continue
        if noun in nouns["settlement"]:
            last = _place_end(tokens, index + 1)
            if last:
                yield _Found(article.text[tokens[index + 1].start : tokens[last - 1].end], "LOC", sure=True)
                if _is_definite(tokens, index + 1) and _goes_on(tokens, last):
                    yield _Found(article.text[tokens[index + 1].start : tokens[last].end], "LOC", sure=False)
        elif noun in nouns["feature"]:
            last = _place_end(tokens, index + 1, after_feature=True)
            if last:
                strange = not is_plain(tokens[index + 1].text)
                yield _Found(article.text[token.start + cut : tokens[last - 1].end], "LOC", sure=strange)
        else:
            last = _body_end(tokens, index + 1)
            if last:
                once = noun in nouns["named_once"]
                yield _Found(article.text[token.start + cut : tokens[last - 1].end], "ORG", sure=once)
                if _goes_on(tokens, last):
                    yield _Found(article.text[token.start + cut : tokens[last].end], "ORG", sure=False)


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether a definite word follows that may be an adjective of the name, if it always follows."""
    return follows(tokens, index) and _is_definite(tokens, index)


def _is_definite(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].text.startswith(ARTICLE)


def _trades(article: Article, tokens: Sequence[Token]) -> Iterator[_Found]:
    """Firms by name and trade, and bodies by what they are and are for: "المركز الإقليمي لمراقبة الجراد"."""
    for index in range(len(tokens) - 2):
        noun, _ = noun_of(tokens[index].text, construct()["firm"])
        trade = tokens[index + 2]
        named = follows(tokens, index + 1) and not _is_definite(tokens, index + 1)
        if noun is not None and named and trade.joined and re.match(r"لل\w{3,}$", trade.text):
            yield _Found(article.text[tokens[index + 1].start : trade.end], "ORG", sure=False)
        for end in _aim_ends(tokens, index):
            yield _Found(article.text[tokens[index].start : tokens[end - 1].end], "ORG", sure=False)


def _aim_ends(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """Behind which word a body ends that begins definite: its adjectives and what it is for."""
    word = tokens[index].text
    if (
        not word.startswith(ARTICLE)
        or fold(word.removeprefix(ARTICLE)) not in construct()["body"] | construct()["aimed"]
    ):
        return
    end = _qualified(tokens, index + 1)
    if end == index + 1:
        return
    if tokens[end - 1].text.startswith("لل"):
        yield end
    elif end + 1 < len(tokens) and re.match(r"ل\w{3,}$", tokens[end].text) and _goes_on(tokens, end + 1):
        yield end + 2


def _place_end(tokens: Sequence[Token], first: int, *, after_feature: bool = False) -> int:
    """Behind which word a place's name that begins at one ends; 0 if none does."""
    begins = fold(tokens[first].text)
    if begins in (_PARTS if after_feature else construct()["feature"] | construct()["landmark"] | _PARTS):
        return first + 2 if follows(tokens, first + 1) else 0
    return first + 1 if begins not in construct()["ordinary"] else 0


_PARTS = frozenset({"ابو", "ام", "بني", "بيت", "كفر", "خان", "باب", "ذي", "ذات", "سان", "مرسى"})


def _body_end(tokens: Sequence[Token], first: int) -> int:
    """Behind which word a body's name ends: its first definite or strange word, and what qualifies that; else 0."""
    for index in range(first, min(first + _MOST_WORDS, len(tokens))):
        if not follows(tokens, index):
            return 0
        word = tokens[index].text
        adjective = word.endswith("ية") and not word.startswith(ARTICLE) and not is_plain(word)
        if word.isascii() or adjective:
            return 0
        if word.startswith(ARTICLE):
            return _qualified(tokens, index + 1)
        if not is_plain(word) and fold(word) not in construct()["ordinary"]:
            goes_on = follows(tokens, index + 1) and tokens[index + 1].text.startswith(ARTICLE)
            return _qualified(tokens, index + 1 + goes_on)
    return 0


def _qualified(tokens: Sequence[Token], index: int) -> int:
    """Behind definite adjectives and what a body is for: "الوطنية للسلامة"."""
    for _ in range(_ADJECTIVES):
        index += follows(tokens, index) and re.match(r"ال\w+ي[ةه]?$", tokens[index].text) is not None
    if index < len(tokens) and tokens[index].joined and re.match(r"لل\w{3,}$", tokens[index].text):
        index += 1
    return index


_ADJECTIVES = 2


def _chosen(found: Sequence[_Found], members: Sequence[Analysis]) -> dict[str, Label]:
    """The names that stand at least twice in the story, or that a noun of settlement tells, the commonest kind each."""
    counts: dict[str, Counter[Label]] = {}
    for one in found:
        counts.setdefault(one.surface, Counter())[one.label] += 1
    sure = Counter(one.surface for one in found if one.sure)
    texts = [one.article.text for one in members]
    kept = {}
    for surface, labels in sorted(counts.items()):
        often = max(_count(name, texts) for name in (surface, short_form(surface) or surface))
        strange = " " in surface or not is_plain(surface)
        told = sure[surface] >= (_OFTEN if _may_be_adjective(surface) else 1)
        if (told and (strange or sure[surface] >= _OFTEN)) or (often >= _OFTEN and not _may_be_adjective(surface)):
            kept[surface] = min(labels, key=lambda label: (-labels[label], label))
    return {surface: label for surface, label in kept.items() if not _outgrown(surface, kept, texts)}


def _count(name: str, texts: Sequence[str]) -> int:
    return sum(len(re.findall(rf"{re.escape(name)}(?!\w)", text)) for text in texts)


def _may_be_adjective(surface: str) -> bool:
    """Whether one word may agree with the noun before it: "مدينة متطورة"."""
    return " " not in surface and surface.endswith("ة") and not surface.startswith(ARTICLE)


def _outgrown(surface: str, names: Iterable[str], texts: Sequence[str]) -> bool:
    """Whether a name stands only as the beginning of one longer name."""
    longer = [name for name in names if name.startswith(surface + " ")]
    count = sum(text.count(surface) for text in texts)
    return any(sum(text.count(name) for text in texts) == count for name in longer)


# --- where the names stand ----------------------------------------------------------------------------------


def _with(analysis: Analysis, names: Mapping[str, Label]) -> Analysis:
    """The analysis with every place of the names; they take the place of mentions that they are a part of."""
    article = analysis.article
    mentions = list(analysis.mentions)
    people = {name.split()[-1] for name, label in names.items() if label == "PER"}
    lone: dict[str, Label] = dict.fromkeys((name for name in people if _is_surname(name)), "PER")
    lone |= dict.fromkeys((rest for name in names if (rest := short_form(name)) is not None), "ORG")
    wanted: dict[str, Label] = {**lone, **names}
    for name in sorted(wanted, key=lambda one: (-len(one.split()), -len(one), one)):
        for start, end in _places(article.text, name):
            over = [one for one in mentions if one.start < end and start < one.end]
            if (name in names and all(_gives_way(article.text, one, start, end) for one in over)) or not over:
                mentions = [one for one in mentions if one not in over]
                mentions.append(Mention(start=start, end=end, label=wanted[name]))
    return replace(analysis, mentions=tuple(sorted(mentions)))


def short_form(name: str) -> str | None:
    """What a body is called without its kind: "نادي السواحل" is السواحل; None where that says too little."""
    noun, _, rest = name.partition(" ")
    if fold(noun) not in _SHORTENED or len(rest) <= SHORTEST:
        return None
    telling = " " in rest or not is_plain(rest)
    return rest if telling or fold(noun) in _CLUBS else None


_SHORTENED = frozenset({"نادي", "شركه", "حركه", "منظمه", "جمعيه", "جماعه"})
"""Kinds of bodies, folded, that are often called without the noun."""
_CLUBS = frozenset({"نادي"})
"""Kinds of bodies that are called by their names alone, be these common words."""


def _is_surname(word: str) -> bool:
    return len(word) > SHORTEST and (word.startswith(ARTICLE) or not is_plain(word))


def _places(text: str, name: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(rf"(?<!\w)[وف]?[بلك]?({re.escape(name)})(?!\w)", text):
        yield match.span(1)


def _gives_way(text: str, mention: Mention, start: int, end: int) -> bool:
    """Whether a name takes the place of a mention: of its part, of what runs into it, of one with more before it.

    What the recogniser has more behind the name is the name's own, unless it is joined by "and".
    """
    if start <= mention.start and mention.end <= end:
        return (mention.start, mention.end) != (start, end)
    if (
        mention.label == "PER"
        and mention.start < start
        and fold(text[mention.start : start].split(maxsplit=1)[0]) in given_names()
    ):
        return False
    if mention.start <= start and end <= mention.end:
        more = text[end : mention.end].split()[:1]
        indefinite = mention.label == "ORG" and any(is_plain(word) and not word.startswith(ARTICLE) for word in more)
        return mention.start < start or indefinite or text[end : mention.end].startswith(" و")
    return mention.start < start < mention.end < end and mention.label != "PER"
