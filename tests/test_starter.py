"""What `storydigest new` copies, and the workflows that publish: complete, least permissions, pinned actions."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from generator import __version__
from generator.clean import clean
from generator.errors import ConfigurationError
from generator.model import Draft
from generator.project import open_project
from generator.read import Limits, read
from generator.starter import copy_starter

REPOSITORY = Path(__file__).resolve().parents[1]
STARTER = REPOSITORY / "generator" / "starter" / "project" / "dot-github" / "workflows" / "publish.yml"
WORKFLOWS = [STARTER, REPOSITORY / ".github" / "workflows" / "publish.yml"]
NOW = datetime(2026, 11, 22, tzinfo=UTC)
DOC = (REPOSITORY / "docs" / "publishing.md").read_text(encoding="utf-8")
ALLOWED = {
    "build": {"contents": "read", "pages": "read"},
    "deploy": {"pages": "write", "id-token": "write"},
    "keep": {"contents": "write"},
}


def _workflow(path: Path) -> dict[object, object]:
    # In YAML 1.1 the key "on" is true: as text it stays what it is.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - builds nothing but text


def test_the_starter_is_a_project_that_opens(tmp_path: Path) -> None:
    written = copy_starter(tmp_path / "news")
    names = {path.as_posix() for path in written}
    assert names >= {"mkdocs.yml", "inputs/README.md", "docs/about.md", ".gitignore", ".github/workflows/publish.yml"}
    assert all((tmp_path / "news" / path).is_file() for path in written)
    project = open_project(tmp_path / "news" / "mkdocs.yml")
    assert project.config.inputs == (Path("inputs"),)
    requirements = (tmp_path / "news" / "requirements.txt").read_text(encoding="utf-8")
    assert requirements.splitlines()[1:] == [f"storydigest=={__version__}"]
    assert "{version}" not in requirements


def test_the_starters_example_is_read_and_says_that_it_is_invented(tmp_path: Path) -> None:
    copy_starter(tmp_path)
    found = list(read([tmp_path / "example"], root=tmp_path, limits=Limits()))
    cleaned = clean([entry for entry in found if isinstance(entry, Draft)], now=NOW, limits=Limits())
    assert (len(cleaned.articles), len(cleaned.refusals)) == (3, 0)
    assert {article.language for article in cleaned.articles} == {"en", "ar"}
    assert all("demo" in (article.outlet or "") or "تجريبية" in (article.outlet or "") for article in cleaned.articles)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="not an empty folder"):
        copy_starter(tmp_path)
    with pytest.raises(ConfigurationError, match="not an empty folder"):
        copy_starter(tmp_path / "mine.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_guide_names_every_file_of_the_starter(tmp_path: Path) -> None:
    for path in copy_starter(tmp_path):
        top = path.parts[0] if path.parts[0] in {"inputs", "example"} else path.as_posix()
        assert path.name == "README.md" or f"`{top}" in DOC


@pytest.mark.parametrize("path", WORKFLOWS, ids=["starter", "repository"])
def test_every_action_is_githubs_own_and_pinned_to_a_commit(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert len(lines) >= 6
    for line in lines:
        assert re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_both_workflows_pin_the_same_commits() -> None:
    pins = [dict(re.findall(r"uses: (actions/[a-z-]+)@([0-9a-f]{40})", path.read_text("utf-8"))) for path in WORKFLOWS]
    assert {name: pins[0][name] for name in pins[1]} == pins[1]


@pytest.mark.parametrize("path", WORKFLOWS, ids=["starter", "repository"])
def test_jobs_may_do_no_more_than_they_need(path: Path) -> None:
    workflow = _workflow(path)
    assert workflow["permissions"] == {}
    jobs = workflow["jobs"]
    assert isinstance(jobs, dict)
    assert {name: job["permissions"] for name, job in jobs.items()} == {name: ALLOWED[name] for name in jobs}
    assert all(int(job["timeout-minutes"]) <= 60 for job in jobs.values())
    checkout = jobs["build"]["steps"][0]
    assert checkout["with"]["persist-credentials"] == "false"
    assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=["starter", "repository"])
def test_workflows_run_on_push_by_hand_and_at_night_off_the_hour(path: Path) -> None:
    workflow = _workflow(path)
    on = workflow["on"]
    assert isinstance(on, dict)
    assert set(on) == {"push", "schedule", "workflow_dispatch"}
    minute = int(on["schedule"][0]["cron"].split()[0])
    assert minute % 15
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=["starter", "repository"])
def test_text_of_strangers_never_reaches_a_command(path: Path) -> None:
    jobs = _workflow(path)["jobs"]
    assert isinstance(jobs, dict)
    for job in jobs.values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
