"""A site project on disk: the folder of mkdocs.yml and the configuration in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from generator.config import PLUGIN, Config, read_config
from generator.errors import ConfigurationError

CONFIG_FILE = "mkdocs.yml"
_THEME_LANGUAGE = "en"
"""What Material speaks where `theme.language` is not set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A site project: where it is and what it is told. `config_file` is None where there is no mkdocs.yml."""

    root: Path
    config: Config
    config_file: Path | None = None

    def path(self, relative: Path) -> Path:
        """Return a configured path as an absolute one."""
        return (self.root / relative).resolve()


def open_project(config_file: Path) -> Project:
    """Return the project that `config_file` describes.

    Raises:
        ConfigurationError: the file is missing, is no YAML, lacks the plugin, or its block has mistakes; or there is no
            folder where the publisher's own templates should be.
    """
    if not config_file.is_file():
        raise ConfigurationError([f"{config_file.name}: not found here; `storydigest new DIR` makes a ready project"])
    try:
        with config_file.open("rb") as handle:
            document = yaml_load(handle)
    except (yaml.YAMLError, ValueError) as error:
        raise ConfigurationError([f"{config_file.name}: {_one_line(error)}"]) from None
    block = plugin_block(document.get("plugins"))
    if block is None:
        raise ConfigurationError([f"plugins: {config_file.name} does not list {PLUGIN!r}"])
    config = _in_its_language(read_config(block), document.get("theme"))
    project = Project(root=config_file.resolve().parent, config=config, config_file=config_file.resolve())
    templates = config.pages.templates
    if templates is not None and not project.path(templates).is_dir():
        raise ConfigurationError([f"pages.templates: there is no folder {str(templates)!r}"])
    return project


def _in_its_language(config: Config, theme: object) -> Config:
    """Return the configuration with the site's own language for its readers, where it names none for them."""
    if config.digest.languages:
        return config
    language = theme.get("language") if isinstance(theme, Mapping) else None
    code = str(language or _THEME_LANGUAGE).split("-", maxsplit=1)[0]
    return replace(config, digest=replace(config.digest, languages=(code,)))


def project_for(config_file: Path) -> Project:
    """Return the project of `config_file`, or one with every default in the current folder where there is none.

    Raises:
        ConfigurationError: there is one, and it has mistakes.
    """
    if config_file == Path(CONFIG_FILE) and not config_file.is_file():
        return Project(root=Path.cwd(), config=_in_its_language(Config(), None))
    return open_project(config_file)


def plugin_block(plugins: object) -> Mapping[str, object] | None:
    """Return the block of our plugin in a `plugins:` value, {} where it has none, None where it is not listed."""
    entries = [plugins] if isinstance(plugins, Mapping) else plugins
    if not isinstance(entries, list):
        return None
    for entry in entries:
        if entry == PLUGIN:
            return {}
        if isinstance(entry, Mapping) and PLUGIN in entry:
            return entry[PLUGIN] or {}
    return None


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
