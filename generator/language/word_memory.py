"""What a pipeline makes of a word, kept for the next time the word comes by.

The first layers of our pipelines see words without their neighbours, so what they answer can be looked up. In news
most words have been seen before.
"""

from collections.abc import Sequence
from threading import Lock
from typing import TypeAlias, cast

import numpy as np
from spacy.attrs import NORM, ORTH
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model
from thinc.types import Floats2d

CAPACITY = 16_384
"""Words, at half a kilobyte each."""
_FIRST_LAYERS = ("extract_features>>", "arabic_word_features>>")
Word: TypeAlias = tuple[int, int]
"""Ids of a word's spelling and of its norm, from which all the features are made."""
Embed: TypeAlias = Model[list[Doc], list[Floats2d]]


def remember_words(nlp: Language) -> None:
    """Has every encoder of one of our own pipelines look up the words that it has seen before."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in list(model.walk()) if isinstance(model, Model) else ():
            if node.name.startswith(_FIRST_LAYERS) and _is_encoder(node):
                node.layers[0] = remembering(node.layers[0])


def _is_encoder(node: Model[object, object]) -> bool:
    """Whether a node is words' embedding followed by the layers that see a word's neighbours."""
    return len(node.layers) > 1 and node.layers[0].name.endswith(">>ragged2list")


def remembering(embed: Embed) -> Embed:
    """A layer that answers as `embed` does, from memory where it can; in training it does not remember."""
    memory = _Memory(embed)

    def forward(model: Embed, docs: list[Doc], is_train: bool) -> tuple[list[Floats2d], object]:  # noqa: FBT001
        if is_train:
            return model.layers[0](docs, is_train)
        return memory.rows(docs), lambda _gradient: []

    return Model("words_remembered", forward, layers=[embed])


class _Memory:
    """Rows of the words seen so far; forgets all of them when it is full."""

    def __init__(self, embed: Embed) -> None:
        self._embed = embed
        self._places: dict[Word, int] = {}
        self._table = np.zeros((0, 0), dtype="float32")
        self._lock = Lock()

    def rows(self, docs: Sequence[Doc]) -> list[Floats2d]:
        """What the layer answers for each document: one row for each of its tokens."""
        with self._lock:
            words = [_words(doc) for doc in docs]
            if not self._learned(docs, words):
                return self._embed.predict(list(docs))
            places = self._places
            return [cast("Floats2d", self._table[[places[word] for word in row]]) for row in words]

    def _learned(self, docs: Sequence[Doc], words: Sequence[Sequence[Word]]) -> bool:
        """Whether there is room for all of the documents' words, which are then all known."""
        for room in (CAPACITY - len(self._places), CAPACITY):
            new = {
                word: token.text
                for doc, row in zip(docs, words, strict=True)
                for token, word in zip(doc, row, strict=True)
                if word not in self._places
            }
            if len(new) <= room:
                self._learn(docs[0].vocab, new)
                return True
            self._places.clear()
        return False

    def _learn(self, vocab: Vocab, new: dict[Word, str]) -> None:
        if not new:
            return
        doc = Doc(vocab, words=list(new.values()))
        for token, (_, norm) in zip(doc, new, strict=True):
            token.norm_ = vocab.strings[norm]
        (rows,) = self._embed.predict([doc])
        if not len(self._table):
            self._table = np.zeros((CAPACITY, rows.shape[1]), dtype="float32")
        begin = len(self._places)
        self._table[begin : begin + len(new)] = rows
        self._places.update(zip(new, range(begin, begin + len(new)), strict=True))


def _words(doc: Doc) -> list[Word]:
    return list(map(tuple, doc.to_array([ORTH, NORM]).tolist()))
