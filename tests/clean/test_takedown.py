"""What a publisher takes down is not there, whatever it is called by; what matches nothing is told without a name."""

import pytest

from generator.clean import Takedown, clean
from generator.config import read_config
from generator.errors import ConfigurationError
from generator.read import Limits
from tests.clean.drafts import FIRST, NOW, SECOND, THIRD, draft

DRAFTS = (
    draft(FIRST, "inputs/a.txt", outlet="The Invented Post", url="https://www.Post.example/harbour?utm_source=x"),
    draft(SECOND, "inputs/b.txt", outlet="The Invented Post", url="https://post.example/old/2020/boats"),
    draft(THIRD, "inputs/c.txt", outlet="Other News (invented)", input_id="third-1"),
)


def left(**takedown: tuple[str, ...]) -> tuple[set[str], tuple[str, ...]]:
    """The files of the articles that stay, and what is told."""
    found = clean(DRAFTS, now=NOW, limits=Limits(), takedown=Takedown(**takedown))
    return {article.origin.where[7] for article in found.articles}, found.notes


@pytest.mark.parametrize(
    "name", ["inputs/a.txt", "https://post.example/harbour", "http://www.post.example/harbour/", "post.example/harbour"]
)
def test_an_article_goes_by_any_of_its_names(name: str) -> None:
    assert left(articles=(name,)) == ({"b", "c"}, ("articles taken down by the publisher: 1",))


def test_an_article_goes_by_its_id_and_by_the_id_its_input_gave() -> None:
    ids = {article.origin.where[7]: article.id for article in clean(DRAFTS, now=NOW, limits=Limits()).articles}
    assert left(articles=(ids["b"], "third-1"))[0] == {"a"}


@pytest.mark.parametrize("name", ["the invented  POST", "post.example"])
def test_an_outlet_goes_whole(name: str) -> None:
    assert left(outlets=(name,)) == ({"c"}, ("articles taken down by the publisher: 2",))


@pytest.mark.parametrize("pattern", ["https://post.example/old/*", "post.example/*/boats", "*/2020/*"])
def test_addresses_go_by_pattern(pattern: str) -> None:
    assert left(addresses=(pattern,))[0] == {"a", "c"}


def test_characters_of_regular_expressions_mean_themselves() -> None:
    assert left(addresses=("postXexample/*", "post.example/(.*)"))[0] == {"a", "b", "c"}


def test_what_matches_nothing_is_told_by_its_place_only() -> None:
    assert left(outlets=("post.example", "Secret Gazette"))[1][1:] == ("takedown.outlets[1]: matches no article",)


def test_a_copy_of_what_is_gone_is_no_copy_any_more() -> None:
    twice = [draft(f"{FIRST}\n\n{SECOND}", "inputs/a.txt"), draft(f"{FIRST}\n\n{SECOND}", "inputs/b.txt", outlet="B")]
    (left_over,) = clean(twice, now=NOW, limits=Limits(), takedown=Takedown(articles=("inputs/a.txt",))).articles
    assert left_over.copy_of is None


@pytest.mark.parametrize(
    "block",
    [{"outlet": ["x"]}, {"outlets": "x"}, {"outlets": [""]}, {"articles": [["x"]]}, {"addresses": ["*"]}],
)
def test_mistakes_are_configuration_errors(block: dict[str, object]) -> None:
    with pytest.raises(ConfigurationError, match="takedown"):
        read_config({"takedown": block})
