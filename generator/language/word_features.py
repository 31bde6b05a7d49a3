"""The features of Arabic words that the Arabic pipelines learn from, as a layer of a spaCy model.

Arabic writes conjunctions, prepositions and the article as one word with the name that follows, has no capitals, and
leaves hamza, final ya and ta marbuta to the writer. So each word is seen six ways: folded, without proclitics, by its
first and its last three letters, by the lists of names its stem is in, and by what its dictionary translations mean.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array
from thinc.types import Floats2d, Ints2d

IdArray: TypeAlias = np.ndarray[tuple[int, int], np.dtype[np.uint64]]
Backpropagation = Callable[[object], list[Doc]]
VIEWS = 6
FIRST_SEED = 20
FOLD = str.maketrans(
    dict.fromkeys(map(chr, (*range(1611, 1619), 1648, 1600, 8206, 8207)))
    | dict.fromkeys("أإآٱ", "ا")
    | {"ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
)
PROCLITICS = (
    "وبال",
    "فبال",
    "وال",
    "فال",
    "بال",
    "كال",
    "ولل",
    "فلل",
    "لل",
    "وب",
    "ول",
    "وس",
    "ال",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "س",
)
"""Longest first: and, so, in, to, like, the, and their usual combinations."""
SHORTEST_STEM = 3
FIRST_ARABIC = "\u0600"
LONGEST_SHAPE = 5
CERTAIN = frozenset("QNT")
"""Marks of words that are names on their own: in several persons' names, a country, a city."""
NAME_FLAGS, WORD_CLASSES = "arabic_name_flags", "arabic_word_classes"
"""Tables of the vocabulary: folded word to the lists it is in, and to the class of its English translations."""


def fold_letters(word: str) -> str:
    """The word without vowel signs, with one letter for the variants of alef, ya and ha."""
    return word.translate(FOLD)


def stem(word: str) -> tuple[str, str]:
    """The proclitics of a folded word, and what is left; nothing is taken off a word that would be too short."""
    for proclitic in PROCLITICS:
        if word.startswith(proclitic) and len(word) - len(proclitic) >= SHORTEST_STEM:
            return proclitic, word[len(proclitic) :]
    return "", word


def features(word: str, flags: dict[str, str], classes: dict[str, str]) -> tuple[str, ...]:
    """The six views of one word, as strings that differ where the view differs."""
    folded = fold_letters(word)
    proclitic, rest = stem(folded)
    listed = f"{flags.get(folded, '')}|{flags.get(rest, '')}|{proclitic}"
    meaning = classes.get(folded) or classes.get("ال" + rest) or classes.get(rest) or _shape(word)
    return (f"w{folded}", f"s{rest}", f"p{folded[:3]}", f"e{folded[-3:]}", f"l{listed}", f"m{meaning}")


def _shape(word: str) -> str:
    """What kind of characters an unknown word has: letters by script, digits, marks."""
    first = word[0]
    if first.isdigit():
        kind = "d"
    elif first.isalpha():
        kind = "x" if first < FIRST_ARABIC else "a"
    else:
        kind = first
    return f"{kind}{min(len(word), LONGEST_SHAPE)}"


@registry.architectures("storydigest.ArabicWordEmbed.v1")  # type: ignore[untyped-decorator]
def arabic_word_embed(width: int, rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """A layer that embeds each word by hashing its six features into tables with so many `rows`."""
    embeds: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(width, count, column=index, seed=index + FIRST_SEED) for index, count in enumerate(rows)
    ]
    mixed: Model[Ints2d, Floats2d] = chain(
        concatenate(*embeds), Maxout(width, width * len(rows), nP=3, dropout=0.0, normalize=True)
    )
    layer: Model[list[Doc], list[Floats2d]] = chain(_extract(), list2ragged(), with_array(mixed), ragged2list())  # type: ignore[misc]
    return layer


def _extract() -> Model[list[Doc], list[IdArray]]:
    """A layer without weights: documents to the ids of their words' features, computed once for each word."""
    seen: dict[int, tuple[int, ...]] = {}

    def forward(
        model: Model[list[Doc], list[IdArray]],  # noqa: ARG001  (thinc names its arguments)
        docs: list[Doc],
        is_train: bool,  # noqa: ARG001, FBT001
    ) -> tuple[list[IdArray], Backpropagation]:
        return [_ids(doc, seen) for doc in docs], lambda _gradient: []

    return Model("arabic_word_features", forward)


def _ids(doc: Doc, seen: dict[int, tuple[int, ...]]) -> IdArray:
    """One row for each token: the hashes of its features."""
    for token in doc:
        if token.orth not in seen:
            flags, classes = _table(doc, NAME_FLAGS), _table(doc, WORD_CLASSES)
            seen[token.orth] = tuple(map(get_string_id, features(token.text, flags, classes)))
    return np.array([seen[token.orth] for token in doc], dtype="uint64").reshape((len(doc), VIEWS))


def _table(doc: Doc, name: str) -> dict[str, str]:
    lookups = doc.vocab.lookups
    return lookups.get_table(name) if lookups.has_table(name) else {}


def listed(vocab: Vocab) -> Callable[[str], bool]:
    """Whether a word is in a vocabulary's own lists of persons' and places' names; never, where it has none."""
    if not vocab.lookups.has_table(NAME_FLAGS):
        return lambda _word: False
    table: dict[str, str] = vocab.lookups.get_table(NAME_FLAGS)
    return lambda word: bool(CERTAIN & set(table.get(fold_letters(word), "")))
