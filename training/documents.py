"""spaCy documents made of the corpora's words, with the spacing and quotation marks that newspapers print."""

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from training.tagged import TaggedSentence
from training.treebank import TreebankSentence

CLOSE_TO_LEFT = frozenset(
    [
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        ")",
        "]",
        "}",
        "%",
        "'s",
        "n't",
        "'m",
        "'re",
        "'ve",
        "'ll",
        "'d",
        "”",
        "’s",
        "n’t",
        "''",
        "...",
        "،",
        "؛",
        "؟",
    ]
)
CLOSE_TO_RIGHT = frozenset(["(", "[", "{", "$", "“", "``", "£", "€"])


def spacing(words: Sequence[str]) -> list[bool]:
    """Whether a space follows each word, for corpora that do not say."""
    spaces = [True] * len(words)
    inside_quote = False
    for index, word in enumerate(words):
        if word in CLOSE_TO_RIGHT:
            spaces[index] = False
        if word == '"':
            inside_quote = not inside_quote
            spaces[index if inside_quote else max(index - 1, 0)] = False
        if index + 1 < len(words) and words[index + 1] in CLOSE_TO_LEFT:
            spaces[index] = False
    return spaces


def curly(words: Sequence[str]) -> list[str]:
    """The words with straight quotation marks and apostrophes replaced by curly ones."""
    result: list[str] = []
    inside_quote = False
    for word in words:
        if word in ('"', "``", "''"):
            inside_quote = not inside_quote
            result.append("“" if inside_quote else "”")
        else:
            result.append(word.replace("'", "’"))
    return result


def name_document(nlp: Language, sentences: Sequence[TaggedSentence], *, with_curly: bool) -> Doc:
    """One document of tagged sentences; its entities are their names."""
    words = [word for sentence in sentences for word in sentence.words]
    spaces = [space for sentence in sentences for space in spacing(sentence.words)]
    starts: list[bool | int | None] = [index == 0 for sentence in sentences for index in range(len(sentence.words))]
    doc = Doc(nlp.vocab, words=curly(words) if with_curly else words, spaces=spaces, sent_starts=starts)
    spans: list[Span] = []
    offset = 0
    for sentence in sentences:
        spans += [Span(doc, offset + n.start, offset + n.end, n.label) for n in sentence.names]
        offset += len(sentence.words)
    doc.ents = spans
    return doc


def name_documents(
    nlp: Language, sentences: Sequence[TaggedSentence], *, longest: int, curly_share: float, seed: int
) -> list[Doc]:
    """Documents of one to `longest` sentences, like paragraphs, a share of them with curly marks."""
    chance = random.Random(seed)
    docs: list[Doc] = []
    start = 0
    while start < len(sentences):
        end = start + chance.randint(1, longest)
        docs.append(name_document(nlp, sentences[start:end], with_curly=chance.random() < curly_share))
        start = end
    return docs


def parse_documents(
    nlp: Language, runs: Iterable[Sequence[TreebankSentence]], *, curly_share: float, seed: int
) -> Iterator[Doc]:
    """One document for each run of treebank sentences, with tags, morphology, lemmas and trees."""
    chance = random.Random(seed)
    for run in runs:
        doc = parse_document(nlp, run, with_curly=chance.random() < curly_share)
        if doc is not None:
            yield doc


def parse_document(nlp: Language, run: Sequence[TreebankSentence], *, with_curly: bool) -> Doc | None:
    """The run as a document, or None where a word holds a space, which spaCy's tokenizer never makes."""
    tokens = [token for sentence in run for token in sentence.tokens]
    words = [token.word for token in tokens]
    if any(not word or any(c.isspace() for c in word) for word in words):
        return None
    heads: list[int] = []
    for sentence in run:
        offset = len(heads)
        heads += [offset + (t.head - 1 if t.head else i) for i, t in enumerate(sentence.tokens)]
    return Doc(
        nlp.vocab,
        words=curly(words) if with_curly else words,
        spaces=[token.space for token in tokens],
        tags=[token.tag for token in tokens],
        pos=[token.pos for token in tokens],
        morphs=[token.morph for token in tokens],
        heads=heads,
        deps=["ROOT" if token.relation == "root" else token.relation for token in tokens],
        lemmas=[token.lemma for token in tokens],
    )


def save(docs: Iterable[Doc], path: Path) -> int:
    """Writes the documents to a DocBin file; returns how many tokens they hold."""
    docs = list(docs)
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    return sum(map(len, docs))


def load(path: Path, nlp: Language) -> list[Doc]:
    """The documents of a DocBin file."""
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))
