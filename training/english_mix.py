"""The joint training set of the English pipeline: documents with trees, and documents with names.

Each component learns from the documents that have its annotation; what a document lacks stays unknown to it.
"""

import random
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training.documents import load, parse_documents, save
from training.treebank import TreebankSentence, genre, paragraphs, read_ewt, read_gum

CURLY_SHARE = 0.4
WEB_COPIES, EDITED_COPIES, NEWS_COPIES = 2, 5, 8
"""Copies of the web treebank, of GUM's edited genres, and of its news and interviews: nearest to what we read."""
NEWS_GENRES = ("news", "interview")


def write_joint_set(data: Path, sets: Path, names: str, *, seed: int) -> dict[str, int]:
    """Writes ``joint_train`` and ``joint_dev`` from the treebanks and the name sets in `sets`; returns their tokens."""
    nlp = spacy.blank("en")
    ewt, gum = read_ewt(data / "ud_english_ewt"), read_gum(data / "ud_english_gum")
    news = [s for s in gum.train if genre(s.document) in NEWS_GENRES]
    edited = [s for s in gum.train if genre(s.document) not in NEWS_GENRES]
    trees: list[Doc] = []
    for sentences, copies in ((ewt.train + ewt.dev, WEB_COPIES), (edited, EDITED_COPIES), (news, NEWS_COPIES)):
        for copy in range(copies):
            trees += _trees(nlp, sentences, seed + copy)
    mixed = trees + load(sets / f"{names}.spacy", nlp)
    random.Random(seed).shuffle(mixed)
    dev = [*parse_documents(nlp, paragraphs(gum.dev), curly_share=0.0, seed=seed)]
    return {
        "joint_train": save(mixed, sets / "joint_train.spacy"),
        "joint_dev": save(dev + load(sets / "names_pud.spacy", nlp), sets / "joint_dev.spacy"),
    }


def _trees(nlp: Language, sentences: list[TreebankSentence], seed: int) -> list[Doc]:
    """The paragraphs as documents; which have curly quotation marks depends on the seed, so copies differ."""
    return list(parse_documents(nlp, paragraphs(sentences), curly_share=CURLY_SHARE, seed=seed))
