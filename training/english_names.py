"""The English NER sets: mixes of corpora, augmented, and the held-out sets."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training.augment import english_stock, recased, swapped
from training.corrections import corrected
from training.documents import name_documents, save
from training.gmb import read_gmb
from training.name_sets import read_crossner, read_gum_names, read_re3d, read_uner, read_wikigold
from training.relabel import relabelled
from training.tagged import TaggedSentence
from training.treebank import read_ewt

LONGEST, SCATTERED = 6, 2
"""Sentences in a document: those of a long paragraph, or fewer where neighbours are not from one text."""
CURLY_SHARE = 0.35
RECASED_SHARE = 0.08
SWAPPED_SHARE = 0.5
GMB_DEV_SHARE = 0.04

Corpora = dict[str, Sequence[TaggedSentence]]


@dataclass(frozen=True, slots=True)
class Ingredient:
    """How one corpus enters the mix: a share of its documents, copies of them, and which augmentations."""

    copies: int = 1
    share: float = 1.0
    longest: int = LONGEST
    recase: bool = True
    swap: bool = True


Mix = Mapping[str, Ingredient]
MIX = {
    "gmb": Ingredient(share=0.8),
    "wikigold": Ingredient(copies=2, swap=False),
    "uner_dev": Ingredient(copies=2),
    "re3d": Ingredient(copies=2, recase=False),
    "crossner": Ingredient(),
    "gum": Ingredient(),
}
"""What is learned beside grammar: the corpora as they were published."""
READ = {
    "gmb_read": Ingredient(copies=2, longest=SCATTERED),
    "ewt_read": Ingredient(copies=2),
}
"""What was read for this project, with the labels it was given (see `corrections`)."""
TEACHER_MIX = {name: how for name, how in MIX.items() if name != "gmb"} | READ
"""What the teacher learns from: labels by hand, and what was read."""
NAMES_MIX = MIX | READ | {"gmb": Ingredient(share=0.5), "ewt": Ingredient(share=0.5)}
"""What the shipped names are learned from: the same, and what the teacher says of the unread sentences."""


def write_name_sets(data: Path, out: Path, *, seed: int, with_gmb: bool) -> dict[str, int]:
    """Writes what is learned before there is a teacher, and the sets to measure with; returns the tokens of each."""
    corpora, _, tests = _corpora(data)
    suffix = "" if with_gmb else "_nogmb"
    mixes = {"names_published": MIX, "names_teacher": TEACHER_MIX}
    sizes = {
        f"{name}{suffix}": _write(data, corpora, _allowed(mix, with_gmb=with_gmb), out / f"{name}{suffix}.spacy", seed)
        for name, mix in mixes.items()
    }
    nlp = spacy.blank("en")
    for name, sentences in tests.items():
        docs = name_documents(nlp, sentences, longest=LONGEST, curly_share=0.0, seed=seed)
        sizes[name] = save(docs, out / f"{name}.spacy")
    return sizes


def write_taught_set(data: Path, out: Path, teacher: Path, *, seed: int, with_gmb: bool) -> dict[str, int]:
    """Writes the mix in which the teacher has labelled the sentences that nobody read; returns its tokens."""
    corpora, unread, _ = _corpora(data)
    name = "names_train" if with_gmb else "names_train_nogmb"
    taught = corpora | {corpus: relabelled(sentences, teacher) for corpus, sentences in unread.items()}
    return {name: _write(data, taught, _allowed(NAMES_MIX, with_gmb=with_gmb), out / f"{name}.spacy", seed)}


def _allowed(mix: Mix, *, with_gmb: bool) -> Mix:
    return {name: how for name, how in mix.items() if with_gmb or not name.startswith("gmb")}


def _write(data: Path, corpora: Corpora, mix: Mix, path: Path, seed: int) -> int:
    return save(_mixed(spacy.blank("en"), data, corpora, mix, seed), path)


def _mixed(nlp: Language, data: Path, corpora: Corpora, mix: Mix, seed: int) -> list[Doc]:
    chance = random.Random(seed)
    docs = {
        name: name_documents(nlp, corpora[name], longest=how.longest, curly_share=CURLY_SHARE, seed=seed)
        for name, how in mix.items()
    }
    mixed = [doc for name in sorted(docs) for doc in _ingredient(data, docs[name], mix[name], chance)]
    chance.shuffle(mixed)
    return mixed


def _corpora(data: Path) -> tuple[Corpora, Corpora, Corpora]:
    """The corpora to train on, the sentences of two that nobody read, and the corpora to measure with."""
    gmb = read_gmb(data / "gmb")
    cut = int(len(gmb) * (1 - GMB_DEV_SHARE))
    gum_train, gum_test = read_gum_names(data)
    news, web = corrected(gmb[:cut], "gmb"), corrected(_web(data), "ewt")
    train: dict[str, Sequence[TaggedSentence]] = {
        "gmb": gmb[:cut],
        "gmb_read": news.read,
        "ewt_read": web.read,
        "wikigold": read_wikigold(data),
        "uner_dev": read_uner(data, "ewt", "dev"),
        "re3d": read_re3d(data),
        "crossner": read_crossner(data),
        "gum": gum_train,
    }
    tests: dict[str, Sequence[TaggedSentence]] = {
        "names_news_dev": news.held_out,
        "names_web_dev": web.held_out,
        "names_gmb_dev": gmb[cut:],
        "names_uner_test": read_uner(data, "ewt", "test"),
        "names_pud": read_uner(data, "pud", "test"),
        "names_gum_test": gum_test,
    }
    return train, {"gmb": news.unread, "ewt": web.unread}, tests


def _web(data: Path) -> list[TaggedSentence]:
    """The sentences of the web treebank's train part, which has no names of its own."""
    return [TaggedSentence(tuple(t.word for t in s.tokens), ()) for s in read_ewt(data / "ud_english_ewt").train]


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
