"""MkDocs works by itself in a site project: strict builds, deployment, live reload; the docs tree needs no plugin."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import EPOCH, INVENTED, REPOSITORY, SAMPLES, MakeProject

SECONDS_TO_SHOW = 60


def _environment() -> dict[str, str]:
    return os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(REPOSITORY), "NO_MKDOCS_2_WARNING": "1"}


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env=_environment(), capture_output=True, text=True, check=False
    )


def test_a_strict_build_has_no_warning(make_project: MakeProject) -> None:
    config = make_project([*SAMPLES, *INVENTED])
    done = _run(sys.executable, "-m", "mkdocs", "build", "--strict", cwd=config.parent)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert len([*(config.parent / "site" / "stories").glob("*/index.html")]) == 4


def test_mistakes_of_configuration_stop_mkdocs_too(make_project: MakeProject) -> None:
    config = make_project(INVENTED[:1])
    config.write_text(
        config.read_text(encoding="utf-8").replace("inputs: [inputs]", "inptus: [inputs]"), encoding="utf-8"
    )
    done = _run(sys.executable, "-m", "mkdocs", "build", cwd=config.parent)
    assert done.returncode != 0
    assert "inptus" in done.stderr
    assert "Traceback" not in done.stderr


def test_gh_deploy_pushes_the_site(make_project: MakeProject, tmp_path: Path) -> None:
    project = make_project(INVENTED[:1]).parent
    remote = tmp_path / "remote.git"
    git = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org")
    for command in (
        (*git, "init", "--quiet", "--bare", remote),
        (*git, "init", "--quiet", "."),
        (*git, "add", "mkdocs.yml", "inputs"),
        (*git, "commit", "--quiet", "--message", "A test project"),
        (*git, "remote", "add", "origin", remote),
    ):
        done = _run(*command, cwd=project)
        assert done.returncode == 0, done.stderr
    done = _run(sys.executable, "-m", "mkdocs", "gh-deploy", "--force", cwd=project)
    assert done.returncode == 0, done.stderr
    pushed = _run(*git, "--git-dir", remote, "ls-tree", "-r", "--name-only", "gh-pages", cwd=project).stdout
    assert "index.html" in pushed.splitlines()
    assert re.search(r"^stories/night-ferry[^/]*/index\.html$", pushed, re.MULTILINE)


@pytest.fixture
def served(make_project: MakeProject) -> Iterator[tuple[Path, str]]:
    """Give a project that `mkdocs serve` shows, and its address."""
    project = make_project(INVENTED[:1]).parent
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    log = (project / "serve.log").open("wb")
    server = subprocess.Popen(command, cwd=project, env=_environment(), stdout=log, stderr=log)
    try:
        yield project, f"http://{address}/news/"
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


def _eventually(shows: Callable[[], bool], log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_SHOW
    while time.monotonic() < end:
        try:
            if shows():
                return
        except OSError:
            pass
        time.sleep(0.3)
    pytest.fail(log.read_text(encoding="utf-8"))


def _get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())


@pytest.mark.slow
def test_edits_show_while_serving(served: tuple[Path, str]) -> None:
    project, url = served
    log = project / "serve.log"
    _eventually(lambda: "Night ferry" in _get(url), log)
    shutil.copy(INVENTED[1], project / "inputs")
    _eventually(lambda: "pendulum" in _get(url), log)
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("site_name: Test", "site_name: Renamed"), encoding="utf-8"
    )
    _eventually(lambda: "Renamed" in _get(url), log)
    builds = log.read_text(encoding="utf-8").count("Building documentation")
    time.sleep(3)
    assert log.read_text(encoding="utf-8").count("Building documentation") == builds, "it rebuilds without end"


PLAIN = """\
site_name: Plain
theme: {name: material, font: false}
docs_dir: tree
nav: [index.md]
markdown_extensions: [toc, tables, attr_list]
plugins: []
"""


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_docs_tree_builds_without_the_plugin(make_project: MakeProject, engine: str) -> None:
    config = make_project(INVENTED)
    project = config.parent
    assert main(["tree", "--config", str(config), "--out", str(project / "tree")]) == 0
    (project / f"{engine}.yml").write_text(PLAIN, encoding="utf-8")
    done = _run(sys.executable, "-m", engine, "build", "--config-file", f"{engine}.yml", cwd=project)
    assert done.returncode == 0, done.stderr
    (page,) = (project / "site" / "stories").glob("night-ferry*/index.html")
    text = page.read_text(encoding="utf-8")
    assert "Orla Venn" in text
    assert "&lt;div" not in text
