"""The MkDocs adapter: hands the ready pages to the theme, and the finished site to its place.

Life of a build: `on_config` adds our theme overrides and points MkDocs at a folder beside the site; `on_files` runs the
stages and adds the pages as generated files; `on_page_content` replaces what Markdown made of them (nothing) by their
HTML; `on_post_build` makes the search index, seals the pages, verifies them and swaps the site in.
"""

import logging
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, TypeVar

from mkdocs.config.base import Config as MkDocsBaseConfig
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import CountHandler

from generator.build import Made, make_edition
from generator.clock import now
from generator.config import read_config
from generator.errors import ConfigurationError, StorydigestError, VerificationError
from generator.group import Register, write_register
from generator.model import Edition, Page
from generator.project import Project, open_project
from generator.render import RenderSettings, render
from generator.render.escape import TEMPLATES, front_matter
from generator.render.interface import Interface
from generator.render.labels import SHELL
from generator.render.policy import POLICY, seal
from generator.render.search import index
from generator.render.site import building, swap
from generator.render.tree import headings
from generator.verify import Proof, given_words, verify

Result = TypeVar("Result")
log = get_plugin_logger(__name__)

_EVERYWHERE = ("storydigest.css", "storydigest.js")
_ASSETS = (*_EVERYWHERE, "search.js")


class _Block(MkDocsBaseConfig):  # type: ignore[no-untyped-call]  # MkDocs is untyped here
    """Our block of mkdocs.yml, as MkDocs sees it: what is in it is read and checked by `generator.config`."""


class StorydigestPlugin(BasePlugin[_Block]):  # type: ignore[no-untyped-call]  # the same
    """Runs the build step inside `mkdocs build`, `mkdocs serve` and `mkdocs gh-deploy`.

    Attributes:
        made: what a build has already made of the inputs; None makes it from the configured ones.
        proof: the proof of the site that was built last; None where none was finished.
    """

    supports_multiple_instances = False

    def __init__(self) -> None:
        self.made: Made | None = None
        self.proof: Proof | None = None
        self._command: Literal["build", "gh-deploy", "serve"] = "build"
        self._held = ExitStack()
        self._out = Path()
        self._edition: Edition | None = None
        self._register = Register()
        self._register_path = Path()
        self._bodies: dict[str, str] = {}
        self._settings = RenderSettings()

    def load_config(
        self, options: Mapping[str, Any], config_file_path: str | None = None
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Check our block of mkdocs.yml; return every mistake in it with its key."""
        self.config = _Block(config_file_path=config_file_path)
        try:
            read_config(options)
        except ConfigurationError as error:
            parts = [mistake.partition(": ") for mistake in error.mistakes]
            return [(key, ValidationError(text)) for key, _, text in parts], []
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember what MkDocs was asked to do."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add our overrides of the theme, our assets, and the folder beside the site in which to build."""
        project = _told(lambda: open_project(Path(config.config_file_path)))
        self._settings = settings_of(project, config)
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(TEMPLATES / "theme"))
        for asset in _EVERYWHERE:
            listing = config.extra_css if asset.endswith(".css") else config.extra_javascript
            if f"assets/{asset}" not in listing:
                listing.insert(0, f"assets/{asset}")  # before the publisher's own, which have the last word
        ui = Interface(self._settings.language)
        words = {key: str(ui.say(message)) for key, message in SHELL}
        if self._command == "serve":
            config.extra["storydigest"] = {"words": words}
            watched = (project.path(path) for path in (*project.config.inputs, project.config.overrides))
            config.watch.extend(str(path) for path in watched if path.exists())
            config.watch.append(str(self._settings.pages.templates or TEMPLATES))
        else:
            config.extra["storydigest"] = {"words": words, "policy": POLICY}
            self._out = Path(config.site_dir)
            config.site_dir = str(_told(lambda: self._held.enter_context(building(self._out))))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Make the edition and add its pages; a publisher's own page in the same place wins."""
        project = open_project(Path(config.config_file_path))
        given = self.made if self._command != "serve" else None
        made = given or _told(lambda: make_edition(project, now=now()))
        self._edition, self._register = made.edition, made.register
        self._register_path = project.path(project.config.register)
        self._bodies = {}
        for page in _told(lambda: render(made.edition, settings=self._settings)):
            if files.get_file_from_path(page.path) is not None:
                log.info("%s: the page in docs/ stands in for the generated one", page.path)
                continue
            files.append(self._file(page, config))
        for asset in _ASSETS:
            files.append(File.generated(config, f"assets/{asset}", abs_src_path=str(TEMPLATES / "assets" / asset)))
        return files

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Return the ready HTML of a generated page."""
        body = self._bodies.get(page.file.src_uri)
        if body is None:
            return html
        links = [AnchorLink(title=str(text), id=name, level=2) for name, text in headings(body)]
        page.toc = TableOfContents(links)
        return body

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the site: search index, policy, proof; then swap it in."""
        site = Path(config.site_dir)
        _told(lambda: index(site))
        if self._command == "serve" or self._edition is None:
            return
        _told(lambda: seal(site))
        edition = self._edition
        proof = verify(site, edition.articles, given=given_words(edition))
        if proof.findings:
            _told(lambda: _refuse(proof))
        log.info("%d passages on %d pages verified against their sources", proof.passages, proof.pages)
        if config.strict and _warned():
            return
        swap(site, self._out)
        write_register(self._register_path, self._register)
        self.proof = proof
        config.site_dir = str(self._out)
        self._held.close()

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Clear away what was being built; the old site stays."""
        self._held.close()

    def on_shutdown(self) -> None:
        """Let go of the lock."""
        self._held.close()

    def _file(self, page: Page, config: MkDocsConfig) -> File:
        if not page.path.endswith(".md"):
            return File.generated(config, page.path, content=page.body)
        self._bodies[page.path] = page.body
        return File.generated(config, page.path, content=front_matter(page.meta))


def settings_of(project: Project, config: MkDocsConfig) -> RenderSettings:
    """Return the settings of the pages together with what MkDocs' own configuration says about the site."""
    pages = project.config.pages
    templates = None if pages.templates is None else project.path(pages.templates)
    return RenderSettings(
        pages=replace(pages, templates=templates),
        site_name=config.site_name,
        site_url=config.site_url or "",
        language=str(config.theme.get("language") or "en"),
        directory_urls=config.use_directory_urls,
    )


def _told(work: Callable[[], Result]) -> Result:
    """Return what some work gives; its errors become MkDocs' own, which it tells in one line."""
    try:
        return work()
    except StorydigestError as error:
        raise PluginError(str(error)) from error


def _refuse(proof: Proof) -> None:
    raise VerificationError(proof.findings)


def _warned() -> bool:
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return any(counter.get_counts() for counter in counters)
