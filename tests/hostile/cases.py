"""The hostile cases as small frozen objects."""

import base64
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    id: str
    group: str
    kind: str
    expect: str
    note: str
    name: str
    content: bytes
    text: str
    """The content as text; lone surrogates as they are, undecodable bytes replaced."""


def load(*groups: str) -> tuple[Case, ...]:
    """The cases of these groups, or all."""
    return tuple(case for case in _all() if not groups or case.group in groups)


@cache
def _all() -> tuple[Case, ...]:
    lines = Path(__file__).with_name("cases.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_case(json.loads(line)) for line in lines)


def _case(row: dict[str, str]) -> Case:
    if "base64" in row:
        content = base64.b64decode(row["base64"])
        text = content.decode("utf-8", "replace")
    else:
        text = (
            row.get("input", "")
            + row.get("before", "")
            + row.get("unit", "") * int(row.get("times", 0))
            + row.get("after", "")
        )
        content = text.encode("utf-8", "surrogatepass")
    known = {key: row.get(key, "") for key in ("id", "group", "kind", "expect", "note")}
    return Case(**known, name=row.get("name", f"{row['id']}.txt"), content=content, text=text)
