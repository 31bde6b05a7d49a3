"""Puts trained components together into the folders that ship, without what only training needed."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import spacy
from spacy.language import Language

import generator.language.word_features  # noqa: F401  (registers the Arabic layer)

PARSER_COMPONENTS = ("tok2vec", "tagger", "morphologizer", "parser", "trainable_lemmatizer")


def assemble_english(parser: Path, names: Path, out: Path, meta: Mapping[str, str]) -> None:
    """Writes one pipeline with the parser's components and the name model, which brings the vectors."""
    nlp = spacy.load(names)
    grammar = spacy.load(parser)
    for name in PARSER_COMPONENTS:
        nlp.add_pipe(name, source=grammar, before="ner")
    write(nlp, out, meta)


def write(nlp: Language, out: Path, meta: Mapping[str, str]) -> None:
    """Writes the pipeline without the words of its training texts, which nothing reads at run time."""
    nlp.meta.update(meta)
    nlp.config["paths"] = {}
    nlp.config["corpora"] = {}
    nlp.config["initialize"] = {}
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
