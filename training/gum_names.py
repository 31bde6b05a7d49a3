"""Named entities out of GUM's entity layer, which marks every mention, named or not."""

import re

from training.tagged import Name, TaggedSentence, outermost
from training.titles import without_title
from training.treebank import Token, TreebankSentence

LABELS = {"person": "PER", "place": "LOC", "organization": "ORG", "event": "MISC"}
LONGEST = 6
INNER = frozenset({"PROPN", "ADP", "DET", "CCONJ", "ADJ"})


def gum_names(sentences: list[TreebankSentence]) -> list[TaggedSentence]:
    """The sentences with those entity mentions that are proper names."""
    return [
        TaggedSentence(
            tuple(token.word for token in sentence.tokens),
            outermost(_names(sentence.tokens)),
        )
        for sentence in sentences
    ]


def _names(tokens: tuple[Token, ...]) -> list[Name]:
    return [
        name
        for start, end, kind in _mentions(tokens)
        if kind in LABELS and (name := _proper(tokens, start, end, LABELS[kind])) is not None
    ]


def _mentions(tokens: tuple[Token, ...]) -> list[tuple[int, int, str]]:
    """(start, end, type) of each bracket in the Entity attributes, in CorefUD's notation."""
    opened: list[tuple[str, int, str]] = []
    closed: list[tuple[int, int, str]] = []
    for index, token in enumerate(tokens):
        attribute = re.search(r"Entity=([^|]*)", token.misc)
        for bracket in re.findall(r"\([^()]+\)?|[^()]+\)", attribute.group(1)) if attribute else ():
            group, _, rest = bracket.strip("()").partition("-")
            if bracket.startswith("("):
                opened.append((group, index, rest.partition("-")[0]))
            if bracket.endswith(")"):
                position = max((i for i, item in enumerate(opened) if item[0] == group), default=None)
                if position is not None:
                    _, start, kind = opened.pop(position)
                    closed.append((start, index + 1, kind))
    return closed


def _proper(tokens: tuple[Token, ...], start: int, end: int, label: str) -> Name | None:
    """The mention without article and title where its words make a proper name, else None."""
    while start < end and tokens[start].pos in ("DET", "PUNCT"):
        start += 1
    inside = tokens[start:end]
    if not inside or len(inside) > LONGEST or not _looks_proper(inside):
        return None
    if label == "PER":
        start = without_title([t.word for t in tokens], start, end)
    return Name(start, end, label) if start < end else None


def _looks_proper(tokens: tuple[Token, ...]) -> bool:
    return (
        tokens[0].pos in ("PROPN", "ADJ")
        and tokens[0].word[0].isupper()
        and tokens[-1].pos == "PROPN"
        and all(token.pos in INNER for token in tokens)
    )
