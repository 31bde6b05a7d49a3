"""The English NER sets: a mix of corpora, augmented, and the held-out sets."""

import random
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc

from training.augment import english_stock, recased, swapped
from training.documents import name_documents, save
from training.gmb import read_gmb
from training.name_sets import read_crossner, read_gum_names, read_re3d, read_uner, read_wikigold
from training.tagged import TaggedSentence

LONGEST = 6
"""Sentences in a document: those of a long paragraph."""
CURLY_SHARE = 0.35
RECASED_SHARE = 0.08
SWAPPED_SHARE = 0.5
GMB_DEV_SHARE = 0.04


@dataclass(frozen=True, slots=True)
class Ingredient:
    """How one corpus enters the mix: a share of its documents, copies of them, and which augmentations."""

    copies: int = 1
    share: float = 1.0
    recase: bool = True
    swap: bool = True


MIX = {
    "gmb": Ingredient(share=0.8),
    "wikigold": Ingredient(copies=2, swap=False),
    "uner_dev": Ingredient(copies=2),
    "re3d": Ingredient(copies=2, recase=False),
    "crossner": Ingredient(),
    "gum": Ingredient(),
}


def write_name_sets(data: Path, out: Path, *, seed: int, with_gmb: bool) -> dict[str, int]:
    """Writes the training mix, the development set and the test sets; returns the tokens of each."""
    nlp = spacy.blank("en")
    corpora, tests = _corpora(data)
    if not with_gmb:
        del corpora["gmb"]
    chance = random.Random(seed)
    docs = {
        name: name_documents(nlp, sentences, longest=LONGEST, curly_share=CURLY_SHARE, seed=seed)
        for name, sentences in corpora.items()
    }
    mixed = [doc for name in sorted(docs) for doc in _ingredient(data, docs[name], MIX[name], chance)]
    chance.shuffle(mixed)
    sizes = {"names_train" if with_gmb else "names_train_nogmb": mixed}
    sizes |= {name: name_documents(nlp, s, longest=LONGEST, curly_share=0.0, seed=seed) for name, s in tests.items()}
    return {name: save(docs, out / f"{name}.spacy") for name, docs in sizes.items()}


def _corpora(data: Path) -> tuple[dict[str, list[TaggedSentence]], dict[str, list[TaggedSentence]]]:
    gmb = read_gmb(data / "gmb")
    cut = int(len(gmb) * (1 - GMB_DEV_SHARE))
    gum_train, gum_test = read_gum_names(data)
    train = {
        "gmb": gmb[:cut],
        "wikigold": read_wikigold(data),
        "uner_dev": read_uner(data, "ewt", "dev"),
        "re3d": read_re3d(data),
        "crossner": read_crossner(data),
        "gum": gum_train,
    }
    test = {
        "names_gmb_dev": gmb[cut:],
        "names_uner_test": read_uner(data, "ewt", "test"),
        "names_pud": read_uner(data, "pud", "test"),
        "names_gum_test": gum_test,
    }
    return train, test


def _ingredient(data: Path, docs: list[Doc], how: Ingredient, chance: random.Random) -> list[Doc]:
    """The corpus's part of the mix."""
    names = english_stock(data, docs)
    chosen = docs if how.share == 1 else chance.sample(docs, int(len(docs) * how.share))
    result = chosen * how.copies
    if how.recase:
        result = result + [recased(doc, chance) for doc in chosen if chance.random() < RECASED_SHARE]
    if how.swap:
        result = result + [swapped(doc, names, chance) for doc in chosen if chance.random() < SWAPPED_SHARE]
    return result
