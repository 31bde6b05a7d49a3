"""The corpora of names, each read into tagged sentences with the labels PER, ORG, LOC and MISC."""

import re
from collections.abc import Iterator
from pathlib import Path

from training.gum_names import gum_names
from training.tagged import TaggedSentence, read_columns
from training.treebank import read_gum

SAME = {label: label for label in ("PER", "ORG", "LOC", "MISC")}
PLO = {label: label for label in ("PER", "ORG", "LOC")}
RE3D = {"Organisation": "ORG", "Location": "LOC", "Person": "PER", "Nationality": "MISC"}
RE3D_CLOSED = ("BBC", "European")
"""Sources of re3d whose licence does not allow a shipped model."""
CROSSNER_DOMAINS = ("politics", "science", "literature", "music")
CROSSNER = {
    "politician": "PER", "person": "PER", "scientist": "PER", "writer": "PER", "researcher": "PER",
    "musicalartist": "PER", "organisation": "ORG", "politicalparty": "ORG", "band": "ORG", "university": "ORG",
    "country": "LOC", "location": "LOC", "event": "MISC", "election": "MISC", "misc": "MISC", "book": "MISC",
    "poem": "MISC", "album": "MISC", "song": "MISC", "award": "MISC", "magazine": "MISC", "conference": "MISC",
}  # fmt: skip
ANERCORP = {"PERS": "PER", "PER": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC"}
WOJOOD = {
    "PERS": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "MISC", "EVENT": "MISC",
    "LAW": "MISC", "PRODUCT": "MISC",
}  # fmt: skip
ANERCORP_TRAIN_SHARE = 5 / 6


def read_wikigold(data: Path) -> list[TaggedSentence]:
    """Wikipedia sentences, CC BY 4.0."""
    return read_columns(_text(data / "wikigold" / "wikigold.conll.txt"), labels=SAME)


def read_uner(data: Path, corpus: str, part: str) -> list[TaggedSentence]:
    """Universal NER over an English treebank, CC BY-SA 4.0; it has no MISC."""
    (path,) = (data / f"uner_english_{corpus}").glob(f"*-ud-{part}.iob2")
    return read_columns(_text(path), labels=PLO, word=1, tag=2, separator="\t")


def read_re3d(data: Path) -> list[TaggedSentence]:
    """Reports on Syria and Iraq by public bodies; sources with closed licences are left out."""
    paths = sorted((data / "re3d").rglob("*.conll"))
    sentences = [
        sentence
        for path in paths
        if not any(word in str(path) for word in RE3D_CLOSED)
        for sentence in read_columns(_text(path), labels=RE3D, separator="\t")
    ]
    return [sentence for sentence in sentences if len(sentence.words) > 3]


def read_crossner(data: Path) -> list[TaggedSentence]:
    """Wikipedia sentences of four domains."""
    folder = data / "crossner" / "ner_data"
    return [
        sentence
        for domain in CROSSNER_DOMAINS
        for part in ("train", "dev", "test")
        for sentence in read_columns(_text(folder / domain / f"{part}.txt"), labels=CROSSNER, separator="\t")
    ]


def read_gum_names(data: Path) -> tuple[list[TaggedSentence], list[TaggedSentence]]:
    """Names of GUM's clean genres: the train part, and the test part."""
    treebank = read_gum(data / "ud_english_gum")
    return gum_names(treebank.train + treebank.dev), gum_names(treebank.test)


def read_anercorp(data: Path) -> tuple[list[TaggedSentence], list[TaggedSentence]]:
    """Arabic newswire: the first five sixths of the words to train, the last sixth to test."""
    lines = [line.split() for line in _text(data / "anercorp" / "ANERCorp").split("\n")]
    sentences = list(_anercorp_sentences(lines))
    total = sum(len(s.words) for s in sentences)
    train: list[TaggedSentence] = []
    test: list[TaggedSentence] = []
    count = 0
    for sentence in sentences:
        (train if count < total * ANERCORP_TRAIN_SHARE else test).append(sentence)
        count += len(sentence.words)
    return train, test


def _anercorp_sentences(lines: list[list[str]]) -> Iterator[TaggedSentence]:
    """The file is one run of words: a sentence ends with its full stop."""
    block: list[str] = []
    for fields in lines:
        word = fields[0].replace("\u200f", "") if len(fields) > 1 else ""
        if word:
            block.append(f"{word} {fields[1]}")
        if word in (".", "!", "؟", "?"):
            yield from read_columns("\n".join(block), labels=ANERCORP)
            block = []
    yield from read_columns("\n".join(block), labels=ANERCORP)


def read_aqmar(data: Path) -> list[TaggedSentence]:
    """Arabic Wikipedia articles, CC BY-SA 3.0; labels of the articles' own kinds become MISC."""
    return [
        sentence
        for path in sorted((data / "aqmar").glob("*.txt"))
        for sentence in read_columns(_aqmar_tags(_text(path)), labels=SAME)
    ]


def _aqmar_tags(text: str) -> str:
    """The text with tags such as ``B-PERS``, ``I-MIS1`` and ``B-ENGLISH`` written as PER, LOC, ORG, MISC or O."""

    def label(match: re.Match[str]) -> str:
        known = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "MIS": "MISC"}.get(match.group(2)[:3].upper())
        return f"{match.group(1)}-{known}" if known else "O"

    return re.sub(r"(?m)([BI])-(\w+)\s*$", label, text)


def read_wojood(data: Path) -> list[TaggedSentence]:
    """The public sample of Wojood; of nested names the outermost is taken."""
    return [
        sentence
        for part in ("train", "val", "test")
        for sentence in read_columns(_wojood_columns(_text(data / "wojood_sample" / f"{part}.txt")), labels=WOJOOD)
    ]


def _wojood_columns(text: str) -> str:
    """Two columns: the word, and the first of its tags that is a name."""
    rows: list[str] = []
    for line in text.split("\n"):
        fields = line.split()
        if fields[:1] == ["$#$"]:
            continue
        tags = [tag for tag in fields[1:] if tag.partition("-")[2] in WOJOOD]
        rows.append(f"{fields[0]} {tags[0] if tags else 'O'}" if fields else "")
    return "\n".join(rows)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
