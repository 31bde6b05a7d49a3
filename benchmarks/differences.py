"""Differences measured on labelled stories: prints one JSON object.

Usage::

    python -m benchmarks.differences FOLDER [--show]          # invented stories, see benchmarks/invented/README.md
    python -m benchmarks.differences GOLD.json EXPORT [--show]  # an export of a hand-labelled story

A planted difference is found when a shown row of its kind has evidence that overlaps the passages of two of its sides,
on two sides of the row. A shown row is right when it finds a planted difference or matches one listed as there by
chance. For an export, the gold says nothing of kinds: a difference counts as found when a row, or for what one source
alone reports a fact of that one source, has evidence on the sentences of the gold.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from generator.analyse.pipeline import analyse
from generator.compare import ComparisonSettings, compare
from generator.digest import DigestSettings, digest
from generator.ids import content_id
from generator.language.cues import cues
from generator.language.edges import titles
from generator.language.pipelines import BUNDLED_MODELS
from generator.model import Article, Difference, Digest, Entity, Evidence, Origin, Story

Data = Mapping[str, Any]


class Stretch(NamedTuple):
    """A passage of one article."""

    article: str
    start: int
    end: int

    def touches(self, other: "Stretch | Evidence") -> bool:
        """Whether the two share characters."""
        article = other.article_id if isinstance(other, Evidence) else other.article
        return article == self.article and other.start < self.end and self.start < other.end


class NoCache:
    """A cache that keeps nothing."""

    def load(self, keys: Sequence[str]) -> Mapping[str, str]:  # noqa: ARG002 - a cache by its protocol
        """Nothing is kept."""
        return {}

    def save(self, analyses: Mapping[str, str]) -> None:
        """Keep nothing."""


def main(arguments: Sequence[str]) -> int:
    """Measure what the arguments name; the exit code is 0 unless they are wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("export", type=Path, nargs="?")
    parser.add_argument("--show", action="store_true", help="print what was missed and what is wrong")
    options = parser.parse_args(arguments)
    if options.export is not None:
        result = measure_export(options.gold, options.export, show=options.show)
    else:
        result = measure_invented(options.gold, show=options.show)
    print(json.dumps(result, ensure_ascii=False, indent=1, sort_keys=True))
    return 0


# --- invented stories ---------------------------------------------------------------------------------


def measure_invented(folder: Path, *, show: bool = False) -> Data:
    """Recall and precision of rows, statements of one source found, and traps taken, over all stories of a folder."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        counts += _measured(gold, digested(gold), path.stem if show else None)
    return {
        "stories": len(list(folder.glob("*.json"))),
        "planted": counts["planted"],
        "recall": _ratio(counts["found"], counts["planted"]),
        "rows": counts["rows"],
        "precision": _ratio(counts["right"], counts["rows"]),
        "only_recall": _ratio(counts["only_found"], counts["only"]),
        "traps": counts["traps"],
        "traps_taken": counts["taken"],
        "traps_avoided": _ratio(counts["traps"] - counts["taken"], counts["traps"]),
        "entities": _ratio(counts["entities_found"], counts["entities"]),
        "gaps_recall": _ratio(counts["gaps_found"], counts["gaps"]),
        "gaps_precision": _ratio(counts["gaps_right"], counts["gaps_shown"]),
    }


def digested(gold: Data) -> Digest:
    """The digest of a story given as labelled data."""
    analyses = analyse(articles(gold), models=BUNDLED_MODELS, cache=NoCache(), processes=1)
    story = Story(id=content_id(*(analysis.article.id for analysis in analyses)), slug="story", members=analyses)
    return digest(compare(story, settings=ComparisonSettings()), settings=DigestSettings())


def articles(gold: Data) -> list[Article]:
    """The articles of a labelled story."""
    return [_article(entry) for entry in gold["articles"]]


def _article(entry: Data) -> Article:
    return Article(
        id=content_id(entry["outlet"], entry["text"]),
        origin=Origin(kind="item", where=entry["outlet"]),
        title=entry["title"],
        outlet=entry["outlet"],
        url=None,
        authors=(),
        published=datetime.fromisoformat(entry["published"]).replace(tzinfo=UTC),
        language=entry["language"],
        text=entry["text"],
    )


def _measured(gold: Data, found: Digest, show: str | None) -> Counter[str]:
    texts = {a.article.source: a.article for a in found.comparison.story.members}
    planted = [[passage(texts, side) for side in entry["sides"] + entry.get("also", [])] for entry in gold["planted"]]
    rows = found.differences
    hits = [
        [row for row in rows if row.kind in (entry["kind"], *entry["or"]) and opposes(row, sides)]
        for entry, sides in zip(gold["planted"], planted, strict=True)
    ]
    expected = {(name, outlet) for name, outlet in gold.get("gaps", [])}
    gaps = {row: hit for row in rows if row.kind == "gap" for hit in [_gap(row, found, expected)] if hit is not None}
    alike = [[passage(texts, side) for side in entry["sides"]] for entry in gold.get("alike", [])]
    right = [
        row
        for row in rows
        if row in gaps or any(row in hit for hit in hits) or any(opposes(row, sides) for sides in alike)
    ]
    traps = [[passage(texts, side) for side in entry["sides"]] for entry in gold["traps"]]
    taken = [trap for trap in traps if any(opposes(row, trap) for row in rows if row not in right)]
    only = [passage(texts, entry) for entry in gold["only"]]
    alone = [e for fact in found.comparison.facts if fact.status == "one" for e in fact.evidence]
    told = [stretch for stretch in only if any(stretch.touches(evidence) for evidence in alone)]
    named = [entry for entry in gold["entities"] if _joined(entry, found)]
    if show:
        _print(show, gold, hits, [row for row in rows if row not in right], texts)
        for stretch in only:
            if stretch not in told:
                print("   not alone:", _text(texts, stretch))
        for gap in sorted(expected - set(gaps.values())):
            print("   missed: gap", gap)
        for entry in gold["entities"]:
            if entry not in named:
                print("   entity:", entry)
    return Counter(
        planted=len(planted) + len(expected),
        gaps=len(expected),
        gaps_found=len(set(gaps.values())),
        gaps_shown=sum(row.kind == "gap" for row in rows),
        gaps_right=len(gaps),
        found=sum(1 for hit in hits if hit) + len(set(gaps.values())),
        rows=len(rows),
        right=len(right),
        traps=len(traps),
        taken=len(taken),
        only=len(only),
        only_found=len(told),
        entities=len(gold["entities"]),
        entities_found=len(named),
    )


def _gap(row: Difference, found: Digest, expected: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """Which of the planted gaps a row tells, by any spelling of the one that it is about."""
    articles = {a.article.id: a.article for a in found.comparison.story.members}
    texts = {key: article.text for key, article in articles.items()}
    absent = {articles[article].source for side in row.sides if not side.evidence for article in side.articles}
    about = next((e.mentions for e in found.comparison.entities if row.subject in e.mentions), ())
    named = {_words(texts, mention) for mention in (row.subject, *about)}
    return next(((name, outlet) for name, outlet in sorted(expected) if name in named and {outlet} == absent), None)


def passage(texts: Mapping[str, Article], side: Sequence[str]) -> Stretch:
    """Where a labelled passage stands, given as its outlet and its words."""
    article = texts[side[0]]
    start = article.text.index(side[1])
    return Stretch(article.id, start, start + len(side[1]))


def opposes(row: Difference, passages: Sequence[Stretch]) -> bool:
    """Whether two sides of the row hold two of the passages."""
    held = [
        {index for index, passage in enumerate(passages) if any(passage.touches(e) for e in side.evidence)}
        for side in row.sides
    ]
    return any(a - b and b - a for index, a in enumerate(held) for b in held[index + 1 :]) or any(
        a != b and a and b and len(a | b) > 1 for index, a in enumerate(held) for b in held[index + 1 :]
    )


def _joined(entry: Sequence[Any], found: Digest) -> bool:
    """Whether every spelling that stands in the story is found, right in kind, as one entity.

    A spelling within a longer one of the same entity does not stand there by itself.
    """
    label, spellings = entry
    articles = [a.article for a in found.comparison.story.members]
    owners = []
    for spelling in spellings:
        places = [place for article in articles for place in _standing(article, spelling, spellings)]
        if places:
            owners.append({e.id for e in found.comparison.entities if e.label == label and _has(e, places, articles)})
    return bool(owners) and bool(set.intersection(*owners))


def _standing(article: Article, spelling: str, spellings: Sequence[str]) -> list[Stretch]:
    """Where a spelling stands in an article, other than in a longer one."""
    longer = [Stretch(article.id, *match.span()) for other in spellings if len(other) > len(spelling)
              and spelling in other for match in re.finditer(re.escape(other), article.text)]  # fmt: skip
    found = [Stretch(article.id, *m.span()) for m in re.finditer(re.escape(spelling), article.text)]
    return [place for place in found if not any(place.touches(other) for other in longer)] if longer else found


def _has(entity: Entity, places: Sequence[Stretch], articles: Sequence[Article]) -> bool:
    texts = {article.id: article for article in articles}
    return any(
        place.touches(mention) and _is_same(texts[place.article], place, mention)
        for place in places
        for mention in entity.mentions
    )


def _is_same(article: Article, place: Stretch, mention: Evidence) -> bool:
    """Whether a mention is the spelling, but for words at its edges that are no part of a name.

    Those are titles, articles, lower-case words ("river", "Mrs"), and in Arabic one word for the kind of thing.
    """
    first, last = max(place.start, mention.start), min(place.end, mention.end)
    rest = [article.text[min(place.start, mention.start) : first], article.text[last : max(place.end, mention.end)]]
    words = [word for part in rest for word in part.split()]
    code = article.language[:2]
    listed = titles(code) | cues(code, "title") | {"the"} | _ARABIC_TITLES
    if article.language[:2] == "ar":
        return len(words) <= _EDGE and all(word in listed or word in _ARABIC_KINDS for word in words)
    return len(words) <= _EDGE and all(word[0].islower() or word.casefold() in listed for word in words)


_EDGE = 2
_ARABIC_TITLES = frozenset(
    "السيد السيدة الدكتور الدكتورة العقيد العميد اللواء الفريق المقدم الرائد النقيب الملازم الجنرال القبطان "
    "الوزير الوزيرة القاضي القاضية المحامي المحامية الشيخ النائب النائبة المدرب المهندس المهندسة".split()
)
_ARABIC_KINDS = frozenset(
    "مدينة بلدة قرية محافظة ولاية إقليم جمهورية جزيرة نهر وادي بحيرة جبل ميناء شركة نادي حركة حزب منظمة".split()
)


def _words(texts: Mapping[str, str], evidence: Evidence) -> str:
    return texts[evidence.article_id][evidence.start : evidence.end]


def _print(
    name: str,
    gold: Data,
    hits: Sequence[Sequence[Difference]],
    wrong: Sequence[Difference],
    texts: Mapping[str, Article],
) -> None:
    print("==", name)
    for entry, hit in zip(gold["planted"], hits, strict=True):
        if not hit:
            print("   missed:", entry["kind"], entry["sides"])
    for row in wrong:
        print("   wrong:", row.kind, row.weight)
        for side in row.sides:
            print("       ", [_text(texts, e) for e in side.evidence], "|", side.value and _text(texts, side.value))


def _text(texts: Mapping[str, Article], place: "Stretch | Evidence") -> str:
    wanted = place.article_id if isinstance(place, Evidence) else place.article
    article = next(article for article in texts.values() if article.id == wanted)
    return f"{article.source}: {article.text[place.start : place.end][:160]}"


def _ratio(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


# --- a labelled story and its export ------------------------------------------------------------------


def measure_export(gold_path: Path, export: Path, *, show: bool = False) -> Data:
    """The share of the gold's weighty differences that an export shows, within and across languages."""
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    story, names = exported(gold, export)
    counts: Counter[str] = Counter()
    for entry in gold["differences"]:
        if entry["severity"] in ("high", "medium") and entry["evidence"]:
            group = "across" if len({gold["docs"][e["doc"]]["lang"] for e in entry["evidence"]}) > 1 else "within"
            hit = _shown(entry, story, names)
            counts[group] += 1
            counts[f"{group}_found"] += hit
            if show and not hit:
                print("missed", entry["id"], entry["kind"], entry["title"])
    rows = story["differences"]
    traps = [e for e in gold["differences"] if "trap" in e["kind"]]
    return {
        "within": counts["within"],
        "within_recall": _ratio(counts["within_found"], counts["within"]),
        "across": counts["across"],
        "across_recall": _ratio(counts["across_found"], counts["across"]),
        "rows": len(rows),
        "figures": sum(1 for row in rows if row["kind"] == "figure"),
        "traps_taken": sum(_alone(entry, story, names) for entry in traps),
    }


def exported(gold: Data, export: Path) -> tuple[Data, Mapping[str, str]]:
    """The exported story that holds the labelled texts, and the id of each by its key in the gold."""
    articles = json.loads((export / "articles.json").read_text(encoding="utf-8"))
    names = {
        key: article["id"]
        for key, doc in gold["docs"].items()
        for article in articles
        if Path(str(article["origin"])).name == doc["file"]
    }
    for path in sorted((export / "stories").glob("*.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        held = {article if isinstance(article, str) else article["id"] for article in story["articles"]}
        if set(names.values()) <= held:
            return story, names
    raise SystemExit("No story of the export holds all labelled texts.")


def _shown(entry: Data, story: Data, names: Mapping[str, str]) -> bool:
    if entry["kind"].startswith("only in"):
        return _alone(entry, story, names) or _in_rows(entry, story, names, sides=1)
    return _in_rows(entry, story, names, sides=min(2, len({e["doc"] for e in entry["evidence"]})))


def _alone(entry: Data, story: Data, names: Mapping[str, str]) -> bool:
    """Whether the passage is shown as what one source alone reports."""
    alone = [e for fact in story["facts"] if fact["status"] == "one" for e in fact["evidence"]]
    return any(_overlap(passage, e, names) for passage in entry["evidence"] for e in alone)


def _in_rows(entry: Data, story: Data, names: Mapping[str, str], *, sides: int) -> bool:
    """Whether a row has evidence on the passages of that many sources."""
    for row in story["differences"]:
        evidence = [e for side in row["sides"] for e in side["evidence"]]
        if len(_sources(entry["evidence"], evidence, names)) >= sides:
            return True
    return False


def _sources(passages: Iterable[Data], evidence: Sequence[Data], names: Mapping[str, str]) -> set[str]:
    return {passage["doc"] for passage in passages if any(_overlap(passage, e, names) for e in evidence)}


def _overlap(passage: Data, evidence: Data, names: Mapping[str, str]) -> bool:
    """By the words: the gold counts characters of the raw file, the export those of the cleaned text."""
    if evidence["article"] != names.get(passage["doc"]):
        return False
    here, there = " ".join(passage["text"].split()), " ".join(evidence["text"].split())
    return here in there or there in here


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
