"""Names by rule, for languages without a trained model: capitals, lists of places and bodies, titles and cue words.

Rules say less than a model and say so by leaving out what is in doubt: a lone unknown word that begins a sentence is no
name, nor is a German noun that the lexicon has.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.language import places
from generator.language.aliases import first_words, known, listed
from generator.language.codes import primary
from generator.language.cues import cues, given_names
from generator.language.east_asian import east_asian_names
from generator.language.fold import fold
from generator.language.lexicon import is_word
from generator.language.places import place
from generator.language.sentences import split
from generator.language.sounds import HAN, script_of
from generator.language.stems import readings
from generator.language.stopwords import stopwords
from generator.language.words import MARKS, key
from generator.model import Label, Mention

_TOKEN = re.compile(rf"(?:[^\W_]|[{MARKS}])+(?:[-.'’׳״\"](?:[^\W_]|[{MARKS}])+)*\.?")
_CASED = frozenset(("latn", "cyrl", "othr"))
_LONGEST_NAME = 6
_LONGEST_LISTED = 5
_LONGEST_TOKEN = 60
_PERSON_TOKENS = (2, 4)
_ACRONYM = (2, 6)
_ATTACHED_SUFFIX = re.compile(r"['’]\w+\Z")
_ELISION = re.compile(r"(?:[cdlmnst]|qu|dell|all|nell|dall|sull)['’](?=\w)", re.IGNORECASE)
_ELIDING = frozenset({"fr", "it", "ca"})
_INFLECTING = frozenset({
    "ru", "uk", "pl", "cs", "sk", "bg", "hr", "sl", "lt", "lv", "fi", "hu", "de",
})  # fmt: skip
_ENDINGS = {
    "ru": (("ии", "ия"), ("ию", "ия"), ("ией", "ия"), ("ы", "а"), ("е", "а"), ("у", "а"), ("ой", "а"), ("и", "а"),
           ("и", "ь"), ("а", ""), ("е", ""), ("у", ""), ("ом", ""),
           ("я", "й"), ("ю", "й"), ("ем", "й"), ("ев", "и"), ("ов", "ы")),
    "uk": (("ії", "ія"), ("ію", "ія"), ("ією", "ія"), ("и", "а"), ("і", "а"), ("у", "а"), ("ою", "а"), ("а", ""),
           ("і", ""), ("у", ""), ("ом", ""), ("ю", "я"), ("ї", "я"), ("єю", "я"), ("ів", "и")),
    "pl": (("ii", "ia"), ("ie", "ia"), ("ią", "ia"), ("y", "a"), ("i", "a"), ("e", "a"), ("ą", "a"), ("u", ""),
           ("em", "")),
}  # fmt: skip
_MOST_AFTER_TITLE = 2
_INITIAL = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]\.")
_ROMAN = re.compile(r"[IVXLCDM]+(?:e|er|ème|º)?\Z")
_BEFORE_SPEECH = frozenset('“"«„‘:•—–([')
_SHORTEST_LONE = 3
_SHORTEST_PART = 5
_NOUNS_CAPITAL = frozenset({"de"})


class _Token(NamedTuple):
    """A word of the text; `first` where it begins a sentence."""

    start: int
    end: int
    text: str
    first: bool


def find_names(text: str, language: str) -> tuple[Mention, ...]:
    """The names that rules find in a text, in order, none overlapping; empty for an empty text.

    In scripts with capitals: runs of capitalised words, labelled by lists, cue words and titles. In the others: listed
    countries, cities and bodies, people behind (Chinese, Japanese: before) a title or with a known given name.
    """
    code = primary(language)
    tokens = _tokens(text, code)
    found = list(_listed(tokens, text, code))
    taken = {index for first, last, _ in found for index in range(first, last)}
    mentions = [mention for _, _, mention in found]
    script = script_of(text[tokens[0].start :]) if tokens else HAN
    if script in _CASED and code != "hi":
        mentions += _capitalised(tokens, text, code, taken)
    else:
        mentions += _titled(tokens, text, code, taken)
    mentions += east_asian_names(text, code)
    return _consistent(text, _apart(mentions))


def _tokens(text: str, language: str) -> list[_Token]:
    starts = {span.start for span in split(text, language)}
    found: list[_Token] = []
    fresh = False
    position = 0
    for match in _TOKEN.finditer(text):
        fresh = fresh or any(index in starts for index in range(position, match.start() + 1))
        fresh = fresh or text[max(0, match.start() - 2) : match.start()].rstrip()[-1:] in _BEFORE_SPEECH
        position = match.start() + 1
        surface = match[0] if "." in match[0][:-1] or _INITIAL.fullmatch(match[0]) else match[0].removesuffix(".")
        elided = _ELISION.match(surface) if language in _ELIDING else None
        suffix = _ATTACHED_SUFFIX.search(surface) if language == "tr" else None
        start, end = match.start() + (elided.end() if elided else 0), match.start() + len(surface)
        end -= len(suffix[0]) if suffix and suffix.start() else 0
        found.append(_Token(start, end, text[start : min(end, start + _LONGEST_TOKEN)], fresh))
        fresh = False
    return found


def _listed(tokens: Sequence[_Token], text: str, language: str) -> Iterator[tuple[int, int, Mention]]:
    """Countries, bodies and cities, the longest at each place, as first and last token and mention."""
    index = 0
    while index < len(tokens):
        last = min(len(tokens), index + _LONGEST_LISTED)
        ends = range(last, index, -1) if _may_begin(tokens[index].text, language) else ()
        named = ((end, _list_mention(tokens[index:end], text, language)) for end in ends)
        end, mention = next(((end, mention) for end, mention in named if mention), (index + 1, None))
        if mention and not _goes_on(tokens, index, end, text, mention, language):
            yield index, end, mention
        index = end


@lru_cache(maxsize=100_000)
def _may_begin(word: str, language: str) -> bool:
    """Whether any listed name begins with a word, with or without what is attached to it, inflected or not."""
    forms = [fold(reading) for reading, _ in readings(word, language)]
    if language in _INFLECTING:
        forms += _uninflected(word, language)
    elif language not in ("ar", "he") and "\u0590" <= word[:1] <= "\u06ff":
        forms.append(fold(word))
    listed = (form.replace(".", "").replace("-", " ").split(" ")[0] for form in forms)
    return any(one in first_words() or one in places.first_words() for one in listed)


@lru_cache(maxsize=100_000)
def _uninflected(word: str, language: str) -> tuple[str, ...]:
    """What an inflected name may be in the nominative: by the lemmatiser, and by endings, as it knows few names."""
    folded = fold(word)
    endings = _ENDINGS.get(language, ())
    bare = (folded.removesuffix(ending) + nominative for ending, nominative in endings if folded.endswith(ending))
    return (key(word, language), *(form for form in bare if len(form) > _SHORTEST_LONE))


def _goes_on(tokens: Sequence[_Token], first: int, last: int, text: str, mention: Mention, language: str) -> bool:
    """Whether a lone city's name is the first word of a longer capitalised name, as many given names are."""
    if last - first > 1 or mention.label != "LOC" or known(tokens[first].text) or last >= len(tokens):
        return False
    following = tokens[last].text
    if known(key(tokens[first].text, language)):
        return False
    return script_of(following) in _CASED and _is_capitalised(following) and _adjacent(tokens, last, text)


def _list_mention(tokens: Sequence[_Token], text: str, language: str) -> Mention | None:
    """The mention of a listed name that exactly these tokens make, less what is attached in front."""
    surface = text[tokens[0].start : tokens[-1].end]
    if len(surface) > _LONGEST_TOKEN or "\n" in surface or not _begins_name(tokens[0].text) or _ROMAN.match(surface):
        return None
    forms = [*readings(surface, language)]
    if language in _INFLECTING and len(tokens) == 1:
        forms += [(form, 0) for form in _uninflected(surface, language)]
    for form, cut in forms:
        label = _list_label(form, language)
        if label and (label != "LOC" or known(form) or _sure_place(tokens, language, cut)):
            return Mention(start=tokens[0].start + cut, end=tokens[-1].end, label=label)
    return None


def _list_label(name: str, language: str) -> Label | None:
    identity = listed(name)
    if identity:
        return "ORG" if identity.startswith("@") else "LOC"
    return "LOC" if place(name, language) else None


def _begins_name(word: str) -> bool:
    return word[:1].isupper() or script_of(word) not in _CASED or not word[:1].isascii()


def _sure_place(tokens: Sequence[_Token], language: str, cut: int) -> bool:
    """A city's name at the beginning of a sentence must not be a word of the language, nor stand behind an article."""
    if tokens[0].text[:cut].endswith("ال"):
        return False
    return len(tokens) > 1 or not tokens[0].first or not is_word(tokens[0].text, language)


def _capitalised(tokens: Sequence[_Token], text: str, language: str, taken: set[int]) -> list[Mention]:
    """Runs of capitalised words that no list has."""
    surnames = set()
    pending: list[tuple[int, int]] = []
    found: list[Mention] = []
    for first, last in _runs(tokens, text, language, taken):
        begin, titled = _without_titles(tokens, first, last, language)
        begin = _without_common(tokens, begin, last, language)
        if begin >= last:
            pending += [(first, last)] * (last - first == 1)
            continue
        label = _run_label(tokens, begin, last, language, titled=titled)
        if label is None:
            pending.append((begin, last))
            continue
        found.append(_mention(tokens, begin, last, label))
        if label == "PER":
            surnames.add(tokens[last - 1].text)
    for first, last in pending:
        found += _lone(tokens, first, last, language, surnames)
    return found


def _runs(tokens: Sequence[_Token], text: str, language: str, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words joined by spaces and by the small words that stand within names."""
    joints = cues(language, "joint")
    index = 0
    while index < len(tokens):
        if index in taken or not _is_capitalised(tokens[index].text):
            index += 1
            continue
        end = index + 1
        while end < len(tokens) and end - index < _LONGEST_NAME and end not in taken and _adjacent(tokens, end, text):
            if _is_capitalised(tokens[end].text):
                end += 1
            elif (
                tokens[end].text.lower() in joints
                and end + 1 < len(tokens)
                and end + 1 not in taken
                and _adjacent(tokens, end + 1, text)
                and _is_capitalised(tokens[end + 1].text)
            ):
                end += 2
            else:
                break
        yield index, end
        index = end


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and not word[:1].isdigit()


def _adjacent(tokens: Sequence[_Token], index: int, text: str) -> bool:
    """Whether nothing but a space stands before a token, and no sentence begins with it."""
    between = text[tokens[index - 1].end : tokens[index].start]
    return between in (" ", "\u00a0", "\u202f", "-") and not tokens[index].first


def _without_titles(tokens: Sequence[_Token], first: int, last: int, language: str) -> tuple[int, bool]:
    """Where the name begins behind its titles, and whether there were any, in the run or just before it."""
    titles = cues(language, "title")
    titled = first > 0 and tokens[first - 1].text.lower().rstrip(".") in titles
    while first < last and fold(tokens[first].text.rstrip(".")) in _folded(titles):
        first, titled = first + 1, True
    return first, titled


def _without_common(tokens: Sequence[_Token], first: int, last: int, language: str) -> int:
    """Where the name begins behind words capitalised for another reason, and a letter behind them ("Plan B.")."""
    begun = first
    while first < last and (
        (_is_common(tokens[first], language) and not _is_org_word(tokens[first].text, language))
        or (first > begun and _INITIAL.fullmatch(tokens[first].text))
    ):
        first += 1
    return first


def _is_common(token: _Token, language: str) -> bool:
    """Whether a capital says nothing of a word: it begins a sentence, or the language writes nouns so."""
    if fold(token.text) in stopwords(language):
        return True
    if not (token.first or language in _NOUNS_CAPITAL) or fold(token.text) in given_names():
        return False
    if is_word(token.text, language):
        return True
    return language in _NOUNS_CAPITAL and (_in_dictionary(token.text, language) or _is_compound(token.text, language))


def _is_compound(word: str, language: str) -> bool:
    """Whether a long noun ends in a listed one."""
    return any(is_word(word[cut:], language) for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART))


@lru_cache(maxsize=100_000)
def _in_dictionary(word: str, language: str) -> bool:
    """Whether the lemmatiser knows a form; its tables hold surnames too, so it is asked about nouns only."""
    from simplemma import is_known  # noqa: PLC0415 - loads its table on first use

    return bool(is_known(word, lang=language))


def _run_label(tokens: Sequence[_Token], first: int, last: int, language: str, *, titled: bool) -> Label | None:
    """The label of a run, or None where one word alone does not tell."""
    listed = [token.text for token in tokens[first:last]]
    if any(_is_org_word(word, language) for word in listed) and (last - first > 1 or language != "de"):
        return "ORG" if last - first > 1 else None
    if last - first > 1 and {listed[0].lower(), listed[-1].lower()} & cues(language, "place"):
        return "LOC"
    if titled or fold(listed[0]) in given_names():
        return "PER"
    if last - first == 1:
        shouted = listed[0].isupper() and _ACRONYM[0] <= len(listed[0]) <= _ACRONYM[1]
        return "ORG" if shouted and listed[0].isalpha() else None
    return "PER" if _PERSON_TOKENS[0] <= last - first <= _PERSON_TOKENS[1] else "MISC"


def _is_org_word(word: str, language: str) -> bool:
    return word.lower() in cues(language, "org")


def _lone(tokens: Sequence[_Token], first: int, last: int, language: str, surnames: set[str]) -> Iterator[Mention]:
    """A word alone: a surname met before, a place behind a preposition, else a name of unknown kind."""
    token = tokens[first]
    if token.text in surnames:
        yield _mention(tokens, first, last, "PER")
    elif _says_nothing(token, language):
        return
    elif first and tokens[first - 1].text.lower() in cues(language, "in"):
        yield _mention(tokens, first, last, "LOC")
    else:
        yield _mention(tokens, first, last, "MISC")


def _says_nothing(token: _Token, language: str) -> bool:
    """Whether a lone capitalised word may be anything: it begins a sentence, is a word or a figure, or is too short."""
    if token.first or len(token.text) < _SHORTEST_LONE or _ROMAN.match(token.text):
        return True
    return _is_common(token, language) or is_word(token.text, language)


def _titled(tokens: Sequence[_Token], text: str, language: str, taken: set[int]) -> list[Mention]:
    """Scripts without capitals: up to three unlisted words behind a title, or behind a given name."""
    titles, found, index = _folded(cues(language, "title")), [], 0
    while index < len(tokens):
        begin = index + 1 if fold(tokens[index].text) in titles else index
        given = (
            begin < len(tokens)
            and begin not in taken
            and _is_given_name(tokens[begin].text, language, titled=begin > index)
        )
        if begin == index and not given:
            index += 1
            continue
        end = begin + 1 if given else begin
        while (
            end < min(len(tokens), begin + _MOST_AFTER_TITLE)
            and end not in taken
            and _may_be_name(tokens, end, text, language)
        ):
            end += 1
        if end - begin > (1 if begin == index else 0):
            found.append(_mention(tokens, begin, end, "PER"))
        index = max(end, index + 1)
    return found


def _is_given_name(word: str, language: str, *, titled: bool) -> bool:
    """Whether a word is a given name and, where no title says so, nothing else."""
    folded = fold(word)
    if folded not in given_names() or folded in stopwords(language):
        return False
    return titled or not is_word(word, language)


def _may_be_name(tokens: Sequence[_Token], index: int, text: str, language: str) -> bool:
    """Whether a word goes on a name: next to the last, no function word, no word of the lexicon, no figure."""
    word = tokens[index].text
    if index and not _adjacent(tokens, index, text):
        return False
    folded = fold(word)
    return folded not in stopwords(language) and not is_word(word, language) and word[:1].isalpha() and len(word) > 1


def _mention(tokens: Sequence[_Token], first: int, last: int, label: Label) -> Mention:
    """The mention of some tokens, without the clitics in front of a listed one."""
    return Mention(start=tokens[first].start, end=tokens[last - 1].end, label=label)


def _apart(mentions: list[Mention]) -> list[Mention]:
    """The mentions in order, of overlapping ones the longer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept


def _consistent(text: str, mentions: list[Mention]) -> tuple[Mention, ...]:
    """The mentions, each surface with the label that most of its occurrences have."""
    votes: dict[str, dict[Label, int]] = {}
    for mention in mentions:
        if mention.label != "MISC":
            counts = votes.setdefault(text[mention.start : mention.end], {})
            counts[mention.label] = counts.get(mention.label, 0) + 1
    best = {surface: max(sorted(counts), key=lambda one: counts[one]) for surface, counts in votes.items()}
    return tuple(
        Mention(start=one.start, end=one.end, label=best.get(text[one.start : one.end], one.label)) for one in mentions
    )


@lru_cache(maxsize=64)
def _folded(listed: frozenset[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in listed)
