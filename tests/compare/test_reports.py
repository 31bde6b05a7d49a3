"""Who says it, and what an outlet says itself: voices, stances, claims and mouths. All texts are invented."""

from dataclasses import replace

import pytest

from generator.compare import ComparisonSettings, read
from generator.compare.rivals import rivals
from generator.compare.rivals.ledger import Ledger
from generator.compare.rivals.parts import Part
from generator.compare.rivals.standing import Standing
from generator.compare.rivals.traits import Rival
from generator.compare.rivals.values import Matches
from generator.model import Analysis, Label, Quote
from tests.compare.telling import quote, span, story, told

NAMES: dict[str, Label] = {"Ada Quillfeather": "PER", "Tom Brandel": "PER", "Corvane Line": "ORG"}


def _ledger(*members: Analysis) -> Ledger:
    comparison, reading = read(story(*members), settings=ComparisonSettings())
    return Ledger(comparison, reading, Matches(Standing(reading)))


def _rivals(ground: str, *members: Analysis) -> list[Rival]:
    every = rivals(*read(story(*members), settings=ComparisonSettings()))
    return [rival for rival in every if rival.ground == ground]


def _own(text: str, language: str = "en", *quotes: Quote) -> str:
    """The content words of a sentence that the outlet says itself."""
    ledger = _ledger(told("A", text, NAMES, quotes, language=language))
    statement = ledger.statements[0]
    return " ".join(statement.tokens[index].forms[0] for index in ledger.stances.of(statement).own)


def _reported(text: str, words: str, speaker: str, cue: str) -> Quote:
    return replace(quote(text, words, speaker, "indirect"), cue=span(text, cue))


@pytest.mark.parametrize(
    ("language", "text", "own"),
    [
        ("en", "The keeper left the gate open.", "keeper left gate open"),
        ("en", "The keeper was accused of leaving the gate open.", "keeper"),
        ("en", "Residents blamed the company for the flood.", ""),
        ("en", "The gate was reportedly left open.", ""),
        ("ar", "واتهمت النقابة الشركة بإخفاء التقرير.", ""),
        ("de", "Der Wächter wird beschuldigt, das Tor geöffnet zu haben.", "wachter"),
    ],
)
def test_what_is_held_against_somebody_is_not_the_outlets_word(language: str, text: str, own: str) -> None:
    assert _own(text, language) == own


def test_what_somebody_tries_or_backs_the_outlet_says_itself() -> None:
    text = "Tom Brandel tried to sell the painting."
    assert "sell painting" in _own(text, "en", _reported(text, "to sell the painting", "Tom Brandel", "tried"))
    text = "Tom Brandel said the painting was sold."
    assert _own(text, "en", _reported(text, "the painting was sold", "Tom Brandel", "said")) == ""


def test_speech_within_speech_is_no_voice() -> None:
    text = "Ada Quillfeather said Tom Brandel had tried to sell the painting."
    quotes = (
        _reported(text, "Tom Brandel had tried to sell the painting", "Ada Quillfeather", "said"),
        _reported(text, "to sell the painting", "Tom Brandel", "tried"),
    )
    ledger = _ledger(told("A", text, NAMES, quotes))
    heard = ledger.voices.of(ledger.statements[0])
    assert [voice.statement.tokens[voice.speaker.first].forms[0] for voice in heard] == ["ada"]


def test_a_verb_with_an_object_of_its_own_gives_no_speech() -> None:
    stated = "The owner, Tom Brandel, added two floors to the house without a permit."
    reported = "Ada Quillfeather said the owner added two floors to the house without a permit."
    found = _rivals("claim", told("A", reported, NAMES), told("B", stated, NAMES))
    assert len(found) == 1
    assert found[0].traits["stated"] > 0.7
    assert found[0].traits["met_told"] == 0


def test_a_claim_says_how_much_is_stated_and_what_kind_of_thing() -> None:
    stated = "Corvane Line ignored three warnings about the engine. The sea was calm."
    charged = "Tom Brandel accused Corvane Line of ignoring three warnings about the engine, which Corvane Line denied."
    first, *_ = _rivals("claim", told("A", charged, NAMES), told("B", stated, NAMES))
    assert first.contrast.kind == "claim"
    assert first.traits["accused"] == first.traits["disputed"] == 1
    assert first.traits["blames_own"] >= 1
    assert first.traits["stated_charge"] == pytest.approx(first.traits["stated"])
    assert first.traits["stated_beyond"] > 0
    assert first.traits["stated_too"] == 0


def test_what_a_third_outlet_states_or_reports_too_is_counted() -> None:
    stated = "Corvane Line ignored three warnings about the engine."
    charged = "Tom Brandel accused Corvane Line of ignoring three warnings about the engine."
    members = [told("A", charged, NAMES), told("B", stated, NAMES), told("C", stated + " It rained.", NAMES)]
    found = [rival for rival in _rivals("claim", *members) if rival.contrast.other.statement.source == "B"]
    assert [(rival.traits["stated_too"], rival.traits["reported_too"]) for rival in found] == [(1, 0)]


def test_figures_that_differ_are_no_claim_and_no_second_mouth() -> None:
    reported = "Tom Brandel said 7 workers were hurt in the engine room."
    assert _rivals("claim", told("A", reported, NAMES), told("B", "9 workers were hurt in the engine room.")) == []
    other = "Ada Quillfeather said 9 workers were hurt in the engine room."
    assert _rivals("mouth", told("A", reported, NAMES), told("B", other, NAMES)) == []
    same = other.replace("9", "7")
    assert len(_rivals("mouth", told("A", reported, NAMES), told("B", same, NAMES))) == 1


REPORT = "the pumps had failed an hour before the tunnel flooded"


def _says(outlet: str, speaker: str, more: str = "") -> Analysis:
    text = f"{speaker} said {REPORT}. {more}".strip()
    by = speaker if speaker in NAMES else speaker.removeprefix("The ")
    return told(outlet, text, NAMES, [_reported(text, REPORT, by, "said")])


def test_two_people_with_one_report_are_two_mouths_unless_one_says_it_in_both() -> None:
    members = _says("A", "Ada Quillfeather"), _says("B", "Tom Brandel")
    found = _rivals("mouth", *members)
    assert [rival.traits["alike_said"] for rival in found] == [pytest.approx(1)]
    assert found[0].traits["acts"] == found[0].traits["mute"] == 0
    again = _says("B", "Tom Brandel", f"Earlier Ada Quillfeather told reporters that {REPORT}.")
    assert [
        rival
        for rival in _rivals("mouth", members[0], again)
        if rival.contrast.other.statement.tokens[0].forms[0] == "tom"
    ] == []


def test_an_office_that_stands_beside_a_name_is_the_same_person() -> None:
    named = _says("A", "Ada Quillfeather")
    assert _rivals("mouth", named, _says("B", "The mayor")) != []
    assert _rivals("mouth", named, _says("B", "The mayor", "The mayor, Ada Quillfeather, was in town.")) == []


def test_a_clause_is_enough_for_a_claim() -> None:
    text = "Corvane Line ignored the warnings, it rained for days, and the festival opened."
    ledger = _ledger(told("A", "Corvane Line ignored the warnings."), told("B", text))
    one, other = ledger.statements
    short, long = (Part(statement, tuple(statement.content())) for statement in (one, other))
    assert ledger.parts.covered(short, long) == pytest.approx(1)
    assert ledger.parts.covered(long, short) < 0.7
    assert ledger.parts.best_clause(short, long) > 0.95 > ledger.parts.alike(short, long)


@pytest.mark.parametrize(
    ("language", "text", "speaker", "figure"),
    [
        ("en", "Insurers put the damage at 8 million crowns.", "insurers", "8"),
        ("fr", "Les assureurs évaluent les dégâts à 8 millions.", "assureurs", "8"),
        ("ar", "وقدرت شركة التأمين الأضرار بنحو 8 ملايين.", "شركه", "8"),
    ],
)
def test_who_puts_a_thing_at_a_figure_is_its_voice(language: str, text: str, speaker: str, figure: str) -> None:
    ledger = _ledger(told("A", text, NAMES, language=language))
    voice = ledger.voices.of(ledger.statements[0])[0]
    tokens = ledger.statements[0].tokens
    assert speaker in {form for token in tokens[voice.speaker.first : voice.speaker.last] for form in token.forms}
    assert figure in {tokens[index].forms[0] for index in voice.said}


def test_what_is_put_somewhere_is_no_estimate() -> None:
    ledger = _ledger(told("A", "Workers put the crane at the end of the quay.", NAMES))
    assert ledger.voices.of(ledger.statements[0]) == []


def test_one_who_is_named_right_before_a_pronoun_may_be_the_same() -> None:
    said = "The bridge will be closed for a month, she said."
    pronoun = _reported(said, "The bridge will be closed for a month", "she", "said")
    assert pronoun.speaker is not None
    pronoun = replace(pronoun, speaker=replace(pronoun.speaker, kind="role"))
    one = told("A", f"Ada Quillfeather came late. {said}", NAMES, [_moved(pronoun, "Ada Quillfeather came late. ")])
    other = "Ada Quillfeather said the bridge would be closed for a month."
    words = "the bridge would be closed for a month"
    rivals_ = _rivals("mouth", one, told("B", other, NAMES, [_reported(other, words, "Ada Quillfeather", "said")]))
    assert [rival.traits["may_be_one"] for rival in rivals_] == [1]


def _moved(one: Quote, front: str) -> Quote:
    """The quote, its offsets counted from before `front`."""
    by = len(front)
    spans = tuple(replace(part, start=part.start + by, end=part.end + by) for part in one.spans)
    speaker = one.speaker and replace(one.speaker, start=one.speaker.start + by, end=one.speaker.end + by)
    return replace(one, spans=spans, speaker=speaker, cue=None)
