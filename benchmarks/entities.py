"""Entities measured on an export of a hand-labelled story: prints one JSON object.

Usage: ``python -m benchmarks.entities GOLD.json EXPORT [--show]``. GOLD.json names the labelled files (`docs`) and the
entities with their spellings in each (`canonical`, `type`, `surfaces`). Bylines, credits, concepts and unnamed people
are left out. An entity is found when some spelling of it is a mention; joined when one entity has all its spellings;
wrongly merged when that one has a spelling of another gold entity too.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.differences import exported

Data = Mapping[str, Any]
_KINDS = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "ORG": "ORG", "NORP": "MISC", "EVENT": "MISC"}
_LEFT_OUT = ("byline", "credit", "CONCEPT", "anonymous")


def main(arguments: Sequence[str]) -> int:
    """Measure the labelled story that the arguments name."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("export", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is not found, not joined or merged wrongly")
    options = parser.parse_args(arguments)
    gold = json.loads(options.gold.read_text(encoding="utf-8"))
    story, names = exported(gold, options.export)
    print(json.dumps(measure(gold, story, names, show=options.show), ensure_ascii=False, indent=1, sort_keys=True))
    return 0


def measure(gold: Data, story: Data, names: Mapping[str, str], *, show: bool = False) -> Data:
    """Shares of the gold's named entities that are found, joined, and of the right kind; the number wrongly merged."""
    wanted = [e for e in gold["entities"] if not any(word in e["type"] + e.get("note", "") for word in _LEFT_OUT)]
    wanted = [entry for entry in wanted if any(entry["surfaces"].values())]
    spelled = {entry["canonical"]: _spellings(entry, names) for entry in wanted}
    held = {entity["id"]: {(m["article"], m["text"]) for m in entity["mentions"]} for entity in story["entities"]}
    labels = {entity["id"]: entity["label"] for entity in story["entities"]}
    found = joined = right = merged = 0
    for entry in wanted:
        spellings = spelled[entry["canonical"]]
        owners = {one: {i for i, mentions in held.items() if one in mentions} for one in spellings}
        common = set.intersection(*owners.values()) if owners else set()
        wrong = [
            other
            for other, theirs in spelled.items()
            if other != entry["canonical"] and not theirs <= spellings and any(theirs & held[i] for i in common)
        ]
        found += any(owners.values())
        joined += bool(common)
        right += any(labels[i] == _KINDS.get(entry["type"].split()[0]) for i in common)
        merged += bool(wrong)
        if show and (not common or wrong):
            missing = sorted(text for (_, text), ids in owners.items() if not ids)
            print(entry["canonical"], "| not found:", missing, "| merged with:", wrong)
        elif show and not any(labels[i] == _KINDS.get(entry["type"].split()[0]) for i in common):
            print(entry["canonical"], "| is", [labels[i] for i in common], "not", entry["type"])
    total = len(wanted)
    return {
        "entities": total,
        "found": round(found / total, 4),
        "joined": round(joined / total, 4),
        "joined_and_right_kind": round(right / total, 4),
        "wrongly_merged": merged,
    }


def _spellings(entry: Data, names: Mapping[str, str]) -> set[tuple[str, str]]:
    """Each spelling with the article it stands in."""
    return {(names[doc], spelling) for doc, spellings in entry["surfaces"].items() for spelling in spellings}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
