"""The fit of the weights that decide on differences, on two of the invented stories."""

import json
from pathlib import Path

import numpy as np
import pytest

from generator.compare.rivals import verdict
from generator.compare.rivals.verdict import Table, Weight, likelihood
from training.differences import Example, _fit, examples, fitted

STORIES = Path(__file__).parents[2] / "benchmarks" / "invented"
GROUNDS = {"figure", "moment", "denial", "opposite"}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    """The rivals of two stories on some grounds, as if of two authors."""
    folder = tmp_path_factory.mktemp("stories")
    for author, name in (("a", "17-rocket-en.json"), ("b", "14-transfer-en.json")):
        (folder / f"{author}-{name}").write_bytes((STORIES / name).read_bytes())
    return [example for example in examples(folder) if example.ground in GROUNDS]


def _written(found: list[Example]) -> dict[str, Table]:
    """The tables of a fit as they are read back from the file."""
    data = json.loads(json.dumps(fitted(found)))
    return {
        ground: Table(entry["bias"], entry["sure"], {name: Weight(*values) for name, values in entry["traits"].items()})
        for ground, entry in data.items()
    }


def test_the_stories_have_differences_and_what_only_looks_like_one(found: list[Example]) -> None:
    assert {example.author[-1] for example in found} == {"a", "b"}
    assert {example.right for example in found} == {True, False}
    assert {example.ground for example in found} == GROUNDS


def test_the_same_stories_give_the_same_weights(found: list[Example]) -> None:
    assert json.dumps(fitted(found), sort_keys=True) == json.dumps(fitted(list(found)), sort_keys=True)
    assert json.dumps(fitted(found)) != json.dumps(fitted(found[::2]))


def test_the_tables_say_what_the_fit_says(found: list[Example], monkeypatch: pytest.MonkeyPatch) -> None:
    written = _written(found)
    assert set(written) == {example.ground for example in found}
    monkeypatch.setattr(verdict, "tables", lambda: written)
    by_table = [likelihood(example.ground, example.traits) for example in found]
    assert np.abs(np.array(by_table) - _fit(found).likelihoods(found)).max() < 0.005


def test_a_trait_that_a_ground_never_has_counts_in_its_bias(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [
        Example(author, ground, traits, right)
        for author in "ab"
        for right in (True, False)
        for ground, traits in (
            ("figure", {"near": 3.0 * right, "size": 0.9}),
            ("figure", {"near": 1.0, "size": 0.1 + 0.8 * right}),
            ("denial", {"near": 2.0 + right, "held": 1.0 + right}),
        )
    ]
    written = _written(made)
    assert set(written["figure"].traits) == {"near", "size"}
    assert set(written["denial"].traits) == {"near", "held"}
    monkeypatch.setattr(verdict, "tables", lambda: written)
    by_table = [likelihood(example.ground, example.traits) for example in made]
    assert by_table == pytest.approx(list(_fit(made).likelihoods(made)), abs=0.001)
    assert by_table[0] > by_table[3]


def test_what_is_a_difference_is_likelier_than_what_is_none(found: list[Example]) -> None:
    likely = _fit(found).likelihoods(found)
    right = np.array([example.right for example in found])
    assert likely[right].mean() > likely[~right].mean() + 0.2
