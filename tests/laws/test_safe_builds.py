"""Builds are repeatable, offline and whole: same bytes in any order, no socket, no half site after a kill."""

import hashlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import EPOCH, INVENTED, REPOSITORY, SAMPLES, MakeProject

KILLS = 20


def _bytes(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_same_inputs_same_bytes_in_any_order(make_project: MakeProject) -> None:
    config = make_project([*SAMPLES, *INVENTED])
    inputs = sorted((config.parent / "inputs").iterdir())
    assert main(["build", "--config", str(config), *map(str, inputs)]) == 0
    first = _bytes(config.parent / "site")
    for path in (config.parent / "site", config.parent / ".storydigest"):
        shutil.rmtree(path)
    (config.parent / "stories.tsv").unlink()
    assert main(["build", "--config", str(config), *map(str, reversed(inputs))]) == 0
    assert _bytes(config.parent / "site") == first
    assert main(["build", "--config", str(config)]) == 0
    assert _bytes(config.parent / "site") == first


def test_a_build_opens_no_socket(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []

    def refuse(_self: socket.socket, address: object) -> None:
        opened.append(address)
        raise OSError("no network in a build")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "bind", refuse)
    assert main(["build", "--config", str(make_project(INVENTED[:1]))]) == 0
    assert opened == []


def _start(config: Path) -> subprocess.Popen[bytes]:
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-m", "generator", "build", "--config", str(config)]
    return subprocess.Popen(
        command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _is_whole(site: Path) -> bool:
    """Return whether the site opens, and every file of its manifest is there with the bytes it was built with."""
    files = json.loads((site / ".storydigest.json").read_text(encoding="utf-8"))["files"]
    front = (site / "index.html").read_text(encoding="utf-8")
    return "</html>" in front and files.items() <= _bytes(site).items() and len(files) > KILLS


@pytest.mark.slow
def test_a_killed_build_leaves_a_whole_site(make_project: MakeProject) -> None:
    config = make_project(INVENTED[:1])
    site = config.parent / "site"
    start = time.monotonic()
    assert _start(config).wait() == 0
    whole = time.monotonic() - start
    moments = random.Random(7)
    for number in range(KILLS):
        text = f"\n\nThis line is invented too, number {number}.\n"
        article = config.parent / "inputs" / INVENTED[0].name
        article.write_text(INVENTED[0].read_text(encoding="utf-8") + text, encoding="utf-8")
        build = _start(config)
        # Most of a build is loading; the moments near its end, where files are written and swapped, count double.
        time.sleep(whole * (moments.random() if number % 2 else moments.uniform(0.6, 1.0)))
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        assert _is_whole(site)
    assert _start(config).wait() == 0
    assert _is_whole(site)
    assert not [path for path in config.parent.iterdir() if path.name.startswith(".site.") and path.is_dir()]
