import random
import time
from dataclasses import replace

import pytest

from generator.clean.copies import mark_copies
from generator.model import Article
from tests.clean.drafts import cleaned, draft

_WORDS = (
    "mayor harbour storm pier council engineers boats closed monday repairs town river report tuesday damage north"
    " south reporters invented water night light bridge road school money vote plan budget people crowd train"
    " station market"
)
WORDS = _WORDS.split()


def _text(seed: int, words: int = 300) -> str:
    source = random.Random(seed)
    sentences = [" ".join(source.choices(WORDS, k=12)).capitalize() + "." for _ in range(words // 12)]
    return "\n\n".join(" ".join(sentences[place : place + 3]) for place in range(0, len(sentences), 3))


def _edited(text: str, share: float, seed: int = 1) -> str:
    source = random.Random(seed)
    return " ".join(f"other{place}" if source.random() < share else word for place, word in enumerate(text.split(" ")))


def _articles(*bodies: str, **known: object) -> list[Article]:
    drafts = [
        draft(body, where=f"{n}.txt", outlet=f"Outlet {n}", published=f"2026-01-0{n + 1}", **known)
        for n, body in enumerate(bodies)
    ]
    return sorted(cleaned(*drafts).articles, key=lambda article: article.origin)


def test_the_earliest_is_the_original_and_nothing_is_dropped() -> None:
    text = _text(1)
    first, second, third = _articles(text, text, _edited(text, 0.04))
    assert (first.copy_of, second.copy_of, third.copy_of) == (None, first.id, first.id)


@pytest.mark.parametrize(
    ("share", "is_copy"), [(0.0, True), (0.05, True), (0.1, True), (0.2, False), (0.4, False), (0.8, False)]
)
def test_a_copy_is_nearly_the_same_text(share: float, *, is_copy: bool) -> None:
    marked = [
        mark_copies(_articles(_text(seed), _edited(_text(seed), share, seed)))[1].copy_of is not None
        for seed in range(20)
    ]
    assert sum(marked) >= 19 if is_copy else not any(marked)


def test_a_shortened_copy_is_one_as_long_as_most_is_there() -> None:
    paragraphs = _text(3, words=480).split("\n\n")
    _, cut, half = _articles(
        "\n\n".join(paragraphs), "\n\n".join(paragraphs[:-2]), "\n\n".join(paragraphs[: len(paragraphs) // 2])
    )
    assert cut.copy_of is not None
    assert half.copy_of is None


def test_two_reports_of_one_event_are_no_copies() -> None:
    """Same event, same quotation, same figures; everything else is each outlet's own. Both are invented."""
    first = (
        "The mayor of Riverton closed the harbour on Monday after a storm damaged the northern pier, the town "
        "hall said. “Nobody was hurt, and nobody will be,” the mayor told reporters. Twelve boats were moved "
        "to the southern basin. Engineers will look at the pier on Thursday, and the council has set aside "
        "40,000 crowns for repairs that may take until the end of the month."
    )
    second = (
        "Riverton's harbour stays shut until further notice: the storm of Sunday night tore a hole into its "
        "northern pier, and the mayor ordered twelve boats to the southern basin on Monday. “Nobody was hurt, "
        "and nobody will be,” she said at the quay. The council has set aside 40,000 crowns. Fishermen who "
        "spoke to this newspaper doubt that this sum will last; engineers come on Thursday."
    )
    assert [article.copy_of for article in _articles(first, second)] == [None, None]


def test_two_versions_at_one_address_are_one_article() -> None:
    text = _text(4)
    later = _edited(text, 0.3)
    url = "https://gazette.example/story"
    first, second = _articles(text, later, url=url)
    assert second.copy_of == first.id
    other_first, other_second = _articles(text, _text(5), url=url)
    assert (other_first.copy_of, other_second.copy_of) == (None, None)


def test_short_notes_are_copies_only_when_they_are_equal() -> None:
    note = "The harbour of the invented town of Riverton is closed."
    first, same, other = _articles(note, note.upper(), note.replace("closed", "open"))
    assert (same.copy_of, other.copy_of) == (first.id, None)


def test_scripts_without_spaces_have_copies_too() -> None:
    text = (
        "虚构的河镇市长周一关闭了港口，因为风暴损坏了北码头。"
        "渔船可以在工程师检查码头之后返回，市长对记者说。镇议会将支付修理费用。"
    )
    first, second = _articles(text, text.replace("周一", "星期一"))
    assert second.copy_of == first.id


def test_copies_of_copies_point_at_the_original() -> None:
    text = _text(6)
    articles = _articles(text, _edited(text, 0.05, 1), _edited(text, 0.05, 2), _edited(text, 0.05, 3))
    originals = {article.id for article in articles if article.copy_of is None}
    assert {article.copy_of for article in articles if article.copy_of} <= originals


def test_order_makes_no_difference() -> None:
    articles = [article for seed in range(6) for article in _articles(_text(seed), _edited(_text(seed), 0.05))]
    distinct = list({article.id: article for article in articles}.values())
    expected = {article.id: article.copy_of for article in mark_copies(distinct)}
    random.Random(0).shuffle(distinct)
    assert {article.id: article.copy_of for article in mark_copies(distinct)} == expected


def test_time_grows_with_the_number_of_articles_and_not_with_its_square() -> None:
    [pattern] = _articles(_text(0))[:1]

    def seconds(count: int) -> float:
        articles = [replace(pattern, id=f"{number:016x}", text=_text(number)) for number in range(count)]
        start = time.process_time()
        mark_copies(articles)
        return time.process_time() - start

    seconds(50)
    assert seconds(800) < 10 * seconds(200)
