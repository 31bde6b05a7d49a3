"""Makes the site of an edition: MkDocs runs, with our plugin in it, and the site's register of stories is kept."""

import logging
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.build import Made
from generator.config import PLUGIN
from generator.errors import BuildError, ConfigurationError, StorydigestError
from generator.plugin import StorydigestPlugin
from generator.project import Project
from generator.verify import Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A site that is in its place: its first page, and the proof of it."""

    index: Path
    proof: Proof


def publish(project: Project, made: Made) -> Published:
    """Build the site of what was made, verify it, and put it in the place of the old one.

    Raises:
        ConfigurationError: MkDocs does not accept mkdocs.yml.
        BuildLockedError: another build of this site is running.
        VerificationError: a page shows what no source has; the old site stays.
        BuildError: MkDocs could not make the site; the old one stays.
    """
    config = mkdocs_config(project)
    out = Path(config.site_dir)
    plugin = config.plugins[PLUGIN]
    if not isinstance(plugin, StorydigestPlugin):
        raise BuildError(f"another plugin goes by the name {PLUGIN!r}")
    plugin.made = made
    try:
        config.plugins.on_startup(command="build", dirty=False)
        run_mkdocs(config)
    except MkDocsException as error:
        raise _ours(error) from error
    finally:
        config.plugins.on_shutdown()
    if plugin.proof is None:
        raise BuildError("the site was not finished; see the messages above")
    return Published(index=out / "index.html", proof=plugin.proof)


def site_directory(project: Project) -> Path:
    """Return where the project's site stands.

    Raises:
        ConfigurationError: MkDocs does not accept mkdocs.yml.
    """
    return Path(mkdocs_config(project).site_dir)


def mkdocs_config(project: Project) -> MkDocsConfig:
    """Return MkDocs' own reading of the project's mkdocs.yml.

    Raises:
        ConfigurationError: MkDocs does not accept it.
    """
    told = _Told()
    logger = logging.getLogger("mkdocs.config")
    logger.addHandler(told)
    try:
        return load_config(str(project.config_file))
    except MkDocsException as error:
        raise ConfigurationError(told.lines or [f"mkdocs.yml: {_one_line(error)}"]) from error
    finally:
        logger.removeHandler(told)


class _Told(logging.Handler):
    """Keeps the mistakes that MkDocs finds in its configuration, which it only tells its log."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(_one_line(record.getMessage()))


def _one_line(text: object) -> str:
    return " ".join(str(text).split())


def _ours(error: MkDocsException) -> StorydigestError:
    """Return the error of ours that MkDocs wrapped, once or twice, or one that says what MkDocs says."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, StorydigestError):
        cause = cause.__cause__ or cause.__context__
    return cause or BuildError(_one_line(error))
