"""A site is swapped in whole, or the old one stays."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.errors import BuildError, BuildLockedError
from generator.render import site as site_module
from generator.render.site import MANIFEST, MARK, beside, building, recover, swap


def make(out: Path, text: str) -> None:
    with building(out) as new:
        (new / "index.html").write_text(text, encoding="utf-8")
        (new / "deep").mkdir()
        (new / "deep" / "page.html").write_text(text, encoding="utf-8")
        swap(new, out)


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "site"
    make(out, "one")
    make(out, "two")
    assert (out / "index.html").read_text(encoding="utf-8") == "two"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


def test_without_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_module, "_exchange", lambda _one, _other: False)
    make(tmp_path / "site", "one")
    make(tmp_path / "site", "two")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "two"


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    make(out, "one")
    with pytest.raises(ZeroDivisionError), building(out):
        raise ZeroDivisionError
    assert (out / "index.html").read_text(encoding="utf-8") == "one"
    assert not beside(out, "new").exists()


def test_somebody_elses_folder_is_not_touched(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "diary.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BuildError, match="not made by storydigest"), building(out):
        pass
    assert (out / "diary.txt").read_text(encoding="utf-8") == "mine"


def test_two_builds_are_kept_apart(tmp_path: Path) -> None:
    with building(tmp_path / "site"), pytest.raises(BuildLockedError), building(tmp_path / "site"):
        pass


@pytest.mark.parametrize("old", [True, False])
def test_a_swap_that_was_cut_in_two_is_finished(tmp_path: Path, *, old: bool) -> None:
    out = tmp_path / "site"
    make(out, "one")
    if old:
        out.rename(beside(out, "old"))
    else:
        out.rename(beside(out, "new"))
    recover(out)
    assert (out / "index.html").read_text(encoding="utf-8") == "one"
    assert not beside(out, "old").exists()


def test_a_half_deleted_folder_is_still_known_as_ours(tmp_path: Path) -> None:
    out = tmp_path / "site"
    make(out, "one")
    old = beside(out, "old")
    old.mkdir()
    (old / MARK).touch()
    (old / "rest.html").touch()
    recover(out)
    assert not old.exists()


@pytest.mark.slow
def test_a_killed_swap_leaves_a_whole_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    make(out, "start")
    code = (
        "import sys, itertools; from pathlib import Path; from tests.render.test_site import make\n"
        "for n in itertools.count(): make(Path(sys.argv[1]), f'{n}')"
    )
    for attempt in range(20):
        process = subprocess.Popen([sys.executable, "-c", code, str(out)], cwd=Path(__file__).parents[2])
        time.sleep(0.35 + attempt * 0.013)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert (out / "index.html").read_text(encoding="utf-8") == (out / "deep" / "page.html").read_text(
            encoding="utf-8"
        )
        assert (out / MANIFEST).is_file()
