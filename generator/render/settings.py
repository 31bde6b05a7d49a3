"""What a publisher may set about the pages."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

Section = Literal[
    "brief",
    "differences",
    "quotes",
    "shared",
    "people",
    "coverage",
    "timeline",
    "voices",
    "related",
    "sources",
    "making",
]
SECTIONS: tuple[Section, ...] = get_args(Section)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcerptSettings:
    """How much of an article the site may show, unless the article's own metadata allows all of it.

    Attributes:
        characters: the longest passage shown at a time.
        sentences: the most sentences shown at a time.
        share: the most of an article's own words that all passages together may show, 0 to 1.
        quoted_share: the most of an article that the speech it quotes may add to that, 0 to 1.
    """

    characters: int = 300
    sentences: int = 2
    share: float = 0.15
    quoted_share: float = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSettings:
    """What the pages show.

    Attributes:
        sections: the parts of a story page, in their order.
        excerpts: how much of an article is shown.
        page_size: how many entries a list holds before it goes on on another page.
        templates: a folder with templates that stand in for those of the same name.
    """

    sections: tuple[Section, ...] = SECTIONS
    excerpts: ExcerptSettings = field(default_factory=ExcerptSettings)
    page_size: int = 50
    templates: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderSettings:
    """What the pages show, and what the site's own configuration says about the site.

    Attributes:
        pages: what the pages show.
        site_name: the name of the site, for feeds and the front page.
        site_url: where the site will stand, with a slash at the end; empty where that is not known.
        language: the language of the interface: ``en`` or ``ar``.
        directory_urls: whether addresses end in a folder (as MkDocs' ``use_directory_urls``).
    """

    pages: PageSettings = field(default_factory=PageSettings)
    site_name: str = "storydigest"
    site_url: str = ""
    language: str = "en"
    directory_urls: bool = True
