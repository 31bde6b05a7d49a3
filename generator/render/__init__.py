"""Everything a reader sees: an edition becomes pages, pages become a site."""

from generator.render.pages import render
from generator.render.settings import ExcerptSettings, PageSettings, RenderSettings

__all__ = ["ExcerptSettings", "PageSettings", "RenderSettings", "render"]
