"""The weights come from the files alone, and fit them. All texts are invented."""

import json
from pathlib import Path

import pytest

from generator.group.similarity import FEATURES
from training import grouping as training

from .conftest import FERRY, QUAKE_NORTH, QUAKE_SOUTH, TAX

STORIES = {"ferry": FERRY, "tax": TAX, "north": QUAKE_NORTH, "south": QUAKE_SOUTH}


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    lines = [
        {"id": f"{story} {n}", "lang": "en", "title": "", "text": text, "story": story, "date": date}
        for date, (story, texts) in zip(("2021-01-04", None, "2021-01-05", "2021-01-06"), STORIES.items(), strict=True)
        for n, text in enumerate(texts)
    ]
    paths = [tmp_path / "one.jsonl", tmp_path / "other.jsonl"]
    for number, path in enumerate(paths):
        path.write_text("\n".join(json.dumps(line) for line in lines[number:]), encoding="utf-8")
    return [str(path) for path in paths]


def test_the_same_files_give_the_same_weights_and_these_tell_the_stories(
    files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = []
    for name in ("first.json", "second.json"):
        monkeypatch.setattr(training, "TARGET", tmp_path / name)
        assert training.main(files) == 0
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]
    weights = json.loads(written[0])
    assert set(weights) == {*FEATURES, "bias"}
    assert weights["whole"] > 0
    assert "half of them alone" in capsys.readouterr().out


def test_of_a_story_that_stands_alone_one_article_is_left(files: list[str]) -> None:
    file = training._file(0, Path(files[0]))
    left = training._left(file.analyses, file.gold, {"0 ferry"})
    stories = [file.gold[a.article.id] for a in left]
    assert stories.count("0 ferry") == 1
    assert stories.count("0 north") == len(QUAKE_NORTH)


def test_without_files_it_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert training.main([]) == 2
    assert "Usage" in capsys.readouterr().err
