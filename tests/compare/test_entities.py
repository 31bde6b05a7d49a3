"""People, bodies and places: once each, whatever they are called. All texts are invented."""

from generator.model import Comparison, Entity, Label
from tests.compare.telling import compared, quote, text_of, told


def entity(comparison: Comparison, spelling: str) -> Entity:
    """The one entity that has the spelling."""
    found = [
        one for one in comparison.entities if any(text_of(comparison, mention) == spelling for mention in one.mentions)
    ]
    assert len(found) == 1, spelling
    return found[0]


def test_a_surname_belongs_to_the_full_name() -> None:
    found = compared(
        told(
            "A",
            "Mayor Ada Quillfeather opened the bridge. Quillfeather was pleased.",
            {"Ada Quillfeather": "PER", "Quillfeather": "PER"},
        ),
        told("B", "Quillfeather opened a bridge in Orrin.", {"Quillfeather": "PER", "Orrin": "LOC"}),
    )
    assert entity(found, "Quillfeather").id == entity(found, "Ada Quillfeather").id
    assert text_of(found, entity(found, "Quillfeather").name) == "Ada Quillfeather"


def test_a_surname_of_two_people_goes_to_the_one_named_last_and_else_to_nobody() -> None:
    names = {"Ada Brandel": "PER", "Tom Brandel": "PER", "Brandel": "PER"}
    text = "Ada Brandel sang. Brandel bowed. Tom Brandel danced. Brandel left."
    found = compared(told("A", text, names), told("B", "A crowd cheered Brandel.", {"Brandel": "PER"}))
    owners = {
        mention.start: text_of(found, one.name)
        for one in found.entities
        for mention in one.mentions
        if text_of(found, mention) == "Brandel"
    }
    assert owners[text.index("Brandel bowed")] == "Ada Brandel"
    assert owners[text.index("Brandel left")] == "Tom Brandel"
    assert "Brandel" in owners.values()


def test_an_acronym_belongs_to_the_one_name_with_its_initials() -> None:
    found = compared(
        told("A", "The Orrin Harbour Trust bought it.", {"Orrin Harbour Trust": "ORG"}),
        told("B", "The OHT is proud, and oht is no word.", {"OHT": "ORG"}),
    )
    assert entity(found, "OHT").id == entity(found, "Orrin Harbour Trust").id


def test_the_scripts_of_a_name_meet_and_a_demonym_is_no_country() -> None:
    found = compared(
        told(
            "A",
            "Edvard Carsten spoke in Egypt to an Egyptian crowd.",
            {"Edvard Carsten": "PER", "Egypt": "LOC", "Egyptian": "MISC"},
        ),
        told("B", "تحدث إدفارد كارستن في مصر.", {"إدفارد كارستن": "PER", "مصر": "LOC"}, language="ar"),
    )
    assert entity(found, "Edvard Carsten").id == entity(found, "إدفارد كارستن").id
    assert entity(found, "Egypt").id == entity(found, "مصر").id
    assert entity(found, "Egyptian").id != entity(found, "Egypt").id
    assert {alias.language for alias in entity(found, "Egypt").aliases} == {"en", "ar"}


def test_a_name_missed_in_arabic_is_found_by_its_sound() -> None:
    found = compared(
        told("A", "Edvard Carsten spoke.", {"Edvard Carsten": "PER"}),
        told("B", "قال إدفارد كارستن ذلك.", language="ar"),
    )
    assert entity(found, "إدفارد كارستن").id == entity(found, "Edvard Carsten").id


def test_a_name_in_arabic_only_is_romanised_and_marked_so() -> None:
    found = compared(told("A", "تحدث سليم الرماح.", {"سليم الرماح": "PER"}, language="ar"))
    assert entity(found, "سليم الرماح").romanised is not None
    assert compared(told("A", "Ada Quillfeather spoke.", {"Ada Quillfeather": "PER"})).entities[0].romanised is None


def test_a_capital_is_no_word() -> None:
    found = compared(told("A", "The US told us so.", {"US": "LOC"}), told("B", "America said it.", {"America": "LOC"}))
    assert entity(found, "US").id == entity(found, "America").id
    assert len(entity(found, "US").mentions) == 2


def test_ids_follow_from_names_alone() -> None:
    one = compared(told("A", "Ada Quillfeather spoke.", {"Ada Quillfeather": "PER"}))
    other = compared(
        told("B", "Yesterday Ada Quillfeather sang in Orrin.", {"Ada Quillfeather": "PER", "Orrin": "LOC"})
    )
    assert entity(one, "Ada Quillfeather").id == entity(other, "Ada Quillfeather").id


def test_an_unnamed_speaker_is_an_entity_without_a_name() -> None:
    text = 'A senior harbour officer said: "The ship was never in danger at all."'
    said = quote(text, "The ship was never in danger at all.", "A senior harbour officer")
    from dataclasses import replace  # noqa: PLC0415

    assert said.speaker is not None
    said = replace(said, speaker=replace(said.speaker, kind="role"))
    found = compared(told("A", text, quotes=[said]))
    assert [one.named for one in found.entities] == [False]


def test_heads_and_company_tell_the_kind() -> None:
    names: dict[str, Label] = {
        "Marrow Authority": "LOC",
        "Tarn": "PER",
        "Lumen": "PER",
        "Dawn": "LOC",
        "Captain Ada Mur": "ORG",
    }
    text = "The Marrow Authority met the grid operator Tarn. Tarn was late. Lumen, a charity, and Captain Ada Mur came."
    found = {text_of(c, e.name): e.label for c in [compared(told("A", text, names))] for e in c.entities}
    assert found == {"Marrow Authority": "ORG", "Tarn": "ORG", "Lumen": "ORG", "Ada Mur": "PER"}
    place: dict[str, Label] = {"Dawn": "LOC"}
    found = {text_of(c, e.name): e.label for c in [compared(told("A", "Dawn, a chain of islands, sleeps.", place))]
             for e in c.entities}  # fmt: skip
    assert found == {"Dawn": "LOC"}


def test_names_that_the_recogniser_missed_or_cut() -> None:
    names: dict[str, Label] = {"Quill": "PER", "Marrow": "LOC", "Arab": "MISC"}
    text = "Quill & Tarn paid for Operation Grey Tide in southern Marrow. Arab countries looked on. Marrow slept."
    comparison = compared(told("A", text, names))
    found = {text_of(comparison, entity.name): entity.label for entity in comparison.entities}
    assert found == {
        "Quill & Tarn": "ORG", "Operation Grey Tide": "MISC", "southern Marrow": "LOC", "Arab countries": "MISC",
        "Marrow": "LOC",
    }  # fmt: skip


def test_a_noun_stands_for_the_one_body_named_before_it() -> None:
    names: dict[str, Label] = {"Orrin Police": "ORG", "Tarn Police": "ORG"}
    text = "The police were early. Orrin Police closed the road. A horse, the police said, had lost its way."
    comparison = compared(told("A", text, names))
    assert [text_of(comparison, one) for one in comparison.entities[0].mentions] == ["Orrin Police", "the police"]
    two = compared(told("A", f"Tarn Police came. {text}", names))
    assert all(len(entity.mentions) == 1 for entity in two.entities if entity.named)


def test_somebodys_office_is_one_body_in_two_languages() -> None:
    english = told("A", "Ada Quillfeather spoke. A statement by his office was long.", {"Ada Quillfeather": "PER"})
    arabic = told("B", "قال كويلفيذر كلمة. ونشر مكتب كويلفيذر بيانا.", {"كويلفيذر": "PER"}, language="ar")
    comparison = compared(english, arabic)
    offices = [entity for entity in comparison.entities if entity.label == "ORG"]
    assert [[text_of(comparison, one) for one in entity.mentions] for entity in offices] == [
        ["his office", "مكتب كويلفيذر"]
    ]


def test_names_of_common_words_are_joined_with_their_translations() -> None:
    english = told("A", "Harbour Light asked for help. Harbour Light waits.", {"Harbour Light": "ORG"})
    arabic = told("B", "وطالبت منظمة ضوء الميناء بتحقيق مستقل.", language="ar")
    comparison = compared(english, arabic)
    entity = comparison.entities[0]
    assert {text_of(comparison, one) for one in entity.mentions} == {"Harbour Light", "ضوء الميناء"}
