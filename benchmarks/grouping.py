"""Grouping measured on labelled collections: prints one JSON object for each file.

Usage: ``python -m benchmarks.grouping FILE.jsonl...``. Each line of a file is an object with ``id``, ``lang``,
``title``, ``text``, ``story`` and perhaps ``date``. The shipped default configuration is measured, the same for all
files. Articles are grouped without names and quotes, which the comparison does not need: words, dates and the
cross-lingual lexicon decide; so these figures hold without any language model.

A file of several languages also gets ``across``: precision, recall and F1 over the pairs of different languages, and
for English and each other language how often the same story is found first, from English and back
(``--pairs`` prints only that).

BCubed: Bagga and Baldwin 1998; adjusted Rand index: Hubert and Arabie 1985; normalised mutual information with the
arithmetic mean: Strehl and Ghosh 2002.
"""

import json
import math
import resource
import sys
import time
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from generator.group import GroupingSettings, group
from generator.group.crosslingual import Across
from generator.model import Analysis, Article, Origin

Labels = Sequence[Hashable]
Both = Counter[tuple[Hashable, Hashable]]


ENGLISH = "en"


def main(arguments: Sequence[str]) -> int:
    """Measure each file; the exit code is 2 without files."""
    paths = [Path(argument) for argument in arguments if argument != "--pairs"]
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    for path in paths:
        found = {"first": first_found(*read(path))} if "--pairs" in arguments else measure(path)
        print(json.dumps({"file": "/".join(path.parts[-2:]), **found}, ensure_ascii=False), flush=True)
    return 0


def first_found(analyses: Sequence[Analysis], gold: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """For each language besides English, the share of stories found first from English and back, and their mean."""
    by_language: dict[str, list[Analysis]] = {}
    for one in analyses:
        by_language.setdefault(one.article.language, []).append(one)
    english = by_language.pop(ENGLISH, [])
    return {language: _first(english, others, gold) for language, others in sorted(by_language.items()) if english}


def _first(english: Sequence[Analysis], others: Sequence[Analysis], gold: Mapping[str, str]) -> dict[str, float]:
    single = [(one,) for one in (*english, *others)]
    space = Across(single, GroupingSettings())
    found = space.nodes(single)
    likely = space.standing_out(found).toarray()
    story = np.array([gold[group[0].article.id] for group in found.groups])
    is_english = np.array([group[0].article.language == ENGLISH for group in found.groups])
    there = likely[np.ix_(is_english, ~is_english)]
    mine, theirs = story[is_english], story[~is_english]
    to = float((theirs[there.argmax(axis=1)] == mine).mean())
    back = float((mine[there.argmax(axis=0)] == theirs).mean())
    return {"back": round(back, 4), "mean": round((to + back) / 2, 4), "there": round(to, 4)}


def measure(path: Path) -> dict[str, object]:
    """Scores, counts, articles per second and peak memory in MiB for one file."""
    analyses, gold = read(path)
    started = time.perf_counter()
    grouping = group(analyses, settings=GroupingSettings())
    seconds = time.perf_counter() - started
    story = {m.article.origin.where: s.id for s in grouping.stories for m in s.members}
    ids = sorted(gold)
    found = scores([gold[i] for i in ids], [story[i] for i in ids])
    language = {a.article.id: a.article.language for a in analyses}
    several = len(set(language.values())) > 1
    return {
        "articles": len(ids),
        "stories": len(grouping.stories),
        "gold_stories": len(set(gold.values())),
        **{name: round(value, 4) for name, value in found.items()},
        **({"across": _across([(gold[i], story[i], language[i]) for i in ids])} if several else {}),
        **({"first": first_found(analyses, gold)} if several and ENGLISH in language.values() else {}),
        "articles_per_second": round(len(ids) / seconds, 1),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def read(path: Path) -> tuple[list[Analysis], dict[str, str]]:
    """The articles of a file, and the story of each by the id it has there."""
    analyses, gold = [], {}
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        analyses.append(analysis(item))
        gold[item["id"]] = item["story"]
    return analyses, gold


def analysis(item: Mapping[str, str | None]) -> Analysis:
    """An article as the file has it, with no names and no quotes."""
    date = item.get("date")
    article = Article(
        id=f"{item['id']}",
        origin=Origin(kind="item", where=f"{item['id']}"),
        title=item["title"] or None,
        outlet=item.get("source"),
        url=None,
        authors=(),
        published=datetime.fromisoformat(date).replace(tzinfo=UTC) if date else None,
        language=item["lang"] or "und",
        text=f"{item['text']}",
    )
    return Analysis(article=article, sentences=(), mentions=(), quotes=())


def scores(gold: Labels, found: Labels) -> dict[str, float]:
    """BCubed and pairwise precision, recall and F1, adjusted Rand index, normalised mutual information."""
    both, true, made = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    return {**_bcubed(both, true, made), **_pairs(both, true, made), "nmi": _information(both, true, made)}


def _across(labels: Sequence[tuple[str, str, str]]) -> dict[str, float]:
    """Precision, recall and F1 over the pairs of articles in different languages."""

    def pairs(keys: Sequence[Hashable], spoken: Sequence[Hashable]) -> float:
        """Pairs of equal keys but different languages."""
        every, within = Counter(keys), Counter(zip(keys, spoken, strict=True))
        return sum(c * (c - 1) / 2 for c in every.values()) - sum(c * (c - 1) / 2 for c in within.values())

    gold, made, spoken = zip(*labels, strict=True)
    shared = pairs(list(zip(gold, made, strict=True)), spoken)
    found = _named("pair", shared / max(pairs(made, spoken), 1), shared / max(pairs(gold, spoken), 1))
    return {name: round(value, 4) for name, value in found.items()}


def _bcubed(both: Both, true: Counter[Hashable], made: Counter[Hashable]) -> dict[str, float]:
    n = sum(both.values())
    precision = sum(count * count / made[label] for (_, label), count in both.items()) / n
    recall = sum(count * count / true[label] for (label, _), count in both.items()) / n
    return _named("bcubed", precision, recall)


def _pairs(both: Both, true: Counter[Hashable], made: Counter[Hashable]) -> dict[str, float]:
    shared, gold, found = (sum(c * (c - 1) / 2 for c in counts.values()) for counts in (both, true, made))
    n = sum(true.values())
    expected = gold * found / max(n * (n - 1) / 2, 1)
    most = (gold + found) / 2
    rand = 1.0 if most == expected else (shared - expected) / (most - expected)
    return _named("pair", shared / found if found else 1.0, shared / gold if gold else 1.0) | {"ari": rand}


def _named(name: str, precision: float, recall: float) -> dict[str, float]:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": f1}


def _information(both: Both, true: Counter[Hashable], made: Counter[Hashable]) -> float:
    n = sum(both.values())
    shared = sum(c / n * math.log(c * n / (true[g] * made[f])) for (g, f), c in both.items())
    entropies = [-sum(c / n * math.log(c / n) for c in counts.values()) for counts in (true, made)]
    return 1.0 if sum(entropies) == 0 else 2 * shared / sum(entropies)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
