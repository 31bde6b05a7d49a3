"""Sentences, names and grammar of an article. All texts are invented."""

import itertools
import os
import subprocess
import sys

import pytest

from generator.language.parse import LONGEST, Parsed, parse
from generator.model import Span

ENGLISH = """Harbour plan divides the council

Mayor Ilse Vandorp told reporters in Brellow on Tuesday that it would close. “We waited. Nothing came,” she said.

Vandorp will meet Prime Minister Oskar Lindqvist in Norway next week. The United Nations has offered help."""
ARABIC = """التقى رئيس الوزراء سمير الحداد بوزير الخارجية كريم النجار في القاهرة. وقال الحداد إن مصر وسوريا ستعملان.

وأضاف: "سنعود إلى بيروت غدا"."""


def surfaces(text: str, parsed: Parsed) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.label) for m in parsed.mentions]


def test_token_offsets_are_article_offsets() -> None:
    parsed = parse(ENGLISH, "en")

    for paragraph in parsed.paragraphs:
        for token in paragraph.doc:
            start = paragraph.start + token.idx
            assert ENGLISH[start : start + len(token)] == token.text


def test_headings_are_no_sentences() -> None:
    heading = Span(start=0, end=ENGLISH.index("\n"))
    parsed = parse(ENGLISH, "en", (heading,))

    assert parsed.paragraphs[0].heading
    assert all(sentence.start > heading.end for sentence in parsed.sentences)


def test_sentences_do_not_break_a_quotation() -> None:
    sentences = [ENGLISH[s.start : s.end] for s in parse(ENGLISH, "en").sentences]

    assert "“We waited. Nothing came,” she said." in sentences


def test_sentences_stay_within_paragraphs_and_in_order() -> None:
    spans = parse(ENGLISH, "en").sentences

    assert list(spans) == sorted(spans)
    assert all("\n\n" not in ENGLISH[s.start : s.end] for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_english_names_without_titles_and_days() -> None:
    found = surfaces(ENGLISH, parse(ENGLISH, "en"))

    assert ("Ilse Vandorp", "PER") in found
    assert ("Vandorp", "PER") in found
    assert ("Oskar Lindqvist", "PER") in found
    assert ("Norway", "LOC") in found
    assert ("United Nations", "ORG") in found
    assert not any("Tuesday" in surface or "Minister" in surface for surface, _ in found)


def test_english_grammar_tells_who_told_whom() -> None:
    doc = parse(ENGLISH, "en").paragraphs[1].doc
    told = next(token for token in doc if token.text == "told")

    assert told.lemma_ == "tell"
    assert told.pos_ == "VERB"
    subject = next(t for t in told.children if t.dep_ == "nsubj")
    assert "Vandorp" in {t.text for t in subject.subtree}


def test_arabic_names_without_clitics() -> None:
    found = surfaces(ARABIC, parse(ARABIC, "ar"))

    assert ("القاهرة", "LOC") in found
    assert ("مصر", "LOC") in found
    assert ("سوريا", "LOC") in found
    assert len(parse(ARABIC, "ar").sentences) == 3


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("de", "Der Rat tagte am 3. Mai. Danach ging er auseinander.", 2),
        ("zh", "市长说港口将关闭。居民们反对。", 2),
        ("hi", "बंदरगाह बंद होगा। लोग नाराज़ हैं।", 2),
        ("xq", "One two three. Four five six.", 2),
        ("und", "One two three. Four five six.", 2),
    ],
)
def test_other_languages_have_sentences(language: str, text: str, count: int) -> None:
    parsed = parse(text, language)

    assert len(parsed.sentences) == count
    assert parsed.scheme is None


def test_countries_and_bodies_are_found_without_a_pipeline() -> None:
    text = "Der Rat von Norwegen schrieb an die Vereinten Nationen und nach Frankreich."

    assert ("Norwegen", "LOC") in surfaces(text, parse(text, "de"))
    assert ("Frankreich", "LOC") in surfaces(text, parse(text, "de"))


@pytest.mark.parametrize("language", ["en", "ar", "de", "ja", "und"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n \n",
        "Brellow",
        ".",
        "x" * 50_000,
        "م" * 30_000,
        "a.b" * 5_000,
        "\u202eabc\u202c \u2066def\u2069\u200f",
        "Привет Ada 你好 مرحبا שלום नमस्ते 🙂🙂",
        "\n".join("line" for _ in range(500)),
        "((((((((((" * 200,
        "“" * 300,
        "\ud7ff\ufffd\u0000\u0007",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_no_text_raises(language: str, text: str) -> None:
    parsed = parse(text, language)

    for span in (*parsed.sentences, *parsed.mentions):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()


def test_an_endless_word_is_cut() -> None:
    parsed = parse("x" * (3 * LONGEST), "en")

    assert max(len(paragraph.doc.text) for paragraph in parsed.paragraphs) <= LONGEST


def test_an_article_alone_reads_as_it_does_among_others() -> None:
    alone = parse(ENGLISH, "en")
    parse(ARABIC, "ar")
    parse(ENGLISH.replace("Vandorp", "Quill"), "en")
    again = parse(ENGLISH, "en")

    assert alone.mentions == again.mentions
    assert [t.dep_ for p in alone.paragraphs for t in p.doc] == [t.dep_ for p in again.paragraphs for t in p.doc]


def test_hash_seed_does_not_matter() -> None:
    program = (
        "from generator.language.parse import parse\n"
        f"print(parse({ENGLISH!r}, 'en').mentions, parse({ARABIC!r}, 'ar').mentions)"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }

    assert len(outputs) == 1


def test_persons_named_in_full_are_found_without_a_pipeline() -> None:
    text = "Bürgermeisterin Angela Vandorp traf am Montag Oskar Quill. Vandorp lachte."

    assert surfaces(text, parse(text, "de")) == [
        ("Angela Vandorp", "PER"),
        ("Oskar Quill", "PER"),
        ("Vandorp", "PER"),
    ]
