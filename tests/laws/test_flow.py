"""The laws of the whole flow: spans, one story, every input accounted for, neighbours left alone."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

import generator
from generator.cli import main
from tests.conftest import INVENTED, SAMPLES, MakeProject

SCHEMA = json.loads((Path(generator.__file__).parent / "export.schema.json").read_text(encoding="utf-8"))


def _export(config: Path, *inputs: Path) -> Path:
    out = config.parent / "data"
    assert main(["export", "--config", str(config), "--out", str(out), *map(str, inputs)]) == 0
    return out


def _load(path: Path) -> object:
    return json.loads(path.read_text(encoding="utf-8"))


def _passages(value: object) -> list[dict]:
    if isinstance(value, list):
        return [passage for item in value for passage in _passages(item)]
    if isinstance(value, dict):
        own = [value] if {"article", "start", "end", "text"} <= value.keys() else []
        return own + [passage for item in value.values() for passage in _passages(item)]
    return []


def _validate(value: object, definition: str) -> None:
    schema = SCHEMA | {"$ref": f"#/$defs/{definition}"}
    jsonschema.Draft202012Validator(schema).validate(value)


@pytest.fixture
def exported(make_project: MakeProject) -> Path:
    return _export(make_project([*SAMPLES, *INVENTED]))


def test_the_samples_are_one_story_and_the_invented_articles_three_others(exported: Path) -> None:
    stories = _load(exported / "stories.json")
    assert sorted(len(story["articles"]) for story in stories) == [1, 1, 1, 3]
    (samples,) = (story for story in stories if len(story["articles"]) == 3)
    assert samples["languages"] == ["ar", "en"]


def test_every_passage_is_its_articles_own_text(exported: Path) -> None:
    texts = {article["id"]: article["text"] for article in _load(exported / "articles.json")}
    stories = [_load(path) for path in (exported / "stories").iterdir()]
    passages = _passages(stories)
    assert len(passages) > 100
    for passage in passages:
        assert texts[passage["article"]][passage["start"] : passage["end"]] == passage["text"]
    for quote in (quote for story in stories for quote in story["quotes"]):
        words = [texts[quote["article"]][start:end] for start, end in quote["spans"]]
        assert " … ".join(words) == quote["text"]


def test_the_export_keeps_to_its_schema(exported: Path) -> None:
    for name in ("articles.json", "stories.json", "refusals.json"):
        _validate(_load(exported / name), name)
    for path in (exported / "stories").iterdir():
        _validate(_load(path), "story")


def test_the_schema_refuses_what_it_does_not_know() -> None:
    with pytest.raises(jsonschema.ValidationError):
        _validate([{"origin": "a.txt", "reason": "empty", "detail": "", "guess": "?"}], "refusals.json")


def test_every_input_is_an_article_or_a_refusal(make_project: MakeProject) -> None:
    config = make_project([*INVENTED])
    inputs = config.parent / "inputs"
    (inputs / "empty.txt").write_bytes(b"")
    (inputs / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    (inputs / "broken.json").write_text('{"title": "No end', encoding="utf-8")
    out = _export(config)
    used = {article["origin"] for article in _load(out / "articles.json")}
    refused = {refusal["origin"] for refusal in _load(out / "refusals.json")}
    assert used | refused == {f"inputs/{path.name}" for path in inputs.iterdir()}
    assert refused == {"inputs/empty.txt", "inputs/picture.txt", "inputs/broken.json"}


def test_an_unrelated_article_changes_no_other_storys_page(make_project: MakeProject) -> None:
    config = make_project([*SAMPLES, *INVENTED[:2]])
    assert main(["build", "--config", str(config)]) == 0
    site = config.parent / "site"
    before = _story_bodies(site)
    shutil.copy(INVENTED[2], config.parent / "inputs")
    assert main(["build", "--config", str(config)]) == 0
    after = _story_bodies(site)
    assert len(after) == len(before) + 1
    assert {name: after[name] for name in before} == before


def _story_bodies(site: Path) -> dict[str, str]:
    pages = (site / "stories").glob("*/index.html")
    return {
        page.parent.name: page.read_text(encoding="utf-8").split('<article class="md-content', 1)[-1] for page in pages
    }
