"""Measures the language layer and prints the figures as JSON.

    python -m benchmarks.language DATA [--section models]

DATA is the folder with the corpora, unpacked or as archives (``ud_english_gum``, ``anercorp``, ...).
Each section is a module ``benchmarks.language_<section>`` with a function ``measure(data: Path) -> dict[str, float]``;
a section leaves out figures whose corpus is not there.
"""

import argparse
import importlib
import json
import pkgutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import benchmarks
from training.corpora import unpacked

PREFIX = "language_"
OWN = "models"
"""What is measured by default; the lexicon has a benchmark of its own."""


def sections() -> list[str]:
    """The names of all sections there are, sorted."""
    modules = (module.name for module in pkgutil.iter_modules(benchmarks.__path__))
    return sorted(name.removeprefix(PREFIX) for name in modules if name.startswith(PREFIX))


def measure(data: Path, chosen: Sequence[str]) -> dict[str, float]:
    """Every figure of the chosen sections by name, rounded to one tenth of a point or finer."""
    figures: dict[str, float] = {}
    for section in chosen:
        module = importlib.import_module(f"benchmarks.{PREFIX}{section}")
        figures |= module.measure(data)
    return dict(sorted(figures.items()))


def _unpacked(data: Path) -> Path:
    """The folder with the unpacked corpora; archives are unpacked into a temporary folder first."""
    if not list(data.glob("*.tar.gz")):
        return data
    return unpacked(data, Path(tempfile.mkdtemp(prefix="storydigest-corpora-")))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with the unpacked corpora")
    parser.add_argument("--section", action="append", choices=sections(), help="only this section; may be repeated")
    options = parser.parse_args(arguments)
    figures = measure(_unpacked(options.data), options.section or [OWN])
    json.dump(figures, sys.stdout, indent=2, sort_keys=True)
    print()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
