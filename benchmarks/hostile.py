"""Hostile strings through every slot of a site: title, outlet, author, address, body and quote. Prints one JSON object.

Usage: ``python -m benchmarks.hostile CORPUS...`` where each CORPUS is a folder with ``cases.jsonl``, one object with
``input`` on each line. The strings are cleaned as articles are, rendered, built by MkDocs, and every page is
then read back: by lxml, and where html5lib is installed by that as well (the HTML standard's own algorithm).

A finding is an element, attribute, script or address that no template writes, a request to another host, words that
are not the cleaned string, or a file outside of the site.
"""

import json
import logging
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from unittest.mock import patch

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.build import Made
from generator.clean import clean
from generator.group import Register
from generator.model import (
    Analysis,
    Article,
    Comparison,
    Difference,
    Digest,
    Draft,
    Edition,
    Entity,
    Evidence,
    Fact,
    Grouping,
    Origin,
    Quote,
    Refusal,
    Rendering,
    Side,
    Span,
    Speaker,
    Story,
    Utterance,
)
from generator.plugin import StorydigestPlugin
from generator.read import read
from generator.read.limits import Limits
from generator.text import collapse, normalise
from generator.urls import host
from generator.verify import Proof, given_words, verify
from generator.verify.page import read_document
from generator.verify.sources import Sources

try:
    from html5lib import parse as parse_html5
except ImportError:  # the second parser is a wish, not a need
    parse_html5 = None  # type: ignore[assignment]

NOW = datetime(2026, 1, 2, tzinfo=UTC)
STRINGS_PER_BUILD = 1_000
ARTICLES_PER_STORY = 8
CONFIG = """
site_name: hostile
theme: {name: material, font: false}
plugins: [storydigest]
nav: [index.md]
markdown_extensions: [toc, tables, attr_list]
"""


def main(paths: Sequence[str]) -> int:
    """Measure; the exit code is 2 without corpora and 1 with findings."""
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    result = measure([text for path in paths for text in strings(Path(path))])
    print(json.dumps(result, ensure_ascii=False, sort_keys=True))
    return 1 if result["findings"] else 0


def strings(corpus: Path) -> Iterator[str]:
    """Give every string of a corpus."""
    for line in (corpus / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = row.get("input")
        if isinstance(found, str) and found:
            yield found


def measure(texts: Sequence[str]) -> dict[str, object]:
    """Put strings through every slot; return counts and the first findings."""
    start = perf_counter()
    counts = {"strings": len(texts), "articles": 0, "pages": 0, "passages": 0}
    findings: list[str] = []
    for number in range(0, len(texts), STRINGS_PER_BUILD):
        made = edition(texts[number : number + STRINGS_PER_BUILD])
        findings += slot_findings(made, texts[number : number + STRINGS_PER_BUILD])
        proof = built(made)
        findings += proof.findings
        counts["articles"] += len(made.articles)
        counts["pages"] += proof.pages
        counts["passages"] += proof.passages
    parsers = ["lxml"] if parse_html5 is None else ["lxml", "html5lib"]
    seconds = round(perf_counter() - start, 1)
    return {
        **counts,
        "findings": len(findings),
        "first": sorted(findings, key=lambda f: f.split(": ")[-2:])[:: max(1, len(findings) // 10)],
        "parsers": parsers,
        "seconds": seconds,
    }


def built(made: Edition) -> Proof:
    """Build a site with MkDocs and return the proof of it, findings of a second parser and of the file system added."""
    proofs: list[Proof] = []

    def collect(site: Path, articles: tuple[Article, ...], *, given: frozenset[str] | None) -> Proof:
        proof = verify(site, articles, given=given)
        proofs.append(proof)
        proofs.append(Proof(pages=0, passages=0, findings=tuple(second_parser(site, made))))
        return Proof(pages=proof.pages, passages=proof.passages, findings=())

    with TemporaryDirectory(prefix="hostile-") as name:
        folder = Path(name)
        (folder / "docs").mkdir()
        (folder / "seeds").mkdir()
        (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        config = load_config(str(folder / "mkdocs.yml"))
        plugin = config.plugins["storydigest"]
        if not isinstance(plugin, StorydigestPlugin):
            raise TypeError("another plugin goes by our name")
        plugin.made = Made(edition=made, grouping=Grouping(stories=()), register=Register(), seconds=())
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with patch("generator.plugin.verify", collect):
                build(config)
        finally:
            config.plugins.on_shutdown()
        outside = sorted(
            {path.name for path in folder.iterdir()}
            - {"docs", "seeds", "mkdocs.yml", "site", ".site.lock", "stories.tsv"}
        )
    findings = [finding for proof in proofs for finding in proof.findings]
    findings += [f"a file outside of the site: {file}" for file in outside]
    return Proof(pages=proofs[0].pages, passages=proofs[0].passages, findings=tuple(findings))


def second_parser(site: Path, made: Edition) -> Iterator[str]:
    """Give what html5lib, which follows the HTML standard step by step, finds on the same pages."""
    if parse_html5 is None:
        return
    sources = Sources(made.articles, given_words(made))
    for path in sorted(site.rglob("*.html")):
        tree = parse_html5(path.read_text(encoding="utf-8"), treebuilder="lxml", namespaceHTMLElements=False)
        for finding in read_document(tree.getroot(), sources).findings:
            yield f"html5lib: {path.relative_to(site)}: {finding}"


def slot_findings(made: Edition, texts: Sequence[str]) -> Iterator[str]:
    """Give the articles whose title, outlet or author is none of the strings; an outlet may be a host."""
    wanted = "\n".join(collapse(normalise(text)) for text in texts)
    wanted += "\n".join(found for text in texts if (found := host(text)))
    for article in made.articles:
        for name, value in (
            ("title", article.title),
            ("outlet", article.outlet),
            *(("author", a) for a in article.authors),
        ):
            if value is not None and collapse(value) not in wanted:
                yield f"the {name} {value[:80]!r} is none of the strings"


def edition(texts: Sequence[str]) -> Edition:
    """Return an edition in which each string stands in every slot of an article."""
    cleaned = clean(_drafts(texts), now=NOW, limits=Limits())
    groups = [cleaned.articles[i : i + ARTICLES_PER_STORY] for i in range(0, len(cleaned.articles), ARTICLES_PER_STORY)]
    refusals = tuple(
        Refusal(origin=Origin(kind="file", where=collapse(normalise(text)) or "-"), reason="hostile", detail=text)
        for text in map(normalise, texts)
    )
    return Edition(
        digests=tuple(_digest(group) for group in groups),
        articles=cleaned.articles,
        refusals=refusals,
        redirects=(),
        built=NOW,
        notes=tuple(map(normalise, texts[:50])),
    )


def _drafts(texts: Sequence[str]) -> list[Draft]:
    """Return what the reader makes of the strings in a file of JSON lines."""
    with TemporaryDirectory(prefix="hostile-") as name:
        path = Path(name) / "hostile.jsonl"
        path.write_text("".join(json.dumps(_item(n, text)) + "\n" for n, text in enumerate(texts)), encoding="utf-8")
        return [found for found in read([path], root=Path(name), limits=Limits()) if isinstance(found, Draft)]


def _item(number: int, text: str) -> dict[str, object]:
    said = f"“{text}”, an invented speaker said. Then {text}"
    body = f"An invented sentence number {number} stands before it.\n\n{said}\n\nThe end {number}."
    return {"text": body, "title": text, "outlet": text, "url": text, "authors": [text], "lang": "en"}


def _digest(articles: tuple[Article, ...]) -> Digest:
    whole = {a.id: Evidence(article_id=a.id, start=0, end=len(a.text)) for a in articles}
    parts = {a.id: _middle(a) for a in articles}
    first = articles[0]
    quotes = tuple(_rendering(a, parts[a.id]) for a in articles)
    entities = tuple(
        Entity(id=f"e{a.id}", label="PER", name=parts[a.id], aliases=(), mentions=(parts[a.id], parts[first.id]))
        for a in articles
    )
    utterance = Utterance(id=f"u{first.id}", speaker=f"e{first.id}", renderings=quotes, weight=1.0)
    facts = tuple(Fact(id=f"f{a.id}", evidence=(parts[a.id],), status="one", weight=0.5) for a in articles)
    sides = tuple(Side(articles=(a.id,), evidence=(whole[a.id],), value=parts[a.id]) for a in articles)
    difference = Difference(kind="wording", subject=parts[first.id], sides=sides, weight=1.0)
    analyses = tuple(Analysis(article=a, sentences=(), mentions=(), quotes=()) for a in articles)
    story = Story(id=first.id, slug=f"story-{first.id}", members=analyses)
    comparison = Comparison(
        story=story,
        entities=entities,
        quotes=quotes,
        utterances=(utterance,),
        facts=facts,
        differences=(difference,),
        timeline=(),
    )
    return Digest(
        comparison=comparison,
        title=parts[first.id],
        title_article=first.id,
        summary=tuple(parts.values()),
        utterances=(utterance,),
        differences=(difference,),
        facts=facts,
    )


def _middle(article: Article) -> Evidence:
    start = article.text.find("“") + 1
    end = article.text.rfind("”, an invented speaker")
    return Evidence(article_id=article.id, start=start, end=end if end > start else len(article.text))


def _rendering(article: Article, where: Evidence) -> Rendering:
    speaker = Speaker(start=where.start, end=where.end, kind="name")
    quote = Quote(spans=(Span(start=where.start, end=where.end),), kind="direct", speaker=speaker)
    return Rendering(id=f"q{article.id}", article_id=article.id, quote=quote, speaker=f"e{article.id}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
