"""Puts a finished site in the place of the old one: built beside it, swapped in whole, or not at all.

A folder is deleted only when it carries our mark. The mark of a whole site is its manifest, written last.
"""

import ctypes
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from generator.errors import BuildError, BuildLockedError

MANIFEST: Final = ".storydigest.json"
"""Lists the files of a whole site with their hashes."""
MARK: Final = ".storydigest-building"
"""Says that a folder is a site being built."""

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


def beside(out: Path, what: str) -> Path:
    """Return the place beside a site for its next or its last version."""
    return out.with_name(f".{out.name}.{what}")


@contextmanager
def building(out: Path) -> Iterator[Path]:
    """Give the folder in which to build the next version of the site `out`, alone; it is not yet swapped in.

    A swap that an earlier build did not finish is finished first.

    Raises:
        BuildLockedError: another build of this site is running.
        BuildError: something that is no site of ours stands in the way.
    """
    out = out.absolute()
    out.parent.mkdir(parents=True, exist_ok=True)
    with _locked(out):
        recover(out)
        if out.exists() and not _is_ours(out):
            raise BuildError(f"{out.name}/ was not made by storydigest; move it away or choose another site_dir")
        new = beside(out, "new")
        new.mkdir()
        (new / MARK).touch()
        try:
            yield new
        finally:
            _remove(new)


def recover(out: Path) -> None:
    """Finish or undo what a killed build left: afterwards only the site itself is there."""
    new, old = beside(out, "new"), beside(out, "old")
    if not out.exists():
        if (new / MANIFEST).is_file():
            new.rename(out)
        elif old.exists():
            old.rename(out)
    _remove(new)
    _remove(old)


def swap(new: Path, out: Path) -> None:
    """Make the folder `new` the site `out`: in one step where the system can, else in two renames."""
    out = out.absolute()
    _write_manifest(new)
    (new / MARK).unlink(missing_ok=True)
    _sync(new)
    if not out.exists():
        new.rename(out)
        return
    old = beside(out, "old")
    if _exchange(new, out):
        new.rename(old)
    else:
        out.rename(old)
        new.rename(out)
    _remove(old)


def _write_manifest(site: Path) -> None:
    files = {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name not in {MANIFEST, MARK}
    }
    (site / MANIFEST).write_text(json.dumps({"files": files}, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MANIFEST).is_file() or (folder / MARK).is_file() or not any(folder.iterdir()))


def _remove(folder: Path) -> None:
    """Delete a folder of ours, its mark last, so that one half deleted is still known as ours."""
    if folder.is_dir() and not folder.is_symlink() and _is_ours(folder):
        (folder / MARK).touch()
        for child in folder.iterdir():
            if child.name != MARK:
                shutil.rmtree(child) if child.is_dir() and not child.is_symlink() else child.unlink()
        (folder / MARK).unlink()
        folder.rmdir()
    elif folder.exists():
        raise BuildError(f"{folder.name} was not made by storydigest and stands in the way")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (renameat2, Linux); return False where that cannot be done."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done: int = call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


def _sync(folder: Path) -> None:
    """Have the system write what it still holds back, so that a power cut finds whole files."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    lock = beside(out, "lock")
    with lock.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildLockedError(f"another build of {out.name}/ is running") from None
        yield
