"""Where a speaker's phrase stands beside its cue: before the verb, after it, or after "according to".

A phrase is a run of items of one sentence. Appositions between commas, brackets and adverbs are stepped over, so that
"Ann Example, who lives there, has also said" gives "Ann Example".
"""

from collections.abc import Sequence

from generator.analyse.cues import Cues
from generator.analyse.lines import Item
from generator.language.lexicon import is_word

_ASIDE_TAGS = frozenset({"ADV", "AUX", "PART"})
_DASHES = frozenset({*"–—―", "--"})
_LONGEST_PLACE = 2  # words
_LONGEST = 14  # words of a phrase; beyond that something else was caught
_ARABIC_TO = "ل"
_NO_ADDRESSEE = frozenset(
    [
        "لجنه",
        "لجان",
        "لبنان",
        "ليبيا",
        "لندن",
        "لبناني",
        "لبنانيه",
        "ليبي",
        "ليبيه",
        "لواء",
        "لقب",
        "لاعب",
        "لاجي",
        "لاجئ",
    ]
)

_COMMAS = frozenset(",،，")
_OWNERS = ("’s", "'s", "s’", "s'")
_DETERMINERS = frozenset(
    [
        *("the", "a", "an", "his", "her", "its", "their", "our", "my", "another", "one"),
        *("le", "la", "l", "un", "une", "son", "sa", "leur", "el", "una", "su", "der", "die", "das", "ein", "eine"),
        *("sein", "seine", "ihr", "ihre"),
    ]
)

Phrase = tuple[Item, ...]


def is_description(items: Sequence[Item]) -> bool:
    """Return whether the items are somebody's description with its commas: ", the firm's chief," beside a name."""
    inside = [item for item in items if item.text not in _COMMAS]
    if not inside or any(not item.is_word or item.tag in ("VERB", "AUX") for item in inside):
        return False
    owned = any(item.text.endswith(_OWNERS) for item in inside[:-1])
    return inside[0].key in _DETERMINERS or owned


def is_aside(item: Item, cues: Cues) -> bool:
    """Return whether the item may stand between a subject and its verb: an adverb, an auxiliary, a day."""
    return (
        item.key in cues.also
        or (item.key in cues.days and not item.name)
        or (item.tag in _ASIDE_TAGS and item.key not in cues.pronouns)
        or (cues.language == "en" and item.key.endswith("ly") and not item.capital)
    )


def phrase_before(items: Sequence[Item], verb: int, cues: Cues) -> Phrase:
    """Return the subject that ends before `items[verb]`, empty where none stands there."""
    at = _skip_asides_back(items, verb - 1, cues)
    for _ in range(3):
        stepped = _step_over_insertion(items, _step_over_age(items, at))
        if stepped == at:
            break
        at = _skip_asides_back(items, stepped, cues)
    return _collect_back(items, at, cues)


def phrase_after(items: Sequence[Item], verb: int, cues: Cues) -> Phrase:
    """Return the subject that begins after `items[verb]`, empty where none stands there."""
    at = verb + 1
    while at < len(items) and is_aside(items[at], cues) and not _may_be_name(items[at], cues):
        if items[at].key in _SUBORDINATING:
            return ()
        at += 1
    found: list[Item] = []
    for item in items[at : at + _LONGEST]:
        if not item.is_word or item.key in cues.that or _ends_phrase(item, found, cues):
            break
        if items[verb].cue is None and found and _follows_noun(item, found[-1], cues):
            break
        if found and (
            (item.key in cues.days and not item.name)
            or (cues.is_noun(item.key) and any(one.key not in cues.links for one in found))
        ):
            break
        if found and not item.name and _ends_name(found, item, items[verb], cues):
            break
        found.append(item)
    while found and (found[-1].key in cues.links or is_aside(found[-1], cues)):
        found.pop()
    if found and cues.pronouns.get(found[0].key, "r") != "r":
        return tuple(found[:1])
    return tuple(found)


def according(items: Sequence[Item], at: int, cues: Cues) -> int:
    """Return how many items from `at` on make a phrase such as "according to", 0 where they do not."""
    for phrase in cues.according:
        keys = tuple(item.key for item in items[at : at + len(phrase)])
        if keys == phrase or (keys and keys[0][:1] in tuple(cues.proclitics) and (keys[0][1:], *keys[1:]) == phrase):
            return len(phrase)
    return 0


def _may_be_name(item: Item, cues: Cues) -> bool:
    return item.capital and item.key not in cues.days and item.tag == "PROPN"


def _skip_asides_back(items: Sequence[Item], at: int, cues: Cues) -> int:
    while at >= 0 and items[at].is_word and is_aside(items[at], cues) and not _may_be_name(items[at], cues):
        at -= 1
    return at


def _step_over_insertion(items: Sequence[Item], at: int) -> int:
    """Return the place before a bracket or a comma-bounded insertion that ends at `at`, else `at`."""
    if at < 1:
        return at
    if items[at].text in ")]":
        opening = _find_back(items, at - 1, "([", 12)
        return at if opening is None else opening - 1
    if items[at].text == "," or items[at].text in _DASHES:
        opening = _find_back(items, at - 1, items[at].text, 26)
        while opening is not None and opening > 1 and _is_place(items[opening + 1 : at]):
            further = _find_back(items, opening - 1, items[at].text, 20)
            if further is None:
                break
            at, opening = opening, further
        if opening is not None and _is_subject(items, opening, at):
            return at - 1
        return at if opening is None or opening == 0 else opening - 1
    return at


def _step_over_age(items: Sequence[Item], at: int) -> int:
    """Return the place before the comma of an age that ends at `at`: "Ann Example, 34, a baker,"."""
    return at - 2 if at > 1 and items[at].text.isdigit() and items[at - 1].text in _COMMAS else at


def _find_back(items: Sequence[Item], at: int, signs: str, reach: int) -> int | None:
    for place in range(at, max(-1, at - reach), -1):
        if items[place].text in signs and not items[place].is_word and items[place].quote is None:
            return place
        if items[place].quote is not None:
            return None
    return None


def _is_subject(items: Sequence[Item], opening: int, at: int) -> bool:
    """Return whether a person stands between the commas and none before: "After the vote, Ann Example (X), said"."""
    inside = items[opening + 1 : at]
    named = bool(inside) and inside[0].capital and any(item.name == "PER" for item in inside)
    return named and not any(item.name == "PER" for item in items[max(0, opening - 1) : opening])


def _is_place(items: Sequence[Item]) -> bool:
    """Return whether what stands between two commas is the rest of a place or name ("Paris, France, …")."""
    return 0 < len(items) <= _LONGEST_PLACE and all(item.capital and item.name != "PER" for item in items)


def _collect_back(items: Sequence[Item], at: int, cues: Cues) -> Phrase:
    found: list[Item] = []
    while at >= 0 and len(found) < _LONGEST:
        item = items[at]
        if item.text in ")]" and found:
            opening = _find_back(items, at - 1, "([", 12)
            if opening is None:
                break
            at = opening - 1
            continue
        if not item.is_word or item.cue == "say":
            break
        if item.key in cues.that:
            if found and item.tag == "DET" and at and not items[at - 1].is_word:
                found.insert(0, item)  # "…, that country's ministry said"
            break
        if item.tag == "VERB" and not item.key.endswith("ing"):
            break
        found.insert(0, item)
        if item.key in cues.pronouns and len(found) == 1:
            break
        at -= 1
    return _trim(found, cues)


def _trim(found: list[Item], cues: Cues) -> Phrase:
    """Return the phrase without what leads up to it: conjunctions, and a prepositional phrase in front of a name."""
    while found and (found[0].key in cues.also or found[0].key in _JOINING):
        found = found[1:]
    if found and found[0].key in _PREPOSITIONS:
        found = found[1:] if len(found) <= _AFTER_PREPOSITION else []
    if found and found[0].key in cues.stops:
        found = _last_noun_phrase(found, cues)
    if found and (is_aside(found[-1], cues) or found[-1].key in cues.stops):
        found = []
    return tuple(found)


_PREPOSITIONS = frozenset(["from", "of", "to", "with", "by", "for"])
_AFTER_PREPOSITION = 7  # words
_JOINING = frozenset(
    ["and", "but", "or", "yet", "while", "و", "und", "aber", "et", "mais", "y", "pero", "e", "ma", "и", "но", "а"]
)


_SUBORDINATING = frozenset(["as", "like", "while", "though", "because", "if", "when", "since"])


def _last_noun_phrase(found: list[Item], cues: Cues) -> list[Item]:
    """Return the part of a phrase after its leading prepositional one: its last pronoun, name or article phrase."""
    if cues.language != "en":
        return []
    if found[0].key in _SUBORDINATING and all(item.capital or item.key in cues.links for item in found[1:]):
        return found[1:]
    for place in range(len(found) - 1, 0, -1):
        item = found[place]
        if item.key in ("the", "a", "an", "his", "her", "their", "its") and found[place - 1].key not in cues.links:
            before = found[place - 1]
            return [] if before.key in cues.stops and place == 1 else found[place:]
        if not item.capital and item.key not in cues.links:
            tail = found[place + 1 :]
            return tail if tail and tail[0].capital else []
    return []


def _ends_name(found: Sequence[Item], item: Item, verb: Item, cues: Cues) -> bool:
    """Return whether a person's name is complete, so that what follows is no part of the subject.

    "X called the plan": the plan is what X named. In Arabic nothing stands between a name and what is said or done,
    save a surname that the recogniser of names has missed.
    """
    if found[-1].name != "PER":
        return False
    if _is_call(verb.key, cues):
        return True
    one = [item.name for item in found].count("PER") == 1
    return cues.language == "ar" and not (one and not is_word(item.text, "ar"))


def _is_call(key: str, cues: Cues) -> bool:
    return any(cues.calls.fullmatch(form) for form in (key, key[1:]))


_WITHIN = frozenset({"في"})


def _is_indefinite(found: Sequence[Item]) -> bool:
    """Return whether an Arabic phrase is without article and name: then "in" describes it, "an officer in …"."""
    return not any(item.name or item.key.startswith("ال") for item in found)


def _follows_noun(item: Item, noun: Item, cues: Cues) -> bool:
    """Return whether a verb follows a German noun: "nach Angaben der Polizei kam"."""
    return cues.noun_capitals and noun.capital and not item.capital and item.key not in cues.links


def _ends_phrase(item: Item, found: Sequence[Item], cues: Cues) -> bool:
    if item.cue == "say" and (found or not item.capital):
        return True
    if item.key in cues.stops and not item.capital:
        return not (found and (item.key in cues.links or (item.key in _WITHIN and _is_indefinite(found))))
    if cues.language == "ar" and found and item.text.startswith(_ARABIC_TO + _ARABIC_TO):
        return True
    if cues.language == "ar" and found and item.text.startswith(_ARABIC_TO):
        return not item.name and item.key not in _NO_ADDRESSEE
    return item.tag == "VERB" and bool(found) and not item.capital
