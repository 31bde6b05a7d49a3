"""Builds a small site of a hand-made edition with MkDocs, as `mkdocs build --strict` does."""

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.build import Made
from generator.group import Register
from generator.model import Edition, Grouping

CONFIG = """
site_name: Invented News
site_url: https://digest.example/
theme:
  name: material
  language: {language}
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      accent: custom
      toggle: {{icon: material/weather-night, name: Dark colours}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      accent: custom
      toggle: {{icon: material/weather-sunny, name: Light colours}}
  features: [navigation.tabs, navigation.top, toc.follow]
plugins: [storydigest]
nav: [index.md, days/index.md, differences/index.md, quotes/index.md, entities/index.md, outlets/index.md, build.md]
not_in_nav: |
  /stories/*
  /days/*
  /quotes/*
  /differences/*
  /entities/*
  /outlets/*
  /search.md
markdown_extensions: [toc, tables, attr_list]
validation: {{nav: {{omitted_files: info}}, links: {{anchors: warn, not_found: warn}}}}
"""


def build_site(folder: Path, edition: Edition, *, language: str = "en", strict: bool = True) -> Path:
    """Build a site into ``folder/site`` and return it."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIG.format(language=language), encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"), strict=strict)
    made = Made(edition=edition, grouping=Grouping(stories=()), register=Register(), seconds=())
    config.plugins["storydigest"].made = made
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return Path(config.site_dir)
