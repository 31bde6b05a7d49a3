"""Invented articles: no event, person or place in them exists."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.ids import content_id
from generator.model import Analysis, Article, Origin

Make = Callable[..., Analysis]

INVENTED = json.loads((Path(__file__).parent / "invented.json").read_text(encoding="utf-8"))
FERRY, TAX = INVENTED["ferry"], INVENTED["tax"]
QUAKE_NORTH, QUAKE_SOUTH = INVENTED["quake_north"], INVENTED["quake_south"]

Some = tuple[Analysis, ...]


def make(
    text: str,
    *,
    title: str | None = None,
    language: str = "en",
    date: str | None = None,
    copy_of: str | None = None,
    where: str | None = None,
) -> Analysis:
    """An analysis of an invented article without names and quotes."""
    article = Article(
        id=content_id(text, title or "", where or ""),
        origin=Origin(kind="file", where=where or f"{content_id(text)}.txt"),
        title=title,
        outlet=None,
        url=None,
        authors=(),
        published=datetime.fromisoformat(date).replace(tzinfo=UTC) if date else None,
        language=language,
        text=text,
        copy_of=copy_of,
    )
    return Analysis(article=article, sentences=(), mentions=(), quotes=())


@pytest.fixture
def ferry() -> tuple[Analysis, ...]:
    return tuple(make(text) for text in FERRY)


@pytest.fixture
def tax() -> tuple[Analysis, ...]:
    return tuple(make(text) for text in TAX)


@pytest.fixture
def article() -> Make:
    return make


@pytest.fixture
def quakes() -> tuple[tuple[Analysis, ...], tuple[Analysis, ...]]:
    """Two earthquakes in one country, told in almost the same words."""
    return tuple(make(text) for text in QUAKE_NORTH), tuple(make(text) for text in QUAKE_SOUTH)
