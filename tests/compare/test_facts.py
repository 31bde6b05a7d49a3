"""Which statements all, some or one of the sources make. All texts are invented."""

# ruff: noqa: E501 - whole sentences on a line

from generator.model import Comparison
from tests.compare.telling import compared, text_of, told

NAMES = {"Tarn Lines": "ORG", "Marrow Bay": "LOC", "Port Ostrey": "LOC"}


def statuses(comparison: Comparison) -> dict[str, str]:
    """The status of each sentence that is part of a fact."""
    return {text_of(comparison, evidence): fact.status for fact in comparison.facts for evidence in fact.evidence}


def test_what_all_some_and_one_report() -> None:
    found = statuses(
        compared(
            told(
                "A",
                "A ferry of Tarn Lines ran aground in Marrow Bay on Tuesday. Eleven passengers went to hospital with burns.",
                NAMES,
            ),
            told(
                "B",
                "A Tarn Lines ferry ran aground in Marrow Bay on Tuesday. Eleven passengers with burns were in hospital.",
                NAMES,
            ),
            told(
                "C",
                "On Tuesday a Tarn Lines ferry ran aground in Marrow Bay. Bakers in Port Ostrey handed out warm bread.",
                NAMES,
            ),
        )
    )
    assert found["A ferry of Tarn Lines ran aground in Marrow Bay on Tuesday."] == "all"
    assert found["Eleven passengers went to hospital with burns."] == "some"
    assert found["Bakers in Port Ostrey handed out warm bread."] == "one"


def test_a_statement_that_is_near_another_is_not_claimed_for_one_source_alone() -> None:
    found = statuses(
        compared(
            told("A", "The harbour authority will examine the hull of the ferry next week in a dry dock.", NAMES),
            told("B", "Divers of the harbour authority looked at the hull in the dark. Bread was free.", NAMES),
        )
    )
    assert found.get("The harbour authority will examine the hull of the ferry next week in a dry dock.") != "one"


def test_one_source_alone_has_nothing_that_it_alone_reports() -> None:
    found = compared(told("A", "A ferry of Tarn Lines ran aground in Marrow Bay on Tuesday.", NAMES))
    assert [fact for fact in found.facts if fact.status == "one"] == []


def test_two_articles_of_one_outlet_are_one_source() -> None:
    text = "A ferry of Tarn Lines ran aground in Marrow Bay on Tuesday."
    found = compared(
        told("A", text + " Bakers sang.", NAMES),
        told("A", text + " Divers came.", NAMES),
        told("B", "Snow fell on Orrin.", NAMES),
    )
    assert statuses(found)[text] == "one"


def test_a_caption_that_stands_twice_is_no_fact() -> None:
    caption = "Volunteers in small boats reach the ferry near Marrow Bay."
    found = compared(
        told("A", f"{caption} {caption} Snow fell on Orrin in the cold night.", NAMES), told("B", "Wind blew.", NAMES)
    )
    assert caption not in statuses(found)


def test_two_languages_share_a_fact_by_what_the_words_mean() -> None:
    found = statuses(
        compared(
            told(
                "A",
                "The World Health Organization sent six doctors to Karuna. Prices of lemons doubled.",
                {"World Health Organization": "ORG", "Karuna": "LOC"},
            ),
            told(
                "B",
                "أرسلت منظمة الصحة العالمية ستة أطباء إلى كارونا. صمت الجميع.",
                {"منظمة الصحة العالمية": "ORG", "كارونا": "LOC"},
                language="ar",
            ),
        )
    )
    assert found["The World Health Organization sent six doctors to Karuna."] == "all"
