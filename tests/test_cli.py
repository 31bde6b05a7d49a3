"""What the command line says and ends with, for mistakes above all."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import commands, main
from tests.conftest import INVENTED, SAMPLES, MakeProject


def test_mistakes_of_configuration_are_told_together_in_one_line(
    make_project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    config = make_project(INVENTED[:1])
    block = "      proceses: 2\n      processes: many\n      grouping: {threshold: 7}\n"
    text = config.read_text(encoding="utf-8").replace("      inputs: [inputs]\n", block)
    config.write_text(text, encoding="utf-8")
    assert main(["build", "--config", str(config)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    for key in ("grouping.threshold:", "proceses:", "processes:"):
        assert key in error


def test_a_missing_configuration_names_the_way_to_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 2
    assert "storydigest new" in capsys.readouterr().err


def test_what_mkdocs_refuses_is_told_in_one_line(make_project: MakeProject, capsys: pytest.CaptureFixture[str]) -> None:
    config = make_project(INVENTED[:1])
    config.write_text(config.read_text(encoding="utf-8") + "docs_dir: nowhere\n", encoding="utf-8")
    assert main(["build", "--config", str(config)]) == 2
    assert "docs_dir" in capsys.readouterr().err.splitlines()[-1]


def test_refusals_are_reported_and_cost_nothing_but_under_strict(
    make_project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    config = make_project(INVENTED[:2])
    (config.parent / "inputs" / "empty.txt").write_bytes(b"")
    out = config.parent / "data"
    assert main(["export", "--config", str(config), "--out", str(out)]) == 0
    assert "refused: inputs/empty.txt:" in capsys.readouterr().err
    assert main(["export", "--config", str(config), "--out", str(out), "--strict"]) == 1


def test_unknown_options_are_mistakes_of_usage() -> None:
    assert main(["build", "--no-such-option"]) == 2
    assert main(["no-such-command"]) == 2


def test_text_from_articles_cannot_steer_the_terminal(
    make_project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    config = make_project(INVENTED[:1])
    (config.parent / "inputs" / "\x1b[31mred\x1b[0m.txt").write_bytes(b"")
    assert main(["export", "--config", str(config), "--out", str(config.parent / "data")]) == 0
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_has_help(name: str) -> None:
    result = CliRunner().invoke(commands, [name, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()[2].strip()) > 20


def test_explain_says_why_and_fails_for_names_that_nothing_has(
    make_project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    config = make_project(SAMPLES)
    assert main(["explain", "inputs/001_2d60f89ae12ad4f6.txt", "--config", str(config)]) == 0
    told = capsys.readouterr().out
    assert "3 articles" in told
    assert "names in common" in told
    assert main(["explain", "no-such-story", "--config", str(config)]) == 1


def test_a_sites_own_verification_finds_a_changed_word(make_project: MakeProject) -> None:
    config = make_project(INVENTED[:1])
    assert main(["build", "--config", str(config)]) == 0
    assert main(["verify", "--config", str(config)]) == 0
    (page,) = (config.parent / "site" / "stories").glob("*/index.html")
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("keep the engines warm", "keep the engines cold"), encoding="utf-8")
    assert main(["verify", "--config", str(config)]) == 1
