"""What the search knows: small records of stories, people and quotes, indexed by Pagefind beside the pages.

Pagefind keeps one index for each language of a page, but readers look for names and words across languages. So the
records form one index of folded words, and a query is folded likewise (assets/search.js): what is typed meets what is
written whatever the spelling (hamza, alef, teh marbuta, tashkeel, accents, the Arabic article and joined particles).
What a result shows are the passages as they stand in the sources.
"""

import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pagefind.service import get_executable

from generator.errors import BuildError
from generator.language.fold import fold
from generator.render.addresses import address
from generator.render.entities import EntityPage
from generator.render.interface import Interface
from generator.render.labels import ENTITY, N_
from generator.render.newsroom import Told
from generator.render.passages import Passage
from generator.render.settings import RenderSettings

RECORDS: Final = "search-records.jsonl"
"""Where the records stand in the docs tree; making the index takes the file away."""
INDEX: Final = "pagefind"
FILTERS: Final = "filters.json"
WORDS: Final = (
    ("kind", N_("Kind")),
    ("language", N_("Language")),
    ("outlet", N_("Outlet")),
    ("entity", N_("Name")),
    ("month", N_("Month")),
    ("all", N_("all")),
    ("none", N_("Nothing was found for this.")),
    ("found", N_("Found:")),
    ("failed", N_("The search index could not be loaded.")),
    ("source", N_("in the source")),
)
SHOWN_PASSAGES: Final = 40
MOST_NAMES: Final = 8

_KIND_STORY: Final = N_("Story")
_KIND_QUOTE: Final = N_("Quote")
_ARTICLE: Final = re.compile(r"(?:[وفبلك]?ال|لل)(?=\w{3})")
_PARTICLE: Final = re.compile(r"[وفبلك](?=\w{3})")
_ARABIC: Final = re.compile(r"[\u0620-\u064a\u0671-\u06d3]+")
_WORD: Final = re.compile(r"[^\W_]{2,40}")
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{2,}")
_FRAGMENT: Final = b"pagefind_dcd"
_NOT_USED: Final = (
    "pagefind-worker.js",
    "wasm.unknown.*",
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)

At = Callable[..., str]
"""Gives an address below the root of the site from a page's path and the name of a place on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing that can be found; `passages` are (language, direction, address, words) of what a result may show."""

    url: str
    kind: str
    title: str
    language: str
    direction: str
    words: str
    passages: tuple[tuple[str, str, str, str], ...]
    filters: tuple[tuple[str, str], ...]
    date: str


def records(told: Sequence[Told], entities: Sequence[EntityPage], ui: Interface, settings: RenderSettings) -> str:
    """Return the records of an edition as JSON lines."""
    found = [*_all(told, entities, ui, settings)]
    return "".join(json.dumps(asdict(record), ensure_ascii=False, sort_keys=True) + "\n" for record in found)


def forms(text: str) -> str:
    """Return the words under which a text is found: folded, and Arabic ones also without article and particles.

    >>> forms("قال الوزيرُ")
    'قال الوزير وزير'
    """
    folded = " ".join(fold(text).split())
    extra: dict[str, None] = {}
    for token in _ARABIC.findall(folded):
        bare = _ARTICLE.sub("", token, count=1) if _ARTICLE.match(token) else token
        for form in (bare, _PARTICLE.sub("", bare, count=1) if _PARTICLE.match(bare) else bare):
            if form != token:
                extra[form] = None
    for run in _UNSPACED.findall(folded):
        extra.update(dict.fromkeys(run[i : i + 2] for i in range(len(run) - 1)))
    return " ".join([folded, *extra])


def index(site: Path) -> bool:
    """Make the search index of a built site from its records; return whether there were any.

    Raises:
        BuildError: Pagefind failed.
    """
    path = site / RECORDS
    if not path.is_file() or not path.stat().st_size:
        path.unlink(missing_ok=True)
        return False
    with TemporaryDirectory(prefix="storydigest-search-") as folder:
        found = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
        for number, record in enumerate(found):
            (Path(folder) / _name(number)).write_text(_document(record), encoding="utf-8")
        _run(Path(folder), site / INDEX)
    _lighten(site / INDEX)
    (site / INDEX / FILTERS).write_text(_filter_table(found, site / INDEX), encoding="utf-8")
    path.unlink()
    return True


def _lighten(folder: Path) -> None:
    """Take the indexed words out of what a result loads: it shows passages of its record and needs no extract."""
    for path in sorted((folder / "fragment").iterdir()):
        fragment = _fragment(path)
        packed = json.dumps({**fragment, "content": ""}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        path.write_bytes(gzip.compress(_FRAGMENT + packed.encode(), mtime=0))


def _fragment(path: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_FRAGMENT))
    return found


def _name(number: int) -> str:
    return f"{number:07}.html"


def _filter_table(found: Sequence[Mapping[str, object]], folder: Path) -> str:
    """Return which records have which value of which filter, by Pagefind's names for them.

    Pagefind has filters too, but it writes them in another order every time, and a site is to be the same each time.
    """
    names = {}
    for path in sorted((folder / "fragment").iterdir()):
        names[str(_fragment(path)["url"]).removeprefix("/")] = path.stem
    table: dict[str, dict[str, list[int]]] = {}
    for number, record in enumerate(found):
        for name, value in _pairs(record["filters"]):
            table.setdefault(name, {}).setdefault(value, []).append(number)
    ids = [names.get(_name(number), "") for number in range(len(found))]
    return json.dumps({"filters": table, "ids": ids}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _run(records_folder: Path, output: Path) -> None:
    shutil.rmtree(output, ignore_errors=True)
    command = [str(get_executable()), "--site", str(records_folder), "--output-path", str(output)]
    done = subprocess.run(  # noqa: S603 - the program of the pagefind package
        [*command, "--force-language", "en", "--silent"], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise BuildError(f"the search index could not be made: {' '.join((done.stderr or done.stdout).split())[:300]}")
    for pattern in _NOT_USED:
        for file in output.glob(pattern):
            file.unlink()


def _document(record: Mapping[str, object]) -> str:
    """Return a record as a page for Pagefind to read; nobody else ever sees it."""
    shown = {key: record[key] for key in ("url", "kind", "title", "language", "direction", "passages", "date")}
    meta = escape(json.dumps(shown, ensure_ascii=False, sort_keys=True))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>record</title><body>'
        f'<i data-pagefind-meta="record[data-record]" data-record="{meta}"></i>'
        f'<i data-pagefind-sort="date[data-date]" data-date="{escape(str(record["date"]))}"></i>'
        f"<div data-pagefind-body><h1>{escape(forms(str(record['title'])))}</h1>"
        f"<p>{escape(forms(str(record['words'])))}</p></div></body></html>"
    )


def _pairs(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        yield from ((str(name), str(content)) for name, content in value)


def _all(
    told: Sequence[Told], entities: Sequence[EntityPage], ui: Interface, settings: RenderSettings
) -> Iterator[Record]:
    def at(path: str, place: str = "") -> str:
        link = address(path, directories=settings.directory_urls)
        return f"{link}#{place}" if place else link

    spellings = {page.id: _spellings(page) for page in entities}
    for one in told:
        yield _story(one, ui, at, spellings)
    for page in entities:
        yield _person(page, ui, at)


def _story(told: Told, ui: Interface, at: At, spellings: dict[str, str]) -> Record:
    view = told.view
    heading = view.heading.passage
    names = [name for entity in view.entities for name in (entity.person.name, *entity.names)]
    by_article = [[excerpt.passage for excerpt in article.excerpts] for article in view.articles]
    passages = [passage for turn in zip_longest(*by_article) for passage in turn if passage is not None]
    titles = [article.title.text for article in view.articles if article.title]
    elsewhere = [spellings[e.person.id] for e in view.entities if e.person.id in spellings]
    return Record(
        url=at(told.page),
        kind=_say(ui, _KIND_STORY),
        title=view.heading.text,
        language=heading.language if heading else "",
        direction=heading.direction if heading else "auto",
        words=" ".join(
            [*titles, *(p.text for p in (*names, *passages)), *elsewhere, *_outlets(told), *_vocabulary(told)]
        ),
        passages=_shown((at(told.page, passage.place), passage) for passage in passages),
        filters=(
            ("kind", _say(ui, _KIND_STORY)),
            *_filters([told], ui, [entity.person.name.text for entity in view.entities[:10]]),
        ),
        date=_date(told),
    )


def _vocabulary(told: Told) -> list[str]:
    """Return every word of a story's articles once, in order of the alphabet: found, but not to be read."""
    members = told.digest.comparison.story.members
    return sorted({word for member in members for word in _WORD.findall(fold(member.article.text))})


def _person(page: EntityPage, ui: Interface, at: At) -> Record:
    """Return one entity with what it says: one record, for each costs every first search its place in the index."""
    kind = ENTITY[page.label]
    said = [
        (at(told.page, part.place), part)
        for told, utterances in page.by
        for utterance in utterances
        for wording in utterance.wordings
        for part in wording.parts
    ]
    own = [("kind", _say(ui, kind)), *([("kind", _say(ui, _KIND_QUOTE))] if said else [])]
    own += [("language", ui.plain_language(language)) for language, _ in page.names]
    about = _filters(page.stories, ui, [page.name.text])
    names = [("", form) for _, found in page.names for form in found]
    return Record(
        url=at(page.page),
        kind=_say(ui, kind),
        title=page.given or page.name.text,
        language=page.name.language,
        direction=page.name.direction,
        words=" ".join([_spellings(page), *(part.text for _, part in said)]),
        passages=_shown([*names[:MOST_NAMES], *said]),
        filters=tuple(dict.fromkeys([*own, *about])),
        date=max((_date(told) for told, _ in page.by), default=""),
    )


def _spellings(page: EntityPage) -> str:
    forms_found = [form.text for _, found in page.names for form in found]
    return " ".join([*forms_found, *(letters for letters in (page.given, page.romanised) if letters)])


def _filters(told: Iterable[Told], ui: Interface, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for one in told:
        found += [("language", ui.plain_language(language)) for language in one.view.languages]
        found += [("outlet", outlet) for outlet in _outlets(one)]
        found += [("month", one.view.last.strftime("%Y-%m"))] if one.view.last else []
    found += [("entity", name) for name in names]
    return tuple(dict.fromkeys(found))


def _outlets(told: Told) -> list[str]:
    return [source.name.text for source in told.view.sources if source.known]


def _shown(passages: Iterable[tuple[str, Passage]]) -> tuple[tuple[str, str, str, str], ...]:
    found = dict.fromkeys((p.language, p.direction, link, " ".join(p.text.split())) for link, p in passages)
    return tuple(found)[:SHOWN_PASSAGES]


def _date(told: Told) -> str:
    return told.view.last.date().isoformat() if told.view.last else ""


def _say(ui: Interface, message: str) -> str:
    return str(ui.say(message))
