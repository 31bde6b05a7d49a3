"""Stories keep their ids and addresses; what was moved, merged or renamed leaves a redirect."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ConfigurationError
from generator.group import Overrides, Register, group, read_register, registered, write_register
from generator.group.overrides import Rename
from generator.group.register import Entry
from generator.model import Analysis, Redirect

from .conftest import FERRY, TAX, Make, Some

NOTHING = Register()


def test_a_story_keeps_id_and_address_as_articles_join(ferry: Some) -> None:
    first = group(ferry[1:2])
    grown = group(ferry, register=registered(first, NOTHING))
    assert (grown.stories[0].id, grown.stories[0].slug) == (first.stories[0].id, first.stories[0].slug)
    assert len(grown.stories[0].members) == 3


def test_an_article_that_left_comes_back_to_its_story(ferry: Some, tax: Some) -> None:
    register = registered(group([*ferry, *tax]), NOTHING)
    without = registered(group(tax, register=register), register)
    again = group([*ferry, *tax], register=without)
    assert {s.id for s in again.stories} == {s.id for s in group([*ferry, *tax]).stories}


def test_merged_stories_leave_a_redirect(ferry: Some, tax: Some) -> None:
    before = group([*ferry, *tax])
    keep, gone = before.stories
    register = registered(before, NOTHING)
    overrides = Overrides(merge=((keep.id, gone.id),))
    merged = group([*ferry, *tax], register=register, overrides=overrides)
    (story,) = merged.stories
    assert story.id == keep.id
    assert merged.redirects == (Redirect(old_slug=gone.slug, story_id=keep.id),)
    assert merged.stale == ()
    register = registered(merged, register)
    again = group([*ferry, *tax], register=register, overrides=overrides)
    assert again == merged
    assert registered(again, register) == register


def test_a_merge_taken_back_gives_both_stories_their_addresses_again(ferry: Some, tax: Some) -> None:
    before = group([*ferry, *tax])
    register = registered(before, NOTHING)
    overrides = Overrides(merge=(tuple(story.id for story in before.stories),))
    register = registered(group([*ferry, *tax], register=register, overrides=overrides), register)
    after = group([*ferry, *tax], register=register)
    assert {(s.id, s.slug) for s in after.stories} == {(s.id, s.slug) for s in before.stories}
    assert after.redirects == ()


def test_a_renamed_story_leaves_a_redirect(ferry: Some) -> None:
    before = group(ferry)
    (old,) = before.stories
    register = registered(before, NOTHING)
    renamed = group(
        ferry, register=register, overrides=Overrides(rename=(Rename(story=old.id, title="Fog at Tolvany"),))
    )
    (new,) = renamed.stories
    assert new.title == "Fog at Tolvany"
    assert new.slug.startswith("fog-at-tolvany")
    assert renamed.redirects == (Redirect(old_slug=old.slug, story_id=old.id),)
    assert new.editor == ("rename",)


def test_settled_stories_keep_their_articles_and_late_ones_may_join(article: Make) -> None:
    old = [article(FERRY[0], date="2021-01-04"), article(FERRY[1], date="2021-01-05")]
    new = article(TAX[0], date="2021-06-01")
    register = registered(group([*old, new]), NOTHING)
    story_id = next(e.story_id for e in register.entries if e.article_id == old[0].article.id)
    late = article(FERRY[2], date="2021-01-05")
    found = group([*old, new, late], register=register)
    assert {m.article.id for s in found.stories if s.id == story_id for m in s.members} == {
        a.article.id for a in (*old, late)
    }


def test_settled_stories_are_not_regrouped(article: Make) -> None:
    # The register has them apart; nothing but an editor brings them together now.
    old = [article(FERRY[0], date="2021-01-04"), article(FERRY[1], date="2021-01-05")]
    new = article(TAX[0], date="2021-06-01")
    entries = tuple(
        sorted(
            Entry(
                article_id=a.article.id,
                story_id=f"{n:016x}",
                day=a.article.published.date() if a.article.published else None,
            )
            for n, a in enumerate([*old, new], start=1)
        )
    )
    assert len(group([*old, new], register=Register(entries=entries)).stories) == 3


def test_the_register_comes_back_from_its_file(tmp_path: Path, ferry: Some, tax: Some) -> None:
    register = registered(group([*ferry, *tax]), NOTHING)
    path = tmp_path / "stories.tsv"
    write_register(path, register)
    assert read_register(path) == register
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[1:] == sorted(lines[1:])
    before = path.stat().st_mtime_ns
    write_register(path, register)
    assert path.stat().st_mtime_ns == before


IDS = st.text("0123456789abcdef", min_size=16, max_size=16)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))
ENTRIES = st.builds(Entry, article_id=IDS, story_id=IDS, day=DAYS, decided=st.booleans(), round=st.integers(1, 5000))


SLUGS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}-[0-9a-f]{8}", fullmatch=True)


@settings(deadline=None)
@given(st.lists(ENTRIES, unique_by=lambda e: e.article_id), st.dictionaries(IDS, SLUGS))
def test_any_register_survives_its_file(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry], slugs: dict[str, str]
) -> None:
    register = Register(entries=tuple(sorted(entries)), slugs=tuple(sorted(slugs.items())))
    path = tmp_path_factory.mktemp("register") / "stories.tsv"
    write_register(path, register)
    assert read_register(path) == register


def test_no_file_is_an_empty_register(tmp_path: Path) -> None:
    assert read_register(tmp_path / "stories.tsv") == NOTHING


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<<<<<<< HEAD", "conflict"),
        ("article\tx\ty\tz", "no line of a register"),
        ("article\t0123456789abcdef\t0123456789abcdef\t2021-13-01", "no line of a register"),
        ("story\t0123456789abcdef\t../../etc", "no line of a register"),
        ("hello", "no line of a register"),
    ],
)
def test_a_damaged_register_is_refused_with_the_line(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "stories.tsv"
    path.write_text(f"# head\n{line}\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read_register(path)
    assert [m.split(":")[1] for m in caught.value.mistakes] == ["2", "3"]
    assert said in caught.value.mistakes[0]


def test_a_register_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stories.tsv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigurationError):
        read_register(path)


def test_impossible_dates_stay_out_of_the_register(article: Make) -> None:
    odd: Analysis = article(FERRY[0], date="1970-01-01")
    (entry,) = registered(group([odd], now=datetime(2021, 1, 1, tzinfo=UTC)), NOTHING).entries
    assert entry.day is None


def test_a_corrected_article_keeps_its_storys_address(ferry: Some) -> None:
    first = group(ferry[:1])
    register = registered(first, NOTHING)
    old = ferry[0].article
    corrected = replace(ferry[0], article=replace(old, id="00c0ffee00c0ffee", text=old.text + " Corrected."))
    again = group([corrected], register=register)
    assert [(s.id, s.slug) for s in again.stories] == [(s.id, s.slug) for s in first.stories]
    assert [entry.article_id for entry in registered(again, register).entries] == ["00c0ffee00c0ffee"]


def test_two_new_articles_in_one_place_are_no_correction(ferry: Some) -> None:
    register = registered(group(ferry[:1]), NOTHING)
    old = ferry[0].article
    new = [replace(ferry[0], article=replace(old, id=f"{n:016x}", text=f"{old.text} {n}")) for n in (1, 2)]
    assert group(new, register=register).stories[0].id != register.entries[0].story_id


def test_new_articles_are_news_until_others_come(ferry: Some, tax: Some) -> None:
    first = registered(group(ferry[:2]), NOTHING)
    grown = registered(group(ferry, register=first), first)
    same = registered(group(ferry, register=grown), grown)
    more = registered(group([*ferry, *tax], register=same), same)
    assert first.fresh() == ()
    assert grown.fresh() == (ferry[2].article.id,)
    assert same == grown
    assert set(more.fresh()) == {analysis.article.id for analysis in tax}


def test_a_correction_is_no_news(ferry: Some) -> None:
    before = registered(group(ferry), NOTHING)
    article = replace(ferry[1].article, id="00c0ffee00c0ffee", text=ferry[1].article.text + "\n\nCorrected.")
    after = registered(group([ferry[0], replace(ferry[1], article=article), *ferry[2:]], register=before), before)
    assert after.fresh() == ()
