"""Average linkage: a merge needs the group, and groups that are much more alike in themselves stay apart."""

import numpy as np
import pytest

from generator.group.cluster import clusters


def made(scores: dict[tuple[int, int], float], size: int, **more: float) -> set[tuple[int, ...]]:
    left, right = np.array(list(scores), dtype=np.int64).reshape(-1, 2).T
    return set(clusters(size, left, right, np.array(list(scores.values())), threshold=0.35, **more))


def _two_pairs(across: float) -> dict[tuple[int, int], float]:
    return {(0, 1): 0.9, (2, 3): 0.9} | {(one, other): across for one in (0, 1) for other in (2, 3)}


def test_one_near_neighbour_is_not_enough() -> None:
    assert made({(0, 1): 0.9, (1, 2): 0.9}, 3) == {(0, 1, 2)}
    chain = {(one, one + 1): 0.5 for one in range(4)}
    assert made(chain, 5) != {(0, 1, 2, 3, 4)}


@pytest.mark.parametrize(("across", "groups"), [(0.3, 2), (0.5, 2), (0.6, 1)])
def test_two_groups_of_several_are_one_only_where_they_are_nearly_as_alike_as_in_themselves(
    across: float, groups: int
) -> None:
    found = made(_two_pairs(across), 4, as_alike=0.6)
    assert found == ({(0, 1, 2, 3)} if groups == 1 else {(0, 1), (2, 3)})


def test_without_that_rule_the_threshold_decides() -> None:
    assert made(_two_pairs(0.5), 4, as_alike=0.0) == {(0, 1, 2, 3)}


def test_a_single_item_joins_a_group_that_is_more_alike_in_itself() -> None:
    assert made({(0, 1): 0.95, (0, 2): 0.4, (1, 2): 0.4}, 3, as_alike=0.6) == {(0, 1, 2)}


def test_items_without_pairs_stand_alone_and_groups_come_sorted() -> None:
    found = clusters(6, np.array([5, 1]), np.array([4, 3]), np.array([0.9, 0.9]), threshold=0.35)
    assert found == ((0,), (1, 3), (2,), (4, 5))


def test_a_component_too_large_is_cut_at_higher_thresholds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.group.cluster.LARGEST_COMPONENT", 3)
    scores = {(0, 1): 0.9, (1, 2): 0.36, (2, 3): 0.9, (0, 2): 0.36, (0, 3): 0.36, (1, 3): 0.36}
    assert made(scores, 4) == {(0, 1), (2, 3)}
