import os
import tracemalloc
from pathlib import Path

import pytest

from generator.model import Draft, Refusal
from generator.read import Limits, read
from generator.read.files import InputFile, load
from generator.read.refusals import (
    BAD_FRONT_MATTER,
    BROKEN_JSON,
    EMPTY,
    LINK,
    MISSING,
    NO_ARTICLES,
    NO_TEXT,
    NOT_A_FILE,
    NOT_A_TEXT,
    OUTSIDE,
    TOO_DEEP,
    TOO_LARGE,
    UNKNOWN_KIND,
    UNREADABLE,
)
from tests.read.inputs import only_refusal, read_all, write

GOOD = "The harbour of the invented town of Riverton is closed until Monday."


def _where(found: list[Draft | Refusal]) -> list[str]:
    return [entry.origin.where for entry in found]


def test_every_bad_input_is_one_clear_line_and_the_rest_is_read(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.txt": "not for the site"})
    folder = write(
        tmp_path / "inputs",
        {
            "good.txt": GOOD,
            "empty.txt": "",
            "blank.txt": " \n\t\n",
            "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
            "program.txt": bytes(range(256)) * 40,
            "lines.jsonl": '{"text": "one invented report"}\n\n{"text": broken}\n{"text": "another one"}\n',
            "broken.json": '{\n"title": "t",\n"text": }',
            "matter.md": "---\ntitle: [unclosed\n---\nBody",
            "table.csv": "a,b\n1,2\n",
            "huge.txt": b"x" * 2_000,
        },
    )
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    (folder / "links").symlink_to(outside)
    found = read_all(folder, Limits(input_bytes=20_000, article_characters=500))
    refused = {entry.origin.where: (entry.reason, entry.detail) for entry in found if isinstance(entry, Refusal)}
    drafts = [entry.origin.where for entry in found if isinstance(entry, Draft)]

    assert drafts == ["good.txt", "huge.txt", "lines.jsonl#1", "lines.jsonl#4"]
    assert refused == {
        "empty.txt": (EMPTY, "the file has no bytes"),
        "blank.txt": (NO_TEXT, "nothing but white space"),
        "picture.txt": (NOT_A_TEXT, "a PNG image"),
        "program.txt": (NOT_A_TEXT, "bytes that are no characters in any encoding"),
        "lines.jsonl#3": (BROKEN_JSON, "line 3: Expecting value"),
        "broken.json": (BROKEN_JSON, "line 3: Expecting value"),
        "matter.md": (BAD_FRONT_MATTER, refused["matter.md"][1]),
        "table.csv": (UNKNOWN_KIND, "articles are .txt, .md, .html, .json or .jsonl, not .csv"),
        "link.txt": (LINK, "it points out of it"),
        "links": (LINK, "it points out of it"),
    }
    assert refused["matter.md"][1].startswith("line ")


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as handle:
        handle.truncate(50_000_000)
    tracemalloc.start()
    [refusal] = read_all(tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(refusal, Refusal)
    assert (refusal.reason, refusal.detail) == (TOO_LARGE, "50.0 MB, at most 10.0 MB are read")
    assert peak < 5_000_000


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = InputFile(where="a.txt", path=write(tmp_path, {"a.txt": "x" * 200}) / "a.txt")
    real = os.fstat(os.open(file.path, os.O_RDONLY))
    small = os.stat_result([*real[:6], 10, *real[7:]])
    monkeypatch.setattr(os, "fstat", lambda _: small)
    refusal = load(file, limits=Limits(input_bytes=100))
    assert isinstance(refusal, Refusal)
    assert refusal.reason == TOO_LARGE


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "documented", {"README.md": "what is here", ".hidden": "x"})
    found = list(read([tmp_path / "empty", tmp_path / "documented"], root=tmp_path, limits=Limits()))
    assert [(entry.origin.where, entry.reason) for entry in found if isinstance(entry, Refusal)] == [
        ("documented/", NO_ARTICLES),
        ("empty/", NO_ARTICLES),
    ]


def test_documentation_is_passed_over_unless_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": GOOD, "sub/readme": GOOD, "Readme.txt": GOOD, "readings.txt": GOOD, "a.txt": GOOD})
    assert _where(read_all(tmp_path)) == ["a.txt", "readings.txt"]
    assert _where(list(read([tmp_path / "README.md"], root=tmp_path, limits=Limits()))) == ["README.md"]


def test_each_file_once_in_order_of_names_whatever_is_given(tmp_path: Path) -> None:
    write(tmp_path, {"b.txt": GOOD, "a/z.txt": GOOD, "c.txt": GOOD})
    paths = [tmp_path / "c.txt", tmp_path, tmp_path / "a", tmp_path / "b.txt"]
    assert _where(list(read(paths, root=tmp_path, limits=Limits()))) == ["a/z.txt", "b.txt", "c.txt"]
    assert _where(list(read(paths[::-1], root=tmp_path, limits=Limits()))) == ["a/z.txt", "b.txt", "c.txt"]


def test_nothing_outside_the_root_is_opened(tmp_path: Path) -> None:
    write(tmp_path, {"inputs/a.txt": GOOD, "inputs-evil/b.txt": GOOD})
    root = tmp_path / "inputs"
    paths = [root / ".." / "inputs-evil" / "b.txt", tmp_path / "inputs-evil", root / "missing.txt"]
    found = list(read(paths, root=root, limits=Limits()))
    assert sorted((entry.origin.where, entry.reason) for entry in found if isinstance(entry, Refusal)) == [
        ("b.txt", OUTSIDE),
        ("inputs-evil", OUTSIDE),
        ("missing.txt", MISSING),
    ]


def test_links_pipes_and_loops_are_told_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": GOOD})
    (tmp_path / "inside.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    found = {entry.origin.where: entry for entry in read_all(tmp_path)}
    assert isinstance(found.pop("a.txt"), Draft)
    assert {where: entry.reason for where, entry in found.items() if isinstance(entry, Refusal)} == {
        "inside.txt": LINK,
        "loop": LINK,
        "pipe.txt": NOT_A_FILE,
    }


def test_a_link_in_place_of_a_file_is_not_opened(tmp_path: Path) -> None:
    write(tmp_path, {"secret.txt": "secret"})
    (tmp_path / "a.txt").symlink_to(tmp_path / "secret.txt")
    refusal = load(InputFile(where="a.txt", path=tmp_path / "a.txt"), limits=Limits())
    assert isinstance(refusal, Refusal)
    assert refusal.reason == UNREADABLE


def test_folders_too_deep_are_told(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/c/d.txt": GOOD, "a/x.txt": GOOD})
    found = read_all(tmp_path, Limits(folder_depth=2))
    assert [(entry.origin.where, isinstance(entry, Draft)) for entry in found] == [("a/b/c", False), ("a/x.txt", True)]
    assert isinstance(found[0], Refusal)
    assert found[0].reason == TOO_DEEP


def test_odd_names_are_shown_on_one_printable_line(tmp_path: Path) -> None:
    os.close(os.open(os.fsencode(tmp_path) + b"/bad\xff\nname.txt", os.O_CREAT | os.O_WRONLY))
    [refusal] = read_all(tmp_path)
    assert refusal.origin.where.isprintable()


def test_a_detail_never_spills(tmp_path: Path) -> None:
    refusal = only_refusal(tmp_path, "a.md", "---\n" + "\x1b[31m: &" + "x" * 500 + "\n---\nBody")
    assert refusal.detail.isprintable()
    assert len(refusal.detail) <= 300
