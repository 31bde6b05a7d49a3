"""Labels that were read for this project, and how they meet their corpora. All sentences are invented."""

from pathlib import Path

import pytest

from training import corrections
from training.corrections import LABELS, corrected, key, read_labels
from training.tagged import Name, TaggedSentence

KINDS = {"PER", "ORG", "LOC", "MISC"}
SENTENCES = [
    TaggedSentence(tuple(f"Ilse Vandorp counted {number} boats in Brellow .".split()), (Name(0, 1, "ORG"),))
    for number in range(60)
]


@pytest.fixture
def labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of labels for the first fifty of the sentences, of which the first is unfit and the second nameless."""
    names = ["unfit", "-", *["0:2:PER 6:7:LOC"] * 48]
    rows = [f"{key(s.words)}\t{one}" for s, one in zip(SENTENCES, names, strict=False)]
    (tmp_path / "boats.tsv").write_text("\n".join(["# invented", *rows]) + "\n", encoding="utf-8")
    monkeypatch.setattr(corrections, "LABELS", tmp_path)
    return tmp_path / "boats.tsv"


def test_what_was_read_has_the_labels_it_was_given(labels: Path) -> None:
    assert labels.is_file()
    found = corrected(SENTENCES, "boats")

    assert len(found.read) + len(found.held_out) == 49
    assert found.held_out
    assert found.unread == SENTENCES[50:]
    named = [s for s in found.read + found.held_out if s.words != SENTENCES[1].words]
    assert all(s.names == (Name(0, 2, "PER"), Name(6, 7, "LOC")) for s in named)


def test_a_sentence_met_twice_is_taken_once(labels: Path) -> None:
    assert labels.is_file()
    found = corrected(SENTENCES + SENTENCES[:10], "boats")

    assert len(found.read) + len(found.held_out) == 49


def test_another_corpus_is_refused_in_one_line(labels: Path) -> None:
    assert labels.is_file()
    with pytest.raises(ValueError, match=r"boats\.tsv: 10 sentences are not in the corpus"):
        corrected(SENTENCES[10:], "boats")


def test_names_beyond_the_sentence_are_refused(labels: Path) -> None:
    rows = labels.read_text(encoding="utf-8").replace("6:7:LOC", "6:99:LOC")
    labels.write_text(rows, encoding="utf-8")
    with pytest.raises(ValueError, match="reach beyond"):
        corrected(SENTENCES, "boats")


@pytest.mark.parametrize(("corpus", "least"), [("gmb", 5000), ("ewt", 2900)])
def test_the_shipped_labels_are_sound(corpus: str, least: int) -> None:
    found = read_labels(LABELS / f"{corpus}.tsv")

    assert len(found) >= least
    for names in found.values():
        ends = [0, *(name.end for name in names or ())]
        assert all(
            before <= name.start < name.end and name.label in KINDS
            for before, name in zip(ends, names or (), strict=False)
        )
