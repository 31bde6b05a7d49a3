"""What one source leaves out. Outlets and events are invented; the agency and the parties are real bodies."""

import pytest

from generator.model import Label
from tests.compare.telling import compared, rows, text_of, told

NAMES: dict[str, Label] = {"Iridia": "LOC"}
DWELLS = "Iridia closed the strait. Iridia wants talks. Nobody trusts Iridia. The king blames Iridia."
SILENT = "Ships wait at the strait. Prices of grain rise by the hour, and the harbour is full of sailors."


def test_a_name_that_two_sources_have_for_different_matters_is_missing_nowhere() -> None:
    loud = (
        "Iridia closed the strait to ships that carry grain, oil and cloth. The wise king blames Iridia for the high "
        "price of bread, fish and salt. Iridia sent nine envoys with letters, seals and gifts. Nobody trusts Iridia "
        "since its generals broke the truce of last winter."
    )
    quiet = f"{SILENT} Bakers queue for flour at dawn, children count the masts, and the mayor has shut the theatre."
    other = "A cook who was born in Iridia feeds the poor of the harbour with soup, beans and rice from her own garden."
    assert rows(compared(told("A", loud, NAMES), told("B", other, NAMES), told("C", quiet)), "gap") == []
    same = "Old women at the market say that the king blames Iridia for the price of bread and fish."
    assert rows(compared(told("A", loud, NAMES), told("B", same, NAMES), told("C", quiet)), "gap") != []


def test_the_evidence_of_a_gap_is_where_two_sources_tell_the_same() -> None:
    found = compared(
        told("A", DWELLS, NAMES), told("B", "Iridia is cold. Sailors say the king blames Iridia.", NAMES),
        told("C", SILENT),
    )  # fmt: skip
    (row,) = rows(found, "gap")
    texts = {member.article.id: member.article.text for member in found.story.members}
    before = sorted(texts[one.article_id][: one.start].rpartition(". ")[2] for one in row.sides[0].evidence)
    assert before == ["Sailors say the king blames ", "The king blames "]


def test_who_delivers_the_news_is_no_gap() -> None:
    told_by = "A ship waits, seen by AP. The harbour is full, seen by AP. The king spoke to AP. Photo: AP."
    names: dict[str, Label] = {"AP": "ORG", "Skerry Mail": "ORG"}
    found = compared(told("A", told_by, names), told("B", told_by.replace("ship", "boat"), names), told("C", SILENT))
    assert rows(found, "gap") == []
    asked = told_by.replace("AP", "Skerry Mail")
    members = (told("Skerry Mail", asked, names), told("B", asked.replace("ship", "boat"), names), told("C", SILENT))
    assert rows(compared(*members), "gap") == []
    assert rows(compared(told("A", asked, names), *members[1:]), "gap") != []


def test_a_body_under_another_of_its_listed_names_is_there() -> None:
    names: dict[str, Label] = {"GOP": "ORG"}
    text = "The GOP wants a vote. Nobody trusts the GOP. The mayor blames the GOP. The GOP waits."
    one, other = told("A", text, names), told("B", text.replace("waits", "sleeps"), names)
    assert rows(compared(one, other, told("C", SILENT)), "gap") != []
    assert rows(compared(one, other, told("C", f"{SILENT} Most Republicans stayed away.")), "gap") == []


JUDGE: dict[str, Label] = {"Ilva Torm": "PER"}
RULED = (
    "District judge Ilva Torm stopped the fishing ban of the island council on Monday. Torm called the ban hasty. "
    "The fleet thanked Torm. Skippers trust Torm."
)
RULED_TOO = RULED.replace("hasty", "rash").replace("Skippers", "Sailors")


def test_somebody_told_of_by_what_others_call_them_is_there() -> None:
    meant = f"{SILENT} But a judge stopped the fishing ban of the island council late on Monday."
    loud = (told("A", RULED, JUDGE), told("B", RULED_TOO, JUDGE))
    assert rows(compared(*loud, told("C", SILENT)), "gap") != []
    assert rows(compared(*loud, told("C", meant)), "gap") == []


def test_who_is_called_so_and_has_another_name_is_somebody_else() -> None:
    names: dict[str, Label] = {**JUDGE, "Rasmus Holt": "PER"}
    other = f"{SILENT} But judge Rasmus Holt upheld the fishing ban of the island council on Monday. The judge smiled."
    assert rows(compared(told("A", RULED, names), told("B", RULED_TOO, names), told("C", other, names)), "gap") != []


def test_who_is_called_so_in_another_matter_is_somebody_else() -> None:
    other = f"{SILENT} A judge of the cake contest fell ill after too much cream."
    assert rows(compared(told("A", RULED, JUDGE), told("B", RULED_TOO, JUDGE), told("C", other)), "gap") != []


def test_a_nickname_for_anybody_tells_nobody_apart() -> None:
    text = RULED.replace("District judge", "Council member")
    other = f"{SILENT} A member stopped the fishing ban of the island council late on Monday."
    members = (told("A", text, JUDGE), told("B", text.replace("hasty", "rash"), JUDGE), told("C", other))
    assert rows(compared(*members), "gap") != []


def test_an_outlet_is_no_gap_under_the_beginning_of_its_name() -> None:
    names: dict[str, Label] = {"Skerry": "ORG"}
    text = "The Skerry saw the letters. Lawyers read the Skerry. The Skerry asked the mayor. Nobody doubts the Skerry."
    loud = (told("A", text, names), told("B", text.replace("mayor", "queen"), names))
    assert rows(compared(*loud, told("C", SILENT)), "gap") != []
    assert rows(compared(*loud, told("The Skerry (online)", SILENT)), "gap") == []


def test_a_law_is_told_of_in_other_words() -> None:
    text = "Sailors love the Mast and Sail Act. The Mast and Sail Act is old. The king read the Mast and Sail Act. "
    for name, missing in (("Mast and Sail Act", False), ("Mast and Sail Union", True)):
        names: dict[str, Label] = {name: "ORG"}
        said = text.replace("Mast and Sail Act", name)
        found = compared(told("A", said, names), told("B", said.replace("king", "queen"), names), told("C", SILENT))
        assert bool(rows(found, "gap")) is missing


def test_the_country_of_a_town_is_where_things_happen() -> None:
    names: dict[str, Label] = {"Iridia": "LOC", "Porthal": "LOC"}
    text = (
        "A fair opened at Porthal, Iridia, on Monday. Bakers of Porthal, Iridia, sold cakes. "
        "Crowds came to Porthal, Iridia."
    )
    found = compared(told("A", text, names), told("B", text.replace("cakes", "buns"), names), told("C", SILENT))
    subjects = [text_of(found, row.subject) for row in rows(found, "gap")]
    assert "Iridia" not in subjects


def test_of_one_source_the_three_weightiest_names_are_missing() -> None:
    people = ("Ada Lorn", "Bo Merrin", "Cy Nolte", "Di Ostrom", "Ed Pfall")
    names: dict[str, Label] = dict.fromkeys(people, "PER")
    text = " ".join(f"{name} sang. Crowds cheered {name}. A prize went to {name}." for name in people)
    text += " Ed Pfall bowed. Flowers fell on Ed Pfall."
    quiet = " ".join([SILENT] * 12)
    found = compared(told("A", text, names), told("B", text.replace("sang", "danced"), names), told("C", quiet))
    subjects = [text_of(found, row.subject) for row in rows(found, "gap")]
    assert len(subjects) == 3
    assert "Ed Pfall" in subjects


@pytest.mark.parametrize("shared", [False, True])
def test_a_long_article_on_another_matter_leaves_nothing_out(shared: bool) -> None:  # noqa: FBT001 - a case
    things = ("lamps", "ropes", "boats", "sails", "masts", "anchors", "nets", "oars", "flags", "drums", "bells")
    fair = " ".join(f"Porters carried {what} up the {what} stairs to market {n}." for n, what in enumerate(things * 6))
    loud = f"{RULED} {fair}"
    words = ("ewes", "rams", "lambs", "hay", "clover", "wool", "shears", "dogs", "wolves", "fences", "barns")
    quiet = " ".join(f"Shepherd {n} counted {word} near the {word} hut." for n, word in enumerate(words * 6, 80))
    third = f"{SILENT} {fair if shared else quiet}"
    found = compared(told("A", loud, JUDGE), told("B", loud.replace("hasty", "rash"), JUDGE), told("C", third))
    assert bool(rows(found, "gap")) is shared
