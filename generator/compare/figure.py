"""What a figure is: a value, what it is of, and how far it may be off."""

from typing import NamedTuple

__all__ = ["Figure", "digits_of"]

_HUNDRED = 100


_ROUNDED = 0.05
"""How far, at the most, a round figure is from the one it stands for."""


class Figure(NamedTuple):
    """`value` of `unit`, which stands for anything from `low` to `high`.

    The unit is a measure ("percent"), "person", or the term of the counted word; `event` says what happened to people.
    """

    first: int
    last: int
    value: float
    unit: str
    measured: bool
    low: float
    high: float
    counted: frozenset[str] = frozenset()
    """What the counted word may mean."""
    event: str = ""
    part: bool = False
    """Whether it is of some of those told of before: "nine of them"."""

    @property
    def exact(self) -> bool:
        """Whether no bound or guess goes with it."""
        return self.low == self.high

    def agrees(self, other: "Figure") -> bool:
        """Whether both may be right: they overlap, or one is the other, rounded."""
        if self.low <= other.high and other.low <= self.high:
            return True
        if self.unit == other.unit == "metre" and _by_sea(self.value, other.value):
            return True
        if self.unit == other.unit == "percent" and self.value + other.value == _HUNDRED:
            return True  # The share of those with, and of those without.
        return _rounds(self, other) or _rounds(other, self)


def _by_sea(one: float, other: float) -> bool:
    """Whether two lengths are so many miles, on land and by sea: at sea a bare mile is a nautical one."""
    low, high = sorted((abs(one), abs(other)))
    return low > 0 and abs(high / low - _NAUTICAL) < _EXACTLY


_NAUTICAL = 1852 / 1609.344
_EXACTLY = 1e-6


def _rounds(one: Figure, other: Figure) -> bool:
    """Whether a figure of fewer digits is near enough to be the other, rounded."""
    if abs(one.value - other.value) > _ROUNDED * max(abs(one.value), abs(other.value)):
        return False
    return digits_of(one.value) < digits_of(other.value) and (one.value >= _HUNDRED or one.value % 1 != other.value % 1)


def digits_of(value: float) -> int:
    """How many digits of a value tell, four at the most: those at the end that are 0 do not."""
    return len(f"{value:.4g}".replace(".", "").strip("0").partition("e")[0])
