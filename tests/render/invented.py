"""A hand-made edition of three tiny articles. All of the text is invented."""

from datetime import UTC, datetime

from generator.model import (
    Alias,
    Analysis,
    Article,
    Comparison,
    Difference,
    Digest,
    Edition,
    Entity,
    Evidence,
    Fact,
    Moment,
    NearMiss,
    Origin,
    Quote,
    Reason,
    Redirect,
    Refusal,
    Rendering,
    Side,
    Span,
    Speaker,
    Story,
    Utterance,
)

BUILT = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
HARBOUR = (
    "The harbour of Invented Town will close for 12 days, the mayor said. “We will open it again before the summer,” "
    "Mara Example told reporters.\n\nThe works cost 3 million crowns. Fishermen protested on Monday at the town hall, "
    "where the council sat in a long session."
)
PORT = (
    "Invented Town shuts its port for 14 days. Mayor Mara Example said that it would open again before the summer.\n\n"
    "The works cost 3 million crowns, and the council did not say who pays for them."
)
ARABIC = (
    "أغلقت البلدة المخترعة ميناءها أسبوعين. وقالت رئيسة البلدية مارا إكزامبل: «سنفتحه مرة أخرى قبل الصيف».\n\n"
    "وتبلغ كلفة الأعمال ثلاثة ملايين كرونة."
)


def article(number: int, text: str, language: str, **known: object) -> Article:
    facts = {"title": None, "outlet": None, "url": None, "authors": (), "published": None} | known
    origin = Origin(kind="file", where=f"invented/{number}.txt")
    return Article(id=f"{number:016x}", origin=origin, language=language, text=text, **facts)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def evidence(one: Article, words: str) -> Evidence:
    found = span(one.text, words)
    return Evidence(article_id=one.id, start=found.start, end=found.end)


def three_articles() -> tuple[Article, Article, Article]:
    return (
        article(
            1,
            HARBOUR,
            "en",
            title="Harbour to close (invented)",
            outlet="The Invented Post",
            url="https://news.example/harbour?a=1&b=2",
            authors=("A. Writer", "B. Writer"),
            published=datetime(2026, 3, 2, 8, tzinfo=UTC),
        ),
        article(2, PORT, "en", published=datetime(2026, 3, 3, 9, 30, tzinfo=UTC)),
        article(3, ARABIC, "ar", title="إغلاق الميناء (خبر مخترع)", outlet="الصحيفة المخترعة"),
    )


def edition() -> Edition:
    return edition_of(*three_articles())


def edition_of(first: Article, second: Article, third: Article) -> Edition:
    digest = digest_of(first, second, third)
    return Edition(
        digests=(digest,),
        articles=(first, second, third),
        refusals=(
            Refusal(origin=Origin(kind="file", where="invented/4.bin"), reason="not text", detail="a <binary> file"),
        ),
        redirects=(Redirect(old_slug="old-name-0000", story_id=digest.comparison.story.id),),
        built=BUILT,
        notes=("overrides.yml: merge of <nothing> matches nothing",),
    )


def digest_of(first: Article, second: Article, third: Article) -> Digest:
    story = Story(
        id="5707000000000001",
        slug="harbour-5707",
        members=tuple(Analysis(article=a, sentences=(), mentions=(), quotes=()) for a in (first, second, third)),
        reasons=(
            Reason(
                kind="names",
                articles=(first.id, second.id),
                weight=0.8,
                amount=2.0,
                evidence=(evidence(first, "Mara Example"),),
            ),
        ),
        near_misses=(NearMiss(article_id="00000000000000ff", score=0.2, needed=0.4, why="another place"),),
    )
    mayor = Entity(
        id="e1",
        label="PER",
        name=evidence(first, "Mara Example"),
        aliases=(
            Alias(language="en", evidence=evidence(first, "Mara Example")),
            Alias(language="ar", evidence=evidence(third, "مارا إكزامبل")),
        ),
        mentions=(evidence(first, "Mara Example"), evidence(second, "Mara Example"), evidence(third, "مارا إكزامبل")),
    )
    town = Entity(
        id="e2",
        label="LOC",
        name=evidence(first, "Invented Town"),
        aliases=(Alias(language="en", evidence=evidence(first, "Invented Town")),),
        mentions=(evidence(first, "Invented Town"), evidence(second, "Invented Town")),
    )
    said = (
        rendering("q1", first, "direct", "We will open it again before the summer,", "Mara Example", "told reporters"),
        rendering("q2", second, "indirect", "it would open again before the summer", "Mara Example", "said"),
        rendering("q3", third, "direct", "سنفتحه مرة أخرى قبل الصيف", "مارا إكزامبل", "وقالت"),
    )
    utterance = Utterance(id="u1000000", speaker="e1", renderings=said, weight=1.0)
    facts = (
        fact(
            "f1",
            "all",
            evidence(first, "The works cost 3 million crowns."),
            evidence(second, "The works cost 3 million crowns"),
            evidence(third, "وتبلغ كلفة الأعمال ثلاثة ملايين كرونة."),
        ),
        fact("f2", "one", evidence(first, "Fishermen protested on Monday at the town hall")),
        fact("f3", "one", evidence(second, "the council did not say who pays for them.")),
    )
    days = Difference(
        kind="figure",
        subject=evidence(first, "The harbour of Invented Town will close for 12 days"),
        sides=(
            Side(
                articles=(first.id,),
                evidence=(evidence(first, "The harbour of Invented Town will close for 12 days"),),
                value=evidence(first, "12 days"),
            ),
            Side(
                articles=(second.id,),
                evidence=(evidence(second, "Invented Town shuts its port for 14 days."),),
                value=evidence(second, "14 days"),
            ),
        ),
        weight=0.9,
    )
    gap = Difference(
        kind="gap",
        subject=evidence(first, "Fishermen protested on Monday at the town hall"),
        sides=(
            Side(articles=(first.id,), evidence=(evidence(first, "Fishermen protested on Monday at the town hall"),)),
            Side(articles=(second.id, third.id), evidence=()),
        ),
        weight=0.4,
        translated=True,
    )
    comparison = Comparison(
        story=story,
        entities=(mayor, town),
        quotes=said,
        utterances=(utterance,),
        facts=facts,
        differences=(days, gap),
        timeline=(
            Moment(
                stated=evidence(first, "Monday"),
                evidence=evidence(first, "Fishermen protested on Monday at the town hall"),
            ),
        ),
    )
    return Digest(
        comparison=comparison,
        title=evidence(first, "The harbour of Invented Town will close for 12 days"),
        title_article=first.id,
        summary=(
            evidence(second, "Invented Town shuts its port for 14 days."),
            evidence(third, "أغلقت البلدة المخترعة ميناءها أسبوعين."),
        ),
        utterances=(utterance,),
        differences=(days, gap),
        facts=facts,
    )


def rendering(name: str, one: Article, kind: str, words: str, speaker: str, cue: str) -> Rendering:
    at = span(one.text, speaker)
    quote = Quote(
        spans=(span(one.text, words),),
        kind=kind,
        speaker=Speaker(start=at.start, end=at.end, kind="name"),
        cue=span(one.text, cue),
    )
    return Rendering(id=name, article_id=one.id, quote=quote, speaker="e1")


def fact(name: str, status: str, *where: Evidence) -> Fact:
    return Fact(id=name, evidence=where, status=status, weight=0.5)
