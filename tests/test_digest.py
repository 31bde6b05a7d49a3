"""What is chosen of a comparison, and in which order. All texts are invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.digest import DigestSettings, digest
from generator.model import Digest, Label, Quote
from generator.project import open_project
from tests.compare.telling import compared, span, text_of, told

NAMES: dict[str, Label] = {"Tarn Lines": "ORG", "Marrow Bay": "LOC", "Orrin": "LOC", "Ada Quillfeather": "PER"}
FERRY = "A ferry of Tarn Lines ran aground in Marrow Bay on Tuesday evening with its lights out."
SAME = "A Tarn Lines ferry ran aground in Marrow Bay on Tuesday evening with its lights out."


def chosen(*texts: str) -> tuple[Digest, list[str]]:
    """The digest of articles of these texts by outlets A, B, C, and the words of its extracts."""
    comparison = compared(*(told(outlet, text, NAMES) for outlet, text in zip("ABC", texts, strict=False)))
    found = digest(comparison, settings=DigestSettings())
    return found, [text_of(comparison, extract) for extract in found.summary]


def test_the_summary_begins_with_what_most_report_and_says_nothing_twice() -> None:
    _, extracts = chosen(f"{FERRY} Bakers of Orrin handed out warm bread to all of the passengers.", SAME)
    assert extracts[0] in (FERRY, SAME)
    assert not {FERRY, SAME} <= set(extracts)


def test_no_extract_hangs_in_the_air() -> None:
    dangling = "She said that the passengers of the ferry were all brought to Orrin."
    quoted = "The captain of the ferry cried “all hands on deck” when it struck Marrow Bay."
    asked = "How could a modern ferry of Tarn Lines run aground in a bay like this one?"
    _, extracts = chosen(f"{FERRY} {dangling} {quoted} {asked}", f"{SAME} {dangling} {quoted} {asked}")
    assert not {dangling, quoted, asked} & set(extracts)


def test_the_summary_keeps_to_its_limits() -> None:
    text = " ".join(
        f"Sailor number {n} of Orrin sang song number {n * 7} at the window of house {n * 13}." for n in range(2, 60)
    )
    found, extracts = chosen(text, FERRY)
    assert 1 <= len(extracts) <= DigestSettings().summary
    assert sum(len(extract.split()) for extract in extracts[1:]) <= DigestSettings().summary_words
    assert len(found.facts) <= DigestSettings().facts + 2 * DigestSettings().facts_of_one_source


def test_a_reader_gets_his_own_language_first() -> None:
    arabic = told("A", "اندلع حريق كبير مساء الأحد في مصنع النسيج بمدينة ورقان وأصيب عمال.", language="ar")
    english = told(
        "B", "A large fire broke out on Sunday evening in the textile factory of Warqan and workers were hurt."
    )
    comparison = compared(arabic, english)
    for language, outlet in (("ar", "A"), ("en", "B")):
        found = digest(comparison, settings=DigestSettings(languages=(language,)))
        first = next(one.article for one in comparison.story.members if one.article.id == found.summary[0].article_id)
        assert first.outlet == outlet


@pytest.mark.parametrize(
    ("theme", "block", "languages"),
    [
        ("{name: material, language: ar}", "{}", ("ar",)),
        ("{name: material, language: ar}", "{digest: {languages: [fr, ar]}}", ("fr", "ar")),
        ("material", "{}", ("en",)),
    ],
)
def test_the_readers_language_is_the_sites_unless_others_are_named(
    tmp_path: Path, theme: str, block: str, languages: tuple[str, ...]
) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(f"site_name: x\ntheme: {theme}\nplugins:\n  - storydigest: {block}\n", encoding="utf-8")
    assert open_project(path).config.digest.languages == languages


def test_rows_are_ranked_and_few() -> None:
    found, _ = chosen(FERRY, SAME.replace("Tuesday", "Monday"))
    weights = [row.weight for row in found.differences]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) <= DigestSettings().differences


def test_a_story_of_one_article_has_a_digest_too() -> None:
    found, extracts = chosen(FERRY)
    assert set(extracts) <= {FERRY}
    assert found.differences == ()
    assert found.title_article == found.comparison.story.members[0].article.id


def test_words_out_of_an_unmarked_quotation_are_no_extract() -> None:
    spoken = "Every captain has been told to sleep in Orrin until the spring rains are over."
    texts = [f"{first} Ada Quillfeather said:\n\n{spoken}" for first in (FERRY, SAME)]
    for shown in (True, False):
        quotes = [
            () if shown else (Quote(spans=(span(text, spoken),), kind="direct", repaired=True),) for text in texts
        ]
        comparison = compared(*(told(o, text, NAMES, q) for o, text, q in zip("AB", texts, quotes, strict=True)))
        found = digest(comparison, settings=DigestSettings())
        assert (spoken in {text_of(comparison, extract) for extract in found.summary}) is shown


def test_without_a_title_the_first_clause_serves() -> None:
    text = f"{FERRY[:-1]}, which nobody in the town had expected of a ferry that was built to sail at night."
    analysis = told("A", text, NAMES)
    comparison = compared(replace(analysis, article=replace(analysis.article, title=None)))
    title = digest(comparison, settings=DigestSettings()).title
    assert title is not None
    assert text_of(comparison, title) == FERRY[:-1]
