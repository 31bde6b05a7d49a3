"""German main clauses without a parser: which phrase is the subject when the verb stands second."""

from collections.abc import Sequence

from generator.analyse.cues import Cues
from generator.analyse.lines import Item
from generator.analyse.phrases import Phrase, phrase_after

NOMINATIVE = frozenset(
    [
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "er",
        "sie",
        "dieser",
        "diese",
        "mehrere",
        "einige",
        "viele",
        "zahlreiche",
        "beide",
        "sein",
        "seine",
        "ihr",
        "ihre",
        "dessen",
        "deren",
        "jeder",
        "jede",
        "alle",
        "kein",
        "keine",
    ]
)
_AUXILIARY = frozenset(
    [
        "hat",
        "haben",
        "hatte",
        "hatten",
        "ist",
        "sind",
        "war",
        "waren",
        "wird",
        "werden",
        "wurde",
        "wurden",
        "kann",
        "will",
        "soll",
        "muss",
        "durfte",
    ]
)
_PASSIVE = frozenset(["wird", "werden", "wurde", "wurden"])
_VERB_ENDS = ("t", "te", "ten", "en", "e", "ete", "ß", "ss", "s", "f", "b", "g", "h", "m", "n", "d", "k")
_LONGEST = 14


def main_subject(items: Sequence[Item], cues: Cues) -> Phrase:
    """Return the subject of the sentence's main clause; nothing where its order is not plain."""
    verb = _second(items, cues)
    if verb is None:
        return ()
    front = [item for item in items[:verb] if item.is_word]
    first = front[0] if front else None
    if first is not None and first.key not in cues.stops and (first.key in NOMINATIVE or _is_name(first, cues)):
        core = _until_insertion(items[:verb])
        if core and (core[-1].capital or first.key in cues.pronouns):
            return tuple(core[:1]) if len(core) == 1 or core[0].key == "er" else tuple(core)
    return phrase_after(items, verb, cues)


def participle_subject(items: Sequence[Item], verb: int, cues: Cues) -> Phrase | None:
    """Return who speaks where the cue is a participle at the end of its clause, None where it is none.

    "X hatte … betont": the main clause's subject; "wird von X … bezeichnet": the one after "von", or nobody.
    """
    if verb + 1 < len(items) and items[verb + 1].is_word:
        return None
    auxiliary = next((item for item in reversed(items[:verb]) if item.key in _AUXILIARY), None)
    if auxiliary is None:
        return None
    if auxiliary.key not in _PASSIVE or cues.quoting.match(items[verb].key):
        return main_subject(items, cues)
    by = next((n for n in range(verb - 1, -1, -1) if items[n].key in ("von", "vom")), None)
    return () if by is None else phrase_after(items, by, cues)


def _second(items: Sequence[Item], cues: Cues) -> int | None:
    """Return the place of the finite verb: the first lower-case word that is no part of a noun phrase."""
    inside = False  # an insertion between commas or brackets
    for place, item in enumerate(items[:40]):
        if item.text in "()," and place:
            inside = item.text != ")" and not (item.text == "," and inside)
            continue
        if inside or place == 0 or not item.is_word or item.capital:
            continue
        if item.key in _AUXILIARY or item.cue is not None:
            return place
        if item.key in cues.links or item.key in cues.stops or item.key in cues.also:
            continue
        following = items[place + 1] if place + 1 < len(items) else None
        attribute = following is not None and following.capital and not items[place - 1].capital
        if item.key.endswith(_VERB_ENDS) and not attribute:
            return place
    return None


def _is_name(item: Item, cues: Cues) -> bool:
    return item.capital and item.key not in cues.also and item.key not in cues.days


def _until_insertion(items: Sequence[Item]) -> list[Item]:
    """Return the phrase up to its first comma or bracket, cut to a length that a subject has."""
    found: list[Item] = []
    for item in items[:_LONGEST]:
        if not item.is_word:
            break
        found.append(item)
    return found
