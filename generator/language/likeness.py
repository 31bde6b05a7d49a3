"""How likely two single tokens, in any scripts, are the same name: sounds compared by the learned table."""

import math
from functools import lru_cache
from importlib.resources import files

from generator.language.fold import fold
from generator.language.sounds import ARABIC, CYRILLIC, HAN, HANGUL, HEBREW, KANA, LATIN, OTHER, script_of, units
from generator.language.stems import readings
from generator.language.transducer import Transducer, transposed

_LEARNED = frozenset({ARABIC, CYRILLIC, HAN, HANGUL, HEBREW, KANA})
_SPELLING_CAP = 0.9
"""Two spellings within one script never count as surely the same."""
_SPELLED_ALIKE = 0.95
"""A romanised token that comes out letter for letter."""
_CLITIC_COST = 0.04
_ARTICLE = {"ar": ("ال",), "he": ("ה",)}
_LANGUAGE = {ARABIC: "ar", HEBREW: "he"}
_LONGEST = 24


@lru_cache(maxsize=400_000)
def likeness(a: str, b: str) -> float:
    """The probability, 0 to 1, that two tokens write the same name, attached Arabic or Hebrew words aside."""
    if fold(a) == fold(b):
        return 1.0
    best = 0.0
    for one, one_cost in _readings(a):
        for other, other_cost in _readings(b):
            best = max(best, _plain(one, other) - one_cost - other_cost)
    return max(best, 0.0)


def _readings(token: str) -> tuple[tuple[str, float], ...]:
    """A token's readings and what each costs: an article costs nothing, other attached words a little."""
    language = _LANGUAGE.get(script_of(token))
    if language is None:
        return ((token, 0.0),)
    articles = _ARTICLE[language]
    found = tuple(
        (reading, 0.0 if token[:cut] in ("", *articles) else _CLITIC_COST) for reading, cut in readings(token, language)
    )
    if token.endswith(_LIKE_ALEF):
        found += tuple((reading[:-1] + "ا", cost) for reading, cost in found)
    return found


_LIKE_ALEF = ("ى", "ة")
"""Final letters that sound like alef, though some write yeh or heh so."""


def _plain(a: str, b: str) -> float:
    """The probability for two tokens as they stand."""
    if fold(a) == fold(b):
        return 1.0
    one, other = units(a)[:_LONGEST], units(b)[:_LONGEST]
    first, second = script_of(a), script_of(b)
    if not one or not other or _hopeless(one, other, first, second):
        return 0.0
    model, weights = _model(first, second)
    likely = _logistic(weights, model.features(one, other))
    if one == other and OTHER in (first, second):
        likely = max(likely, _SPELLED_ALIKE)
    return min(likely, _SPELLING_CAP) if first == second else likely


def _hopeless(one: str, other: str, first: str, second: str) -> bool:
    """Whether lengths alone say no; spares most of the work."""
    if first == second and first not in _LEARNED:
        return abs(len(one) - len(other)) > max(len(one), len(other)) / 2
    return len(one) > 3 * len(other) + 2 or len(other) > 3 * len(one) + 2


def _logistic(weights: tuple[float, ...], features: tuple[float, ...]) -> float:
    value = weights[0] + sum(weight * feature for weight, feature in zip(weights[1:], features, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


@lru_cache(maxsize=64)
def _model(first: str, second: str) -> tuple[Transducer, tuple[float, ...]]:
    """The transducer for tokens of two scripts, in this order, and its calibration."""
    left, right = (script if script in _LEARNED else LATIN for script in (first, second))
    models, weights, _ = _learned()
    if left == LATIN:
        return models[right], weights[right]
    if right == LATIN:
        return transposed(models[left]), weights[left]
    mean = tuple((one + other) / 2 for one, other in zip(weights[left], weights[right], strict=True))
    return _composed(models[left], models[right]), mean


def _composed(left: Transducer, right: Transducer) -> Transducer:
    """Two scripts compared over the Latin units that both answer: P(v, w) is the sum of P(u) P(v|u) P(w|u)."""
    shares = _learned()[2]
    to_left, to_right = _by_unit(left), _by_unit(right)
    sums: dict[tuple[str, str], float] = {}
    for unit, share in shares.items():
        for one, one_odds in to_left.get(unit, {}).items():
            for other, other_odds in to_right.get(unit, {}).items():
                sums[one, other] = sums.get((one, other), 0.0) + share * one_odds * other_odds
    for one, odds in to_left.get("", {}).items():
        sums[one, ""] = sums.get((one, ""), 0.0) + odds
    for other, odds in to_right.get("", {}).items():
        sums["", other] = sums.get(("", other), 0.0) + odds
    return Transducer({pair: math.log(odds) for pair, odds in sums.items() if any(pair)})


def _by_unit(model: Transducer) -> dict[str, dict[str, float]]:
    """Per Latin unit, what answers it, with the odds; single units only."""
    found: dict[str, dict[str, float]] = {}
    for (unit, answer), score in model.scores.items():
        if len(unit) < 2 and len(answer) < 2:  # noqa: PLR2004 - one unit or none
            found.setdefault(unit, {})[answer] = math.exp(score)
    return found


@lru_cache(maxsize=1)
def _learned() -> tuple[dict[str, Transducer], dict[str, tuple[float, ...]], dict[str, float]]:
    """Per script the transducer from Latin and its calibration, and how frequent each Latin unit is."""
    scores: dict[str, dict[tuple[str, str], float]] = {}
    weights: dict[str, tuple[float, ...]] = {}
    shares: dict[str, float] = {}
    table = files("generator.language").joinpath("data/sounds.tsv").read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        script, one, other, value = line.split("\t") if line.count("\t") > 2 else (*line.split("\t"), "")  # noqa: PLR2004
        if one == "=":
            weights[script] = tuple(float(part) for part in other.split())
        elif script == "share":
            shares[one] = float(value)
        else:
            scores.setdefault(script, {})[one, other] = float(value)
    return {script: Transducer(table) for script, table in scores.items()}, weights, shares
