"""Sentences whose names a trained pipeline tells anew: a cleaner reading of a corpus that was labelled by machines."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from training.documents import name_document
from training.tagged import Name, TaggedSentence

SENTENCES = 4
"""Sentences that the pipeline sees together."""


def relabelled(sentences: Sequence[TaggedSentence], teacher: Path) -> list[TaggedSentence]:
    """The sentences with the names that the teacher finds in them; what crosses from one into the next is dropped."""
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(teacher)
    runs = [sentences[i : i + SENTENCES] for i in range(0, len(sentences), SENTENCES)]
    docs = (_unlabelled(nlp, run) for run in runs)
    return [s for run, doc in zip(runs, nlp.pipe(docs), strict=True) for s in _sentences(run, doc)]


def _unlabelled(nlp: Language, run: Sequence[TaggedSentence]) -> Doc:
    doc = name_document(nlp, run, with_curly=False)
    doc.set_ents([], default="missing")
    return doc


def _sentences(run: Iterable[TaggedSentence], doc: Doc) -> list[TaggedSentence]:
    result: list[TaggedSentence] = []
    start = 0
    for sentence in run:
        end = start + len(sentence.words)
        names = tuple(
            Name(e.start - start, e.end - start, e.label_) for e in doc.ents if start <= e.start and e.end <= end
        )
        result.append(TaggedSentence(sentence.words, names))
        start = end
    return result
