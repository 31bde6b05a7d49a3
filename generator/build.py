"""Joins the stages: files in, an edition out. Reading is an edge; the stages after it are pure.

read → clean → analyse → group → compare → digest; `render` and the site stand further to the right.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from time import perf_counter

from generator.analyse.pipeline import analyse
from generator.clean import Cleaned, clean
from generator.compare import EntityOverrides, compare, parse_entity_overrides, site_entities
from generator.digest import digest
from generator.errors import ConfigurationError
from generator.group import Overrides, Register, group, read_overrides, read_register, registered
from generator.group.overrides import load
from generator.language.pipelines import Models
from generator.model import Analysis, Article, Comparison, Draft, Edition, Grouping, Refusal
from generator.project import Project
from generator.read import read
from generator.state import AnalysisCache

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and of how much (0 where that is unknown)."""


def silent(_stage: str, _done: int, _all: int) -> None:
    """Say nothing about the progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What the stages made of the inputs.

    Attributes:
        edition: all that is shown.
        grouping: the stories with their reasons.
        register: the ids and addresses to keep for the next build.
        seconds: each stage and how long it took.
    """

    edition: Edition
    grouping: Grouping
    register: Register
    seconds: tuple[tuple[str, float], ...]


class _Stopwatch:
    """Tells what is going on, and for how long it went on."""

    def __init__(self, progress: Progress) -> None:
        self.seconds: list[tuple[str, float]] = []
        self._progress = progress

    @contextmanager
    def stage(self, name: str) -> Iterator[Callable[[int, int], None]]:
        start = perf_counter()
        self._progress(name, 0, 0)
        yield lambda done, total: self._progress(name, done, total)
        self.seconds.append((name, perf_counter() - start))


def make_edition(project: Project, *, now: datetime, inputs: Sequence[Path] = (), progress: Progress = silent) -> Made:
    """Return everything one build shows, and what the next one needs of it.

    Args:
        project: the site project and its configuration.
        now: the moment of the build.
        inputs: files and folders to read in place of the configured ones.
        progress: told what is going on.

    Raises:
        ConfigurationError: the overrides or the register have mistakes.
        ModelError: a configured language model is missing or broken.
    """
    config, watch = project.config, _Stopwatch(progress)
    overrides, entity_overrides = _decisions(project.path(config.overrides))
    register = read_register(project.path(config.register))
    with watch.stage("read"):
        cleaned = read_articles(project, now=now, inputs=inputs)
    with watch.stage("analyse") as step:
        analyses = _analyse(project, cleaned.articles, step)
    with watch.stage("group"):
        grouping = group(analyses, settings=config.grouping, register=register, overrides=overrides, now=now)
    with watch.stage("compare") as step:
        site = site_entities(_compare(project, grouping, step), entity_overrides)
    with watch.stage("digest"):
        digests = tuple(digest(comparison, settings=config.digest) for comparison in site.comparisons)
    shown = {member.article.id for story in grouping.stories for member in story.members}
    kept = registered(grouping, register)
    edition = Edition(
        digests=digests,
        articles=tuple(article for article in cleaned.articles if article.id in shown),
        refusals=cleaned.refusals,
        redirects=grouping.redirects,
        built=now,
        notes=(*cleaned.notes, *grouping.doubts, *grouping.stale, *site.stale),
        fresh=kept.fresh(),
    )
    return Made(
        edition=edition,
        grouping=grouping,
        register=kept,
        seconds=tuple(watch.seconds),
    )


def read_articles(project: Project, *, now: datetime, inputs: Sequence[Path] = ()) -> Cleaned:
    """Return the clean articles of the inputs, and the inputs that could not be used, both in a fixed order."""
    limits = project.config.limits
    found: list[Draft | Refusal] = []
    for root, paths in _rooted(project, inputs):
        found += read(paths, root=root, limits=limits)
    drafts = [item for item in found if isinstance(item, Draft)]
    cleaned = clean(drafts, now=now, limits=limits, takedown=project.config.takedown)
    refusals = [item for item in found if isinstance(item, Refusal)] + list(cleaned.refusals)
    return replace(cleaned, refusals=tuple(sorted(refusals, key=lambda r: (r.origin, r.reason, r.detail))))


def _rooted(project: Project, inputs: Sequence[Path]) -> Iterator[tuple[Path, list[Path]]]:
    """Give the folders that origins are relative to, each with the inputs inside it: the project's own where it can."""
    paths = [path.absolute() for path in inputs] or [project.root / path for path in project.config.inputs]
    own = [path for path in paths if path.is_relative_to(project.root)]
    if own:
        yield project.root, own
    for path in paths:
        if path not in own:
            yield path if path.is_dir() else path.parent, [path]


def _analyse(project: Project, articles: Sequence[Article], step: Callable[[int, int], None]) -> tuple[Analysis, ...]:
    config = project.config
    return analyse(
        articles,
        models=Models(choices=tuple(sorted(config.models.items()))),
        cache=AnalysisCache(project.path(config.state)),
        processes=config.processes,
        progress=step,
    )


def _compare(project: Project, grouping: Grouping, step: Callable[[int, int], None]) -> tuple[Comparison, ...]:
    comparisons = []
    for number, story in enumerate(grouping.stories, start=1):
        comparisons.append(compare(story, settings=project.config.comparison))
        step(number, len(grouping.stories))
    return tuple(comparisons)


def _decisions(path: Path) -> tuple[Overrides, EntityOverrides]:
    """Return what editors decided on stories and on entities; the mistakes of both are told together."""
    mistakes: list[str] = []
    stories, entities = Overrides(), EntityOverrides()
    try:
        stories = read_overrides(path)
    except ConfigurationError as error:
        mistakes += error.mistakes
    try:
        entities = parse_entity_overrides(load(path).get("entities"))
    except ConfigurationError as error:
        mistakes += error.mistakes
    if mistakes:
        raise ConfigurationError(sorted(set(mistakes)))
    return stories, entities
