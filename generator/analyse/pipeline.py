"""Analyses articles: looks each one up in the cache, shares out the rest, and keeps what is new.

An analysis depends on its article, the language pipeline and this package's own code, and on nothing else; the key
in the cache is a hash of all three, so that a stale analysis cannot be found.
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from pydantic import TypeAdapter

from generator.analyse.quotes import find_quotes
from generator.language.parse import parse
from generator.language.pipelines import Models, model_version
from generator.model import Analysis, Article, Mention, Quote, Sentence

_WORTH_A_PROCESS = 24  # articles; below this, loading the models again costs more than it saves
_BATCH = 8
_PASSED_OVER = {"__pycache__", "models"}  # the pipelines have versions of their own
_SOURCES = Path(__file__).resolve().parent.parent


class Cache(Protocol):
    """Where analyses are kept, as JSON text by key."""

    def load(self, keys: Sequence[str]) -> Mapping[str, str]:
        """Return the kept ones among `keys`."""

    def save(self, analyses: Mapping[str, str]) -> None:
        """Keep `analyses`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """An analysis without its article: what the cache keeps."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]


_FINDINGS = TypeAdapter(Findings)


def analyse(
    articles: Sequence[Article],
    *,
    models: Models,
    cache: Cache,
    processes: int = 0,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[Analysis, ...]:
    """Return one analysis per article, in the order of the articles.

    Args:
        articles: what to analyse.
        models: which language pipeline reads which language.
        cache: where analyses are kept between builds.
        processes: how many processes share the work; 0 is one per core.
        progress: told how many articles are done, and of how many.
    """
    keys = [_key(article, models) for article in articles]
    kept = dict(cache.load(keys))
    waiting = [(key, article) for key, article in dict(zip(keys, articles, strict=True)).items() if key not in kept]
    done = len(articles) - len(waiting)
    progress(done, len(articles))
    for batch in _batches(waiting, models=models, processes=processes or os.cpu_count() or 1):
        cache.save(batch)
        kept |= batch
        done += len(batch)
        progress(done, len(articles))
    return tuple(_join(article, kept[key]) for key, article in zip(keys, articles, strict=True))


def _batches(waiting: Sequence[tuple[str, Article]], *, models: Models, processes: int) -> Iterator[dict[str, str]]:
    chunks = [waiting[start : start + _BATCH] for start in range(0, len(waiting), _BATCH)]
    work = partial(_findings_of, models=models)
    if processes == 1 or len(waiting) < _WORTH_A_PROCESS:
        yield from map(work, chunks)
        return
    # Spawned, not forked: the parent may hold threads, and a fork would copy their locks.
    with ProcessPoolExecutor(min(processes, len(chunks)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, chunks)


def _findings_of(chunk: Sequence[tuple[str, Article]], models: Models) -> dict[str, str]:
    return {key: _FINDINGS.dump_json(_find(article, models)).decode() for key, article in chunk}


def _find(article: Article, models: Models) -> Findings:
    parsed = parse(article.text, article.language, article.headings, models)
    return Findings(sentences=parsed.sentences, mentions=parsed.mentions, quotes=find_quotes(article, parsed))


def _join(article: Article, findings: str) -> Analysis:
    found = _FINDINGS.validate_json(findings)
    return Analysis(article=article, sentences=found.sentences, mentions=found.mentions, quotes=found.quotes)


def _key(article: Article, models: Models) -> str:
    version = model_version(article.language, models.choice(article.language))
    headings = ";".join(f"{span.start}-{span.end}" for span in article.headings)
    parts = (_code_version(), version, article.language, headings, article.text)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@lru_cache(maxsize=1)
def _code_version() -> str:
    """Return a hash of the code and data that analyses are made with."""
    digest = hashlib.sha256()
    for room in ("analyse", "language"):
        for path in sorted((_SOURCES / room).rglob("*")):
            if path.is_file() and not _PASSED_OVER & set(path.parts):
                digest.update(path.relative_to(_SOURCES).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()
