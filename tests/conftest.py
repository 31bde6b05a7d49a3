"""What the tests share: site projects made of the sample and of invented articles, and a browser where there is one."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from generator.cli import main

REPOSITORY = Path(__file__).resolve().parents[1]
SAMPLES = sorted((REPOSITORY / "seeds").glob("*.txt"))
INVENTED = sorted(path for path in (REPOSITORY / "tests" / "articles").iterdir() if path.name != "README.md")
EPOCH = "1700000000"

MKDOCS = """\
site_name: Test
site_url: https://example.org/news/
theme:
  name: material
  font: false
plugins:
  - storydigest:
      inputs: [inputs]
nav:
  - index.md
markdown_extensions: [toc, tables, attr_list]
"""

MakeProject = Callable[[Sequence[Path]], Path]


@pytest.fixture(autouse=True)
def _fixed_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


def write_project(directory: Path, articles: Sequence[Path]) -> Path:
    """Make a site project with copies of the articles; return its mkdocs.yml."""
    (directory / "inputs").mkdir(parents=True)
    (directory / "docs").mkdir()
    (directory / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    for article in articles:
        shutil.copy(article, directory / "inputs" / article.name)
    return directory / "mkdocs.yml"


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Return what makes a site project in a folder of this test."""
    return lambda articles: write_project(tmp_path / "project", articles)


@pytest.fixture(scope="session")
def built_samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder of a project whose site was built from the samples and the invented articles."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        config = write_project(tmp_path_factory.mktemp("samples") / "project", [*SAMPLES, *INVENTED])
        assert main(["build", "--config", str(config)]) == 0
        yield config.parent
