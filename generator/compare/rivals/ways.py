"""What small words say of where: in, from, to, off, or all over a place."""

import re
from functools import lru_cache

from generator.compare.reckoning import reckoning, value
from generator.compare.statements import Statement, Token
from generator.compare.things import likely
from generator.language.fold import fold
from generator.language.lexicon import ENGLISH, translations
from generator.language.words import key

Way = str
"""`in` where something is, `from` and `to` where it comes from or goes, `off` at a distance, `all` all over it."""


def way(statement: Statement, index: int) -> Way:
    """What a word says of the way to what follows; empty for other words."""
    listed = _WAYS.get(statement.language, {})
    found = next((listed[form] for form in _forms(statement, index) if form in listed), "")
    if found == "to" and _led_on(statement, index):
        return ""
    if found == "from" and index and _measures(statement.tokens[index - 1]):
        return "off"
    return "all" if found == "in" and _of_all(statement, index + 1) else found


def _forms(statement: Statement, index: int) -> tuple[str, ...]:
    """What a word may be, in Arabic also without an "and" before it."""
    forms = statement.tokens[index].forms
    if statement.language == "ar" and len(forms[0]) > _SHORTEST and forms[0][0] in _AND:
        return (*forms, forms[0][1:])
    return forms


_AND = "وف"
_SHORTEST = 2


def is_small(statement: Statement, index: int) -> bool:
    """Whether a word is a function word or one that says the way."""
    return statement.tokens[index].stop or bool(way(statement, index))


def _led_on(statement: Statement, index: int) -> bool:
    """Whether a word before "to" makes it say no way: "according to"."""
    before = statement.tokens[index - 1].forms if index else ()
    return any(form in _LED_ON for form in before)


def _of_all(statement: Statement, index: int) -> bool:
    """Whether the whole of what follows is meant: "in the whole", "in all parts", "in every"."""
    listed = _ALL.get(statement.language, frozenset())
    near = statement.tokens[index : index + _REACH]
    return any(form in listed for token in near for form in token.forms)


_REACH = 2
"""Words behind a preposition among which a word for the whole stands."""


def _measures(token: Token) -> bool:
    """Whether a word before "from" says how far: "30 kilometres from the city" is not in it."""
    return any(name in _far() for name in likely(token)) or any(form in _AWAY for form in token.forms)


@lru_cache(maxsize=1)
def _far() -> frozenset[str]:
    keys = [key(word, ENGLISH) for word in _UNITS]
    return frozenset(
        f"={name}" for one in keys for name in (one, *(concept for concept, _ in translations(one, ENGLISH)))
    )


_UNITS = ("kilometre", "kilometer", "mile", "metre", "meter", "yard", "hour", "minute", "drive", "distance")
_AWAY = frozenset(
    fold(word)
    for word in (
        "away far kilomètres mètres kilomètre mètre loin kilometer meter entfernt kilómetros metros lejos "
        "متر مترا أمتار كيلومتر كيلومترا كيلومترات"
    ).split()
)


def heads_report(statement: Statement, index: int) -> bool:
    """Whether a word stands where a report says where and when it was written: "BELMORA, March 14 (Agency) -"."""
    if statement.order > _LEAD:
        return False
    text = statement.article.text[statement.start : min(statement.end, statement.start + _LONGEST)]
    found = _DATELINE.match(text)
    return found is not None and statement.tokens[index].start < statement.start + found.end()


_LEAD = 2
_LONGEST = 90
_DATELINE = re.compile(
    r"[^\W\d_][\w’'.\- ]{1,30}(?:, [\w.’' ]{1,30}){0,2}(?: ?\([^()]{1,40}\))?\s?(?:(?<=\)):?|(?:--|[-–—])(?=\s))\s?"
)


def ordinal(statement: Statement, index: int) -> float | None:
    """What an ordinal is worth: "the third floor"."""
    return value(reckoning(statement.language).ordinals, statement.forms(), index)


_ALL_LISTED = {
    "ar": "جميع كل كافة كامل أنحاء أرجاء عموم",
    "de": "ganz ganze ganzen ganzem ganzer gesamten gesamtem allen jedem jeder",
    "en": "all every whole entire",
    "es": "todo toda todos todas",
    "fr": "tout toute tous toutes",
}
_ALL = {language: frozenset(fold(word) for word in words.split()) for language, words in _ALL_LISTED.items()}
_LED_ON = frozenset("according due thanks owing contrary prior subject up grâce quant face gracias".split())
_LISTED = {
    "ar": {
        "in": "في قرب عند داخل خارج أمام خلف وراء وسط قبالة فوق تحت بين جنوب شمال شرق غرب جنوبي شمالي شرقي غربي",
        "from": "من",
        "to": "إلى نحو باتجاه صوب",
        "all": "عبر",
    },
    "de": {
        "in": "in im bei beim am auf vor hinter neben nahe unter über außerhalb innerhalb unweit gegenüber",
        "from": "aus",
        "to": "nach",
        "all": "überall",
    },
    "en": {
        "in": "in at near outside on inside behind beside beneath below under above off within around along opposite",
        "from": "from",
        "to": "to into onto towards toward",
        "all": "across throughout",
    },
    "es": {"in": "en junto frente ante sobre cerca tras bajo", "from": "desde", "to": "hacia hasta", "all": "por"},
    "fr": {
        "in": "à dans près devant derrière sur au aux en sous chez",
        "from": "depuis",
        "to": "vers",
        "all": "travers partout",
    },
}
_WAYS: dict[str, dict[str, Way]] = {
    language: {fold(word): said for said, words in listed.items() for word in words.split()}
    for language, listed in _LISTED.items()
}
