"""Prints how well quotations, speakers and indirect speech are found, as JSON.

    python benchmarks/quotes.py FILE.jsonl… [--limit N] [--errors direct]

Each line of a file is an article with `text`, `lang` and `quotes` (start, end or spans, speaker_start, speaker_end,
type). Spans are compared as sets of characters without quotation marks, outer white space and line breaks; the parts
of an interrupted quotation are united, and a quotation over several paragraphs also counts paragraph by paragraph.

- `exact`: the same characters, marks and signs at the edges aside. `iou80`, `iou30`: intersection over union.
- `precision` of quotations in marks ("marked"): the share of those found that lies (nine tenths of it) in a gold
  attribution of any type. Recall: the share of gold ones of a type that some found one matches.
- `speaker.right_of_all`: the found speaker's words overlap the gold ones, or carry the same name, or are resolved to
  it, as a share of all gold direct quotations; `right_of_answered`: of those that got a speaker.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.analyse.quotes import find_quotes
from generator.language.fold import fold
from generator.language.parse import parse
from generator.model import Article, Origin, Quote, Span

_MARKS = frozenset("“”„‟«»\"'‘’‚`「」『』 \t\n\u00a0")
_EDGE = re.compile(r"^[\s\"'“”„‘’«».,;:]+|[\s\"'“”„‘’«».,;:]+$")
_DIRECT, _MIXED = "direct", "mixed"
_INDIRECT = ("indirect", "reported", "indirectfreeindirect", "freeindirect")
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution of the corpus."""

    type: str
    characters: frozenset[int]
    speaker: Span | None


@dataclass(frozen=True, slots=True)
class Case:
    """One article with what is known and what was found about it."""

    article: Article
    gold: tuple[Gold, ...]
    found: tuple[Quote, ...]
    seconds: float


def main() -> None:
    """Measure the files of the command line and print the figures."""
    arguments = _arguments()
    figures = {}
    for path in arguments.files:
        cases = [_case(record) for record in _records(path, arguments.limit)]
        figures[f"{path.parent.name}/{path.stem}"] = measure(cases)
        if arguments.errors:
            show_errors(cases, arguments.errors, arguments.show)
    json.dump(figures, sys.stdout, indent=1, sort_keys=True)
    print()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure quotations, speakers and indirect speech.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, default=None, help="only the first N articles of a file")
    parser.add_argument(
        "--errors", choices=["recall", "precision", "speaker", "indirect", "missed"], help="list what went wrong"
    )
    parser.add_argument("--show", type=int, default=40, help="how many errors to list")
    return parser.parse_args()


def _records(path: Path, limit: int | None) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        for number, row in enumerate(lines):
            if limit is not None and number >= limit:
                return
            yield json.loads(row)


def _case(record: Record) -> Case:
    article = Article(
        id=record["id"],
        origin=Origin(kind="item", where=record["id"]),
        title=record.get("title"),
        outlet=record.get("outlet"),
        url=None,
        authors=(),
        published=None,
        language=record["lang"],
        text=record["text"],
        headings=_headline(record),
    )
    parsed = parse(article.text, article.language, article.headings)
    start = time.perf_counter()
    found = find_quotes(article, parsed)
    return Case(article, tuple(_gold(article.text, q) for q in record["quotes"]), found, time.perf_counter() - start)


def _headline(record: Record) -> tuple[Span, ...]:
    """Return the first paragraph where it repeats the title: cleaning takes it off before quotes are looked for."""
    first = record["text"].split("\n")[0]
    same = fold(first).strip(" .") == fold(record.get("title") or "").strip(" .")
    return (Span(start=0, end=len(first)),) if same else ()


def _gold(text: str, quote: Record) -> Gold:
    spans = quote.get("spans") or [[quote["start"], quote["end"]]]
    speaker = None
    if quote.get("speaker_start") is not None:
        speaker = Span(start=quote["speaker_start"], end=quote["speaker_end"])
    return Gold(quote["type"], characters(text, (Span(start=a, end=b) for a, b in spans)), speaker)


def characters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Return the places of the spans' characters, without marks, white space and signs at the edges."""
    found: set[int] = set()
    for span in spans:
        piece = text[span.start : span.end]
        start = span.start + len(piece) - len(piece.lstrip(" \t\n\u00a0\"'“”„‘’«»`.,;:"))
        end = span.end - len(piece) + len(piece.rstrip(" \t\n\u00a0\"'“”„‘’«»`.,;:"))
        found.update(range(start, end))
    return frozenset(found)


def measure(cases: Sequence[Case]) -> dict[str, object]:
    """Return every figure for the cases."""
    words = sum(len(case.article.text.split()) for case in cases)
    return {
        "articles": len(cases),
        "marked": _precision(cases),
        "direct": _recall(cases, (_DIRECT,), marked=True),
        "mixed": _recall(cases, (_MIXED,), marked=False),
        "indirect": _indirect(cases),
        "speaker": _speakers(cases),
        "words_per_second": round(words / max(1e-9, sum(case.seconds for case in cases))),
    }


def _marked(case: Case) -> list[tuple[Quote, frozenset[int]]]:
    return [(q, characters(case.article.text, q.spans)) for q in case.found if q.kind != "indirect"]


def _precision(cases: Sequence[Case]) -> dict[str, float]:
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for case in cases:
        for quote, found in _marked(case):
            every[quote.kind] += 1
            every["all"] += 1
            if _lies_in_gold(found, case.gold):
                right[quote.kind] += 1
                right["all"] += 1
    return {f"precision_{kind}": _share(right[kind], every[kind]) for kind in sorted(every)} | {"found": every["all"]}


def _lies_in_gold(found: frozenset[int], gold: Sequence[Gold]) -> bool:
    union = frozenset(place for one in gold for place in one.characters)
    return len(found & union) >= 0.9 * len(found)


def _recall(cases: Sequence[Case], types: Sequence[str], *, marked: bool) -> dict[str, object]:
    gold_count = found_count = 0
    hits: Counter[str] = Counter()
    back: Counter[str] = Counter()
    for case in cases:
        wanted = [g.characters for g in case.gold if g.type in types and g.characters]
        offered = _offered(case, marked=marked)
        direct = [c for q, c in offered if q.kind == "direct"]
        gold_count += len(wanted)
        found_count += len(direct)
        everything = [c for _q, c in offered]
        for measure_name, test in _TESTS.items():
            hits[measure_name] += sum(any(test(g, f) for f in everything) for g in wanted)
            back[measure_name] += sum(any(test(g.characters, f) for g in case.gold) for f in direct)
    return _table(hits, back, gold_count, found_count)


def _offered(case: Case, *, marked: bool) -> list[tuple[Quote, frozenset[int]]]:
    """Return the quotations found, each as a whole, and those over several paragraphs also by paragraph."""
    text = case.article.text
    offered = [(q, characters(text, q.spans)) for q in case.found if not marked or q.kind != "indirect"]
    for quote, _whole in list(offered):
        parts = _by_paragraph(text, quote.spans)
        if len(parts) > 1:
            offered += [(quote, characters(text, part)) for part in parts]
    return offered


def _by_paragraph(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    parts: list[list[Span]] = []
    for span in spans:
        if parts and "\n" not in text[parts[-1][-1].end : span.start]:
            parts[-1].append(span)
        else:
            parts.append([span])
    return parts


def _indirect(cases: Sequence[Case]) -> dict[str, object]:
    gold_count = found_count = 0
    hits: Counter[str] = Counter()
    back: Counter[str] = Counter()
    for case in cases:
        wanted = [g.characters for g in case.gold if g.type in _INDIRECT and g.characters]
        anything = [g.characters for g in case.gold if g.characters]
        found = [characters(case.article.text, q.spans) for q in case.found if q.kind == "indirect"]
        gold_count += len(wanted)
        found_count += len(found)
        for name, test in _TESTS.items():
            hits[name] += sum(any(test(g, f) for f in found) for g in wanted)
            back[name] += sum(any(test(g, f) for g in anything) for f in found)
    return _table(hits, back, gold_count, found_count)


def _table(hits: Counter[str], back: Counter[str], gold: int, found: int) -> dict[str, object]:
    table: dict[str, object] = {"gold": gold, "found": found}
    for name in _TESTS:
        precision, recall = back[name] / max(1, found), hits[name] / max(1, gold)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        table[name] = {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}
    return table


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Return intersection over union."""
    return len(one & other) / max(1, len(one | other))


def _exact(gold: frozenset[int], found: frozenset[int]) -> bool:
    return gold == found


def _mostly(gold: frozenset[int], found: frozenset[int]) -> bool:
    return overlap(gold, found) >= _MOSTLY


def _partly(gold: frozenset[int], found: frozenset[int]) -> bool:
    return overlap(gold, found) >= _PARTLY


_MOSTLY, _PARTLY = 0.8, 0.3
_TESTS: Mapping[str, Callable[[frozenset[int], frozenset[int]], bool]] = {
    "exact": _exact,
    "iou80": _mostly,
    "iou30": _partly,
}


def _speakers(cases: Sequence[Case]) -> dict[str, object]:
    wanted = answered = right = matched = 0
    for case in cases:
        for gold, quote in _pairs(case):
            wanted += 1
            if quote is None:
                continue
            matched += 1
            if quote.speaker is None:
                continue
            answered += 1
            right += same_speaker(case.article.text, gold.speaker, quote)
    return {
        "gold": wanted,
        "right_of_all": _share(right, wanted),
        "right_of_matched": _share(right, matched),
        "right_of_answered": _share(right, answered),
        "coverage": _share(answered, matched),
    }


def _pairs(case: Case) -> Iterator[tuple[Gold, Quote | None]]:
    """Yield each gold direct quotation that has a speaker with the best found one (half of either inside the other)."""
    offered = _marked(case)
    for gold in case.gold:
        if gold.type != _DIRECT or gold.speaker is None or not gold.characters:
            continue
        best = max(offered, key=lambda pair: len(gold.characters & pair[1]), default=None)
        good = best is not None and 2 * len(gold.characters & best[1]) >= min(len(gold.characters), len(best[1]))
        yield gold, best[0] if good and best is not None else None


def same_speaker(text: str, gold: Span | None, quote: Quote) -> bool:
    """Return whether the speaker found is the gold one: by place, by its resolution, or by the same last name."""
    speaker = quote.speaker
    if gold is None or speaker is None:
        return False
    spans = [Span(start=speaker.start, end=speaker.end)] + ([speaker.referent] if speaker.referent else [])
    if any(s.start < gold.end and gold.start < s.end for s in spans):
        return True
    names = {_last_name(text[s.start : s.end]) for s in spans}
    return _last_name(text[gold.start : gold.end]) in names


def _last_name(phrase: str) -> str:
    words = re.findall(r"[\w-]+", re.split(r",|\(", phrase)[0])
    return fold(words[-1]) if words else ""


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def show_errors(cases: Sequence[Case], what: str, most: int) -> None:
    """Print the passages that went wrong, for whoever improves the rules."""
    listed = [(case, note, spans) for case in cases for note, spans in _ERRORS[what](case)]
    for case, note, spans in listed[:most]:
        text, first, last = case.article.text, spans[0].start, spans[-1].end
        around = text[max(0, first - 160) : first], text[last : last + 120]
        print(f"-- {case.article.id[-30:]} {note}\n   {around[0]!r} [[{text[first:last]}]] {around[1]!r}")


Errors = Iterator[tuple[str, Sequence[Span]]]


def _wrong_quotes(case: Case) -> Errors:
    for quote, found in _marked(case):
        if not _lies_in_gold(found, case.gold):
            yield f"{quote.kind} {_named(case.article.text, quote)}", quote.spans


def _lost_quotes(case: Case) -> Errors:
    offered = [found for _quote, found in _offered(case, marked=True)]
    for gold in case.gold:
        if gold.type == _DIRECT and gold.characters:
            best = max((overlap(gold.characters, found) for found in offered), default=0.0)
            if best < _MOSTLY:
                yield f"best {best:.2f}", [_bounds(gold)]


def _wrong_speakers(case: Case) -> Errors:
    text = case.article.text
    for gold, quote in _pairs(case):
        if quote is not None and not same_speaker(text, gold.speaker, quote):
            wanted = text[gold.speaker.start : gold.speaker.end] if gold.speaker else None
            yield f"{_named(text, quote)} GOLD {wanted}", quote.spans


def _wrong_reports(case: Case) -> Errors:
    for quote in case.found:
        mine = characters(case.article.text, quote.spans)
        if quote.kind == "indirect" and not any(overlap(gold.characters, mine) >= _PARTLY for gold in case.gold):
            yield _named(case.article.text, quote), quote.spans


def _lost_reports(case: Case) -> Errors:
    found = [characters(case.article.text, quote.spans) for quote in case.found if quote.kind == "indirect"]
    for gold in case.gold:
        wanted = gold.type in _INDIRECT and gold.characters
        if wanted and not any(overlap(gold.characters, one) >= _PARTLY for one in found):
            yield "missed", [_bounds(gold)]


_ERRORS: Mapping[str, Callable[[Case], Errors]] = {
    "precision": _wrong_quotes,
    "recall": _lost_quotes,
    "speaker": _wrong_speakers,
    "indirect": _wrong_reports,
    "missed": _lost_reports,
}


def _bounds(gold: Gold) -> Span:
    return Span(start=min(gold.characters), end=max(gold.characters) + 1)


def _named(text: str, quote: Quote) -> str:
    speaker = quote.speaker
    cue = text[quote.cue.start : quote.cue.end] if quote.cue else "-"
    if speaker is None:
        return f"NONE | {cue}"
    meant = f" = {text[speaker.referent.start : speaker.referent.end]}" if speaker.referent else ""
    return f"{text[speaker.start : speaker.end]}{meant} | {cue}"


if __name__ == "__main__":
    main()
