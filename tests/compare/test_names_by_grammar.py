"""Names that the words around them tell: Arabic nouns and titles, hints of kind, short forms, gaps of weight."""

import pytest

from generator.compare.arabic import tokens_of
from generator.compare.arabic_people import people
from generator.compare.constructs import with_constructs
from generator.compare.hints import hinted
from generator.compare.kinds import corrected
from generator.model import Analysis, Article, Label, Mention, Origin


def analysis(text: str, language: str = "ar", *mentions: Mention) -> Analysis:
    article = Article(
        id=text[:12],
        origin=Origin(kind="item", where="invented"),
        title=None,
        outlet="A",
        url=None,
        authors=(),
        published=None,
        language=language,
        text=text,
    )
    return Analysis(article=article, sentences=(), mentions=mentions, quotes=())


def names(found: Analysis) -> set[tuple[str, str]]:
    return {(found.article.text[one.start : one.end], one.label) for one in found.mentions}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("وصل المبعوث إلى مدينة صفراند مساء أمس.", "صفراند", "LOC"),
        ("أعلنت نقابة المعلمين الإضراب.", "نقابة المعلمين", "ORG"),
        ("هاجم مسلحون من لواء الصقر الحاجز.", "لواء الصقر", "ORG"),
        ("قال المدرب وائل الكرماني إن الفريق جاهز.", "وائل الكرماني", "PER"),
    ],
)
def test_arabic_names_are_told_by_the_words_before_them(text: str, name: str, label: Label) -> None:
    assert (name, label) in names(with_constructs([analysis(text)])[0])


@pytest.mark.parametrize(
    "text", ["وصل إلى مدينة مجاورة مساء أمس.", "قال الوزير صباح السبت إن الأمر انتهى.", "قال المتحدث باسم الجيش ذلك."]
)
def test_adjectives_and_days_are_no_names(text: str) -> None:
    one = analysis(text)
    assert names(with_constructs([one])[0]) == set()
    assert people([one], {one.article.id: tokens_of(one.article)}) == {}


def test_a_longer_name_of_the_recogniser_is_kept() -> None:
    text = "قال الرئيس محمد حسني الكرماني ذلك."
    whole = Mention(start=text.index("محمد"), end=text.index(" ذلك"), label="PER")
    assert names(with_constructs([analysis(text, "ar", whole)])[0]) == {("محمد حسني الكرماني", "PER")}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The boat sank off Tarnhead on Monday.", "Tarnhead", "LOC"),
        ("Orrinline, which runs the boats, is silent.", "Orrinline", "ORG"),
        ("Imka Dorran, 34, saw it.", "Imka Dorran", "PER"),
    ],
)
def test_words_beside_a_name_hint_of_its_kind(text: str, name: str, label: Label) -> None:
    start = text.index(name)
    found = dict(hinted(analysis(text, "en").article, Mention(start=start, end=start + len(name), label="MISC")))
    assert max(found, key=lambda one: found[one]) == label


def test_a_story_without_names_has_no_kinds_to_decide() -> None:
    assert corrected([analysis("Rain fell.", "en")])[0].mentions == ()
