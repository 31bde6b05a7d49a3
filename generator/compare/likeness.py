"""How alike two renderings are: whether they say the same thing, inside a language and between two."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from generator.compare.sayings import Saying
from generator.language.names import same_name

_RUN = 5  # common words in a row that make two quotations one utterance
LEAST_RUN = 4  # the same where they are half of the shorter one
_SHARED = 0.55  # of the shorter's content words, with the same speaker
_SHARED_REPORT = 0.6
FEW = 3  # content words below which only equal words count
_SAME_NAME = 0.84
_LEAST_MEETINGS = 2  # one word in common is chance
_LEAST_WORDS = 6  # of a wording whose function words may have been exchanged
_REWORDED = 0.65  # of the shorter wording's words
_BRIEF = 6  # content words of a fragment that may have only one in common
_UNKNOWN_SPEAKER = 0.85
_NAMED_AGAINST_UNNAMED = 0.7


def alike(one: Saying, other: Saying) -> bool:
    """Return whether two renderings of one language are the same thing said."""
    if one.language != other.language or one.rendering.id == other.rendering.id:
        return False
    if one.forms == other.forms and len(one.forms) > 1:
        return True
    short, long = sorted((one, other), key=lambda saying: len(saying.forms))
    speakers = same_speaker(one, other)
    if speakers is False:
        return _copied(short, long)
    if "indirect" in (one.kind, other.kind):
        return speakers is True and _shares(short, long, _SHARED_REPORT)
    if _runs(short, long):
        return _length_fits(short, long)
    return (speakers is True and _shares(short, long, _SHARED) and _length_fits(short, long)) or _reworded(short, long)


def _reworded(short: Saying, long: Saying) -> bool:
    """Return whether most words stand in the same order, a run of them in a row: function words exchanged as well."""
    if len(short.forms) < _LEAST_WORDS or len(long.forms) > 2 * len(short.forms):
        return False
    blocks = SequenceMatcher(None, short.forms, long.forms, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return same >= _REWORDED * len(short.forms) and max(block.size for block in blocks) >= LEAST_RUN


def contains(sentence: Saying, quotation: Saying) -> bool:
    """Return whether one sentence of a longer quotation says what `quotation` does, in the same language."""
    if sentence.language != quotation.language or same_speaker(sentence, quotation) is False:
        return False
    short, long = sorted((sentence, quotation), key=lambda saying: len(saying.forms))
    if _runs(short, long):
        return True
    return same_speaker(sentence, quotation) is True and _shares(short, long, _SHARED)


def same_speaker(one: Saying, other: Saying) -> bool | None:
    """Return whether the same one speaks; None where it is not known, as with unnamed people of two articles."""
    left, right = one.rendering.speaker, other.rendering.speaker
    if left is None or right is None:
        return None
    if one.surname and one.surname == other.surname and one.language == other.language:
        return True  # whatever the recogniser of names made of it
    if left != right and (one.anonymous or other.anonymous):
        return None if one.rendering.article_id != other.rendering.article_id else False
    return left == right


def across(one: Saying, other: Saying, telling: Mapping[str, float]) -> float:
    """Return how likely two renderings of different languages are the same thing said, 0 to 1."""
    speakers = same_speaker(one, other)
    if speakers is False or one.language == other.language or not one.meanings or not other.meanings:
        return 0.0
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return 0.0
    brief = speakers is True and max(len(one.content), len(other.content)) <= _BRIEF
    if _meetings(one, other) < (1 if brief else _LEAST_MEETINGS):
        return 0.0
    there, back = _covered(one, other, telling), _covered(other, one, telling)
    ratio = min(len(one.content), len(other.content)) / max(len(one.content), len(other.content))
    score = 2 * there * back / (there + back) if there + back else 0.0
    if one.anonymous != other.anonymous and one.rendering.speaker and other.rendering.speaker:
        score *= _NAMED_AGAINST_UNNAMED
    return score * min(1.0, ratio * 2) * (1.0 if speakers else _UNKNOWN_SPEAKER)


def _meetings(one: Saying, other: Saying) -> int:
    """Return how many words and names of the one with fewer of them the other has too."""
    offered = {meaning for group in other.meanings for meaning in group}
    back = {meaning for group in one.meanings for meaning in group}
    words = min(sum(bool(g & offered) for g in set(one.meanings)), sum(bool(g & back) for g in set(other.meanings)))
    return words + any(same_name(a, b) >= _SAME_NAME for a in one.names for b in other.names)


def _covered(one: Saying, other: Saying, telling: Mapping[str, float]) -> float:
    """Return the share of what `one` says, by weight, that `other` has a word or name for."""
    offered = {meaning for group in other.meanings for meaning in group}
    total = met = 0.0
    for group in one.meanings:
        heft = max((telling.get(meaning, 1.0) for meaning in group), default=1.0)
        total += heft
        met += heft if group & offered else 0.0
    for name in one.names:
        if any(same_name(name, theirs) >= _SAME_NAME for theirs in other.names):
            met += 1.0
            total += 1.0
    return min(1.0, met / total) if total else 0.0


def _copied(short: Saying, long: Saying) -> bool:
    """Return whether the same long run of words is given to different people."""
    return longest_run(short.forms, long.forms) >= max(8, 0.7 * len(short.forms))


def _runs(short: Saying, long: Saying) -> bool:
    run = longest_run(short.forms, long.forms)
    content = min(len(short.content), len(long.content))
    if content < FEW:
        return run == len(short.forms) and content > 1
    return run >= _RUN or (run >= LEAST_RUN and run * 2 >= len(short.forms))


def _length_fits(short: Saying, long: Saying) -> bool:
    """Return whether they may be one utterance as wholes: the longer is no block in which the shorter is a sentence."""
    return len(long.forms) <= 3 * len(short.forms) + 12


def _shares(short: Saying, long: Saying, least: float) -> bool:
    wanted = set(short.content)
    shared = wanted & set(long.content)
    return len(wanted) > FEW and len(shared) >= FEW and len(shared) / len(wanted) >= least


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest run of words that both have."""
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
