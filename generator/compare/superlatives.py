"""Where a statement says that something is the most of its kind, and where only one of the most.

By the grammar of each language: endings (English -est, German -ste), words of the most before or behind an article
(the most, le plus, el más, الأكثر), Arabic elatives from a list, and denials of anything more ("no fire was worse").
What a superlative means is its family of the list, or else the bare word, so that "deadliest" meets "most deadly".
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.compare.lexis import Hit, hits
from generator.compare.statements import Statement

Forms = Sequence[tuple[str, ...]]

_SOFTENED_WITHIN = 4
"""Words between "one of" and its superlative: "one of the country's ten oldest"."""
_ARTICLE_WITHIN = 3
"""Words before "más" among which the article of its noun stands: "la crisis política más grave"."""
_DENIED_WITHIN = 8
"""Words between a denial and the comparative that it makes a superlative of: "no fire in the city was worse"."""
_LESS = "less "
"""Before what something is the least of."""

_ENDINGS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"[a-z]{3,}est"),
    "de": re.compile(r"[a-z]{3,}st(e|en|er|es|em)"),
}
"""How superlatives end that are one word, folded; the lists name the words that only look like one."""
_ADJECTIVE = re.compile(r"[a-z]{3,30}(ive|ful|ous|able|ible|ical|ial|ual|less|ish|ary|ory)")
"""What English adjectives end in, and nouns seldom: "its most effective" is a superlative, "most people" is none."""
_ARTICLE_FARTHER = frozenset({"es", "fr"})
"""Languages in which the adjective, and its word of the most, may follow the noun."""
_AFTER_NOUN = frozenset({"ar"})


def superlatives(statement: Statement, forms: Forms) -> tuple[tuple[Hit, ...], frozenset[int]]:
    """Every superlative, left to right, and the first words of those that are one of several."""
    found = {hit.first: hit for hit in (*_by_denial(statement, forms), *_by_word(statement, forms))}
    found.update({hit.first: hit for hit in _by_marks(statement, forms)})
    held = tuple(found[first] for first in sorted(found))
    softening = {hit.last for hit in hits(statement.lexis.softened, statement.forms())}
    close = {hit.last for hit in hits(statement.lexis.softened_beside, statement.forms())}
    return held, frozenset(hit.first for hit in held if _is_softened(statement, hit, softening, close))


def _is_softened(statement: Statement, hit: Hit, softening: set[int], close: set[int]) -> bool:
    if hit.first in close:
        return True
    for place in range(hit.first, max(-1, hit.first - 1 - _SOFTENED_WITHIN), -1):
        if place in softening:
            return True
        if statement.tokens[place].breaks:
            return False
    return False


def _by_word(statement: Statement, forms: Forms) -> Iterator[Hit]:
    """Words that are superlatives by themselves: listed ones, and those with the ending of one."""
    listed = {hit.first: hit for hit in hits(statement.lexis.superlatives, forms)}
    yield from (hit for hit in listed.values() if not _compares(statement, hit))
    ending = _ENDINGS.get(statement.language)
    for index, written in enumerate(forms):
        if ending is None or index in listed or not written or not ending.fullmatch(written[0]):
            continue
        small = statement.article.text[statement.tokens[index].start].islower()
        determined = statement.language == "en" or (small and _behind_article(statement, index, 1))
        if determined and not any(hits(statement.lexis.superlative_not, [written])):
            yield Hit((index, index + 1, _bare(written[0], statement.language)))


def _compares(statement: Statement, hit: Hit) -> bool:
    """Whether an Arabic elative without article is but a comparative: "bigger than" is "أكبر من"."""
    if statement.language not in _AFTER_NOUN or hit.last >= len(statement.tokens):
        return False
    then = any(hits(statement.lexis.comparison, [statement.tokens[hit.last].forms]))
    return then and not statement.tokens[hit.first].forms[0].startswith("ال") and not _denied(statement, hit.first)


def _by_marks(statement: Statement, forms: Forms) -> Iterator[Hit]:
    """A word of the most or the least, and the adjective or adverb that it goes with."""
    for hit in hits(statement.lexis.superlative_marks, forms):
        index = hit.last
        if index >= len(forms) or statement.tokens[index].stop or statement.tokens[index].number or not forms[index]:
            continue
        apart = _of_the_most(statement, hit.first) or _ADJECTIVE.fullmatch(forms[index][0]) is not None
        if apart and not _goes_on(statement, index + 1):
            meaning = _graded(statement, forms, index)
            yield Hit((hit.first, index + 1, _LESS + meaning if hit.meaning == "least" else meaning))


def _of_the_most(statement: Statement, index: int) -> bool:
    """Whether "more" is "most" here: English and Arabic have a word of their own, others an article before it."""
    if any(hits(statement.lexis.superlative_always, [statement.tokens[index].forms])):
        return True
    reach = _ARTICLE_WITHIN if statement.language in _ARTICLE_FARTHER else 1
    return _behind_article(statement, index, reach) or _denied(statement, index)


def _behind_article(statement: Statement, index: int, reach: int) -> bool:
    for place in range(index - 1, max(-1, index - 1 - reach), -1):
        if any(hits(statement.lexis.superlative_articles, [statement.tokens[place].forms])):
            return True
        if statement.tokens[place].breaks:
            return False
    return False


def _goes_on(statement: Statement, index: int) -> bool:
    """Whether "than" follows: the most is only more."""
    if index >= len(statement.tokens) or statement.language not in _ARTICLE_FARTHER:
        return False
    return any(hits(statement.lexis.comparison, [statement.tokens[index].forms]))


def _by_denial(statement: Statement, forms: Forms) -> Iterator[Hit]:
    """A comparative that a denial makes a superlative of: "never before has a fire been worse"."""
    for hit in hits(statement.lexis.compared, forms):
        if _denied(statement, hit.first):
            yield hit
    for hit in hits(statement.lexis.superlative_more, forms):
        index = hit.last
        if index < len(forms) and forms[index] and not statement.tokens[index].stop and _denied(statement, hit.first):
            yield Hit((hit.first, index + 1, _graded(statement, forms, index)))


def _denied(statement: Statement, index: int) -> bool:
    first = max(0, index - _DENIED_WITHIN)
    found = list(hits(statement.lexis.superlative_denied, statement.forms()[first:index]))
    return bool(found) and first + found[-1].last <= index


def _graded(statement: Statement, forms: Forms, index: int) -> str:
    """What an adjective behind "most" means: its family or its bare form."""
    listed = next(hits(statement.lexis.graded, [forms[index]]), None)
    return listed.meaning if listed is not None else _bare(forms[index][-1], statement.language)


_BARE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": ((r"iest$", "y"), (r"(.)\1est$", r"\1"), (r"est$", "")),
    "de": ((r"st(e|en|er|es|em)$", ""),),
    "fr": ((r"(eux|euse|euses)$", "eu"), (r"(ive|ives|ifs)$", "if"), (r"(e|s|es)$", "")),
    "es": ((r"(o|a|os|as|s|es)$", ""),),
    "ar": ((r"ا$", ""),),
}
"""What is taken off a word to compare it by."""


def _bare(word: str, language: str) -> str:
    for ending, left in _BARE.get(language, ()):
        if re.search(ending, word):
            return re.sub(ending, left, word)
    return word
