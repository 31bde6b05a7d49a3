"""German main clauses without a parser: which phrase is the subject when the verb stands second."""

from collections.abc import Sequence

from generator.analyse.cues import Cues
from generator.analyse.lines import Item
from generator.analyse.phrases import Phrase, phrase_after

_NOMINATIVE = frozenset("der die das ein eine er sie dieser diese mehrere einige viele zahlreiche beide sein seine ihr ihre".split())
_AUXILIARY = frozenset("hat haben hatte hatten ist sind war waren wird werden wurde wurden kann will soll muss durfte".split())
_VERB_ENDS = ("t", "te", "ten", "en", "e", "ete", "ß", "ss", "s", "f", "b", "g", "h", "m", "n", "d", "k")
_LONGEST = 14


def main_subject(items: Sequence[Item], cues: Cues) -> Phrase:
    """Return the subject of the sentence's main clause; nothing where its order is not plain."""
    verb = _second(items, cues)
    if verb is None:
        return ()
    front = [item for item in items[:verb] if item.is_word]
    first = front[0] if front else None
    if first is not None and first.key not in cues.stops and (first.key in _NOMINATIVE or _is_name(first, cues)):
        core = _until_insertion(items[:verb])
        if core and (core[-1].capital or first.key in cues.pronouns):
            return tuple(core[:1]) if len(core) == 1 or core[0].key == "er" else tuple(core)
    return phrase_after(items, verb, cues)


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
