"""What one source leaves out. Outlets and events are invented; the agency and the parties are real bodies."""

from generator.model import Label
from tests.compare.telling import compared, rows, told

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
