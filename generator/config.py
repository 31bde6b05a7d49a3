"""The one configuration of a site: frozen, typed, read once, all mistakes reported together.

It stands under ``plugins: - storydigest:`` in mkdocs.yml. Each stage owns its settings class; this module joins them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from generator.clean import Takedown
from generator.compare import ComparisonSettings
from generator.digest import DigestSettings
from generator.errors import ConfigurationError
from generator.group import GroupingSettings
from generator.read import Limits
from generator.render.settings import PageSettings

PLUGIN = "storydigest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything a build can be told. Paths are relative to the folder of mkdocs.yml.

    Attributes:
        inputs: files and folders with articles.
        overrides: what editors decided: merge, split, move, rename, pin, hide.
        register: the ids and addresses that stories keep; belongs into git.
        state: where analyses are kept between builds; may be deleted at any time.
        processes: how many processes analyse articles; 0 takes one per core.
        models: a language pipeline for each language code: ``bundled``, a package name or a path.
        takedown: articles and outlets that are not to be shown.
        limits: how much of one input is read.
        grouping: how near articles must be to make one story.
        comparison: how alike statements and names must be.
        digest: how much of a story is shown.
        pages: how the pages look and speak.
    """

    inputs: Annotated[tuple[Path, ...], Field(min_length=1)] = (Path("seeds"),)
    overrides: Path = Path("overrides.yml")
    register: Path = Path("stories.tsv")
    state: Path = Path(".storydigest")
    processes: Annotated[int, Field(ge=0, le=256)] = 0
    models: dict[str, str] = field(default_factory=dict)
    takedown: Takedown = field(default_factory=Takedown)
    limits: Limits = field(default_factory=Limits)
    grouping: GroupingSettings = field(default_factory=GroupingSettings)
    comparison: ComparisonSettings = field(default_factory=ComparisonSettings)
    digest: DigestSettings = field(default_factory=DigestSettings)
    pages: PageSettings = field(default_factory=PageSettings)


_ADAPTER = TypeAdapter(Config)


def read_config(block: Mapping[str, object] | None) -> Config:
    """Return the configuration that the plugin's block in mkdocs.yml says, defaults filled in.

    Raises:
        ConfigurationError: one or more keys are unknown or hold what they must not; all of them are named.
    """
    try:
        return _ADAPTER.validate_python(dict(block or {}), extra="forbid")
    except ValidationError as error:
        mistakes = [f"{'.'.join(str(part) for part in e['loc']) or PLUGIN}: {e['msg'].lower()}" for e in error.errors()]
        raise ConfigurationError(sorted(mistakes)) from None
