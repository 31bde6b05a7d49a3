"""Which articles repeat others: syndicated and lightly edited copies, found without comparing all pairs.

Candidates share a band of a MinHash signature over runs of three words (Broder 1997; banding as in Leskovec, Rajaraman
and Ullman, Mining of Massive Datasets, chapter 3). A candidate is a copy when the two texts, as sequences of words,
agree in `SAME` of them (normalised InDel similarity). Two reports of one event agree in far less.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from generator.ids import content_id
from generator.model import Article
from generator.urls import canonical

_Hashes = NDArray[np.uint64]

SAME: Final = 0.85
"""Share of words in the same order that makes one article a copy of another."""
SAME_ADDRESS: Final = 0.5
"""The same for two articles at one address: versions of one article."""
_FEWEST_WORDS: Final = 25
"""Words below which only equal texts are copies: short notes look alike by chance."""
_SHINGLE: Final = 3
_BANDS: Final = 40
_ROWS: Final = 3
_MOST_IN_BUCKET: Final = 40
_BLOCK: Final = 512
"""Shingles hashed at a time: a block stays in the processor's cache."""
_LATEST: Final = datetime.max.replace(tzinfo=UTC)
# One word a run of letters and digits; in scripts without spaces, every character.
_WORDS: Final = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U000323af]|[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Print:
    article: Article
    words: tuple[str, ...]
    exact: str
    bands: tuple[bytes, ...]


def mark_copies(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, in their order, with `copy_of` set on each that repeats another one.

    The one repeated is the earliest published, then the one with the smallest id; it is no copy itself.
    """
    originals: dict[str, str] = {}
    index = _Index()
    for article in sorted(articles, key=lambda article: (article.published or _LATEST, article.id)):
        fingerprint = _fingerprint(article)
        original = index.original_of(fingerprint)
        if original is None:
            index.add(fingerprint)
        else:
            originals[article.id] = original
    return tuple(replace(article, copy_of=originals.get(article.id)) for article in articles)


class _Index:
    """The originals seen so far, by text, address and signature."""

    def __init__(self) -> None:
        self._by_text: dict[str, str] = {}
        self._by_address: dict[str, _Print] = {}
        self._buckets: dict[bytes, list[_Print]] = {}

    def add(self, fingerprint: _Print) -> None:
        self._by_text.setdefault(fingerprint.exact, fingerprint.article.id)
        if fingerprint.article.url:
            self._by_address.setdefault(canonical(fingerprint.article.url), fingerprint)
        for band in fingerprint.bands:
            bucket = self._buckets.setdefault(band, [])
            if len(bucket) < _MOST_IN_BUCKET:
                bucket.append(fingerprint)

    def original_of(self, fingerprint: _Print) -> str | None:
        if original := self._by_text.get(fingerprint.exact):
            return original
        url = fingerprint.article.url
        versions = self._by_address.get(canonical(url)) if url else None
        if versions and _similarity(versions, fingerprint, SAME_ADDRESS) >= SAME_ADDRESS:
            return versions.article.id
        return self._nearest(fingerprint)

    def _nearest(self, fingerprint: _Print) -> str | None:
        candidates: dict[str, _Print] = {}
        for band in fingerprint.bands:
            candidates.update((found.article.id, found) for found in self._buckets.get(band, ()))
        scored = [(_similarity(candidates[name], fingerprint, SAME), name) for name in sorted(candidates)]
        best = max(scored, default=(0.0, ""), key=lambda pair: pair[0])
        return best[1] if best[0] >= SAME else None


def _similarity(first: _Print, second: _Print, least: float) -> float:
    shorter, longer = sorted((len(first.words), len(second.words)))
    # Twice the shorter over both is the most that two texts of these lengths can agree.
    if not shorter or 2 * shorter < least * (shorter + longer):
        return 0.0
    return Indel.normalized_similarity(first.words, second.words, score_cutoff=least)


def _fingerprint(article: Article) -> _Print:
    words = tuple(_WORDS.findall(article.text.casefold()))
    bands = _bands(words) if len(words) >= _FEWEST_WORDS else ()
    return _Print(article=article, words=words, exact=content_id(" ".join(words)), bands=bands)


def _bands(words: tuple[str, ...]) -> tuple[bytes, ...]:
    """The bands of a MinHash signature; every band also carries its number."""
    hashes = np.array([zlib.crc32(word.encode("utf-8")) for word in words], dtype=np.uint64)
    runs = len(hashes) - _SHINGLE + 1
    shingles: _Hashes = np.zeros(runs, dtype=np.uint64)
    for place in range(_SHINGLE):
        shingles = _mixed(shingles * np.uint64(0x9E3779B97F4A7C15) + hashes[place : place + runs])
    signature = np.full(len(_SEEDS), np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(shingles), _BLOCK):
        block = _mixed(shingles[np.newaxis, start : start + _BLOCK] ^ _SEEDS[:, np.newaxis])
        signature = np.minimum(signature, block.min(axis=1))
    rows = signature.astype(">u8").reshape(_BANDS, _ROWS)
    return tuple(bytes([band]) + rows[band].tobytes() for band in range(_BANDS))


def _mixed(values: _Hashes) -> _Hashes:
    """Well spread 64-bit hashes of 64-bit numbers (the finaliser of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


_SEEDS: Final[_Hashes] = _mixed(np.arange(1, _BANDS * _ROWS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
