"""Short forms of names, and names cut wrongly or taken for another kind. All texts are invented."""

import pytest

from generator.model import Comparison, Label
from tests.compare.telling import compared, text_of, told


def forms(comparison: Comparison, spelling: str) -> set[str]:
    """All spellings of the one entity that has one."""
    found = [
        {text_of(comparison, mention) for mention in one.mentions}
        for one in comparison.entities
        if any(text_of(comparison, mention) == spelling for mention in one.mentions)
    ]
    assert len(found) == 1, spelling
    return found[0]


def label(comparison: Comparison, spelling: str) -> Label:
    """The kind of the entity that has the spelling."""
    found = {e.label for e in comparison.entities if any(text_of(comparison, m) == spelling for m in e.mentions)}
    assert len(found) == 1, spelling
    return found.pop()


@pytest.mark.parametrize(
    ("full", "short", "taken"),
    [
        ("Quenby Holdings", "Quenby", "PER"),
        ("Quenby Estates", "Quenby", "LOC"),
        ("Quenby Home", "Quenby", "ORG"),
        ("Saint Quen Hospital", "Saint Quen", "PER"),
    ],
)
def test_a_body_is_called_by_its_first_words(full: str, short: str, taken: Label) -> None:
    found = compared(
        told("A", f"The sale of {full} is off, it was said. {short} denied a rift.", {full: "ORG", short: taken}),
        told("B", f"Shares in {full} fell. {short} is old.", {full: "ORG", short: taken}),
    )
    assert forms(found, short) >= {full, short}
    assert label(found, short) == "ORG"


def test_a_town_is_not_the_body_that_has_its_name() -> None:
    found = compared(
        told(
            "A",
            "Staff of Quenby Council met in Quenby. Quenby University joined.",
            {"Quenby Council": "ORG", "Quenby University": "ORG", "Quenby": "LOC"},
        )
    )
    assert forms(found, "Quenby") == {"Quenby"}
    assert label(found, "Quenby") == "LOC"


def test_a_firm_and_its_founder_keep_apart() -> None:
    text = "Quenby Metals raised pay. Quenby is rich. Then Jago Quenby himself wept. Quenby is 80."
    found = compared(told("A", text, {"Quenby Metals": "ORG", "Jago Quenby": "PER", "Quenby": "PER"}))
    owners = {
        mention.start: (one.label, text_of(found, one.name))
        for one in found.entities
        for mention in one.mentions
        if text_of(found, mention) == "Quenby"
    }
    assert owners[text.index("Quenby is rich")] == ("ORG", "Quenby Metals")
    assert owners[text.index("Quenby is 80")] == ("PER", "Jago Quenby")


def test_a_head_alone_is_the_one_body_that_ends_in_it() -> None:
    names: dict[str, Label] = {"Civic Alliance": "ORG", "Alliance": "ORG"}
    found = compared(told("A", "The Civic Alliance won. The Alliance is new.", names))
    assert forms(found, "Alliance") == {"Civic Alliance", "Alliance"}
    names["Rural Alliance"] = "ORG"
    found = compared(told("A", "The Civic Alliance beat the Rural Alliance. The Alliance is new.", names))
    assert forms(found, "Alliance") == {"Alliance"}


def test_short_given_names_belong_to_one_person_and_others_to_two() -> None:
    found = compared(
        told("A", "Patricia Quenby sang.", {"Patricia Quenby": "PER"}),
        told("B", "Pat Quenby sang, and so did Neil Quenby.", {"Pat Quenby": "PER", "Neil Quenby": "PER"}),
    )
    assert forms(found, "Pat Quenby") == {"Patricia Quenby", "Pat Quenby"}
    assert forms(found, "Neil Quenby") == {"Neil Quenby"}


@pytest.mark.parametrize(
    ("text", "cut", "kind", "name"),
    [
        ("Greedy Neil Quenby took it all.", "Greedy Neil Quenby", "PER", "Neil Quenby"),
        ("Sheikh Nasser bin Rakan Al Quenib spoke.", "Nasser bin Rakan", "PER", "Nasser bin Rakan Al Quenib"),
        ("The Plantation Workers' Sabhava met.", "Plantation Workers", "ORG", "Plantation Workers' Sabhava"),
        ("The Patients' Council met.", "Council", "ORG", "Patients' Council"),
        ("They lay at Saint Quen's. It is full.", "Saint Quen", "ORG", "Saint Quen's"),
        ("A fire broke out at Orrin Goods on Wharf Road.", "Orrin Goods on Wharf Road", "ORG", "Orrin Goods"),
    ],
)
def test_names_are_whole_and_have_nothing_else(text: str, cut: str, kind: Label, name: str) -> None:
    assert forms(compared(told("A", text, {cut: kind})), name) == {name}


def test_a_team_agrees_in_the_plural() -> None:
    found = compared(told("A", "Orrin Vale are looking for a coach.", {"Orrin Vale": "PER"}))
    assert label(found, "Orrin Vale") == "ORG"


def test_signs_tell_arabic_names() -> None:
    text = "رأس الضنكة - قالت العاملة هناء البرقوعي إن شركة «درب الضنك» أغلقت أبوابها، كما قيل في رأس الضنكة."
    found = compared(told("A", text, {"العاملة هناء البرقوعي": "PER"}, language="ar"))
    assert label(found, "درب الضنك") == "ORG"
    assert label(found, "رأس الضنكة") == "LOC"
    assert forms(found, "هناء البرقوعي") == {"هناء البرقوعي"}


def test_a_name_of_two_scripts_is_one_where_no_other_comes_near() -> None:
    found = compared(
        told("A", "Adil Qamrani spoke to Ines Tolland.", {"Adil Qamrani": "PER", "Ines Tolland": "PER"}),
        told("B", "تحدث عادل قمراني أمس.", {"عادل قمراني": "PER"}, language="ar"),
    )
    assert forms(found, "Adil Qamrani") == {"Adil Qamrani", "عادل قمراني"}
