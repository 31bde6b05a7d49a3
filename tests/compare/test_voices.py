"""Who said it, who claims it, what it is called, who leaves it out. All texts are invented."""

from dataclasses import replace

import pytest

from generator.model import Label, Speaker
from tests.compare.telling import compared, quote, rows, text_of, told

PEOPLE: dict[str, Label] = {"Ada Quillfeather": "PER", "Tom Brandel": "PER"}
WON = "We won because we all stayed together in the cold"


def test_the_same_words_of_two_people_are_an_attribution() -> None:
    one, other = f'"{WON}," said Ada Quillfeather.', f'"{WON}," said Tom Brandel.'
    found = compared(
        told("A", one, PEOPLE, [quote(one, WON, "Ada Quillfeather")]),
        told("B", other, PEOPLE, [quote(other, WON, "Tom Brandel")]),
    )
    row = rows(found, "attribution")[0]
    assert [text_of(found, side.value) for side in row.sides] == ["Ada Quillfeather", "Tom Brandel"]


def test_the_same_words_of_one_person_are_none() -> None:
    one, other = f'"{WON}," said Ada Quillfeather.', f'"{WON}," Quillfeather told the crowd.'
    found = compared(
        told("A", one, PEOPLE, [quote(one, WON, "Ada Quillfeather")]),
        told("B", other, {"Quillfeather": "PER"}, [quote(other, WON, "Quillfeather")]),
    )
    assert rows(found, "attribution") == []


def test_whom_a_quotation_names_is_not_who_speaks_it() -> None:
    said = "Tom Brandel lost his head and his hat at sea"
    one, other = f'"{said}," he wrote.', f'"{said}," Ada Quillfeather said.'
    start = one.index(" he ") + 1
    by_him = replace(quote(one, said), speaker=Speaker(start=start, end=start + 2, kind="pronoun"))
    found = compared(
        told("A", one, PEOPLE, [by_him]), told("B", other, PEOPLE, [quote(other, said, "Ada Quillfeather")])
    )
    assert rows(found, "attribution") == []


def test_a_source_that_one_names_and_another_does_not() -> None:
    one = "It was reported that the mayor secretly sold the old harbour cranes."
    other = "The Orrin Post reported that the mayor secretly sold the old harbour cranes."
    said = quote(other, "that the mayor secretly sold the old harbour cranes", "The Orrin Post", "indirect")
    found = compared(told("A", one), told("B", other, {"Orrin Post": "ORG"}, [said]))
    row = rows(found, "attribution")[0]
    assert {text_of(found, side.value) for side in row.sides} == {"It was reported", "Orrin Post"}


def test_a_heading_that_claims_what_others_attribute() -> None:
    heading = "The Kestrel dam is a mistake"
    text = f"{heading}\n\nThe council will vote on Monday about money for new buses."
    other = "Ada Quillfeather said that the Kestrel dam was a mistake from the first day."
    said = quote(other, "that the Kestrel dam was a mistake from the first day", "Ada Quillfeather", "indirect")
    names: dict[str, Label] = {"Kestrel": "ORG", **PEOPLE}
    found = compared(told("A", text, names, headings=[heading]), told("B", other, names, [said]))
    row = rows(found, "claim")[0]
    assert {text_of(found, side.value) for side in row.sides} >= {heading}


def test_labels_in_the_outlets_own_voice_only() -> None:
    names: dict[str, Label] = {"Dawn of Jeldan": "ORG"}
    own = compared(
        told("A", "Fighters of the Dawn of Jeldan terrorist group left the bridge.", names),
        told("B", "The Dawn of Jeldan movement left the old town at night.", names),
    )
    assert [sorted(text_of(own, side.value) for side in row.sides) for row in rows(own, "label")] == [
        ["movement", "terrorist group"]
    ]
    text = 'A man cried: "The Dawn of Jeldan terrorist group must go."'
    quoted = compared(
        told("A", text, names, [quote(text, "The Dawn of Jeldan terrorist group must go.")]),
        told("B", "The Dawn of Jeldan movement left the old town at night.", names),
    )
    assert rows(quoted, "label") == []


def test_a_name_that_one_source_dwells_on_and_another_has_is_missed() -> None:
    names: dict[str, Label] = {"Iridia": "LOC", "IRIDIA": "LOC"}
    dwells = "Iridia closed the strait. Iridia wants talks. Nobody trusts Iridia. The king blames Iridia."
    once = "Ships wait for days. Sailors want to know what Iridia wants."
    silent = "Ships wait at the strait. Prices of grain rise by the hour, and the harbour is full of sailors."
    found = compared(told("A", dwells, names), told("B", once, names), told("C", silent))
    assert [text_of(found, row.subject) for row in rows(found, "gap")] == ["Iridia"]
    less = compared(told("A", dwells.partition(" The king")[0], names), told("B", once, names), told("C", silent))
    assert rows(less, "gap") == []
    dateline = compared(told("A", f"IRIDIA - {dwells}", names), told("B", once, names), told("C", silent))
    assert rows(dateline, "gap") == []


def test_a_source_that_writes_as_another_does_is_read_in_its_own_language() -> None:
    dwells = "Arana closed the strait. Arana wants talks. Nobody trusts Arana. The king blames Arana."
    arabic = told("B", "تنتظر السفن منذ أيام. ويقول البحارة إن أرانا تريد محادثات.", {"أرانا": "LOC"}, language="ar")
    silent = "Ships wait at the strait. Prices rise by the hour, and Aryan, a cook, feeds the sailors in the harbour."
    found = compared(told("A", dwells, {"Arana": "LOC"}), arabic, told("C", silent))
    assert [text_of(found, row.subject) for row in rows(found, "gap")] == ["Arana"]


def test_a_gap_needs_weight_and_two_others() -> None:
    names: dict[str, Label] = {"Iridia": "LOC"}
    loud = "Iridia closed the strait. Iridia wants talks. Ships wait before Iridia."
    silent = "Ships wait at the strait. Prices of grain rise by the hour, and the harbour is full of sailors."
    found = compared(told("A", loud, names), told("B", loud.replace("wait", "turn"), names), told("C", silent))
    row = rows(found, "gap")[0]
    assert [len(side.evidence) for side in row.sides] == [2, 0]
    assert len(row.sides[1].articles) == 1
    hinted = compared(
        told("A", loud, names),
        told("B", loud.replace("wait", "turn"), names),
        told("C", silent + " Iridian sailors sang."),
    )
    assert rows(hinted, "gap") == []
    pair = compared(told("A", loud, names), told("C", silent))
    assert rows(pair, "gap") == []


def test_the_wording_of_a_quotation_is_a_difference_and_a_cut_is_none() -> None:
    long = "We will open the old lock tonight and flood the green meadows of the county"
    changed = "We will open the old lock tonight and drown the green fields of the county"
    cut = "We will open the old lock tonight and flood the green meadows"
    texts = [f'"{words}," said Ada Quillfeather.' for words in (long, changed, cut)]
    members = [
        told(outlet, text, PEOPLE, [quote(text, words, "Ada Quillfeather")])
        for outlet, text, words in zip("ABC", texts, (long, changed, cut), strict=True)
    ]
    assert len(rows(compared(members[0], members[1]), "wording")) == 1
    assert rows(compared(members[0], members[2]), "wording") == []


def test_a_person_is_looked_for_by_sound_in_another_script() -> None:
    names: dict[str, Label] = {"يارا مندل": "PER", "مندل": "PER"}
    one = "قالت يارا مندل إن القوارب تأخرت. وأضافت مندل أن التحقيق بدأ."
    other = "اتهمت يارا مندل المركز بالتقصير. وطالبت مندل بتحقيق مستقل."
    silent = "The boat sank at dawn and nineteen people drowned, the coastguard said on Tuesday."
    found = compared(told("A", one, names, language="ar"), told("B", other, names, language="ar"), told("C", silent))
    assert [text_of(found, row.subject) for row in rows(found, "gap")] == ["يارا مندل"]
    named = compared(
        told("A", one, names, language="ar"),
        told("B", other, names, language="ar"),
        told("C", silent + " Yara Mandel, who runs a charity, spoke of delays."),
    )
    assert rows(named, "gap") == []


def test_a_place_where_things_happen_is_not_missing() -> None:
    names: dict[str, Label] = {"Belmarra": "LOC"}
    there = "The dead lay in Belmarra. Nurses from Belmarra came. A hall in Belmarra was opened."
    silent = "The dead were brought to a sports hall, where nurses laid out blankets and wrote numbers on cards."
    found = compared(told("A", there, names), told("B", there.replace("dead", "men"), names), told("C", silent))
    assert rows(found, "gap") == []


def test_who_is_told_by_an_office_is_not_missing() -> None:
    names: dict[str, Label] = {"Ada Quillfeather": "PER", "Quillfeather": "PER"}
    text = "The mine was shut by the harbour master, Ada Quillfeather. Quillfeather said so."
    filler = "Sailors waited all day for news of their boats and sang."
    one, other = told("A", text, names), told("B", text.replace("shut", "closed"), names)
    assert rows(compared(one, other, told("C", f"{filler} {filler}")), "gap") != []
    assert rows(compared(one, other, told("C", f"{filler} The harbour master spoke. {filler}")), "gap") == []


@pytest.mark.parametrize(
    ("name", "by_another_word"),
    [
        ("United States", "An American sailor sang."),
        ("United States", "A U.S. sailor sang."),
        ("White House", "The administration was silent."),
        ("Netherlands", "Two Dutch ships turned."),
        ("Iran", "The talks in Tehran went on."),
    ],
)
def test_a_country_or_government_by_another_word_is_not_missing(name: str, by_another_word: str) -> None:
    names: dict[str, Label] = {name: "ORG" if name == "White House" else "LOC"}
    loud = f"{name} closed the strait. {name} wants talks. {name} waits for ships."
    silent = "Ships wait at the strait. Prices of grain rise by the hour, and the harbour is full of sailors."
    others = told("A", loud, names), told("B", loud.replace("waits", "hopes"), names)
    assert [row.kind for row in rows(compared(*others, told("C", silent)), "gap")] == ["gap"]
    assert rows(compared(*others, told("C", f"{silent} {by_another_word}")), "gap") == []
