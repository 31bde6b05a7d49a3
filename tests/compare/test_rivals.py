"""What may contradict each other, ground by ground, with what speaks for and against it. All texts are invented."""

from collections.abc import Mapping

import pytest

from generator.compare import ComparisonSettings, read
from generator.compare.matching import Words
from generator.compare.rivals import rivals
from generator.compare.rivals.traits import Rival
from generator.model import Analysis, Label
from tests.compare.telling import compared, quote, rows, story, text_of, told

NAMES: dict[str, Label] = {"Orrin": "LOC", "Culbrae": "LOC", "Tom Brandel": "PER", "Ada Quillfeather": "PER"}


def rivals_of(*members: Analysis) -> list[Rival]:
    """Every two passages of these articles that may contradict each other."""
    return list(rivals(*read(story(*members), settings=ComparisonSettings())))


def between(one: str, other: str, ground: str) -> list[Rival]:
    """The rivals of one ground in two texts."""
    return [found for found in rivals_of(told("A", one, NAMES), told("B", other, NAMES)) if found.ground == ground]


def words_of(words: Words) -> str:
    """The passage as written."""
    place = words.statement.passage(words.first, words.last)
    return words.statement.article.text[place.start : place.end]


CASES: list[tuple[str, str, str, str, str, str, Mapping[str, float]]] = [
    ("figure", "figure", "Police arrested 17 farmers at the dam.", "Police arrested 71 farmers at the dam.",
     "17", "71", {"anagram": 1, "digits": 1, "same_word": 1, "percent": 0, "met_low": -1, "others_high": 0}),
    ("moment", "time", "The strike in Orrin ended on Thursday.", "The strike in Orrin ended on Wednesday.",
     "Thursday", "Wednesday", {"day": 1, "weekdays": 1, "days_apart": 1, "tense": 0, "hour": 0}),
    ("moment", "time", "The ferry left at 9.30 p.m. for the island.", "The ferry left at 7 p.m. for the island.",
     "at 9.30 p.m.", "at 7 p.m.", {"hour": 1, "same_form": 1, "minutes_apart": 150, "day": 0}),
    ("place", "place", "The lorry was found in Orrin.", "The lorry was found in Culbrae.",
     "Orrin", "Culbrae", {"direction": 0, "behind": 2, "same_way": 1, "first": 2, "mentions_high": 1}),
    ("place", "place", "The ferry hit the northern pier.", "The ferry hit the southern pier.",
     "northern", "southern", {"direction": 1, "slot": 1, "first": 0}),
    ("denial", "content", "The report does not blame the minister.", "The report blames the minister.",
     "not blame the minister", "blames the minister", {"held": 2, "held_share": 1, "held_first": 1}),
    ("plan", "content", "The firm plans to close the mill.", "The firm closed the mill.",
     "plans to close the mill", "closed", {"aimed": 1, "held_linked": 1, "done": 1, "also_meant": 0}),
    ("opposite", "content", "The council approved the bridge.", "The council rejected the bridge.",
     "approved", "rejected", {"listed": 1, "negated": 0, "slot": 1}),
    ("superlative", "strength", "It was the worst fire in the town.", "It was one of the worst fires in the town.",
     "worst", "worst", {"same_word": 1, "noun": 1}),
    ("possible", "strength", "The authority may hold an inquiry.", "The authority will hold an inquiry.",
     "may hold", "will hold", {"verb": 1, "certain": 1, "likely": 0, "negated": 0}),
    ("degree", "strength", "The school suffered minor damage.", "The school suffered severe damage.",
     "minor", "severe", {"same_word": 1, "denied_noun": 0}),
    ("name", "label", "The swindler Tom Brandel left.", "The businessman Tom Brandel left.",
     "swindler", "businessman", {"beside": 1, "listed": 2, "both_charged": 0}),
]  # fmt: skip


@pytest.mark.parametrize(("ground", "kind", "one", "other", "left", "right", "traits"), CASES)
def test_each_ground_proposes_the_words_and_says_what_speaks_for_it(
    ground: str, kind: str, one: str, other: str, left: str, right: str, traits: Mapping[str, float]
) -> None:
    found = between(one, other, ground)
    rival = next(rival for rival in found if words_of(rival.contrast.one) == left)
    assert words_of(rival.contrast.other) == right
    assert rival.contrast.kind == kind
    assert {name: rival.traits[name] for name in traits} == pytest.approx(dict(traits))
    assert {"score", "nearness", "rank_low", "links", "leads"} <= set(rival.traits)


QUOTED = 'Ada Quillfeather said: "We will open the old lock tonight and flood the meadows."'
REWORDED = 'Ada Quillfeather said: "We will open the old lock tonight and drown the fields."'


def _spoken(outlet: str, text: str, speaker: str) -> Analysis:
    return told(outlet, text, NAMES, [quote(text, text[text.index('"') + 1 : -1], speaker)])


def test_a_quotation_in_other_words_is_a_wording_and_one_of_somebody_else_is_not() -> None:
    members = _spoken("A", QUOTED, "Ada Quillfeather"), _spoken("B", REWORDED, "Ada Quillfeather")
    found = [rival for rival in rivals_of(*members) if rival.ground == "wording"]
    assert [rival.traits["known"] for rival in found] == [1]
    assert words_of(found[0].contrast.one).startswith("We will open the old lock")
    assert 0 < found[0].traits["same"] < 1
    other = _spoken("B", REWORDED.replace("Ada Quillfeather", "Tom Brandel"), "Tom Brandel")
    assert [rival for rival in rivals_of(members[0], other) if rival.ground == "wording"] == []


def test_the_same_words_of_two_people_are_of_two_mouths() -> None:
    members = (
        _spoken("A", QUOTED, "Ada Quillfeather"),
        _spoken("B", QUOTED.replace("Ada Quillfeather", "Tom Brandel"), "Tom Brandel"),
    )
    found = [rival for rival in rivals_of(*members) if rival.ground == "mouth"]
    assert [(words_of(rival.contrast.one), words_of(rival.contrast.other)) for rival in found] == [
        ("Ada Quillfeather", "Tom Brandel")
    ]
    assert found[0].traits["verbatim"] == 1
    assert found[0].traits["persons"] == 2
    same = _spoken("A", QUOTED, "Ada Quillfeather"), _spoken("B", QUOTED, "Ada Quillfeather")
    assert [rival for rival in rivals_of(*same) if rival.ground == "mouth"] == []


def test_what_one_states_and_another_only_reports_is_a_claim() -> None:
    found = between("Police said the driver stole the lorry in Orrin.", "The driver stole the lorry in Orrin.", "claim")
    assert [words_of(rival.contrast.other) for rival in found] == ["driver stole the lorry in Orrin"]
    assert found[0].traits["official"] == 1
    assert found[0].traits["stated_share"] == 1
    assert between("The driver stole the lorry in Orrin.", "The driver stole the lorry in Orrin.", "claim") == []


def test_two_articles_of_one_source_are_no_rivals() -> None:
    one, other = "Police arrested 17 farmers on Monday.", "Police did not arrest 71 farmers on Friday."
    assert rivals_of(told("A", one), told("A", other)) == []
    assert {rival.ground for rival in rivals_of(told("A", one), told("B", other))} >= {"figure", "moment", "denial"}


@pytest.mark.parametrize(
    ("ground", "one", "other"),
    [
        ("figure", "Police held 17 farmers at the dam.", "Police held 71 farmers at the dam, not 17 farmers."),
        ("figure", "Police held 29 farmers.", "Police held 26 farmers and another three farmers."),
        ("figure", "All 26 farmers were held and three hurt.", "In all 29 farmers were held."),
        ("figure", "The union wants nine percent, the firm offers four.", "Offered were four percent, wanted nine."),
        ("figure", "The firm will run 592 shops.", "The firm runs 312 shops, its rival has 280 shops."),
        ("figure", "The trial lasts six weeks.", "The trial lasts a month and a half."),
        ("figure", "The truce lasts ninety days.", "The truce lasts three months."),
        ("figure", "The ferry lay eight nautical miles off Orrin.", "The ferry lay eight miles off Orrin."),
        ("moment", "The strike ended on Thursday.", "The strike ended on Wednesday, the last men left on Thursday."),
        ("moment", "The vote is on Thursday of next week.", "The vote is on 13 March."),
        ("moment", "The vote is on Saturday week.", "The vote is on 15 March."),
        ("moment", "The vote was on the first Tuesday of March.", "The vote was on 4 March."),
        ("moment", "The probe landed at 04:10 GMT.", "The probe landed at 07:10 on the islands."),
        ("moment", "ORRIN, March 6 (Agency) - The vote was on Monday.", "The vote was on 3 March."),
        ("place", "The lorry was found in Orrin.", "The lorry was found in Culbrae and brought to Orrin."),
        ("opposite", "The council approved the bridge.", "The council rejected the bridge, then approved the bridge."),
    ],
)
def test_what_the_other_statement_has_too_opposes_nothing(ground: str, one: str, other: str) -> None:
    assert between(one, other, ground) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The crossing stays shut until Sunday.", "The crossing stays shut until Tuesday.",
         {"bound_same": 1, "bound_other": 0, "ends": 1}),
        ("The crossing stays shut until Sunday.", "The crossing was shut on Tuesday.",
         {"bound_same": 0, "bound_other": 1, "ends": 0}),
        ("The crossing opened on Sunday, the ministry said.", "The ministry said on Tuesday the crossing opened.",
         {"cue_one": 1, "cue_both": 0}),
        ("The crossing opened in May 2019.", "The crossing opened in June 2030.", {"past_both": 1, "past_one": 0}),
    ],
)  # fmt: skip
def test_what_stands_around_two_times_is_weighed(one: str, other: str, expected: Mapping[str, float]) -> None:
    traits = between(one, other, "moment")[0].traits
    assert {name: traits[name] for name in expected} == expected


def test_values_among_the_same_words_are_tied_more_than_others() -> None:
    one, other = "Police arrested 17 farmers at the dam.", "Police arrested 71 farmers at the dam in the morning."
    apart = "A law of the council allows 71 farmers a field near the dam."
    tied, loose = (between(one, text, "figure")[0].traits["tie"] for text in (other, apart))
    assert tied > 1.5 * loose


def test_a_value_elsewhere_in_the_other_article_is_weighed() -> None:
    one = "Police arrested 17 farmers at the dam."
    apart = "Police arrested 71 farmers at the dam. In spring 17 farmers lost their fields to a flood."
    rival = next(rival for rival in between(one, apart, "figure") if words_of(rival.contrast.other) == "71")
    assert -1 < rival.traits["met_high"] < 0
    assert rival.traits["met_low"] == -1


@pytest.mark.parametrize(
    ("ground", "one", "other", "differs"),
    [
        ("denial", "The ferry did not lose power.", "Police asked whether the ferry lost power.",
         "The ferry lost power."),
        ("denial", "If the ferry did not lose power, it sank.", "The ferry lost power.", None),
        ("moment", "The mill will open on Monday.", "The mill went dark on Friday.", "The mill will open on Friday."),
        ("place", "She was tried in Orrin.", "He was tried in Culbrae.", "She was tried in Culbrae."),
        ("opposite", "She won the trial in Orrin.", "He lost the trial in Orrin.", "She lost the trial in Orrin."),
        ("opposite", "Brandel rejected calls for a vote.", "Brandel accepted calls for an inquiry.",
         "Brandel accepted calls for a vote."),
        ("figure", "The union says 88 percent left.", "The owners say 4 percent left.",
         "The owners say 81 percent left."),
        ("name", "It was the infamous Orrin List dossier.", "She chairs the patriotic Orrin List.", None),
    ],
)  # fmt: skip
def test_what_is_of_another_thing_or_not_claimed_is_not_proposed(
    ground: str, one: str, other: str, differs: str | None
) -> None:
    assert between(one, other, ground) == []
    assert differs is None or between(one, differs, ground)


def test_a_label_behind_a_persons_name_is_of_what_is_that_ones() -> None:
    regime, government = "The Tom Brandel regime is over.", "The Tom Brandel government is over."
    found = between(regime, government, "name")
    assert [rival.traits["beside"] for rival in found] == [1]
    assert between(regime, "President Tom Brandel is over.", "name") == []


def test_rows_are_the_same_whatever_the_order_of_the_articles() -> None:
    members = [
        told("A", "Police arrested 17 farmers at the gate of the dam on Monday.", NAMES),
        told("B", "Police arrested 71 farmers at the gate of the dam on Friday.", NAMES),
        told("C", "The farmers at the gate of the dam were not held for long.", NAMES),
    ]
    found = [compared(*order) for order in (members, members[::-1], [members[1], members[0], members[2]])]
    assert {row.kind for row in found[0].differences} >= {"figure", "time"}
    told_as = [
        [(row.kind, row.weight, sorted(text_of(one, side.value) for side in row.sides)) for row in one.differences]
        for one in found
    ]
    assert told_as[0] == told_as[1] == told_as[2]


def test_three_figures_of_three_outlets_make_one_row_with_three_sides() -> None:
    found = compared(
        *(
            told(outlet, f"Police arrested {count} farmers at the gate of the dam.")
            for outlet, count in zip("ABC", (17, 71, 44), strict=True)
        )
    )
    assert [[text_of(found, side.value) for side in row.sides] for row in rows(found, "figure")] == [["17", "71", "44"]]


def test_two_rows_for_one_pair_of_quotations_are_one() -> None:
    members = _spoken("A", QUOTED, "Ada Quillfeather"), _spoken("B", REWORDED, "Ada Quillfeather")
    assert len(rows(compared(*members), "wording")) == 1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("About 40 marchers crossed the bridge.", "Then some 40 thugs crossed the bridge.",
         {"acts": 2, "counted_alike": 1, "same_family": 1, "several": 0}),
        ("Four residents crept back over the bridge.", "Nine looters crept back over the bridge.",
         {"acts": 2, "counted_alike": -1, "same_family": 0}),
    ],
)  # fmt: skip
def test_what_people_are_called_is_compared_by_what_they_do_and_how_many_they_are(
    one: str, other: str, expected: Mapping[str, float]
) -> None:
    found = between(one, other, "name")
    assert [{name: rival.traits[name] for name in expected} for rival in found] == [expected]


def test_whoever_both_name_is_not_renamed_and_a_trait_needs_a_name() -> None:
    assert between("The minister blamed the smugglers.", "The smugglers were blamed by the minister.", "name") == []
    assert between("The passengers left the safe harbour.", "The crew left the harbour in danger.", "name") == []
