"""What one person said, in the words of several outlets, is one utterance. All articles here are invented."""

from generator.analyse.quotes import find_quotes
from generator.compare.candidates import Candidates
from generator.compare.entities import entities
from generator.compare.likeness import alike, contains
from generator.compare.sayings import sayings
from generator.compare.settings import ComparisonSettings
from generator.compare.utterances import quote_renderings, utterances
from generator.language.parse import parse
from generator.model import Analysis, Article, Entity, Origin, Story, Utterance
from tests.compare.telling import quote, story, told

BELL = """The bridge at Veldmouth was closed on Monday.

“If the river rises another metre, we will have to open the old lock and flood the meadows,” mayor Ilsa Quendrey said.

“I am grateful to the volunteers,” Quendrey said."""

GAZETTE = """Mayor Ilsa Quendrey visited the dam.

She spoke for ten minutes. “The river does not read our reports. If the river rises another meter we will have to open
the old lock and flood the meadows. Nobody wants that,” Quendrey told reporters.

Engineer Bram Osterholt said: “The lock has not been opened for thirty years and three pumps are broken.”"""

COURIER = """Quendrey said that if the river rises another metre the town will have to open the old lock and flood the
meadows.

Ilsa Quendrey also called the old pumps “a disgrace for the county.”"""

ARABIC = """قالت رئيسة البلدية إلسا كويندري يوم الاثنين:
«إذا ارتفع النهر مترا آخر فسوف نضطر إلى فتح الهويس القديم وإغراق المروج».

وقال المهندس برام أوسترهولت: «لم يفتح الهويس منذ ثلاثين عاما وثلاث مضخات معطلة»."""


def _member(name: str, text: str, language: str = "en", copy_of: str | None = None) -> Analysis:
    article = Article(
        id=name, origin=Origin(kind="file", where=name), title=None, outlet=name, url=None, authors=(), published=None,
        language=language, text=" ".join(text.split("\n")).replace("  ", "\n\n"), copy_of=copy_of,
    )  # fmt: skip
    parsed = parse(article.text, language)
    return Analysis(
        article=article, sentences=parsed.sentences, mentions=parsed.mentions, quotes=find_quotes(article, parsed)
    )


def _story(*members: Analysis) -> Story:
    return Story(id="invented", slug="invented", members=members)


def _people(story: Story) -> tuple[Entity, ...]:
    return entities(story, settings=ComparisonSettings())


def _with(found: tuple[Utterance, ...], story: Story, words: str) -> Utterance:
    texts = {member.article.id: member.article.text for member in story.members}
    return next(
        one
        for one in found
        if any(words in texts[r.article_id][s.start : s.end] for r in one.renderings if r.whole for s in r.quote.spans)
    )


def _carriers(one: Utterance) -> list[tuple[str, str, bool]]:
    return sorted((r.article_id, r.quote.kind, r.whole) for r in one.renderings)


def test_a_sentence_of_a_longer_quotation_and_a_report_stand_beside_the_quotation() -> None:
    story = _story(_member("bell", BELL), _member("gazette", GAZETTE), _member("courier", COURIER))
    one = _with(utterances(story, _people(story)), story, "If the river rises another metre")
    assert ("bell", "direct", True) in _carriers(one)
    assert ("courier", "indirect", True) in _carriers(one)
    assert "gazette" in {r.article_id for r in one.renderings}


def test_other_things_the_same_person_said_stay_apart() -> None:
    story = _story(_member("bell", BELL), _member("courier", COURIER))
    found = utterances(story, _people(story))
    thanks = _with(found, story, "grateful to the volunteers")
    assert _carriers(thanks) == [("bell", "direct", True)]
    assert _carriers(_with(found, story, "a disgrace")) == [("courier", "partial", True)]


def test_every_marked_quote_is_whole_in_exactly_one_utterance() -> None:
    story = _story(_member("bell", BELL), _member("gazette", GAZETTE), _member("arabic", ARABIC, "ar"))
    whole = [r.id for one in utterances(story, _people(story)) for r in one.renderings if r.whole]
    marked = [r.id for r in quote_renderings(story) if r.quote.kind != "indirect"]
    assert sorted(i for i in whole if i in set(marked)) == sorted(marked)


def test_another_language_joins_its_own_utterance_and_no_other() -> None:
    story = _story(_member("bell", BELL), _member("gazette", GAZETTE), _member("arabic", ARABIC, "ar"))
    found = utterances(story, _people(story))
    lock = _with(found, story, "منذ ثلاثين عاما")
    assert "gazette" in {r.article_id for r in lock.renderings}
    assert all(r.article_id != "bell" for r in lock.renderings)


def test_what_more_sources_carry_comes_first() -> None:
    story = _story(_member("bell", BELL), _member("gazette", GAZETTE), _member("courier", COURIER))
    found = utterances(story, _people(story))
    assert found == tuple(sorted(found, key=lambda one: (-one.weight, one.id)))
    assert found[0] == _with(found, story, "river rises another")
    assert all(0 <= one.weight <= 1 for one in found)


def test_a_copy_of_an_article_adds_no_weight() -> None:
    alone = _story(_member("bell", BELL), _member("courier", COURIER))
    copied = _story(_member("bell", BELL), _member("copy", BELL, copy_of="bell"), _member("courier", COURIER))
    words = "grateful to the volunteers"
    one = _with(utterances(alone, _people(alone)), alone, words)
    two = _with(utterances(copied, _people(copied)), copied, words)
    assert two.weight <= one.weight


def test_the_order_of_articles_changes_no_id() -> None:
    members = [_member("bell", BELL), _member("gazette", GAZETTE), _member("arabic", ARABIC, "ar")]
    one, two = _story(*members), _story(*reversed(members))
    assert {u.id for u in utterances(one, _people(one))} == {u.id for u in utterances(two, _people(two))}


def test_words_given_to_two_people_are_one_utterance_without_a_speaker() -> None:
    words = "“Every single pump in this valley will be running again before the end of the week,”"
    one = _member("one", f"{words} said mayor Ilsa Quendrey. Quendrey was angry.")
    two = _member("two", f"{words} said engineer Bram Osterholt. Osterholt was calm.")
    story = _story(one, two)
    (found,) = [u for u in utterances(story, _people(story)) if any(r.quote.kind == "direct" for r in u.renderings)]
    assert {r.article_id for r in found.renderings} == {"one", "two"}
    assert found.speaker is None


def test_the_index_finds_every_pair_that_is_alike() -> None:
    spoken = [
        "We will rebuild the old bridge before the winter comes.",
        "We will rebuild the old bridge",
        "Never again",
        "I say never again to this",
        "Nobody in this town wanted the new road, and nobody will pay for it.",
        "Nobody will pay for the new road that this town never wanted.",
        "Ships come and go.",
    ]
    texts = [f'"{words}," said Ada Quillfeather.' for words in spoken]
    found = story(
        *(
            told(f"Outlet {n}", text, {"Ada Quillfeather": "PER"}, [quote(text, words, "Ada Quillfeather")])
            for n, (text, words) in enumerate(zip(texts, spoken, strict=True))
        )
    )
    known = entities(found, settings=ComparisonSettings())
    every = sayings(found, quote_renderings(found, known), known)
    index = Candidates(every)
    for one in every:
        for other, saying in enumerate(every):
            if alike(one, saying) or contains(one, saying):
                assert other in index.of(one)


def test_few_pairs_are_looked_at_in_a_large_story() -> None:
    def looked_at(count: int) -> int:
        spoken = [f"Ship {n} brings oak{n} elm{n} ash{n} birch{n} to pier{n}" for n in range(count)]
        texts = [f'"{words}," said Ada Quillfeather.' for words in spoken]
        found = story(
            *(
                told(f"Outlet {n}", text, {"Ada Quillfeather": "PER"}, [quote(text, words, "Ada Quillfeather")])
                for n, (text, words) in enumerate(zip(texts, spoken, strict=True))
            )
        )
        every = sayings(found, quote_renderings(found))
        index = Candidates(every)
        return sum(len(index.of(one)) for one in every)

    assert looked_at(80) <= 2.2 * looked_at(40)
