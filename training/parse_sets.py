"""The document sets of the English parser: paragraphs of EWT and of GUM's clean genres."""

from pathlib import Path

import spacy

from training.documents import parse_documents, save
from training.treebank import genre, paragraphs, read_ewt, read_gum

CURLY_SHARE = 0.4
NEWS_GENRES = ("news", "interview")


def write_parse_sets(data: Path, out: Path, *, seed: int) -> dict[str, int]:
    """Writes train, dev and test sets as DocBin files to `out`; returns the tokens of each."""
    nlp = spacy.blank("en")
    ewt, gum = read_ewt(data / "ud_english_ewt"), read_gum(data / "ud_english_gum")
    news = [s for s in gum.test if genre(s.document) in NEWS_GENRES]
    sets = {
        "parse_train": (ewt.train + ewt.dev + gum.train, CURLY_SHARE),
        "parse_dev": (gum.dev, 0.0),
        "parse_test_ewt": (ewt.test, 0.0),
        "parse_test_gum": (gum.test, 0.0),
        "parse_test_gum_news": (news, 0.0),
    }
    return {
        name: save(parse_documents(nlp, paragraphs(sentences), curly_share=share, seed=seed), out / f"{name}.spacy")
        for name, (sentences, share) in sets.items()
    }
