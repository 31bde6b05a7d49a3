"""Finds what is said in an article, in which words, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.analyse.attribution import Attribution, Attributor
from generator.analyse.cues import cues_for
from generator.analyse.grammar import Grammar
from generator.analyse.indirect import Reports
from generator.analyse.lines import Line, Reader
from generator.analyse.marks import Stretch, stretches
from generator.analyse.paragraphs import paragraphs
from generator.analyse.repairs import mended
from generator.analyse.speakers import Speakers
from generator.analyse.worth import Candidate
from generator.model import Article, Quote, QuoteKind, Span, Speaker

if TYPE_CHECKING:
    from generator.language.parse import Parsed

_ELIDED = 3  # paragraphs that an unspoken subject may lie back


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
        text, cues = article.text, cues_for(article.language)
        self._text = text
        self._cues = cues
        self._paragraphs = paragraphs(text, article.headings)
        self._stretches = mended(text, self._paragraphs, stretches(text, self._paragraphs), cues)
        grammar = Grammar.of(parsed)
        self._attributor = Attributor(cues, grammar)
        self._reports = Reports(cues, grammar)
        hidden = [Span(start=s.start, end=s.end) for s in self._stretches]
        self._speakers = Speakers(text, self._paragraphs, parsed.mentions, cues, hidden)
        quoted: dict[int, list[tuple[int, Stretch]]] = {}
        for place, stretch in enumerate(self._stretches):
            quoted.setdefault(stretch.paragraph, []).append((place, stretch))
        names = {at: m.label for m in parsed.mentions for at in range(m.start, m.end)}
        reader = Reader(text=text, cues=cues, grammar=grammar, names=names)
        self._rows = [reader.line(p, quoted.get(n, ())) for n, p in enumerate(self._paragraphs)]

    def run(self) -> tuple[Quote, ...]:
        found: list[Quote] = []
        for number in range(len(self._rows)):
            found += self._in_paragraph(number, found)
        return tuple(sorted(found, key=lambda quote: quote.spans))

    def _in_paragraph(self, number: int, earlier: list[Quote]) -> list[Quote]:
        row = self._rows[number]
        quotes: list[Quote] = []
        reported: list[Quote] = []
        previous: _Found | None = None
        for at, item in enumerate(row.items):
            if item.quote is None:
                reported += self._reported(row, at, number)
                continue
            stretch = self._stretches[item.quote]
            if self._goes_on(item.quote) and earlier and not quotes:
                earlier[-1] = self._join(earlier[-1], stretch, self._attributor.of(row, at), number)
                continue
            attribution = self._attribution(number, at)
            if previous is not None and _continues(row, previous, at, attribution):
                quotes[-1] = self._join(quotes[-1], stretch, None, number)
                continue
            one = self._judge(row, at, stretch, attribution)
            if one is not None:
                quotes.append(self._quote(one, number))
                previous = one
        marked = [span for quote in (*quotes, *earlier[-1:]) for span in quote.spans]
        cues = {quote.cue for quote in quotes}
        return quotes + [quote for quote in reported if quote.cue not in cues and not _overlaps(quote, marked)]

    def _goes_on(self, place: int) -> bool:
        """Return whether a stretch takes up the one before it, which a paragraph's end left open."""
        return place > 0 and self._stretches[place - 1].continues

    def _attribution(self, number: int, at: int) -> Attribution | None:
        """Return what attributes item `at`, be it in the paragraph before: "She said:" and then the quotation."""
        row = self._rows[number]
        found = self._attributor.of(row, at)
        if found is None and at == 0 and number and self._rows[number - 1].items:
            above = self._rows[number - 1]
            if above.items[-1].text in ":：":
                return self._attributor.announced(above)
        return found

    def _reported(self, row: Line, at: int, number: int) -> list[Quote]:
        """Return the indirect speech whose cue is item `at`, and remember who speaks: a quotation may follow."""
        item = row.items[at]
        report = self._reports.at(row, at) or self._reports.by_object(row, at)
        if report is None:
            if item.cue == "say":
                before = row.before(at)
                phrase = self._attributor.subjects.of([*before, item, *row.after(at)], len(before))
                self._speakers.resolve(phrase, number)
            return []
        speaker = self._speakers.resolve(report.phrase, number) or (
            None if report.phrase else self._speakers.carried(number, item.start, reach=_ELIDED)
        )
        if speaker is None:
            return []
        cue = Span(start=report.cue[0].start, end=report.cue[-1].end)
        return [Quote(spans=report.spans, kind="indirect", speaker=speaker, cue=cue)]

    def _judge(self, row: Line, at: int, stretch: Stretch, attribution: Attribution | None) -> _Found | None:
        inner = self._text[stretch.start : stretch.end]
        kind = Candidate(row, at, stretch, inner, attribution).kind(self._cues)
        if kind is None:
            return None
        return _Found(stretch=stretch, kind=kind, attribution=attribution, place=at)

    def _quote(self, one: _Found, number: int) -> Quote:
        speaker = self._speaker(one, number)
        cue = one.attribution.cue if one.attribution else ()
        via = one.attribution.via if one.attribution else ()
        return Quote(
            spans=(Span(start=one.stretch.start, end=one.stretch.end),),
            kind=one.kind,
            speaker=speaker,
            cue=Span(start=cue[0].start, end=cue[-1].end) if cue else None,
            via=Span(start=via[0].start, end=via[-1].end) if via else None,
            repaired=one.stretch.repaired,
        )

    def _join(self, quote: Quote, stretch: Stretch, attribution: Attribution | None, number: int) -> Quote:
        """Return the quote with one more part; a cue behind the last part may say who speaks."""
        speaker, cue = quote.speaker, quote.cue
        if quote.cue is None and attribution is not None and attribution.place == "after" and attribution.phrase:
            speaker = self._speakers.resolve(attribution.phrase, number)
            cue = Span(start=attribution.cue[0].start, end=attribution.cue[-1].end) if attribution.cue else None
        return replace(
            quote,
            spans=(*quote.spans, Span(start=stretch.start, end=stretch.end)),
            speaker=speaker,
            cue=cue,
            repaired=quote.repaired or stretch.repaired,
        )

    def _speaker(self, one: _Found, number: int) -> Speaker | None:
        if one.attribution is not None and one.attribution.phrase:
            return self._speakers.resolve(one.attribution.phrase, number)
        elided = self._cues.elides and one.attribution is not None and not one.attribution.noun
        return self._speakers.carried(number, one.stretch.outer_start, reach=_ELIDED if elided else 1)


def _continues(row: Line, previous: _Found, at: int, attribution: Attribution | None) -> bool:
    """Return whether quotation `at` goes on with the one that its cue broke off."""
    earlier = previous.attribution
    if earlier is None or earlier.place != "after" or earlier.preposition:
        return False
    between = row.items[previous.place + 1 : at]
    if not between or between[-1].text not in ",.،:;–—-":
        return False
    inner = row.items[at].text
    if attribution is not None and attribution.place == "after" and attribution.cue != earlier.cue:
        return False
    if attribution is not None and attribution.cue != earlier.cue and not inner[:1].islower():
        return False
    sentences = {row.sentence[place] for place in range(previous.place + 1, at)}
    return len(sentences) == 1


def _overlaps(quote: Quote, marked: Sequence[Span]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in quote.spans for other in marked)
