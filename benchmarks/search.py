"""The site and its search at size: builds generated stories with MkDocs and types into them. Prints one JSON object.

Usage: ``python -m benchmarks.search STORIES [FOLDER]``. Every word is generated: pseudo-words by Zipf's law, Latin and
Arabic, three articles a story, names that come again in other stories. The site is rendered, built by MkDocs, indexed
and proved as any other; FOLDER keeps it. Milliseconds run from the keystroke to the first result, in a Chromium with
an empty cache; kilobytes are what the first search loads, compressed as a web server compresses them.
"""

import gzip
import json
import logging
import random
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING

from generator.build import Made
from generator.group import Register
from generator.model import (
    Alias,
    Analysis,
    Article,
    Comparison,
    Digest,
    Edition,
    Entity,
    Evidence,
    Fact,
    Grouping,
    Origin,
    Quote,
    Rendering,
    Span,
    Speaker,
    Story,
    Utterance,
)
from generator.project import open_project
from generator.publish import publish

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

SENTENCES, WORDS = 22, 18
NAMES, NAMES_OF_A_STORY = 1_500, 8
START = datetime(2026, 1, 1, 6, tzinfo=UTC)
CONFIG = """\
site_name: Generated News
theme: {name: material, font: false}
plugins: [storydigest]
nav: [index.md]
markdown_extensions: [toc, tables, attr_list]
"""
WATCH = """() => {
  const results = document.getElementById("sd-results")
  new MutationObserver(() => { if (results.children.length) window.shown ??= performance.now() })
    .observe(results, { childList: true })
  document.getElementById("sd-q").addEventListener("input", () => { window.typed ??= performance.now() }, true)
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language that does not exist: its words, the frequent ones first, and their names."""

    code: str
    words: tuple[str, ...]
    names: tuple[str, ...]

    def sentence(self, dice: random.Random, *, length: int = WORDS) -> str:
        """Return so many words, drawn as often as words of their rank are used."""
        return " ".join(dice.choices(self.words, cum_weights=_zipf(len(self.words)), k=length)).capitalize() + "."


def _zipf(size: int, _known: dict[int, list[float]] = {}) -> list[float]:  # noqa: B006 - computed once for each size
    if size not in _known:
        _known[size] = list(accumulate(1 / rank for rank in range(1, size + 1)))
    return _known[size]


def tongues(dice: random.Random) -> tuple[Tongue, Tongue]:
    """Return the Latin and the Arabic pseudo-language."""
    latin = _words(dice, "bcdfghklmnprstvz", "aeiou", 30_000)
    arabic = _words(dice, "بتجدرسشعفقكلمنه", "اوي", 20_000)
    return (
        Tongue(code="en", words=latin, names=_names(dice, [word.title() for word in latin[2_000:]])),
        Tongue(code="ar", words=arabic, names=_names(dice, arabic[2_000:])),
    )


def _words(dice: random.Random, consonants: str, vowels: str, amount: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    while len(found) < amount:
        found["".join(dice.choice(consonants) + dice.choice(vowels) for _ in range(dice.randint(1, 4)))] = None
    return tuple(found)


def _names(dice: random.Random, words: "list[str] | tuple[str, ...]") -> tuple[str, ...]:
    return tuple(f"{dice.choice(words)} {dice.choice(words)}" for _ in range(NAMES))


def edition(stories: int, dice: random.Random) -> Edition:
    """Return an edition of so many generated stories, a hundred days long."""
    latin, arabic = tongues(dice)
    digests = tuple(_digest(number, latin, arabic, dice) for number in range(stories))
    articles = tuple(m.article for digest in digests for m in digest.comparison.story.members)
    return Edition(digests=digests, articles=articles, refusals=(), redirects=(), built=START + timedelta(days=101))


def _digest(number: int, latin: Tongue, arabic: Tongue, dice: random.Random) -> Digest:
    known = dice.sample(range(NAMES), NAMES_OF_A_STORY)
    when = START + timedelta(minutes=number * 144_000 // 2_000)
    spoken = (latin, latin if number % 3 else arabic, arabic if number % 2 else latin)
    articles = tuple(_article(number * 3 + i, tongue, known, when, dice) for i, tongue in enumerate(spoken))
    entities = tuple(_entity(name, articles, spoken) for name in known)
    quotes = tuple(_rendering(article, known[0]) for article in articles)
    utterance = Utterance(id=f"{number:08x}", speaker=f"n{known[0]:05}", renderings=quotes, weight=1.0)
    facts = tuple(
        Fact(id=f"{number:08x}{k}", evidence=(_line(article, k),), status="one", weight=0.5)
        for article in articles
        for k in (4, 5)
    )
    story = Story(
        id=f"{number:016x}",
        slug=f"generated-{number:06}",
        members=tuple(Analysis(article=article, sentences=(), mentions=(), quotes=()) for article in articles),
    )
    comparison = Comparison(
        story=story, entities=entities, quotes=quotes, utterances=(utterance,), facts=facts, differences=(), timeline=()
    )
    return Digest(
        comparison=comparison,
        title=None,
        title_article=articles[0].id,
        summary=tuple(_line(article, 0) for article in articles),
        facts=facts,
        differences=(),
        utterances=(utterance,),
    )


def _article(number: int, tongue: Tongue, known: list[int], when: datetime, dice: random.Random) -> Article:
    lines = [tongue.sentence(dice) for _ in range(SENTENCES)]
    for place, name in enumerate(known):
        lines[6 + place] = f"{tongue.names[name]} {lines[6 + place]}"
    lines[3] = f"{tongue.names[known[0]]} says: “{lines[3]}”"
    return Article(
        id=f"{number:016x}",
        origin=Origin(kind="file", where=f"generated/{number}.txt"),
        title=f"{tongue.sentence(dice, length=7)} (generated)",
        outlet=f"Generated Outlet {dice.randint(1, 40)}",
        url=f"https://generated.example/{number}",
        authors=(),
        published=when + timedelta(hours=number % 3),
        language=tongue.code,
        text="\n\n".join(lines),
    )


def _line(article: Article, number: int) -> Evidence:
    lines = article.text.split("\n\n")
    start = sum(len(line) + 2 for line in lines[:number])
    return Evidence(article_id=article.id, start=start, end=start + len(lines[number]))


def _entity(name: int, articles: tuple[Article, ...], spoken: tuple[Tongue, ...]) -> Entity:
    mentions = tuple(_found(a, tongue.names[name]) for a, tongue in zip(articles, spoken, strict=True))
    aliases = tuple(Alias(language=t.code, evidence=m) for t, m in zip(spoken, mentions, strict=True))
    return Entity(id=f"n{name:05}", label="PER", name=mentions[0], aliases=aliases, mentions=mentions)


def _found(article: Article, words: str) -> Evidence:
    start = article.text.index(words)
    return Evidence(article_id=article.id, start=start, end=start + len(words))


def _rendering(article: Article, name: int) -> Rendering:
    line = _line(article, 3)
    start = article.text.index("“", line.start) + 1
    speaker = Speaker(start=line.start, end=start - 8, kind="name")
    quote = Quote(spans=(Span(start=start, end=line.end - 1),), kind="direct", speaker=speaker, cue=None)
    return Rendering(id=f"q{article.id}", article_id=article.id, quote=quote, speaker=f"n{name:05}")


def built(folder: Path, made: Edition) -> tuple[Path, float]:
    """Return the site of an edition, built into ``folder/site``, and the seconds that took."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    start = perf_counter()
    project = open_project(folder / "mkdocs.yml")
    site = publish(project, Made(edition=made, grouping=Grouping(stories=()), register=Register(), seconds=()))
    return site.index.parent, perf_counter() - start


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def typed(site: Path, queries: Mapping[str, str]) -> Iterator[tuple[str, dict[str, int | None]]]:
    """Give for each query what the first search of a visit takes, and the next one."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a wish, not a need

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        for name, query in queries.items():
            page = browser.new_context(bypass_csp=True).new_page()
            loaded: list[Response] = []
            page.on("response", loaded.append)
            page.goto(f"http://127.0.0.1:{server.server_port}/search/")
            page.wait_for_timeout(400)
            page.evaluate(WATCH)
            page.locator("#sd-q").fill(query)
            first = _waited(page)
            page.wait_for_timeout(500)
            size = sum(_wire(site, one.url) for one in loaded if "/pagefind/" in one.url)
            page.locator("#sd-q").fill("")
            page.wait_for_timeout(500)
            page.evaluate("() => { window.shown = window.typed = undefined }")
            page.locator("#sd-q").fill(query)
            again = _waited(page)
            found = "".join(c for c in page.locator("#sd-found").inner_text() if c.isdigit())
            yield name, {"first_ms": first, "again_ms": again, "kb": round(size / 1000), "found": int(found or 0)}
            page.context.close()
        browser.close()
    server.shutdown()


def _waited(page: "Page") -> int | None:
    """Return the milliseconds from the keystroke to the first result; None where none comes."""
    with suppress(Exception):  # a time-out of the browser: nothing was found
        page.wait_for_function("window.shown !== undefined", timeout=10_000)
        return round(float(page.evaluate("window.shown - window.typed")))
    return None


def _wire(site: Path, url: str) -> int:
    path = site / "pagefind" / url.partition("/pagefind/")[2].partition("?")[0]
    data = path.read_bytes()
    return len(gzip.compress(data)) if path.suffix in {".js", ".json"} else len(data)


def main(arguments: list[str]) -> int:
    """Print the figures for the given number of stories."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    dice = random.Random(7)
    made = edition(int(arguments[0]), dice)
    latin, arabic = tongues(random.Random(7))
    with TemporaryDirectory(prefix="storydigest-search-") as scratch:
        site, seconds = built(Path(arguments[1] if len(arguments) > 1 else scratch), made)
        files = [path for path in site.rglob("*") if path.is_file()]
        figures: dict[str, object] = {
            "stories": int(arguments[0]),
            "pages": sum(path.suffix == ".html" for path in files),
            "build_seconds": round(seconds, 1),
            "site_mb": round(sum(path.stat().st_size for path in files) / 1e6, 1),
            "index_mb": round(sum(p.stat().st_size for p in files if "pagefind" in p.parts) / 1e6, 1),
        }
        queries = {
            "rare word": latin.words[8_000],
            "common word": latin.words[40],
            "Arabic word": arabic.words[600],
            "name": latin.names[5],
            "Arabic name": arabic.names[5],
            "two words": f"{latin.words[300]} {latin.words[500]}",
        }
        figures["queries"] = dict(typed(site, queries))
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
