"""What a pipeline says of a text depends on the text alone: no neighbours, no earlier texts, no threads. Invented."""

import numpy as np
import pytest
from spacy.tokens import Doc
from thinc.api import NumpyOps, get_current_ops
from threadpoolctl import threadpool_info

from generator.language import parse as parsing
from generator.language import word_memory
from generator.language.arithmetic import SteadyOps, steady_arithmetic
from generator.language.parse import Parsed, parse
from generator.language.pipelines import load

TEXT = """Mayor Ilse Vandorp told reporters in Brellow on Tuesday that the harbour would close.

“We waited. Nothing came,” she said.

Prime Minister Oskar Lindqvist of Norway can't say when it opens again, and the port won't either.

No.

The United Nations has offered help; the Brellow Harbour Company, a firm of 300 workers, refused it."""


def everything(parsed: Parsed) -> list[object]:
    words = [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_type_)
        for p in parsed.paragraphs
        for t in p.doc
    ]
    return [parsed.sentences, parsed.mentions, words]


@pytest.mark.parametrize("shape", [(480, 288), (128, 20), (64, 1024), (96, 64)])
def test_a_row_is_multiplied_alike_in_any_company(shape: tuple[int, int]) -> None:
    chance, ops = np.random.default_rng(3), SteadyOps()
    rows = chance.normal(size=(500, shape[0])).astype("float32")
    weights = chance.normal(size=(shape[1], shape[0])).astype("float32")
    whole = ops.gemm(rows, weights, trans2=True)

    for count in (1, 2, 7, 63, 64, 65, 200):
        assert np.array_equal(ops.gemm(rows[:count], weights, trans2=True), whole[:count])
    assert np.allclose(whole, rows @ weights.T, atol=1e-3)


def test_arithmetic_is_set_while_a_pipeline_loads_and_not_after() -> None:
    before = get_current_ops()
    with steady_arithmetic():
        assert isinstance(get_current_ops(), SteadyOps)
    assert get_current_ops() is before
    assert type(before) is NumpyOps


def test_blas_has_one_thread_once_a_pipeline_is_loaded() -> None:
    load("en")
    assert {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"} <= {1}


@pytest.mark.parametrize("batch", [1, 40, 100_000])
def test_results_do_not_depend_on_the_batch(monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    expected = everything(parse(TEXT, "en"))
    monkeypatch.setattr(parsing, "BATCH", batch)

    assert everything(parse(TEXT, "en")) == expected


def test_results_do_not_depend_on_what_was_read_before() -> None:
    alone = everything(parse(TEXT, "en"))
    parse("Vandorp! The port of Brellow, the port; Norway's NO. Harbour, harbour, HARBOUR.", "en")

    assert everything(parse(TEXT, "en")) == alone


@pytest.mark.parametrize("capacity", [2, 30])
def test_a_memory_that_is_full_forgets_and_answers_the_same(monkeypatch: pytest.MonkeyPatch, capacity: int) -> None:
    nlp = load("en")
    (remembering,) = [n for n in nlp.get_pipe("ner").model.walk() if n.name == "words_remembered"]
    docs = [Doc(nlp.vocab, words=part.split()) for part in TEXT.split("\n\n")]
    monkeypatch.setattr(word_memory, "CAPACITY", capacity)
    fresh = word_memory.remembering(remembering.layers[0])

    for doc, plain in zip(docs, remembering.layers[0].predict(docs), strict=True):
        (row,) = fresh.predict([doc])
        assert np.array_equal(row, plain)
        (again,) = fresh.predict([doc])
        assert np.array_equal(again, plain)
