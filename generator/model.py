"""The vocabulary: small frozen types that go from stage to stage, and nothing else does.

Offsets are Unicode code points into `Article.text`, end exclusive. Datetimes are aware and in UTC.
Sequences are tuples. Languages are BCP 47 codes in lower case (``en``, ``ar``), ``und`` where unknown.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Label = Literal["PER", "ORG", "LOC", "MISC"]
QuoteKind = Literal["direct", "partial", "indirect"]
SpeakerKind = Literal["name", "role", "pronoun", "group", "document"]
Status = Literal["all", "some", "one"]
DifferenceKind = Literal[
    "attribution", "content", "strength", "figure", "time", "place", "wording", "label", "claim", "gap"
]
ReasonKind = Literal["names", "terms", "quotes", "numbers", "places", "days", "concepts", "copy", "editor"]
UNKNOWN_LANGUAGE = "und"


# --- read -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Origin:
    """Where an input came from: a file relative to the input root, or an item of one (``news.jsonl#3``)."""

    kind: Literal["file", "item"]
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An input that was not used, and why: `reason` is a fixed phrase, `detail` says the particulars."""

    origin: Origin
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader found in one input, unchecked: text as it stands there, dates and languages as written."""

    origin: Origin
    body: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    input_id: str | None = None
    full_text: bool = False
    """The source's own metadata allows the whole text to be shown."""
    headings: tuple[str, ...] = ()
    """Paragraphs of the body that its markup says are headings."""


# --- clean ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of one article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Clean text and what is known about it; everything unknown is None and shown as unknown.

    `text` holds the paragraphs, separated by a blank line; `headings` are those paragraphs that are
    sub-headings. `id` is a hash of the text and what identifies the article, so equal articles have equal ids.
    """

    id: str
    origin: Origin
    title: str | None
    outlet: str | None
    url: str | None
    authors: tuple[str, ...]
    published: datetime | None
    language: str
    text: str
    headings: tuple[Span, ...] = ()
    input_id: str | None = None
    copy_of: str | None = None
    """The id of the article that this one repeats (syndication, near-duplicate)."""
    full_text: bool = False
    stamped: bool = False
    """`published` is a date stamp in the page's text: the page's date at most, no ground to date events by."""

    @property
    def source(self) -> str:
        """The outlet, or a name for an unknown one that tells this article's source from others."""
        return self.outlet if self.outlet is not None else f"? {self.origin.where}"


# --- analyse ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Sentence(Span):
    """One sentence; never crosses a paragraph, never a heading."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mention(Span):
    """A name in the text, without clitics and titles."""

    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who is said to have said it: the words of the attribution, and what they stand for in the same article.

    `start` and `end` bound the surface ("he", "the officer"); `referent` is the most telling earlier phrase for the
    same one in this article ("Avigdor Liberman", "a senior IDF intelligence officer"), or None where the
    surface itself is that or nothing is known.
    """

    start: int
    end: int
    kind: SpeakerKind
    referent: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Something said. A quote broken by its cue has several spans; spans exclude the quotation marks.

    `via` is who passed it on ("according to Ynet", "a statement by his office"); `repaired` is true where a
    quotation mark was missing or odd.
    """

    spans: tuple[Span, ...]
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: Span | None = None
    via: Span | None = None
    repaired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything found in one article, with no knowledge of the others: the unit of caching and distribution."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]


# --- group ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """Points at a passage of an article, never copies it."""

    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One ground for seeing articles as one story: what they share, how much it weighs (0 to 1), and where."""

    kind: ReasonKind
    articles: tuple[str, ...]
    weight: float
    evidence: tuple[Evidence, ...] = ()
    amount: float | None = None
    """The plain figure behind it: shared names, days apart; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """An article that almost belongs: how near it came (0 to 1), and which fixed phrase says why it does not."""

    article_id: str
    score: float
    needed: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Analyses about the same event, and why they are together. Members stand in order of time, then id."""

    id: str
    slug: str
    members: tuple[Analysis, ...]
    reasons: tuple[Reason, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    editor: tuple[str, ...] = ()
    """The kinds of override an editor applied: merge, split, move, rename, pin."""
    title: str | None = None
    """An editor's title; None takes one from the sources."""
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An address that a story had before."""

    old_slug: str
    story_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Every story, the addresses they had before, and overrides that no longer match anything."""

    stories: tuple[Story, ...]
    redirects: tuple[Redirect, ...] = ()
    stale: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    """Lines on articles that could not be compared like the others: impossible dates, too few words."""


# --- compare ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """How one language writes an entity: the passage to show, and how often each article has it."""

    language: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, organisation or place across a story's articles and scripts.

    `name` is a passage, the fullest form in the story; `id` is stable over the site. A person who is never named
    (a "senior officer") is an entity with `named` false.
    """

    id: str
    label: Label
    name: Evidence
    aliases: tuple[Alias, ...]
    mentions: tuple[Evidence, ...]
    named: bool = True
    editor_name: str | None = None
    """A name an editor chose; shown instead of `name`, which stays the passage behind it."""
    romanised: str | None = None
    """Latin letters for a name that no source writes in them; shown marked as romanised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """One outlet's wording of an utterance: a quote of its article, or a part of one."""

    id: str
    """The id of the quote."""
    article_id: str
    quote: Quote
    whole: bool = True
    """False where the utterance is only a part of a longer quote: then `part` bounds it."""
    part: Span | None = None
    speaker: str | None = None
    """The id of the entity that the quote's speaker is, or None where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One thing somebody said, as each outlet words it; `weight` ranks it among the story's (0 to 1)."""

    id: str
    speaker: str | None
    """The entity's id, or None where unattributed or disputed."""
    renderings: tuple[Rendering, ...]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement, with the passages that make it; `status` says by how many of the story's sources."""

    id: str
    evidence: tuple[Evidence, ...]
    status: Status
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One position in a difference: who holds it, where it stands, and the words that make the difference.

    `evidence` is empty on the side of a gap: these sources do not mention it.
    """

    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    value: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A disagreement or a gap between sources; `subject` is a passage that says what it is about."""

    kind: DifferenceKind
    subject: Evidence
    sides: tuple[Side, ...]
    weight: float
    translated: bool = False
    """No language is on every side, so translation may account for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A dated statement: `when` where a known publication date resolves it, else only the words `stated`."""

    stated: Evidence
    evidence: Evidence
    when: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything compared within one story."""

    story: Story
    entities: tuple[Entity, ...]
    quotes: tuple[Rendering, ...]
    """Every quote of the story, whole, whether it belongs to an utterance or not."""
    utterances: tuple[Utterance, ...]
    facts: tuple[Fact, ...]
    differences: tuple[Difference, ...]
    timeline: tuple[Moment, ...]


# --- digest -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What is shown of one story, chosen and in order."""

    comparison: Comparison
    title: Evidence | None
    """The passage the title is; None where an article's own title serves: then `title_article` names it."""
    title_article: str
    summary: tuple[Evidence, ...]
    utterances: tuple[Utterance, ...]
    differences: tuple[Difference, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """All that one build shows."""

    digests: tuple[Digest, ...]
    articles: tuple[Article, ...]
    refusals: tuple[Refusal, ...]
    redirects: tuple[Redirect, ...]
    built: datetime
    notes: tuple[str, ...] = ()
    """Warnings for the build report, such as stale overrides."""
    fresh: tuple[str, ...] = ()
    """Ids of the articles that the latest build with new articles brought; none when there was only one such build."""


# --- render -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page to be written: its path in the docs tree, its front matter, and its ready HTML body."""

    path: str
    meta: tuple[tuple[str, str], ...]
    body: str
