"""Joins the stages: inputs in, an edition out. Pure stages are called here with what the edges read.

read → clean → analyse → group → compare → digest; `render` and the site are further to the right.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from time import perf_counter

from generator.analyse.pipeline import analyse
from generator.clean import clean
from generator.compare import compare
from generator.digest import digest
from generator.group import group
from generator.model import Edition
from generator.project import Project
from generator.read import read
from generator.state import AnalysisCache

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and of how much."""


def silent(_stage: str, _done: int, _all: int) -> None:
    """Say nothing about the progress."""


@dataclass(slots=True)
class Stopwatch:
    """Seconds spent in each stage, in order."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure one stage."""
        start = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - start
