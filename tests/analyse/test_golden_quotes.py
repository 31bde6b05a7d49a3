"""Every hand-labelled article of tests/golden/quotes (all invented) gives the quotes it is labelled with."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.analyse.quotes import find_quotes
from generator.language.parse import parse
from generator.model import Article, Origin, Quote, Span

GOLDEN = Path(__file__).parent.parent / "golden" / "quotes"
CASES = sorted(GOLDEN.glob("*.yml"))


def _load(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _quotes(case: dict[str, Any]) -> tuple[Quote, ...]:
    article = Article(
        id="invented",
        origin=Origin(kind="file", where="invented"),
        title=None,
        outlet=None,
        url=None,
        authors=(),
        published=None,
        language=case["language"],
        text=case["text"].strip(),
    )
    return find_quotes(article, parse(article.text, article.language))


def _words(case: dict[str, Any], span: Span | None) -> str | None:
    return None if span is None else case["text"][span.start : span.end]


def _who(case: dict[str, Any], quote: Quote) -> list[str]:
    speaker = quote.speaker
    if speaker is None:
        return []
    meant = [speaker.referent] if speaker.referent else []
    return [case["text"][span.start : span.end] for span in (Span(start=speaker.start, end=speaker.end), *meant)]


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_words_in_marks(path: Path) -> None:
    case = _load(path)
    found = [quote for quote in _quotes(case) if quote.kind != "indirect"]
    assert [[_words(case, span) for span in quote.spans] for quote in found] == [q["parts"] for q in case["quotes"]]
    assert [quote.kind for quote in found] == [q["kind"] for q in case["quotes"]]


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_speakers(path: Path) -> None:
    case = _load(path)
    found = [quote for quote in _quotes(case) if quote.kind != "indirect"]
    for quote, gold in zip(found, case["quotes"], strict=True):
        who = _who(case, quote)
        if gold.get("carried"):
            assert any(gold["carried"] in words for words in who), gold
        elif gold.get("loose"):
            assert "".join(who[:1]).startswith(gold["speaker"]), (who, gold)
        else:
            assert who[:1] == ([gold["speaker"]] if gold["speaker"] else []), gold
        if gold.get("referent"):
            assert any(gold["referent"] in words for words in who[1:]), (who, gold)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_cues_and_via(path: Path) -> None:
    case = _load(path)
    found = [quote for quote in _quotes(case) if quote.kind != "indirect"]
    for quote, gold in zip(found, case["quotes"], strict=True):
        if gold.get("cue"):
            assert _words(case, quote.cue) in [*gold["cue"].split(), gold["cue"]]
        if gold.get("via"):
            assert gold["via"] in (_words(case, quote.via) or "")
        assert quote.repaired == gold.get("repaired", False)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_indirect_speech(path: Path) -> None:
    case = _load(path)
    reports = [quote for quote in _quotes(case) if quote.kind == "indirect"]
    for gold in case.get("indirect", ()):
        matching = [q for q in reports if any(gold["contains"] in (_words(case, span) or "") for span in q.spans)]
        assert matching, gold
        who = _who(case, matching[0])
        assert any(gold.get("carried", gold.get("speaker")) in words for words in who), (who, gold)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_what_is_no_quotation(path: Path) -> None:
    case = _load(path)
    marked = [_words(case, span) or "" for q in _quotes(case) if q.kind != "indirect" for span in q.spans]
    assert not [(words, piece) for words in case.get("never", ()) for piece in marked if words in piece]
