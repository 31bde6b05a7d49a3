"""Puts a trained pipeline into the folder that ships, without what only training needed."""

import shutil
from pathlib import Path

import spacy
from spacy.language import Language

import generator.language.word_features  # noqa: F401  (registers the Arabic layer)

VERSION = "1.0.0"
LICENCE = "CC BY-SA 4.0"
DESCRIPTIONS = {
    "en": "English news: tags, morphology, Universal Dependencies, lemmas, names (PER, ORG, LOC, MISC).",
    "ar": "Arabic news: names (PER, ORG, LOC, MISC).",
}


def install(trained: Path, out: Path) -> None:
    """Writes the trained pipeline to `out`, in place of what is there."""
    nlp = spacy.load(trained)
    nlp.meta.update(
        name="storydigest",
        version=VERSION,
        description=DESCRIPTIONS[nlp.lang],
        license=LICENCE,
        author="",
        email="",
        url="",
    )
    _forget_training(nlp)
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)


def _forget_training(nlp: Language) -> None:
    """Takes out the paths and settings of training, and the scores of its development set."""
    for section in ("paths", "corpora", "training", "pretraining", "initialize"):
        nlp.config[section] = {}
    nlp.meta["performance"] = {}
