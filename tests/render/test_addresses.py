"""Where pages stand, and the way between them."""

from urllib.parse import urljoin

import pytest

from generator.render.addresses import address, way

PATHS = (
    "index.md",
    "build.md",
    "days/index.md",
    "days/2026-01-02.md",
    "stories/a-b.md",
    "feed.xml",
    "data/stories/1.json",
)


@pytest.mark.parametrize(
    ("path", "folder", "file"),
    [
        ("index.md", "", "index.html"),
        ("days/index.md", "days/", "days/index.html"),
        ("stories/a.md", "stories/a/", "stories/a.html"),
        ("feed.xml", "feed.xml", "feed.xml"),
    ],
)
def test_addresses(path: str, folder: str, file: str) -> None:
    assert address(path, directories=True) == folder
    assert address(path, directories=False) == file


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("source", PATHS[:5])
@pytest.mark.parametrize("target", PATHS)
def test_a_browser_finds_the_way(source: str, target: str, *, directories: bool) -> None:
    root = "https://digest.example/sub/"
    start = root + address(source, directories=directories)
    assert (
        urljoin(start, way(source, target, "x", directories=directories))
        == f"{root}{address(target, directories=directories)}#x"
    )
