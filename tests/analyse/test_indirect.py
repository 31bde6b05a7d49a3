"""Indirect speech: what is said, and by whom, wherever its cue stands. All texts are invented."""

import pytest

from generator.analyse.quotes import find_quotes
from generator.language.parse import parse
from tests.compare.telling import told


def _reports(text: str, language: str) -> list[tuple[list[str], str]]:
    article = told("Invented", text, language=language).article
    quotes = find_quotes(article, parse(article.text, article.language))
    return [
        ([text[span.start : span.end] for span in quote.spans], text[quote.speaker.start : quote.speaker.end])
        for quote in quotes
        if quote.kind == "indirect" and quote.speaker is not None
    ]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "Cheap imports had caused three years of losses at the plant, said the union.",
            ["Cheap imports had caused three years of losses at the plant"],
            "the union",
        ),
        (
            "It had left a door open, said a former technician: an update was never put in.",
            ["It had left a door open", "an update was never put in"],
            "a former technician",
        ),
        (
            "Until then, said the vet, people would sleep in their cellars.",
            ["Until then", "people would sleep in their cellars"],
            "the vet",
        ),
        (
            "The truce was broken by both sides, diplomats claimed, a charge that the army rejects.",
            ["The truce was broken by both sides"],
            "diplomats",
        ),
        (
            "Lack of staff was the main cause, the union said; the report itself does not go that far.",
            ["Lack of staff was the main cause"],
            "the union",
        ),
        ("The pills had a street value of 40 million crowns, officials estimated.", None, "officials"),
        (
            "The money, according to the prosecutor, was sent abroad.",
            ["The money", "was sent abroad"],
            "the prosecutor",
        ),
        ("The minister made plain that no family had been pushed back.", None, "The minister"),
    ],
)
def test_english(text: str, said: list[str] | None, speaker: str) -> None:
    found = _reports(text, "en")
    assert (said, speaker) in [(spans if said else None, who) for spans, who in found]


def test_who_speaks_is_no_object() -> None:
    assert not [
        who for _, who in _reports("The minister, under pressure, announced a review.", "en") if "review" in who
    ]


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker"),
    [
        ("fr", "Vingt personnes ont fui, a indiqué le parquet.", "Vingt personnes ont fui", "le parquet"),
        ("es", "El fuego se detectó a las seis, informó la policía.", "El fuego se detectó a las seis", "la policía"),
        ("de", "Dort verlieren 480 Leute ihre Stelle, sagte der Betriebsrat.", None, "der Betriebsrat"),
        (
            "de",
            "Die Daten sind gestohlen, wie der Beauftragte erklärte.",
            "Die Daten sind gestohlen",
            "der Beauftragte",
        ),
        ("de", "Nach Angaben der Polizei kam niemand zu Schaden.", "kam niemand zu Schaden", "der Polizei"),
        ("ar", "وأصيب 17 عاملا بحروق طفيفة، كما أفادت الشرطة.", "وأصيب 17 عاملا بحروق طفيفة", "الشرطة"),
        ("ar", "وأصيب 17 عاملا بحروق طفيفة، بحسب ما أعلنته الشرطة.", "وأصيب 17 عاملا بحروق طفيفة", "الشرطة"),
        ("ar", "وأصيب 17 عاملا بحروق طفيفة، على ما ذكرت الوزارة.", "وأصيب 17 عاملا بحروق طفيفة", "الوزارة"),
    ],
)
def test_other_languages(language: str, text: str, said: str | None, speaker: str) -> None:
    found = _reports(text, language)
    assert (said, speaker) in [(" … ".join(spans) if said else None, who) for spans, who in found]
