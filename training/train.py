"""Runs spaCy's training with this project's layers and tables registered."""

from pathlib import Path

from spacy.cli.train import train as spacy_train
from spacy.lookups import Lookups
from spacy.util import registry
from thinc.api import Config, NumpyOps, set_current_ops

import generator.language.word_features  # noqa: F401  (registers the Arabic layer)

CONFIGS = Path(__file__).parent / "configs"
WARMUP = 50
"""Steps in which a falling learning rate rises to its beginning."""


@registry.misc("storydigest.training.lookups.v1")  # type: ignore[untyped-decorator]
def read_lookups(path: str) -> Lookups:
    """The tables saved in a folder, for a pipeline's vocabulary."""
    return Lookups().from_disk(path)


def train(config: str, out: Path, settings: dict[str, object], *, falling_from: float | None = None) -> Path:
    """Trains the pipeline of a configuration file; returns the folder of its last weights.

    Matrices are multiplied by NumPy, which is three times as fast as thinc's own BLIS on processors with AVX-512.

    Args:
        config: the file's name in ``configs`` without its ending.
        out: where the pipelines are written.
        settings: dotted keys of the configuration and what they are set to, such as ``paths.train``.
        falling_from: the learning rate to begin with where it is to fall to nothing; else it is the configuration's.
    """
    set_current_ops(NumpyOps(use_blis=False))
    full = Config().from_disk(CONFIGS / f"{config}.cfg", interpolate=False)
    if falling_from is not None:
        full["training"]["optimizer"]["learn_rate"] = {
            "@schedules": "warmup_linear.v1",
            "warmup_steps": WARMUP,
            "total_steps": "${training.max_steps}",
            "initial_rate": falling_from,
        }
    out.mkdir(parents=True, exist_ok=True)
    full.to_disk(out / "training.cfg")
    spacy_train(out / "training.cfg", out, overrides=settings)
    return out / "model-last"
