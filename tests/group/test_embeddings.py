"""An embedding model, where one is configured, joins the comparison across languages."""

import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from generator.errors import ModelError
from generator.group import GroupingSettings, group
from generator.group.embeddings import encoder

from .conftest import FERRY, INVENTED, make

WORDS = ("[UNK]", "fog", "nebel", "ferry", "schiff", "tax")
VECTORS = np.array([[0, 0, 0], [1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 1, 0], [0, 0, 1]], dtype=np.float32)


class _Encodes:
    """Counts the listed words, as both packages' models do behind the same two calls."""

    opened: tuple[object, ...] = ()

    @classmethod
    def from_pretrained(cls, path: str) -> "_Encodes":
        return cls(path)

    def __init__(self, path: str, **options: object) -> None:
        type(self).opened = (path, options)

    def encode(self, texts: list[str]) -> np.ndarray:
        known = [[VECTORS[WORDS.index(word)] for word in text.lower().split() if word in WORDS] for text in texts]
        return np.array([np.sum(found, axis=0) if found else np.zeros(3) for found in known])


@pytest.fixture(autouse=True)
def _fresh() -> None:
    encoder.cache_clear()


def _package(monkeypatch: pytest.MonkeyPatch, package: str, name: str) -> None:
    module = ModuleType(package)
    setattr(module, name, _Encodes)
    monkeypatch.setitem(sys.modules, package, module)


def test_a_model2vec_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _package(monkeypatch, "model2vec", "StaticModel")
    found = encoder(str(tmp_path))(["fog ferry", "nebel schiff", "tax", "nothing known"])
    assert found[0] @ found[1] == pytest.approx(1)
    assert found[0] @ found[2] == 0
    assert not found[3].any()


def test_a_sentence_transformers_folder_is_read_from_this_machine_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _package(monkeypatch, "sentence_transformers", "SentenceTransformer")
    (tmp_path / "modules.json").write_text("[]")
    assert encoder(str(tmp_path))(["fog"]).shape == (1, 3)
    assert _Encodes.opened == (str(tmp_path), {"local_files_only": True})


def test_a_real_model2vec_model_is_read(tmp_path: Path) -> None:
    model2vec = pytest.importorskip("model2vec")
    tokenizers = pytest.importorskip("tokenizers")
    tokenizer = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]")  # noqa: S106
    )
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    model2vec.StaticModel(VECTORS, tokenizer).save_pretrained(tmp_path)
    found = encoder(str(tmp_path))(["fog ferry", "nebel schiff", "tax"])
    assert found[0] @ found[1] == pytest.approx(1)
    assert found[0] @ found[2] == pytest.approx(0)


def test_a_model_that_is_missing_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelError, match="no folder"):
        encoder(str(tmp_path / "nowhere"))
    monkeypatch.setitem(sys.modules, "model2vec", None)
    with pytest.raises(ModelError, match="pip install"):
        encoder(str(tmp_path))


def test_a_model_joins_the_comparison(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _package(monkeypatch, "model2vec", "StaticModel")
    pair = [make(INVENTED["event"]), make(INVENTED["translated"]["de"], language="de"), make(FERRY[0])]
    # The tiny model knows no word of the event and says no; the lexicon alone says yes.
    apart = group(pair, settings=GroupingSettings(embeddings=str(tmp_path), across_threshold=0.6))
    together = group(pair, settings=GroupingSettings(across_threshold=0.6))
    assert len(together.stories) == 2
    assert len(apart.stories) == 3
