"""What publishers ask of whole sites: what is taken down is nowhere; news is marked as such for as long as it is."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import INVENTED, MakeProject

# Invented, all of it: the outlet, the people, the words.
GONE = """---
title: Invented orchard loses quibblefruit
outlet: Gone Gazette (invented)
url: https://gone.example/orchard
date: 2026-03-03T08:00:00Z
---
The invented orchard of Quibbleton lost its quibblefruit in the frost, the gardener Zorabel Quench said on Tuesday.

“The quibblefruit will not come back this year,” Zorabel Quench told visitors. The orchard has 300 trees.
"""
TRACES = ("Gone Gazette", "gone.example", "quibblefruit", "Quibbleton", "Zorabel", "gone-orchard")


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Give every file of a site as text, packed ones unpacked."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        data = path.read_bytes()
        text = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        yield path.relative_to(site).as_posix(), text.decode("utf-8", "replace")


def traces(site: Path, words: tuple[str, ...]) -> set[str]:
    """The words that stand in a file of a site, or in the name of one."""
    found = {
        (word, name) for name, text in texts(site) for word in words if word.casefold() in (name + text).casefold()
    }
    return {word for word, _ in found}


def test_what_is_taken_down_is_nowhere_on_the_site(
    make_project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    config = make_project(INVENTED[:1])
    (config.parent / "inputs" / "gone-orchard.md").write_text(GONE, encoding="utf-8")
    assert main(["build", "--config", str(config)]) == 0
    assert traces(config.parent / "site", TRACES) == set(TRACES)
    block = "      takedown: {outlets: [gone gazette (invented)], addresses: [nobody.example/*]}\n"
    plain = config.read_text(encoding="utf-8")
    config.write_text(plain.replace("      inputs: [inputs]\n", "      inputs: [inputs]\n" + block), encoding="utf-8")
    assert main(["build", "--strict", "--config", str(config)]) == 0
    assert traces(config.parent / "site", TRACES) == set()
    told = capsys.readouterr().err
    assert "articles taken down by the publisher: 1" in told
    assert "takedown.addresses[0]: matches no article" in told
    assert main(["verify", "--config", str(config)]) == 0


def test_new_and_grown_stories_are_marked_until_others_come(make_project: MakeProject) -> None:
    config = make_project(INVENTED[:1])
    site = config.parent / "site"

    def front() -> str:
        assert main(["build", "--config", str(config)]) == 0
        return (site / "index.html").read_text(encoding="utf-8")

    assert "sd-new" not in front()
    (config.parent / "inputs" / "gone-orchard.md").write_text(GONE, encoding="utf-8")
    grown = front()
    assert re.search(r'<span class="sd-new">\s*new story', grown)
    assert grown.index("Invented orchard") < grown.index("sd-rows")
    every = dict(texts(site))
    assert front() == grown
    assert dict(texts(site)) == every
    more = INVENTED[1]
    (config.parent / "inputs" / more.name).write_bytes(more.read_bytes())
    titles = re.findall(r'<h[23] class="sd-(?:lead|row)-title".*?</h[23]>', front(), re.DOTALL)
    assert len(titles) == 3
    assert [title for title in titles if "orchard" in title.casefold() and "sd-new" in title] == []
    assert len([title for title in titles if "sd-new" in title]) == 1


def test_a_template_of_the_publishers_own_stands_in_for_ours(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = make_project(INVENTED[:1])
    block = "      pages: {templates: my-templates}\n"
    plain = config.read_text(encoding="utf-8")
    config.write_text(plain.replace("      inputs: [inputs]\n", "      inputs: [inputs]\n" + block), encoding="utf-8")
    monkeypatch.chdir(tmp_path)  # the folder is looked for beside mkdocs.yml, wherever the command is given
    assert main(["build", "--config", str(config)]) == 2
    assert "pages.templates: there is no folder 'my-templates'" in capsys.readouterr().err
    own = config.parent / "my-templates" / "story" / "brief.html"
    own.parent.mkdir(parents=True)
    own.write_text("{{ story.no_such_thing }}\n", encoding="utf-8")
    assert main(["build", "--config", str(config)]) == 1
    assert "a template of story pages: " in capsys.readouterr().err
    own.write_text('<p class="sd-own">{{ ui.number(story.sources|length) }}</p>\n', encoding="utf-8")
    assert main(["build", "--config", str(config)]) == 0
    (page,) = (config.parent / "site" / "stories").glob("*/index.html")
    assert page.read_text(encoding="utf-8").count("sd-own") == 1
