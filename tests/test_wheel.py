"""The wheel carries all it needs: installed alone, outside the checkout, it makes a project and builds its site."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.conftest import EPOCH, INVENTED, REPOSITORY


def _run(*command: str | Path, cwd: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment | {"SOURCE_DATE_EPOCH": EPOCH},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Return the scripts of a clean environment with the wheel in it; dependencies come from where the tests run."""
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, REPOSITORY, cwd=tmp_path)
    (wheel,) = tmp_path.glob("storydigest-*.whl")
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=False)
    packages = next(environment.glob("lib/python*/site-packages"))
    # A path file adds the folder of the dependencies, and does not follow the path files inside it: no checkout.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "--python", environment / "bin" / "python", "install", "--quiet")
    _run(*pip, "--no-deps", "--ignore-installed", wheel, cwd=tmp_path)
    return environment / "bin"


@pytest.mark.slow
def test_the_wheel_builds_a_new_project_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = _run(installed / "python", "-c", "import generator; print(generator.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(tmp_path)
    _run(installed / "storydigest", "new", "news", cwd=tmp_path)
    project = tmp_path / "news"
    (project / "inputs" / INVENTED[0].name).write_bytes(INVENTED[0].read_bytes())
    _run(installed / "storydigest", "build", cwd=project)
    (page,) = (project / "site" / "stories").glob("*/index.html")
    assert "Orla Venn" in page.read_text(encoding="utf-8")
    assert (project / ".github" / "workflows" / "publish.yml").is_file()
