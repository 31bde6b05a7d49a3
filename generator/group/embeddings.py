"""An optional multilingual embedding model that joins the comparison across languages.

Model2Vec folders (van Dongen and Tulkens 2024) and sentence-transformers folders (Reimers and Gurevych 2020) are
taken. A model is read from a folder on this machine only: a build opens no connection.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generator.errors import ModelError

Vectors = NDArray[np.float64]
Encoder = Callable[[Sequence[str]], Vectors]
_SENTENCE_TRANSFORMERS = "modules.json"
"""A sentence-transformers folder has it; a Model2Vec folder may, and then it says that the embedding is static."""


@lru_cache(maxsize=2)
def encoder(folder: str) -> Encoder:
    """What turns texts into vectors of length 1, one row each; a text without known words gives a row of zeros.

    Raises:
        ModelError: there is no such folder, it holds no such model, or the package that reads it is missing.
    """
    path = Path(folder)
    if not path.is_dir():
        raise ModelError(f"grouping.embeddings: no folder {folder!r}; nothing is fetched, a model must be here")
    try:
        encode = _model2vec(path) if _is_model2vec(path) else _sentence_transformers(path)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"grouping.embeddings: {folder!r} holds no model that can be read ({error})") from None
    return lambda texts: _unit(encode(texts))


def _is_model2vec(path: Path) -> bool:
    modules = path / _SENTENCE_TRANSFORMERS
    return not modules.is_file() or "StaticEmbedding" in modules.read_text(encoding="utf-8")


def _model2vec(path: Path) -> Encoder:
    try:
        from model2vec import StaticModel  # noqa: PLC0415 - an extra
    except ImportError:
        raise ModelError("grouping.embeddings: pip install 'storydigest[embeddings-static]'") from None
    model = StaticModel.from_pretrained(str(path))
    return lambda texts: np.asarray(model.encode(list(texts)), dtype=np.float64)


def _sentence_transformers(path: Path) -> Encoder:
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - an extra
    except ImportError:
        raise ModelError("grouping.embeddings: pip install 'storydigest[embeddings]'") from None
    model = SentenceTransformer(str(path), local_files_only=True)
    return lambda texts: np.asarray(model.encode(list(texts)), dtype=np.float64)


def _unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(lengths > 0, lengths, 1.0)
