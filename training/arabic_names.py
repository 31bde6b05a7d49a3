"""The Arabic NER sets: newswire, encyclopedia and web sentences, and the held-out sixth of ANERcorp."""

import random
from pathlib import Path

import spacy
from spacy.tokens import Doc

from training.documents import name_documents, save
from training.name_sets import read_anercorp, read_aqmar, read_wojood

DEV_SHARE = 0.08
LONGEST = 6
CURLY_SHARE = 0.35


def write_arabic_sets(data: Path, out: Path, *, seed: int) -> dict[str, int]:
    """Writes train, dev and test; the dev set is the end of ANERcorp's train part, which is not trained on."""
    nlp = spacy.blank("ar")
    train, test = read_anercorp(data)
    cut = int(len(train) * (1 - DEV_SHARE))
    corpora = [train[:cut], read_aqmar(data), read_wojood(data)]
    mixed: list[Doc] = []
    for sentences in corpora:
        mixed += name_documents(nlp, sentences, longest=LONGEST, curly_share=CURLY_SHARE, seed=seed)
    random.Random(seed).shuffle(mixed)
    sets = {
        "arabic_train": mixed,
        "arabic_dev": name_documents(nlp, train[cut:], longest=LONGEST, curly_share=0.0, seed=seed),
        "arabic_test": name_documents(nlp, test, longest=LONGEST, curly_share=0.0, seed=seed),
    }
    return {name: save(docs, out / f"{name}.spacy") for name, docs in sets.items()}
