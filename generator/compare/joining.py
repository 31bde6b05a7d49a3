"""Sets that are joined pair by pair (disjoint sets with path halving; Tarjan 1975)."""

from collections.abc import Iterable


class Joining:
    """Numbers from 0 to `size` - 1, each in a set of its own until sets are joined. The smallest stands for its set."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        """The smallest number of the set that `item` is in."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: int, other: int) -> None:
        """Make the two sets one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low

    def sets(self, items: Iterable[int] | None = None) -> list[list[int]]:
        """The sets, each in order, ordered by their smallest numbers."""
        found: dict[int, list[int]] = {}
        for item in range(len(self._parent)) if items is None else items:
            found.setdefault(self.find(item), []).append(item)
        return [sorted(found[root]) for root in sorted(found)]
