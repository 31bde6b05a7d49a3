"""Finds what is said in an article, in which words, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.analyse.attribution import Attribution, after, before
from generator.analyse.cues import Cues, cues_for
from generator.analyse.lines import Item, Line, Tag, line
from generator.analyse.marks import Stretch, stretches
from generator.analyse.paragraphs import paragraphs
from generator.analyse.speakers import Speakers
from generator.analyse.worth import is_quotation
from generator.model import Article, Quote, QuoteKind, Span, Speaker

if TYPE_CHECKING:
    from generator.language.parse import Parsed


def find_quotes(article: Article, parsed: "Parsed") -> tuple[Quote, ...]:
    """Return the quotations and the clearly attributed indirect speech of an article, in order.

    Spans exclude quotation marks. Headings, captions and credits give none. No text raises anything.
    """
    return _Finder(article, parsed).run()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A stretch that is a quotation, with what attributes it."""

    stretch: Stretch
    kind: QuoteKind
    attribution: Attribution | None
    place: int
    """Of the quotation in its line."""


class _Finder:
    """One article's pass."""

    def __init__(self, article: Article, parsed: "Parsed") -> None:
        self._text = article.text
        self._cues = cues_for(article.language)
        self._paragraphs = paragraphs(article.text, article.headings)
        self._stretches = stretches(article.text, self._paragraphs, article.language)
        self._tags = _tags(parsed)
        hidden = [Span(start=s.start, end=s.end) for s in self._stretches]
        self._speakers = Speakers(self._text, self._paragraphs, parsed.mentions, self._cues, hidden)

    def run(self) -> tuple[Quote, ...]:
        found: list[Quote] = []
        for number, paragraph in enumerate(self._paragraphs):
            mine = [(place, s) for place, s in enumerate(self._stretches) if s.paragraph == number]
            row = line(self._text, paragraph, mine, self._cues, self._tags)
            found += self._in_paragraph(row, number)
        return tuple(sorted(found, key=lambda quote: quote.spans))

    def _in_paragraph(self, row: Line, number: int) -> list[Quote]:
        quotes: list[Quote] = []
        previous: _Found | None = None
        for at, item in enumerate(row.items):
            if item.quote is None:
                if item.cue == "say":
                    self._hear(row, at, number)
                continue
            one = self._judge(row, at, self._stretches[item.quote])
            if one is None:
                previous = None
                continue
            if previous is not None and _continues(row, previous, one):
                quotes[-1] = _join(quotes[-1], one.stretch)
            else:
                quotes.append(self._quote(one, number))
            previous = one if one.attribution is not None or previous is None else previous
        return quotes

    def _hear(self, row: Line, at: int, number: int) -> None:
        """Remember who speaks in the reporter's own words: a quotation without a cue may follow."""
        from generator.analyse.attribution import subject

        phrase = subject(row.before(at) + [row.items[at]] + row.after(at), len(row.before(at)), self._cues)
        self._speakers.resolve(phrase, number)

    def _judge(self, row: Line, at: int, stretch: Stretch) -> _Found | None:
        inner = self._text[stretch.start : stretch.end]
        attribution = _choose(row, at, inner, self._cues)
        kind = is_quotation(row, at, inner, attribution, self._cues)
        if kind is None:
            return None
        return _Found(stretch=stretch, kind=kind, attribution=attribution, place=at)

    def _quote(self, one: _Found, number: int) -> Quote:
        speaker = self._speaker(one, number)
        cue = one.attribution.cue if one.attribution else ()
        return Quote(
            spans=(Span(start=one.stretch.start, end=one.stretch.end),),
            kind=one.kind,
            speaker=speaker,
            cue=Span(start=cue[0].start, end=cue[-1].end) if cue else None,
            repaired=one.stretch.repaired,
        )

    def _speaker(self, one: _Found, number: int) -> Speaker | None:
        if one.attribution is not None and one.attribution.phrase:
            return self._speakers.resolve(one.attribution.phrase, number)
        return self._speakers.carried(number, one.stretch.start)


def _tags(parsed: "Parsed") -> dict[int, Tag]:
    return {
        paragraph.start + token.idx: Tag(token.i, token.pos_)
        for paragraph in parsed.paragraphs
        if parsed.scheme is not None
        for token in paragraph.doc
    }


def _choose(row: Line, at: int, inner: str, cues: Cues) -> Attribution | None:
    """Return the attribution on the side that the punctuation speaks for."""
    behind, front = after(row, at, cues), before(row, at, cues)
    if behind is None or front is None:
        return behind or front
    if front.close and inner[-1:] in ".!?؟" and _new_sentence(row, at):
        return front
    return behind


def _new_sentence(row: Line, at: int) -> bool:
    following = row.items[at + 1] if at + 1 < len(row.items) else None
    return following is not None and following.capital


def _continues(row: Line, previous: _Found, one: _Found) -> bool:
    """Return whether a quotation goes on with the one that its cue broke off."""
    between = row.items[previous.place + 1 : one.place]
    if previous.attribution is None or previous.attribution.place != "after":
        return False
    if one.attribution is not None and one.attribution.cue != previous.attribution.cue:
        return False
    if any(item.quote is not None for item in between):
        return False
    last = between[-1] if between else None
    return last is None or last.text in ",.،:;–—-"


def _join(quote: Quote, stretch: Stretch) -> Quote:
    return replace(
        quote,
        spans=(*quote.spans, Span(start=stretch.start, end=stretch.end)),
        repaired=quote.repaired or stretch.repaired,
    )
