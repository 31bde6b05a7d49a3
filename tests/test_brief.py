"""What stands in brief, and what never does. All texts, names and outlets are invented."""

from dataclasses import replace

import pytest

from generator.digest import DigestSettings, digest
from generator.digest.alone import carries_on, hanging, stands_alone
from generator.model import Analysis, Evidence, Label, Quote, Span, Speaker
from tests.compare.telling import compared, quote, text_of, told

NAMES: dict[str, Label] = {
    "Tarn Lines": "ORG",
    "Marrow Bay": "LOC",
    "Orrin": "LOC",
    "Ada Quillfeather": "PER",
    "آدا كويلفيذر": "PER",
    "Osk Bramblewick": "PER",
}
LEAD = "A ferry of Tarn Lines ran aground in Marrow Bay on Tuesday evening with 90 passengers on board."
LEAD_TOO = "A Tarn Lines ferry with 90 passengers on board ran aground on Tuesday evening in Marrow Bay."
BOATS = "Fishing boats carried all the passengers to the harbour of Orrin before midnight."
BOATS_TOO = "All the passengers were carried to the harbour of Orrin by fishing boats before midnight."
PUMPS = "The harbour office of Orrin closed the channel to tankers until the wreck is towed away."
PUMPS_TOO = "Until the wreck is towed away the harbour office of Orrin closed the channel to tankers."
BREAD = "Bakers near the northern quay handed out warm bread and blankets to wet children."
SONG = "A choir that happened to rehearse nearby sang old hymns to a grateful crowd."


def in_brief(*members: Analysis, languages: tuple[str, ...] = ("en",)) -> list[str]:
    """The words of the extracts of a story of these articles."""
    comparison = compared(*members)
    found = digest(comparison, settings=DigestSettings(languages=languages))
    return [text_of(comparison, extract) for extract in found.summary]


def english(outlet: str, *sentences: str) -> Analysis:
    """An article of these sentences."""
    return told(outlet, " ".join(sentences), NAMES)


def test_what_several_report_leaves_no_room_for_what_one_reports() -> None:
    extracts = in_brief(
        english("A", LEAD, BREAD, SONG, BOATS, PUMPS),
        english("B", LEAD_TOO, BOATS_TOO, PUMPS_TOO),
    )
    assert len(extracts) == 3
    assert not {BREAD, SONG} & set(extracts)


def test_what_one_reports_fills_up_to_three_and_is_never_first() -> None:
    extracts = in_brief(english("A", BREAD, LEAD, SONG), english("B", LEAD_TOO))
    assert extracts[0] in (LEAD, LEAD_TOO)
    assert {BREAD, SONG} & set(extracts[1:])
    assert len(extracts) <= 3


def test_a_weak_opening_is_passed_over_for_the_most_central_lead() -> None:
    weak = "They are calling it a mishap, and nobody in the old town believes a word."
    aside = "Somebody in the old town keeps a parrot that whistles whenever ships come in."
    for opening in (weak, *(aside.replace("parrot", bird) for bird in ("parrot", "magpie", "raven", "starling"))):
        extracts = in_brief(english("A", opening, BOATS), english("B", LEAD, BOATS_TOO), english("C", LEAD_TOO))
        assert extracts[0] in (LEAD, LEAD_TOO)


def test_a_detail_that_all_report_does_not_come_before_the_event() -> None:
    deal = "Tarn Lines will buy its smaller rival for 40 million crowns, both companies announced on Thursday."
    deal_too = "A takeover of the little competitor was confirmed by Tarn Lines on Thursday."
    captain = "Ada Quillfeather, who has led Tarn Lines since spring, becomes head of the new company."
    extracts = in_brief(english("A", deal, BREAD, captain), english("B", deal_too, SONG, captain))
    assert extracts[0] in (deal, deal_too)
    assert captain in extracts[1:]


ARABIC_LEAD = "اندلع حريق كبير مساء الأحد في مصنع النسيج بمدينة ورقان وأصيب عمال."
ENGLISH_LEAD = "A large fire broke out on Sunday evening in the textile factory of Warqan and workers were hurt."


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_lead_is_not_said_again_in_a_second_language(language: str) -> None:
    extracts = in_brief(
        told("A", ARABIC_LEAD, language="ar"),
        told("B", f"{ENGLISH_LEAD} {BREAD}", NAMES),
        languages=(language,),
    )
    assert extracts[0] == (ARABIC_LEAD if language == "ar" else ENGLISH_LEAD)
    assert not {ARABIC_LEAD, ENGLISH_LEAD} & set(extracts[1:])


def test_a_shared_fact_is_told_in_the_readers_language() -> None:
    german = "Fischerboote brachten alle Passagiere vor Mitternacht in den Hafen von Orrin."
    german_lead = "Eine Fähre von Tarn Lines ist am Dienstagabend mit 90 Passagieren in Marrow Bay auf Grund gelaufen."
    members = (
        english("A", LEAD, BREAD, BOATS),
        told("B", f"{german_lead} {german}", NAMES, language="de"),
    )
    assert german not in in_brief(*members, languages=("en",))
    assert BOATS not in in_brief(*members, languages=("de",))


def test_extracts_of_an_article_stand_in_its_order() -> None:
    one, other = english("A", LEAD, BREAD, BOATS), english("B", LEAD_TOO, BOATS_TOO, SONG)
    extracts = in_brief(one, other)
    text = one.article.text
    own = [text.index(extract) for extract in extracts if extract in text]
    assert own == sorted(own)


def alone(text: str, language: str = "en") -> bool:
    """Whether a text that is a whole article can be an extract of it."""
    analysis = told("A", text, NAMES, language=language)
    passage = Evidence(article_id=analysis.article.id, start=0, end=len(text))
    return stands_alone(passage, analysis.article, analysis.mentions, 300)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("There was no danger of a tidal wave in Marrow Bay that night.", "en", True),
        ("There the passengers of the ferry waited for the morning.", "en", False),
        ("Near Orrin he told reporters that the lights had been out.", "en", False),
        ("Osk Bramblewick said he would wait for the morning tide.", "en", True),
        ("But the ferry of the line had been inspected in the spring.", "en", False),
        ("However, the ferry of the line had been inspected in spring.", "en", False),
        ("They had been told that the ferry would sail without lights.", "en", False),
        ("Could the ferry of the line have sailed without any lights?", "en", False),
        ("“Nobody told us that the lights were out,” the captain said.", "en", False),
        ("وقال إن العبارة أبحرت من الميناء من دون أضواء مساء الثلاثاء.", "ar", False),
        ("وقالت آدا كويلفيذر إن العبارة أبحرت من دون أضواء مساء الثلاثاء.", "ar", True),
        ("وصلت العبارة إلى الميناء من دون أضواء مساء الثلاثاء.", "ar", True),
    ],
)
def test_an_extract_can_be_read_by_itself(text: str, language: str, *, expected: bool) -> None:
    assert alone(text, language) is expected


def test_what_carries_on_from_a_sentence_before_is_never_first() -> None:
    carried = "وقالت آدا كويلفيذر إن حريقا كبيرا اندلع مساء الأحد في مصنع النسيج بمدينة ورقان وأصيب عمال."
    assert carries_on(carried, "ar")
    assert not carries_on(ARABIC_LEAD, "ar")
    extracts = in_brief(
        told("A", carried, NAMES, language="ar"),
        told("B", ARABIC_LEAD, NAMES, language="ar"),
        told("C", carried, NAMES, language="ar"),
        languages=("ar",),
    )
    assert extracts[0] == ARABIC_LEAD


def test_a_speaker_who_is_told_elsewhere_hangs() -> None:
    text = "Osk Bramblewick steered the ferry. The ferry had no lights, the captain said."
    start = text.index("the captain")
    referent = Span(start=0, end=len("Osk Bramblewick"))
    speaker = Speaker(start=start, end=start + len("the captain"), kind="role", referent=referent)
    said = (Quote(spans=(Span(start=35, end=start - 2),), kind="indirect", speaker=speaker),)
    assert hanging(Evidence(article_id="a", start=35, end=len(text)), said)
    assert not hanging(Evidence(article_id="a", start=0, end=len(text)), said)
    assert not hanging(Evidence(article_id="a", start=0, end=34), said)


def test_another_figure_makes_another_statement_but_never_of_the_same_fact() -> None:
    worth = "The stolen crown of Orrin is worth 800,000 marks, the museum of Orrin said."
    stolen = "Thieves stole a silver crown from the museum of Orrin in the night to Tuesday."
    extracts = in_brief(english("A", stolen, worth), english("B", stolen, worth))
    assert extracts == [stolen, worth]
    other = LEAD.replace("90", "70")
    extracts = in_brief(english("A", LEAD, BREAD), english("B", other, SONG))
    assert not {LEAD, other} <= set(extracts)


def test_a_hanging_speaker_gives_way_to_a_plain_statement() -> None:
    text = f"{LEAD} Osk Bramblewick steered the vessel. {SONG} {BREAD} Old ropes had been ordered, the captain said."
    start = text.index("the captain")
    found = Span(start=text.index("Osk"), end=text.index("Osk") + len("Osk Bramblewick"))
    speaker = Speaker(start=start, end=start + len("the captain"), kind="role", referent=found)
    said = Quote(spans=(Span(start=text.index("Old ropes"), end=start - 2),), kind="indirect", speaker=speaker)
    extracts = in_brief(told("A", text, NAMES, [said]), english("B", LEAD_TOO))
    assert "Old ropes had been ordered, the captain said." not in extracts


def test_a_story_of_one_source_is_brief_in_its_words() -> None:
    extracts = in_brief(english("A", LEAD, BOATS, PUMPS))
    assert extracts[0] == LEAD
    assert len(extracts) > 1


def chosen(*members: Analysis, languages: tuple[str, ...] = ("en",), most: int = 5, words: int = 110) -> list[str]:
    """The words of at most so many extracts, of at most so many words."""
    comparison = compared(*members)
    settings = DigestSettings(languages=languages, summary=most, summary_words=words)
    return [text_of(comparison, extract) for extract in digest(comparison, settings=settings).summary]


def test_no_more_words_than_there_is_room_for() -> None:
    members = english("A", LEAD, BOATS, PUMPS), english("B", LEAD_TOO, BOATS_TOO, PUMPS_TOO)
    assert len(chosen(*members)) == 3
    assert len(chosen(*members, words=25)) == 2
    assert len(chosen(*members, words=1)) == 1, "the first comes in any case"


def test_a_quotation_without_marks_is_no_extract() -> None:
    oath = "Nobody will sail for Tarn Lines from Orrin without a life vest again this year."
    plain = english("A", LEAD, oath), english("B", LEAD_TOO, oath)
    assert oath in in_brief(*plain)
    text = f"{LEAD} {oath}"
    said = (quote(text, oath, kind="direct"),)
    assert oath not in in_brief(told("A", text, NAMES, said), told("B", text.replace(LEAD, LEAD_TOO), NAMES, said))


def test_what_more_sources_report_is_chosen_and_what_comes_earlier_is_read_earlier() -> None:
    members = (
        english("A", LEAD, BOATS, PUMPS),
        english("B", LEAD_TOO, BOATS_TOO, PUMPS_TOO),
        english("C", LEAD, PUMPS),
    )
    assert chosen(*members, most=2)[1] in (PUMPS, PUMPS_TOO)
    first, *rest = chosen(*members, most=3)
    assert first in (LEAD, LEAD_TOO)
    assert [one in (BOATS, BOATS_TOO) for one in rest] == [True, False]


@pytest.mark.parametrize("outlet", ["B", "D", "E", "F"])
def test_of_a_copy_nothing_is_taken(outlet: str) -> None:
    original = english("A", LEAD, BOATS)
    copied = english(outlet, LEAD, BOATS)
    copied = replace(copied, article=replace(copied.article, copy_of=original.article.id))
    comparison = compared(copied, original, english("C", LEAD_TOO, BOATS_TOO))
    found = digest(comparison, settings=DigestSettings(languages=("en",)))
    assert copied.article.id not in {extract.article_id for extract in found.summary}


def test_what_half_repeats_the_lead_comes_after_something_new() -> None:
    half = "The ferry of Tarn Lines had left its berth in Orrin late on Tuesday because of fog."
    members = english("A", LEAD, half, BOATS), english("B", LEAD_TOO, half, BOATS_TOO)
    assert half in chosen(*members)
    assert half not in chosen(*members, most=2)


ASIDES = (BREAD, SONG, "Gulls circled over a lamp that nobody had lit.", "Children drew boats on steamy windows.")
OTHER_ASIDES = (
    "Snow fell on the roofs.",
    "A tailor mended torn coats for nothing.",
    "Two dogs slept.",
    "Somebody played chess.",
)


def test_what_stands_early_is_preferred_to_what_names_a_little_more() -> None:
    early = "Doctors treated a young cook for burns on both of his hands."
    late = "Experts from Orrin will look for a crack in the propeller next week."
    members = english("A", LEAD, early, *ASIDES, late), english("B", LEAD_TOO, early, *OTHER_ASIDES, late)
    assert chosen(*members, most=2)[1] == early


def test_of_two_late_ones_that_which_names_more_is_preferred() -> None:
    plain = "Divers found a long crack below the waterline of the vessel."
    naming = "Heavy tugs from Orrin will tow the empty hull to Marrow Bay at the weekend."
    members = english("A", LEAD, *ASIDES, plain, naming), english("B", LEAD_TOO, *OTHER_ASIDES, plain, naming)
    assert naming in chosen(*members, most=2)


def test_the_very_first_sentence_is_preferred_to_one_that_names_more() -> None:
    event = "A ferry hit a sandbank at dusk with ninety people on board."
    naming = "Osk Bramblewick of Tarn Lines went to Marrow Bay at night to comfort frightened families."
    assert chosen(english("A", event, naming), english("B", event, naming))[0] == event


@pytest.mark.parametrize("bird", ["parrot", "magpie", "raven", "starling"])
def test_of_two_openings_that_which_names_who_is_involved_is_first(bird: str) -> None:
    aside = f"Somebody in the old town keeps a {bird} that whistles whenever ships come in."
    detail = "Osk Bramblewick of Tarn Lines and Marrow Bay had a long night."
    assert chosen(english("A", aside, detail), english("B", LEAD, BREAD))[0] == LEAD


GERMAN_LEAD = "Osk Bramblewick von Tarn Lines musste am Abend seine Fahrgäste trösten."
GERMAN_ASIDE = "Bäcker verteilten warmes Brot an nasse Kinder und sangen alte Lieder."


def test_a_lead_in_the_readers_language_is_first_unless_it_is_beside_the_point() -> None:
    leads = english("A", LEAD), english("C", LEAD_TOO)
    german = told("B", GERMAN_LEAD, NAMES, language="de")
    assert chosen(*leads, german, languages=("de",))[0] == GERMAN_LEAD
    assert chosen(*leads, german, languages=("en",))[0] in (LEAD, LEAD_TOO)
    aside = told("B", GERMAN_ASIDE, NAMES, language="de")
    assert chosen(*leads, aside, languages=("de",))[0] in (LEAD, LEAD_TOO)


def test_what_is_shared_is_told_in_the_readers_language_first() -> None:
    german = "Taucher fanden unter der Wasserlinie des Schiffes einen langen Riss."
    own = "Heavy tugs will tow the empty hull away at the weekend."
    members = (
        told("G", f"{GERMAN_LEAD} {german}", NAMES, language="de"),
        told("H", f"{GERMAN_LEAD} {german}", NAMES, language="de"),
        english("A", LEAD, BREAD, own),
        english("B", LEAD_TOO, SONG, own),
    )
    assert own in chosen(*members, most=2)
    assert german in chosen(*members, most=2, languages=("de",))
