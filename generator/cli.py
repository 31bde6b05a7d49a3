"""The command line: arguments in, exit codes out.

0: well. 1: trouble, or refused inputs under ``--strict``. 2: mistakes of usage or configuration.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator import __version__
from generator.build import Made, Progress, make_edition, silent
from generator.clock import now
from generator.errors import ConfigurationError, ModelError, StorydigestError, VerificationError
from generator.export import DataFile, export
from generator.group import explain
from generator.plugin import settings_of
from generator.project import CONFIG_FILE, open_project, project_for
from generator.publish import mkdocs_config, publish, site_directory
from generator.render import render
from generator.render.tree import write_tree
from generator.starter import copy_starter
from generator.text import collapse, normalise
from generator.verify import Proof, given_words, verify

EXIT_TROUBLE = 1
EXIT_USAGE = 2
_MOST_REFUSALS_SHOWN = 50

_config = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path(CONFIG_FILE),
    show_default=True,
    help="The site's configuration.",
)
_inputs = click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=click.Path(path_type=Path, exists=True))
_strict = click.option("--strict", is_flag=True, help="End with 1 when an input was refused.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="storydigest")
def commands() -> None:
    """Read the news from many sources at once: one page per story, and what the sources say differently."""


@commands.command()
@_inputs
@_config
@_strict
def build(inputs: tuple[Path, ...], config_file: Path, *, strict: bool) -> int:
    """Read articles, make the site, verify it, and put it in the place of the old one."""
    project = open_project(config_file)
    made = make_edition(project, now=now(), inputs=inputs, progress=_progress())
    site = publish(project, made)
    _report(made)
    click.echo(_proved(site.proof))
    click.echo(f"the site is whole: {_shown(site.index)}")
    return _exit_code(made, strict=strict)


@commands.command(name="export")
@_inputs
@_config
@_strict
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Where the JSON goes.")
def export_(inputs: tuple[Path, ...], config_file: Path, out: Path, *, strict: bool) -> int:
    """Read articles and write what is known of them and their stories as JSON; no site."""
    made = make_edition(project_for(config_file), now=now(), inputs=inputs, progress=_progress())
    for file in export(made.edition, full_text=True, story_url=lambda slug: f"stories/{slug}/"):
        _write(out, file)
    _report(made)
    click.echo(f"the data is whole: {_shown(out)}")
    return _exit_code(made, strict=strict)


@commands.command()
@_inputs
@_config
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Where the tree goes.")
def tree(inputs: tuple[Path, ...], config_file: Path, out: Path) -> int:
    """Write the pages as a docs tree that MkDocs and its successors build without the plugin."""
    project = open_project(config_file)
    made = make_edition(project, now=now(), inputs=inputs, progress=_progress())
    changed = write_tree(render(made.edition, settings=settings_of(project, mkdocs_config(project))), out)
    _report(made)
    click.echo(f"the docs tree is whole, {len(changed)} files changed: {_shown(out)}")
    return 0


@commands.command(name="verify")
@click.argument("site", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@_config
def verify_(site: Path | None, config_file: Path) -> int:
    """Prove that every passage of a built site stands in its source, and that no page holds what no template wrote."""
    project = open_project(config_file)
    edition = make_edition(project, now=now(), progress=silent).edition
    proof = verify(site or site_directory(project), edition.articles, given=given_words(edition))
    if proof.findings:
        for finding in proof.findings:
            click.echo(printable(finding), err=True)
        raise VerificationError(proof.findings)
    click.echo(_proved(proof))
    return 0


@commands.command(name="explain")
@click.argument("what", metavar="STORY|ARTICLE")
@_config
def explain_(what: str, config_file: Path) -> int:
    """Say why articles are one story, and which almost were."""
    made = make_edition(project_for(config_file), now=now(), progress=silent)
    lines = explain(made.grouping, what)
    for line in lines:
        click.echo(printable(line))
    return 0 if len(lines) > 1 else EXIT_TROUBLE  # a single line says that nothing goes by that name


@commands.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def new(directory: Path) -> int:
    """Make a ready site project in DIR."""
    copy_starter(directory)
    click.echo(f"ready: put articles into {directory}/inputs, then run `storydigest build` in {directory}")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; what the user must know is one line, never a traceback."""
    try:
        return commands.main(arguments, prog_name="storydigest", standalone_mode=False) or 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return EXIT_USAGE
    except click.Abort:
        click.echo("stopped; the old site is untouched", err=True)
        return EXIT_TROUBLE
    except StorydigestError as error:
        click.echo(f"storydigest: {printable(str(error))}", err=True)
        return EXIT_USAGE if isinstance(error, ConfigurationError | ModelError) else EXIT_TROUBLE


def printable(text: str) -> str:
    """Return text that cannot steer a terminal: one line, no controls; it may come from an article."""
    return collapse(normalise(text))


def _exit_code(made: Made, *, strict: bool) -> int:
    return EXIT_TROUBLE if strict and made.edition.refusals else 0


def _write(directory: Path, file: DataFile) -> None:
    path = directory / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(file.text, encoding="utf-8")


def _proved(proof: Proof) -> str:
    return f"verified: {proof.passages} passages on {proof.pages} pages are in their sources"


def _shown(path: Path) -> str:
    """Return a path as the user would type it here."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _report(made: Made) -> None:
    edition = made.edition
    copies = sum(article.copy_of is not None for article in edition.articles)
    click.echo(
        f"{len(edition.articles)} articles ({copies} of them copies), {len(edition.digests)} stories, "
        f"{len(edition.refusals)} refused"
    )
    for refusal in edition.refusals[:_MOST_REFUSALS_SHOWN]:
        click.echo(printable(f"refused: {refusal.origin.where}: {refusal.reason}: {refusal.detail}"), err=True)
    if len(edition.refusals) > _MOST_REFUSALS_SHOWN:
        click.echo(f"refused: {len(edition.refusals) - _MOST_REFUSALS_SHOWN} more, all in the build report", err=True)
    for note in edition.notes:
        click.echo(printable(f"note: {note}"), err=True)
    click.echo("seconds: " + ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in made.seconds))


def _progress() -> Progress:
    return _bar if sys.stderr.isatty() else _line


def _bar(stage: str, done: int, total: int) -> None:
    width = 30
    filled = width * done // total if total else 0
    click.echo(f"\r{stage:<8} {'#' * filled}{'.' * (width - filled)} {done}/{total}\x1b[K", nl=done == total, err=True)


def _line(stage: str, done: int, total: int) -> None:
    if not total:
        click.echo(stage, err=True)
    elif done == total or done % 100 == 0:
        click.echo(f"{stage} {done}/{total}", err=True)


if __name__ == "__main__":
    sys.exit(main())
