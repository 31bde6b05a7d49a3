"""Everything a reader sees: an edition becomes pages, pages become a site."""

from generator.render.pages import render
from generator.render.settings import ExcerptSettings, RenderSettings

__all__ = ["ExcerptSettings", "RenderSettings", "render"]
