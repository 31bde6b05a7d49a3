"""Data flows one way: a module imports only from rooms to its left, and the core knows nothing of MkDocs."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "generator"
GROUND = ("model", "errors", "text", "ids", "urls", "dates", "resources")
FLOW = ("language", "read", "clean", "analyse", "group", "compare", "digest", "export", "render", "verify")
EDGES = ("config", "clock", "state", "project", "build", "starter", "plugin", "publish", "cli", "__main__")
MAY_KNOW_MKDOCS = {"plugin", "project", "publish"}


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module
            if node.module == "generator":
                yield from (f"generator.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def _wrong_imports(path: Path) -> list[str]:
    room = _room(path)
    if room in EDGES or room == "__init__":
        return []
    allowed = set(GROUND) if room in GROUND else {*GROUND, *FLOW[: FLOW.index(room) + 1]}
    imported = {name.split(".")[1] for name in _imports(path) if name.startswith("generator.")}
    return sorted(imported - allowed - {"__version__"})


MODULES = sorted(PACKAGE.rglob("*.py"))


def _ids(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_every_room_has_its_place() -> None:
    rooms = {_room(path) for path in MODULES} - {"__init__", "starter"}
    assert rooms <= {*GROUND, *FLOW, *EDGES}


@pytest.mark.parametrize("path", MODULES, ids=_ids)
def test_imports_go_one_way(path: Path) -> None:
    assert _wrong_imports(path) == []


@pytest.mark.parametrize("path", MODULES, ids=_ids)
def test_the_core_knows_nothing_of_mkdocs(path: Path) -> None:
    if _room(path) not in MAY_KNOW_MKDOCS:
        assert not [name for name in _imports(path) if name.split(".")[0] in {"mkdocs", "material", "markdown"}]


def test_a_wrong_import_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.PACKAGE", tmp_path)
    wrong = tmp_path / "group.py"
    wrong.write_text("from generator.render.pages import render\n", encoding="utf-8")
    assert _wrong_imports(wrong) == ["render"]
