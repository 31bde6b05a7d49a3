"""Puts a trained pipeline into the folder that ships, without what only training needed."""

import shutil
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import Model

import generator.language.word_features  # noqa: F401  (registers the Arabic layer)

GRAMMAR = ("tok2vec", "tagger", "morphologizer", "parser", "trainable_lemmatizer")
VERSION = "1.0.0"
LICENCE = "CC BY-SA 4.0"
DESCRIPTIONS = {
    "en": "English news: tags, morphology, Universal Dependencies, lemmas, names (PER, ORG, LOC, MISC).",
    "ar": "Arabic news: names (PER, ORG, LOC, MISC).",
}


def install(trained: Path, out: Path, *, grammar: Path | None = None) -> None:
    """Writes the trained pipeline to `out`, in place of what is there, with the components of `grammar` in front."""
    nlp = spacy.load(trained)
    if grammar is not None:
        other = spacy.load(grammar)
        for name in GRAMMAR:
            nlp.add_pipe(name, source=other, before="ner")
    nlp.meta.update(
        name="storydigest",
        version=VERSION,
        description=DESCRIPTIONS[str(nlp.lang)],
        license=LICENCE,
        author="",
        email="",
        url="",
    )
    _forget_training(nlp)
    _halve(nlp)
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)


def _forget_training(nlp: Language) -> None:
    """Takes out the paths and settings of training, and the scores of its development set."""
    for section in ("paths", "corpora", "training", "pretraining", "initialize"):
        nlp.config[section] = {}
    nlp.meta["performance"] = {}


def _halve(nlp: Language) -> None:
    """Rounds all weights to half precision, which halves the files; `pipelines.load` widens them again."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype("float16"))  # type: ignore[arg-type]
    nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype("float16")
