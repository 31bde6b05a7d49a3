"""Prints how well the quotes, speakers and utterances of a hand-labelled story are found, as JSON.

    python benchmarks/utterances.py GOLD.json TEXTS [--show]

GOLD.json names the files of TEXTS (`docs`), the quotes (`start`, `end`, `inner_start`, `inner_end`, `speaker` with
`text` and `canonical`, `utterance`), and what must not be a quote (`not_quotes`). A quote is right when its characters
are the gold ones; a speaker when its words or what they are resolved to overlap the gold surface or carry the gold
surface's or canonical's last name; an utterance group when the quotes of the gold group, and no others, are its
direct and partial renderings as wholes.
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.analyse.quotes import find_quotes
from generator.compare.entities import entities
from generator.compare.settings import ComparisonSettings
from generator.compare.utterances import utterances
from generator.language.fold import fold
from generator.language.parse import parse
from generator.model import Analysis, Article, Origin, Quote, Span, Speaker, Story

Record = Mapping[str, Any]
Matched = dict[tuple[str, tuple[Span, ...]], Record]


def main() -> None:
    """Measure the labelled story of the command line and print the figures."""
    parser = argparse.ArgumentParser(description="Measure quotes, speakers and utterances of a labelled story.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--show", action="store_true", help="print what was found")
    arguments = parser.parse_args()
    gold = json.loads(arguments.gold.read_text(encoding="utf-8"))
    story = _story(gold, arguments.texts)
    if arguments.show:
        show(story)
    json.dump(measure(gold, story), sys.stdout, indent=1, sort_keys=True, ensure_ascii=False)
    print()


def _story(gold: Record, texts: Path) -> Story:
    members = [_analysis(key, doc, texts) for key, doc in sorted(gold["docs"].items())]
    return Story(id="gold", slug="gold", members=tuple(members))


def _analysis(key: str, doc: Record, texts: Path) -> Analysis:
    article = Article(
        id=key,
        origin=Origin(kind="file", where=doc["file"]),
        title=None,
        outlet=None,
        url=None,
        authors=(),
        published=None,
        language=doc["lang"],
        text=(texts / doc["file"]).read_text(encoding="utf-8"),
    )
    parsed = parse(article.text, article.language)
    return Analysis(
        article=article, sentences=parsed.sentences, mentions=parsed.mentions, quotes=find_quotes(article, parsed)
    )


def measure(gold: Record, story: Story) -> dict[str, object]:
    """Return every figure."""
    members = {member.article.id: member for member in story.members}
    matched: Matched = {}
    right_speakers = 0
    wrong = []
    for wanted in gold["quotes"]:
        quote = _same_place(wanted, members[wanted["doc"]])
        if quote is None:
            wrong.append(f"{wanted['id']}: not found")
            continue
        matched[(wanted["doc"], quote.spans)] = wanted
        if _right_speaker(wanted, quote, members[wanted["doc"]].article.text):
            right_speakers += 1
        else:
            wrong.append(f"{wanted['id']}: speaker {_words(quote, members[wanted['doc']].article.text)}")
    extra = [
        f"{key}: extra {member.article.text[q.spans[0].start : q.spans[-1].end][:60]}"
        for key, member in members.items()
        for q in member.quotes
        if q.kind != "indirect" and (key, q.spans) not in matched
    ]
    groups, bad = _groups(gold, story, matched)
    return {
        "quotes": f"{len(matched)} of {len(gold['quotes'])}",
        "extra": extra,
        "speakers": f"{right_speakers} of {len(gold['quotes'])}",
        "groups": groups,
        "traps": [note for note in (_trap(trap, members[trap["doc"]]) for trap in gold["not_quotes"]) if note],
        "wrong": wrong + bad,
    }


def _same_place(wanted: Record, member: Analysis) -> Quote | None:
    for quote in member.quotes:
        if quote.kind == "indirect":
            continue
        edges = (quote.spans[0].start, quote.spans[-1].end)
        if edges == (wanted["inner_start"], wanted["inner_end"]):
            return quote
    return None


def _right_speaker(wanted: Record, quote: Quote, text: str) -> bool:
    if quote.speaker is None:
        return False
    spans = [(quote.speaker.start, quote.speaker.end)]
    if quote.speaker.referent is not None:
        spans.append((quote.speaker.referent.start, quote.speaker.referent.end))
    gold = wanted["speaker"]
    if any(start < gold["end"] and gold["start"] < end for start, end in spans):
        return True
    names = {_last(text[start:end]) for start, end in spans}
    return _last(gold["text"]) in names or _last(gold["canonical"]) in names


def _last(phrase: str) -> str:
    found = re.findall(r"[\w-]+", phrase)
    return fold(found[-1]) if found else ""


def _words(quote: Quote, text: str) -> str:
    return "none" if quote.speaker is None else text[quote.speaker.start : quote.speaker.end]


def _groups(gold: Record, story: Story, matched: Matched) -> tuple[str, list[str]]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for quote in gold["quotes"]:
        wanted[quote["utterance"]].add(quote["id"])
    found = _found_groups(story, matched)
    bad = [f"{key}: wanted {sorted(ids)}" for key, ids in sorted(wanted.items()) if ids not in found]
    bad += [f"found {sorted(ids)}" for ids in found if ids not in wanted.values()]
    return f"{sum(ids in found for ids in wanted.values())} of {len(wanted)}", bad


def _found_groups(story: Story, matched: Matched) -> list[set[str]]:
    people = entities(story, settings=ComparisonSettings())
    groups = []
    for utterance in utterances(story, people):
        ids = set()
        for one in utterance.renderings:
            if one.quote.kind != "indirect" and one.whole:
                known = matched.get((one.article_id, one.quote.spans))
                ids.add(known["id"] if known else f"?{one.id}")
        if ids:
            groups.append(ids)
    return groups


def _trap(trap: Record, member: Analysis) -> str:
    for quote in member.quotes:
        if quote.kind == "indirect":
            continue
        spans: tuple[Span | Speaker, ...] = (*quote.spans, *([quote.speaker] if quote.speaker else []))
        if any(span.start < trap["end"] and trap["start"] < span.end for span in spans):
            return f"{trap['doc']}: {trap['text'][:40]}"
    return ""


def show(story: Story) -> None:
    """Print every quote and every utterance of the story."""
    texts = {member.article.id: member.article.text for member in story.members}
    for member in story.members:
        for quote in member.quotes:
            _show_quote(member, quote)
    people = entities(story, settings=ComparisonSettings())
    names = {one.id: texts[one.name.article_id][one.name.start : one.name.end] for one in people}
    for utterance in utterances(story, people):
        print(f"== {utterance.weight} {names.get(utterance.speaker or '', utterance.speaker)}")
        for one in utterance.renderings:
            span = one.part or one.quote.spans[0]
            words = texts[one.article_id][span.start : span.end][:80]
            part = "part" if one.part else ""
            print(f"   {one.article_id} {one.quote.kind} {part} {names.get(one.speaker or '')} {words!r}")


def _show_quote(member: Analysis, quote: Quote) -> None:
    text, speaker = member.article.text, quote.speaker
    meant = text[speaker.referent.start : speaker.referent.end] if speaker and speaker.referent else ""
    via = text[quote.via.start : quote.via.end] if quote.via else ""
    cue = text[quote.cue.start : quote.cue.end] if quote.cue else ""
    words = text[quote.spans[0].start : quote.spans[-1].end][:90]
    print(f"{member.article.id} {quote.kind:8} {_words(quote, text)} = {meant} | {cue} | via {via} | {words!r}")


if __name__ == "__main__":
    main()
