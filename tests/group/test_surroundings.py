"""A likeness counts by how far it stands out among what else is near; all texts are invented."""

import numpy as np
import pytest

from generator.group import GroupingSettings, Memory, group
from generator.group.similarity import Collection, candidates, products, surrounded
from generator.group.surroundings import APART, KEPT, Surroundings, alone
from generator.group.within import sketched
from generator.model import Analysis

from .conftest import FERRY, TAX, Make, make

SETTINGS = GroupingSettings()
_ELECTION = "The election in Ostermark: {}"
_ONE = _ELECTION.format("the candidate Veldran promised the voters of Halvik cheap bread and an end to tolls.")
_OTHER = _ELECTION.format("in Halvik a baker laughs at the candidate Veldran, and voters ask for trains.")
_REST = (
    "the candidate Quorin promised the voters of Brennau cheaper trains and a new bridge.",
    "voters in Varnholm heard the candidate Ambrel promise schools and lower rents.",
    "the candidate Tarsk told voters in Merrin that bread and rents were too dear.",
    "a poll puts the candidate Quorin before the candidate Veldran, and voters wait for a debate.",
    "the candidate Ambrel accused the candidate Veldran of promises to voters that nobody can keep.",
    "the harbour of Quandal and the rents of Brennau decide it, voters told the candidate Tarsk.",
    "voters of Sorland ask what the candidate Veldran wants with a harbour.",
    "the candidate Ambrel promised voters in Halvik a harbour too.",
    "voters fear dearer bread, and every candidate promised cheaper bread in Merrin.",
    "the candidate Quorin spoke to voters in Halvik of bread, harbours and rents.",
    "what voters should know of the candidate Tarsk and his promise of a bridge.",
    "the candidate Veldran lost voters in Varnholm after a debate on rents.",
)


def known(analyses: list[Analysis]) -> tuple[Collection, dict[tuple[str, ...], float]]:
    """The articles in their surroundings, and the score of each pair that has one, by ids in order."""
    articles = sketched(analyses, "en", latest=None)
    found = products(articles, SETTINGS)
    articles = surrounded(articles, found, SETTINGS)
    pairs = candidates(articles, found, SETTINGS)
    names = [
        sorted((articles.ids[one], articles.ids[other])) for one, other in zip(pairs.left, pairs.right, strict=True)
    ]
    return articles, {(one, other): score for (one, other), score in zip(names, pairs.scores, strict=True)}


def test_two_articles_on_a_subject_of_many_must_be_more_alike_than_two_by_themselves() -> None:
    pair = [make(_ONE), make(_OTHER)]
    key = tuple(sorted(a.article.id for a in pair))
    by_themselves = known(pair)[1][key]
    in_a_crowd = known([*pair, *(make(_ELECTION.format(text)) for text in _REST)])[1].get(key, 0.0)
    assert in_a_crowd < by_themselves - 0.03


def test_what_has_nothing_in_common_with_an_article_does_not_surround_it() -> None:
    few, _ = known([make(text) for text in FERRY])
    many, _ = known([make(text) for text in (*FERRY, *TAX)])
    rows = [many.ids.index(article) for article in few.ids]
    assert np.allclose(many.surroundings.likenesses[rows], few.surroundings.likenesses)
    assert (few.surroundings.likenesses[:, : len(FERRY) - 1] > APART).all()
    assert (few.surroundings.crowding == alone(1).crowding).all()


def _random(size: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    left, right = np.triu_indices(size, 1)
    return left, right, np.random.default_rng(seed).uniform(0, 1, len(left))


def test_surroundings_are_the_nearest_ones_first_and_nothing_below_the_floor() -> None:
    left, right, likenesses = _random(KEPT + 12, seed=1)
    found = alone(KEPT + 12).with_more(left, right, likenesses)
    square = np.zeros((KEPT + 12, KEPT + 12))
    square[left, right] = square[right, left] = likenesses
    expected = np.maximum(-np.sort(-square, axis=1)[:, :KEPT], APART)
    assert np.allclose(found.likenesses, expected, atol=1e-6)
    assert np.allclose(found.crowding, np.log(expected[:, 10:].mean(axis=1)), atol=1e-5)


@pytest.mark.parametrize("seed", [2, 3])
def test_pairs_may_come_in_parts_and_in_any_order(seed: int) -> None:
    left, right, likenesses = _random(50, seed)
    whole = alone(50).with_more(left, right, likenesses)
    order = np.random.default_rng(seed).permutation(len(left))
    found: Surroundings = alone(50)
    for part in np.array_split(order, 3):
        found = found.with_more(left[part], right[part], likenesses[part])
    assert (found.likenesses == whole.likenesses).all()


def test_a_run_that_continues_knows_the_same_surroundings_as_one_from_nothing(article: Make) -> None:
    day = "2021-01-04"
    every = [article(text, date=day) for text in (*FERRY, *TAX, _ONE, _OTHER, *map(_ELECTION.format, _REST))]
    copy = article(f"{FERRY[0]} Agency.", date=day, copy_of=every[0].article.id)
    continued, anew = Memory(), Memory()
    for end in (3, 9, len(every)):
        group([*every[:end], copy], memory=continued)
    group([*every, copy], memory=anew)
    ids = [a.article.id for a in (*every, copy)]
    assert np.allclose(continued.surroundings(ids).likenesses, anew.surroundings(ids).likenesses, atol=1e-5)
    assert anew.surroundings(ids).likenesses[:3, 0].min() > APART
