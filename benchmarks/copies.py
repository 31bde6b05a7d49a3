"""Copies measured on labelled collections: prints one JSON object for each file.

Usage: ``python -m benchmarks.copies FILE.jsonl...``. Each line of a file is an object with ``id``, ``title``, ``text``,
``story`` and perhaps ``date`` and ``url``. Three questions:

- of the articles marked as copies, how many belong to the story of what they copy (``in_one_story``)? The files do not
  say which articles are copies; a copy from another story is certainly wrong;
- of lightly edited copies made here, with one word in twenty replaced or the last tenth cut off, how many are found;
- of copies with a third of the words replaced, which are no copies any more, how many are marked all the same.
"""

import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator.clean import clean
from generator.clean.copies import mark_copies
from generator.ids import content_id
from generator.model import Article, Draft
from generator.read import Limits, read

_NOW = datetime(2100, 1, 1, tzinfo=UTC)
_SAMPLE = 200
_FEWEST_WORDS = 60


def main(paths: Sequence[str]) -> int:
    """Measure each file; the exit code is 2 without files."""
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    for path in paths:
        print(json.dumps({"file": "/".join(Path(path).parts[-2:]), **measure(Path(path))}, ensure_ascii=False))
    return 0


def measure(path: Path) -> dict[str, float | None]:
    """Counts, the three shares (None where nothing was marked) and seconds for one file."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    story = {str(row["id"]): row["story"] for row in rows}
    drafts = [entry for entry in read([path], root=path.parent, limits=Limits()) if isinstance(entry, Draft)]
    articles = clean(drafts, now=_NOW, limits=Limits()).articles
    by_id = {article.id: article for article in articles}
    started = time.perf_counter()
    copies = [article for article in mark_copies(articles) if article.copy_of]
    seconds = time.perf_counter() - started
    right = sum(story[by_id[str(copy.copy_of)].input_id or ""] == story[copy.input_id or ""] for copy in copies)
    return {
        "articles": len(articles),
        "copies": len(copies),
        "in_one_story": round(right / len(copies), 4) if copies else None,
        "edited_found": _share_marked(articles, _with_words_replaced(0.05)),
        "cut_found": _share_marked(articles, _cut),
        "rewritten_marked": _share_marked(articles, _with_words_replaced(0.34)),
        "seconds": round(seconds, 2),
    }


def _share_marked(articles: Sequence[Article], edit: Callable[[str], str]) -> float:
    """The share of edited copies that are marked as one with what they were made of, among all the articles."""
    long = [article for article in articles if len(article.text.split()) >= _FEWEST_WORDS][:_SAMPLE]
    edited = [replace(a, id=content_id("edited", a.id), text=edit(a.text), url=None) for a in long]
    original = {article.id: article.copy_of or article.id for article in mark_copies([*articles, *edited])}
    return round(
        sum(original[a.id] == original[e.id] for a, e in zip(long, edited, strict=True)) / max(len(long), 1), 4
    )


def _with_words_replaced(share: float) -> Callable[[str], str]:
    def edit(text: str) -> str:
        source = random.Random(len(text))
        words = text.split(" ")
        return " ".join(f"word{place}" if source.random() < share else word for place, word in enumerate(words))

    return edit


def _cut(text: str) -> str:
    words = text.split(" ")
    return " ".join(words[: len(words) * 9 // 10])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
