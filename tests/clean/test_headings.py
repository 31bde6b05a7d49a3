import time

import pytest

from generator.clean.paragraphs import paragraphs
from tests.clean.drafts import FIRST, SECOND, THIRD, article

WRAPPED = """The invented mayor of Riverton closed the harbour on Monday after a
storm damaged the northern pier. Fishing boats may return when the
engineers have looked at the pier, the mayor told reporters.

The town council, which is as invented as the mayor, will pay for the
repairs, it said.
"""


def test_lines_broken_to_fit_a_page_are_joined() -> None:
    found = paragraphs(WRAPPED)
    assert len(found) == 2
    assert found[0].endswith("the mayor told reporters.")
    assert "after a storm damaged" in found[0]


def test_lines_that_could_have_been_longer_are_paragraphs() -> None:
    assert paragraphs("one\ntwo\nthree") == ["one", "two", "three"]
    assert paragraphs(f"{FIRST}{FIRST}\n{SECOND}\n\n\n \n{THIRD}") == [FIRST + FIRST, SECOND, THIRD]


def test_a_sentence_that_goes_on_below_is_one() -> None:
    text = "The invented mayor of Riverton said\nthat the harbour,\nwhich is old, stays closed.\nNobody was hurt."
    whole = "The invented mayor of Riverton said that the harbour, which is old, stays closed."
    assert paragraphs(text) == [whole, "Nobody was hurt."]
    assert paragraphs("Author: Mona Example\nStaff Writer, Example Gazette")[1:] == ["Staff Writer, Example Gazette"]


def test_many_lines_are_joined_in_linear_time() -> None:
    start = time.process_time()
    assert len(paragraphs("and so it goes\n" * 50_000)) == 1
    assert time.process_time() - start < 3


def test_scripts_without_spaces_are_joined_without_one() -> None:
    line = "虚构的河镇市长周一在风暴损坏北码头之后关闭了港口并且告诉记者渔船可以在工程师检查之后返回"
    assert paragraphs(f"{line}\n{line}\n{line[:9]}。") == [f"{line}{line}{line[:9]}。"]


def test_white_space_of_all_kinds_is_one_space() -> None:
    assert paragraphs("a\xa0 b\tc\u3000d  e") == ["a b c d e"]


def test_the_first_line_is_the_title_when_it_looks_like_one() -> None:
    found = article(f"Harbour closed after storm\n\n{FIRST}\n\n{SECOND}")
    assert (found.title, found.text) == ("Harbour closed after storm", f"{FIRST}\n\n{SECOND}")


@pytest.mark.parametrize("first", [FIRST, "“Harbour closed”", "x" * 250, "What now?", "Who, where:"])
def test_a_first_line_that_is_text_stays_text(first: str) -> None:
    found = article(f"{first}\n\n{SECOND}\n\n{THIRD}")
    assert found.title is None
    assert found.text.startswith(first)


def test_sub_headings_are_marked_and_stay_in_the_text() -> None:
    found = article(f"{FIRST}\n\nWhat happens next\n\n{SECOND}\n\n{THIRD}", title="T")
    assert [found.text[span.start : span.end] for span in found.headings] == ["What happens next"]


@pytest.mark.parametrize(
    "line", ["“Nobody was hurt”", "and so it goes", "It ended.", "- one", "x" * 100, "عدد القتلى:"]
)
def test_what_is_no_sub_heading(line: str) -> None:
    assert article(f"{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}", title="T").headings == ()


def test_lists_and_unpunctuated_texts_have_no_sub_headings() -> None:
    assert (
        article(f"{FIRST}\n\nBread\n\nMilk\n\nEggs\n\n{SECOND}\n\n{THIRD}\n\n{FIRST} Again.", title="T").headings == ()
    )
    bare = [sentence.rstrip(".") for sentence in (FIRST, "Harbour", SECOND, "Pier", THIRD)]
    assert article("\n\n".join(bare), title="T").headings == ()


def test_headings_of_the_markup_are_believed() -> None:
    found = article(f"Harbour\n\n{FIRST}\n\nWhat now?\n\n{SECOND}", headings=("Harbour", "What now?"))
    assert found.title == "Harbour"
    assert [found.text[span.start : span.end] for span in found.headings] == ["What now?"]
