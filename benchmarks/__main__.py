"""Runs every benchmark whose corpus is there and compares its figures with the pinned floors.

Usage: ``python -m benchmarks CORPORA [NAME...]``, as `make bench` does. CORPORA is the folder of the labelled and
hostile corpora, which are no part of the project. Prints one JSON object: for each benchmark its figures, and those
that fell below ``floors.json``; ends with 1 when there are such.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One benchmark: its name in floors.json, its module, and the corpora it takes, relative to their folder."""

    name: str
    module: str
    corpora: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()


TASKS = (
    Task(name="language", module="language", corpora=("nlp",)),
    Task(name="lexicon", module="language_lexicon", corpora=("grouping",)),
    Task(
        name="grouping",
        module="grouping",
        corpora=tuple(
            f"grouping/{name}.jsonl"
            for name in (
                "allsides_full/val",
                "wikinews_sources/dev",
                "ecbplus/dev",
                "newswcl50/all",
                "ntrex/comparable",
                "ntrex/parallel",
            )
        ),
    ),
    Task(name="quotes", module="quotes", corpora=("quotes/polnear/dev.jsonl", "quotes/german-news-2024/dev.jsonl")),
    Task(
        name="copies",
        module="copies",
        corpora=tuple(
            f"grouping/{name}.jsonl"
            for name in ("allsides_full/val", "wikinews_sources/dev", "ecbplus/dev", "ntrex/comparable")
        ),
    ),
    Task(name="differences", module="differences", arguments=(str(HERE / "invented"),)),
    Task(name="differences_unseen", module="differences", arguments=(str(HERE / "unseen"),)),
    Task(
        name="hostile",
        module="hostile",
        corpora=tuple(
            f"hostile/{name}"
            for name in (
                "made-hostile",
                "blns",
                "dompurify",
                "html5lib-sanitizer",
                "bleach",
                "miniflux-sanitizer",
                "payloadbox-xss",
            )
        ),
    ),
)


def main(arguments: Sequence[str]) -> int:
    """Run the named benchmarks, or all; return 1 when a figure is below its floor."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    corpora, names = Path(arguments[0]), set(arguments[1:])
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    results = {
        task.name: _result(task, corpora, floors.get(task.name, {}))
        for task in TASKS
        if not names or task.name in names
    }
    print(json.dumps(results, indent=1, sort_keys=True))
    return 1 if any(result.get("below") or "error" in result for result in results.values()) else 0


def _result(task: Task, corpora: Path, floors: Mapping[str, float]) -> dict[str, object]:
    paths = [corpora / name for name in task.corpora]
    missing = [name for name, path in zip(task.corpora, paths, strict=True) if not path.exists()]
    if missing:
        return {"skipped": f"not there: {', '.join(missing)}"}
    command = [sys.executable, "-m", f"benchmarks.{task.module}", *map(str, paths), *task.arguments]
    done = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    try:
        figures = dict(_figures(done.stdout))
    except json.JSONDecodeError:
        return {"error": (done.stderr.strip().splitlines() or ["it printed no JSON"])[-1]}
    below = {key: [figures[key], floor] for key, floor in floors.items() if key in figures and figures[key] < floor}
    failed = {"error": f"it ended with {done.returncode}"} if done.returncode else {}  # hostile: with findings
    return {"figures": figures, "below": below, "unmeasured": sorted(floors.keys() - figures.keys()), **failed}


def _figures(printed: str) -> Iterator[tuple[str, float]]:
    """Give the figures of one JSON object, or of one object for each file, then under the file's name."""
    try:
        yield from _flat(json.loads(printed))
    except json.JSONDecodeError:
        for line in printed.splitlines():
            found = json.loads(line)
            yield from _flat(found, str(found.get("file", "")).removesuffix(".jsonl"))


def _flat(value: object, prefix: str = "") -> Iterator[tuple[str, float]]:
    """Give the numbers of a JSON value under their keys, joined by slashes."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _flat(item, f"{prefix}/{key}" if prefix else str(key))
    elif isinstance(value, int | float):
        yield prefix, float(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
