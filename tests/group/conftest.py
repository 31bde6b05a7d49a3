"""Invented articles: no event, person or place in them exists."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from generator.ids import content_id
from generator.model import Analysis, Article, Origin

Make = Callable[..., Analysis]

FERRY = (
    "The ferry Morgenrot ran aground on the reef of Tolvany on Tuesday night with 214 passengers aboard. The coast guard "
    "of Varnholm took everyone off by morning. The captain told investigators that the radar had failed in fog. "
    "Two passengers were treated for hypothermia in the hospital of Varnholm.",
    "All 214 people on the ferry Morgenrot were brought to safety after it struck the Tolvany reef, the coast guard of "
    "Varnholm said. Fog lay over the reef and the radar had failed, the captain said. Investigators have boarded the "
    "ferry. Two passengers suffered hypothermia.",
    "Investigators boarded the stranded ferry Morgenrot on the Tolvany reef to find out why its radar failed in fog. The "
    "Varnholm coast guard had rescued 214 passengers. The shipping company promised tickets on its other ferry.",
)
TAX = (
    "The parliament of Ostermark voted on Thursday for a tax on vacant houses. The finance minister said the levy of "
    "three percent would bring 40 million crowns. Landlords announced a complaint at the constitutional court.",
    "A levy of three percent on vacant houses was passed by parliament in Ostermark. The finance minister expects 40 "
    "million crowns a year. The association of landlords will go to the constitutional court.",
)
QUAKE_NORTH = (
    "An earthquake of magnitude 5.8 shook Halvik in the north of Sorland on Monday, killing 12 people. Houses collapsed "
    "in the old town of Halvik, and rescue teams searched the rubble for survivors. The mayor of Halvik asked for tents.",
    "Rescue teams searched the rubble of Halvik for survivors after an earthquake of magnitude 5.8 on Monday. At least 12 "
    "people died in Halvik, in northern Sorland, as houses in the old town collapsed. The mayor asked for tents.",
    "The earthquake that hit Halvik on Monday measured 5.8. In the old town of Halvik 12 people died under collapsed "
    "houses. Tents arrived for survivors, the mayor of Halvik said, and rescue teams dug through the rubble.",
)
QUAKE_SOUTH = (
    "An earthquake of magnitude 6.4 shook Brennau in the south of Sorland on Friday, killing 31 people. A bridge collapsed "
    "near the harbour of Brennau, and rescue teams searched the rubble for survivors. The governor of Brennau asked for "
    "doctors.",
    "Rescue teams searched the rubble of Brennau for survivors after an earthquake of magnitude 6.4 on Friday. At least 31 "
    "people died in Brennau, in southern Sorland, as a bridge at the harbour collapsed. The governor asked for doctors.",
    "The earthquake that hit Brennau on Friday measured 6.4. Near the harbour of Brennau 31 people died on a collapsed "
    "bridge. Doctors arrived for survivors, the governor of Brennau said, and rescue teams dug through the rubble.",
)


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
