"""Grouping at scale: prints one JSON object for each size, and last how time grew from the first size to the last.

Usage: ``python -m benchmarks.grouping_scale FILE.jsonl... [--sizes 10000,100000]``. Real texts are resampled: every
synthetic article takes passages of one real article, each story gets a day within a year, and its articles lie around
that day, so that density grows with size as it does in an archive. The seed is fixed. Seconds are of the processor,
which other work on the machine hardly changes; one process. Then a hundred articles of the last week are added, and the
same process groups again.
"""

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.grouping import read
from generator.group import Memory, group
from generator.ids import content_id
from generator.model import Analysis

START = datetime(2020, 1, 1, tzinfo=UTC)
_PER_STORY = 3
_WORDS = 160
_ADDED = 100


def main(arguments: Sequence[str]) -> int:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--sizes", default="10000,100000")
    options = parser.parse_args(arguments)
    stories = _stories(options.files)
    seconds: dict[int, float] = {}
    for size in (int(size) for size in options.sizes.split(",")):
        articles, added = grown(stories, size), grown(stories, _ADDED, seed=1, last_week=True)
        memory = Memory()
        whole = _timed(articles, memory)
        more = _timed([*articles, *added], memory)
        _print(size, whole, more)
        seconds[size] = whole[0]
    first, last = min(seconds), max(seconds)
    print(json.dumps({"from": first, "to": last, "times_as_long": round(seconds[last] / seconds[first], 2)}))
    return 0


def grown(
    stories: Sequence[Sequence[Analysis]], size: int, *, seed: int = 0, last_week: bool = False
) -> list[Analysis]:
    """So many synthetic articles, dated over a year or over its last week."""
    chance = random.Random(seed)
    found: list[Analysis] = []
    while len(found) < size:
        day = START + timedelta(days=chance.uniform(359, 366) if last_week else chance.uniform(0, 366))
        for analysis in chance.choice(stories)[:_PER_STORY]:
            when = day + timedelta(days=chance.gauss(0, 0.5))
            found.append(_resampled(analysis, when, f"{seed}-{len(found)}", chance))
    return found[:size]


def _resampled(analysis: Analysis, day: datetime, name: str, chance: random.Random) -> Analysis:
    """An article of passages of a real one, with a name of its own, so that it is like its story and like no other."""
    words = analysis.article.text.split()
    start = chance.randrange(max(1, len(words) // 4))
    text = " ".join(words[start : start + _WORDS])
    article = replace(analysis.article, id=content_id(name, text), text=text, published=day, copy_of=None)
    return replace(analysis, article=article)


def _stories(paths: Sequence[Path]) -> list[list[Analysis]]:
    stories: dict[str, list[Analysis]] = {}
    for path in paths:
        analyses, gold = read(path)
        for analysis in analyses:
            stories.setdefault(gold[analysis.article.id], []).append(analysis)
    return [members for _, members in sorted(stories.items()) if len(members) > 1]


def _timed(articles: Sequence[Analysis], memory: Memory) -> tuple[float, int, int]:
    """Processor seconds, stories, and articles of the largest story."""
    started = time.process_time()
    found = group(articles, memory=memory)
    seconds = time.process_time() - started
    return seconds, len(found.stories), max(len(story.members) for story in found.stories)


def _print(size: int, whole: tuple[float, int, int], more: tuple[float, int, int]) -> None:
    line = {
        "articles": size,
        "seconds": round(whole[0], 2),
        "stories": whole[1],
        "largest_story": whole[2],
        "articles_per_second": round(size / whole[0], 1),
        "seconds_for_100_more": round(more[0], 2),
        "share_for_100_more": round(more[0] / whole[0], 4),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
