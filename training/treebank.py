"""Sentences of Universal Dependencies treebanks, read from CoNLL-U (https://universaldependencies.org/format.html)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

NO_SPACE = "SpaceAfter=No"


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word; `head` counts from 1 in its sentence, 0 is the root."""

    word: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    relation: str
    space: bool
    misc: str


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """One sentence, the document it stands in, and whether a paragraph begins with it."""

    document: str
    opens_paragraph: bool
    tokens: tuple[Token, ...]


@dataclass(slots=True)
class _Pending:
    """A sentence while its lines are being read; `joined` holds the spacing of multi-word tokens."""

    opens_paragraph: bool = False
    tokens: list[Token] = field(default_factory=list)
    joined: dict[int, bool] = field(default_factory=dict)


def read_conllu(text: str, document: str = "") -> Iterator[TreebankSentence]:
    """Every sentence of a CoNLL-U text; `document` names those before the first ``# newdoc``."""
    pending = _Pending()
    for line in [*text.split("\n"), ""]:
        if line.startswith("# newdoc"):
            document = line.partition("=")[2].strip() or document
            pending.opens_paragraph = True
        elif line.startswith("# newpar") and not line.startswith("# newpar_"):
            pending.opens_paragraph = True
        elif line.strip() and not line.startswith("#"):
            _add(pending, line.split("\t"))
        elif not line.strip() and pending.tokens:
            yield TreebankSentence(document, pending.opens_paragraph, tuple(pending.tokens))
            pending = _Pending()


def _add(pending: _Pending, fields: list[str]) -> None:
    number = fields[0]
    spaced = NO_SPACE not in fields[9]
    if "." in number:
        return
    if "-" in number:
        first, last = map(int, number.split("-"))
        pending.joined.update(dict.fromkeys(range(first, last), False))
        pending.joined[last] = spaced
        return
    pending.tokens.append(
        Token(
            word=fields[1],
            lemma=fields[2],
            pos=fields[3],
            tag=fields[4],
            morph="" if fields[5] == "_" else fields[5],
            head=int(fields[6]),
            relation=fields[7],
            space=pending.joined.get(int(number), spaced),
            misc=fields[9],
        )
    )


def paragraphs(sentences: list[TreebankSentence], longest: int = 20) -> Iterator[list[TreebankSentence]]:
    """Runs of sentences that make one paragraph of one document, at most `longest` sentences each."""
    run: list[TreebankSentence] = []
    for sentence in sentences:
        if run and (sentence.opens_paragraph or sentence.document != run[-1].document or len(run) >= longest):
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


@dataclass(frozen=True, slots=True)
class Treebank:
    """Train, development and test parts, without a document in two of them."""

    train: list[TreebankSentence]
    dev: list[TreebankSentence]
    test: list[TreebankSentence]


CLEAN_GENRES = frozenset({"academic", "bio", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"})
"""The genres of GUM whose texts are CC BY, CC BY-SA or public domain by the treebank's own licence file.

wikiHow and fiction are NC; conversation, essay, letter and podcast are left out because the file names no source.
"""


def genre(document: str) -> str:
    """The genre in a GUM document's name, such as ``news`` in ``GUM_news_hackers``."""
    return document.split("_")[1] if document.count("_") > 1 else ""


def read_ewt(folder: Path) -> Treebank:
    """The English Web Treebank; its train part is every source document outside dev and test."""
    dev = _file(folder / "en_ewt-ud-dev.conllu")
    test = _file(folder / "en_ewt-ud-test.conllu")
    held_out = {sentence.document for sentence in dev + test}
    return Treebank([s for s in _sources(folder) if s.document not in held_out], dev, test)


def read_gum(folder: Path) -> Treebank:
    """The clean genres of GUM; its train part is every source document outside dev and test."""
    dev = _file(folder / "en_gum-ud-dev.conllu")
    test = _file(folder / "en_gum-ud-test.conllu")
    held_out = {sentence.document for sentence in dev + test}
    train = [s for s in _sources(folder) if s.document not in held_out]
    return Treebank(_clean(train), _clean(dev), _clean(test))


def _clean(sentences: list[TreebankSentence]) -> list[TreebankSentence]:
    return [s for s in sentences if genre(s.document) in CLEAN_GENRES]


def _sources(folder: Path) -> list[TreebankSentence]:
    """Sentences of all source documents, in the order of their paths."""
    return [
        sentence
        for path in sorted((folder / "not-to-release" / "sources").rglob("*.conllu"))
        for sentence in _file(path, f"{path.parent.name}-{path.name.partition('.xml')[0]}")
    ]


def _file(path: Path, document: str = "") -> list[TreebankSentence]:
    return list(read_conllu(path.read_text(encoding="utf-8"), document))
