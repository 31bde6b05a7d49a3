"""What editors write is read, checked, carried out, and reported where it matches nothing."""

from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.group import Overrides, Register, explain, group, read_overrides, registered
from generator.group.overrides import Move, Rename, Split

from .conftest import Some

GOOD = """\
merge:
  - [aaaaaaaaaaaaaaaa, an-old-address-bbbbbbbb]
split:
  - {story: aaaaaaaaaaaaaaaa, articles: [one.txt, 12]}
move:
  - {article: one.txt, to: aaaaaaaaaaaaaaaa}
rename:
  - {story: aaaaaaaaaaaaaaaa, title: "A   title"}
pin: [aaaaaaaaaaaaaaaa]
hide: [two.txt]
entities:
  - for another stage
"""

BAD = """\
merge: [[only-one], nonsense]
split: [{story: x}]
move: not a list
rename: [{story: x, title: ""}]
pin: [[]]
hyde: [x]
"""


BROKEN = ["a: [", "- x", b"\xff\xfe", "x" * 1_000_001, "!!python/object:os.system {}", "[" * 5000]


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "overrides.yml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_file_is_read(tmp_path: Path) -> None:
    assert read_overrides(write(tmp_path, GOOD)) == Overrides(
        merge=(("aaaaaaaaaaaaaaaa", "an-old-address-bbbbbbbb"),),
        split=(Split(story="aaaaaaaaaaaaaaaa", articles=("one.txt", "12")),),
        move=(Move(article="one.txt", to="aaaaaaaaaaaaaaaa"),),
        rename=(Rename(story="aaaaaaaaaaaaaaaa", title="A title"),),
        pin=("aaaaaaaaaaaaaaaa",),
        hide=("two.txt",),
    )


def test_every_mistake_is_told_with_its_key(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_overrides(write(tmp_path, BAD))
    keys = [mistake.split(":")[0] for mistake in caught.value.mistakes]
    assert keys == [
        "overrides.hyde", "overrides.merge[0]", "overrides.merge[1]", "overrides.split[0]", "overrides.move",
        "overrides.rename[0].title", "overrides.pin[0]",
    ]  # fmt: skip


@pytest.mark.parametrize("content", BROKEN)
def test_what_is_no_overrides_file_is_one_clear_mistake(tmp_path: Path, content: str | bytes) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_overrides(write(tmp_path, content))
    assert len(caught.value.mistakes) == 1


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "merge:\n"])
def test_an_empty_file_decides_nothing(tmp_path: Path, content: str | bytes) -> None:
    assert read_overrides(write(tmp_path, content)) == Overrides()


def test_no_file_decides_nothing(tmp_path: Path) -> None:
    assert read_overrides(tmp_path / "overrides.yml") == Overrides()


def test_split_articles_make_a_story_of_their_own_from_run_to_run(ferry: Some) -> None:
    before = group(ferry)
    register = registered(before, Register())
    overrides = Overrides(split=(Split(story=before.stories[0].slug, articles=(ferry[2].article.origin.where,)),))
    found = group(ferry, register=register, overrides=overrides)
    assert sorted(len(story.members) for story in found.stories) == [1, 2]
    assert all(story.editor == ("split",) for story in found.stories)
    again = group(ferry, register=registered(found, register), overrides=overrides)
    assert {s.id: s.members for s in again.stories} == {s.id: s.members for s in found.stories}
    assert again.stale == ()


def test_a_moved_article_goes_where_it_is_sent(ferry: Some, tax: Some) -> None:
    before = group([*ferry, *tax])
    target = next(story for story in before.stories if tax[0] in story.members)
    overrides = Overrides(move=(Move(article=ferry[0].article.id, to=target.id),))
    found = group([*ferry, *tax], register=registered(before, Register()), overrides=overrides)
    story = next(story for story in found.stories if story.id == target.id)
    assert ferry[0] in story.members
    assert story.editor == ("move",)
    assert any(reason.kind == "editor" for reason in story.reasons)


def test_hidden_stories_and_articles_are_not_shown(ferry: Some, tax: Some) -> None:
    before = group([*ferry, *tax])
    target = next(story for story in before.stories if tax[0] in story.members)
    found = group([*ferry, *tax], overrides=Overrides(hide=(target.id, ferry[0].article.id)))
    assert [len(story.members) for story in found.stories] == [2]


def test_a_pinned_story_is_pinned(ferry: Some, tax: Some) -> None:
    before = group([*ferry, *tax])
    found = group([*ferry, *tax], overrides=Overrides(pin=(before.stories[0].id,)))
    assert [story.pinned for story in found.stories] == [True, False]


def test_overrides_that_match_nothing_are_reported(ferry: Some) -> None:
    overrides = Overrides(
        merge=(("nobody", "nothing"),),
        split=(Split(story="nobody", articles=("x",)),),
        move=(Move(article="x", to="nobody"), Move(article=ferry[0].article.id, to="nobody")),
        rename=(Rename(story="nobody", title="x"),),
        pin=("nobody",),
        hide=("nobody",),
    )
    found = group(ferry, overrides=overrides)
    assert {line.split(":")[0] for line in found.stale} == {"merge", "split", "move", "rename", "pin", "hide"}
    assert len(found.stories) == 1


def test_explain_says_why_in_words_and_figures(ferry: Some, tax: Some) -> None:
    found = group([*ferry, *tax])
    story = next(story for story in found.stories if ferry[0] in story.members)
    lines = explain(found, ferry[1].article.origin.where)
    assert lines == explain(found, story.id) == explain(found, story.slug)
    assert "3 articles" in lines[0]
    assert any("telling words in common" in line and "Morgenrot" in line for line in lines)


def test_explain_says_where_nothing_is_called_so(ferry: Some) -> None:
    assert explain(group(ferry), "nobody") == ("no story and no article is called 'nobody'",)
