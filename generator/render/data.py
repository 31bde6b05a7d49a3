"""The data that the site publishes: the export, cut to what the pages show, with the titles that the pages have."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

from generator.export import GAP_IN_QUOTE, DataFile
from generator.model import Article, Evidence, Page
from generator.render.excerpts import Excerpts
from generator.render.newsroom import Told

FOLDER: Final = "data/"
_PASSAGE: Final = {"article", "start", "end", "text"}


def published(files: Sequence[DataFile], told: Sequence[Told]) -> tuple[Page, ...]:
    """Return the files of the export as the site publishes them.

    A passage is cut as it is on the pages; one that they do not show has no words and no length.
    """
    stories = {f"stories/{one.view.id}.json": one for one in told}
    titles = {one.view.id: one.view.heading.text for one in told}
    return tuple(Page(path=FOLDER + file.path, meta=(), body=_published(file, stories, titles)) for file in files)


def _published(file: DataFile, stories: Mapping[str, Told], titles: Mapping[str, str]) -> str:
    if file.path == "stories.json":
        data = json.loads(file.text)
        return _dump([{**listing, "title": titles[listing["id"]]} for listing in data])
    if file.path not in stories:
        return file.text
    told = stories[file.path]
    members = told.digest.comparison.story.members
    cut = _Cutter(told.excerpts, {member.article.id: member.article for member in members})
    return _dump({**cut.everything(json.loads(file.text)), "title": titles[told.view.id]})


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


class _Cutter:
    """Cuts the passages of one story's data."""

    def __init__(self, excerpts: Excerpts, articles: Mapping[str, Article]) -> None:
        self._excerpts = excerpts
        self._articles = articles

    def everything(self, story: Mapping[str, object]) -> dict[str, object]:
        return {key: self._cut(value) for key, value in story.items()}

    def _cut(self, value: object) -> object:
        if isinstance(value, list):
            return [self._cut(item) for item in value]
        if not isinstance(value, dict):
            return value
        if value.keys() >= _PASSAGE:
            start, end = self._bounds(value["article"], value["start"], value["end"])
            return {**value, "start": start, "end": end, "text": self._words(value["article"], start, end)}
        if {"spans", "article", "text"} <= value.keys():
            return self._quote(value)
        return {key: self._cut(item) for key, item in value.items()}

    def _quote(self, quote: Mapping[str, object]) -> dict[str, object]:
        article, spans = str(quote["article"]), quote["spans"]
        cut = [self._bounds(article, start, end) for start, end in spans] if isinstance(spans, list) else []
        text = GAP_IN_QUOTE.join(self._words(article, start, end) for start, end in cut)
        return {**quote, "spans": [list(bounds) for bounds in cut], "text": text}

    def _bounds(self, article: str, start: int, end: int) -> tuple[int, int]:
        shown = self._excerpts.shown(Evidence(article_id=article, start=start, end=end))
        return (start, start) if shown is None else (shown.start, shown.end)

    def _words(self, article: str, start: int, end: int) -> str:
        return self._articles[article].text[start:end]
