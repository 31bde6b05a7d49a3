"""What is denied, meant, possible and done, and what of that opposes what. All texts are invented."""

import pytest

from generator.compare import ComparisonSettings, read
from generator.compare.marks import marks
from generator.compare.rivals import rivals
from generator.compare.rivals.traits import Rival
from generator.compare.stages import stage
from generator.compare.statements import Statement
from tests.compare.telling import story, told


def between(one: str, other: str, ground: str, *, language: str = "en") -> list[Rival]:
    """The rivals of one ground in two texts."""
    members = told("A", one, language=language), told("B", other, language=language)
    found = rivals(*read(story(*members), settings=ComparisonSettings()))
    return [rival for rival in found if rival.ground == ground]


def first(text: str, language: str = "en") -> Statement:
    """The first statement of a text."""
    return read(story(told("A", text, language=language)), settings=ComparisonSettings())[1].statements[0]


def place(statement: Statement, word: str) -> int:
    """Where a word stands."""
    text = statement.article.text
    return next(i for i, token in enumerate(statement.tokens) if text[token.start : token.end] == word)


@pytest.mark.parametrize(
    ("text", "word", "expected", "language"),
    [
        ("The firm sold the mill.", "sold", "done", "en"),
        ("The mill has been sold by the firm.", "sold", "done", "en"),
        ("The firm will sell the mill.", "sell", "coming", "en"),
        ("The mill is to be sold.", "sold", "planned", "en"),
        ("The firm agreed to sell the mill.", "sell", "agreed", "en"),
        ("The firm is considering selling the mill.", "selling", "considered", "en"),
        ("The firm tried to sell the mill.", "sell", "tried", "en"),
        ("The firm might sell the mill.", "sell", "possible", "en"),
        ("The firm did not sell the mill.", "sell", "denied", "en"),
        ("The firm sells wool.", "wool", "open", "en"),
        ("وقعت الشركة عقد البيع.", "وقعت", "done", "ar"),
        ("ستوقع الشركة عقد البيع.", "ستوقع", "coming", "ar"),
        ("تدرس الشركة بيع المصنع.", "بيع", "considered", "ar"),
        ("Die Firma wird die Mühle verkaufen.", "verkaufen", "coming", "de"),
        ("Die Firma hat die Mühle verkauft.", "verkauft", "done", "de"),
        ("La société a vendu le moulin.", "vendu", "done", "fr"),
        ("La empresa vendió el molino.", "vendió", "done", "es"),
    ],
)
def test_a_clause_tells_how_far_along_a_thing_is(text: str, word: str, expected: str, language: str) -> None:
    statement = first(text, language)
    assert stage(statement, marks(statement), place(statement, word)) == expected


def test_what_is_planned_opposes_what_is_done_but_no_other_plan() -> None:
    plan = "The firm pledged to close the mill."
    assert between(plan, "The firm has closed the mill.", "plan")
    assert between("The firm is considering closing the mill.", "The firm will close the mill.", "plan")
    for same in (
        "The firm will close the mill.",
        "The firm agreed to close the mill.",
        "The firm is to close the mill.",
    ):
        assert between(plan, same, "plan") == []


def test_arabic_names_stand_between_a_verb_and_what_it_bears_on() -> None:
    statement = first("تعهدت شركة المراكب الزرقاء بتحويل السفن إلى الميناء.", "ar")
    assert place(statement, "بتحويل") in marks(statement).intended
    assert place(statement, "شركة") not in marks(statement).intended


@pytest.mark.parametrize(
    ("text", "passage", "language"),
    [
        ("The board turned the bid down.", "turned the bid down", "en"),
        ("Die Wache nahm den Mann fest, sagte er.", "nahm den Mann fest", "de"),
    ],
)
def test_the_particle_of_a_verb_may_stand_apart(text: str, passage: str, language: str) -> None:
    statement = first(text, language)
    found = [statement.passage(mark.first, mark.last) for mark in marks(statement).opposites]
    assert passage in [text[place.start : place.end] for place in found]


def test_a_denied_word_is_not_opposed_by_its_opposite() -> None:
    assert between("The guards left the gate open.", "The gate was closed by the guards.", "opposite")
    assert between("The guards left the gate open.", "The gate was not closed by the guards.", "opposite") == []


def test_an_agreement_told_twice_is_no_plan_and_its_deed() -> None:
    one = "وافقت حركة النخيل يوم الثلاثاء على هدنة مدتها عشرة أيام بعد محادثات في المدينة."
    other = "وافقت حركة النخيل يوم الاثنين على هدنة مدتها عشرة أيام بعد محادثات في المدينة."
    begun = "بدأت في المدينة هدنة مدتها عشرة أيام بين الحكومة وحركة النخيل."
    assert between(one, other, "rule content", language="ar") == []
    assert between(one, other, "plan", language="ar") == []
    assert between(one, begun, "rule content", language="ar") == []


def test_an_attempt_is_no_plan() -> None:
    tried = "The farmer tried to sell the mill abroad."
    assert between(tried, "The farmer attempted to sell the mill abroad.", "plan") == []
    assert between(tried, "The farmer will sell the mill abroad.", "plan") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The fire was to blame.", "en"),
        ("A stone weighing 14 kilos fell.", "en"),
        ("The road was under water.", "en"),
    ],
)
def test_words_that_only_look_like_a_plan_are_none(text: str, language: str) -> None:
    assert marks(first(text, language)).intended == {}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sabotage cannot be ruled out by the guards.", "en"),
        ("Not only farmers lost their fields.", "en"),
        ("الزيادة لا بد منها هذا العام.", "ar"),
        ("وصل مهاجر غير شرعي إلى الجزيرة.", "ar"),
        ("Ein Brand wird nicht ausgeschlossen im Werk.", "de"),
    ],
)
def test_words_that_only_look_like_a_denial_are_none(text: str, language: str) -> None:
    assert marks(first(text, language)).negated == {}


def test_a_denial_is_described() -> None:
    plain = between("The guards did not open the gate.", "The guards opened the gate.", "denial")[0].traits
    assert (plain["head"], plain["core"], plain["core_subject"], plain["bounded"]) == (1, 1, 1, 0)
    bounded = between("The guards did not open the gate until noon.", "The guards opened the gate.", "denial")[0].traits
    assert (bounded["bounded"], bounded["core"]) == (1, 0)
    beside = between("Guards left without opening the gate.", "The guards opened the gate.", "denial")[0].traits
    assert (beside["beside"], beside["core"]) == (1, 0)
    same = between("The army will not abandon the hill.", "The army will keep the hill.", "denial")[0].traits
    assert (same["opposite_there"], same["head"]) == (1, 0)


def test_what_the_lists_name_alike_stands_for_each_other() -> None:
    french = told("A", "Le village n'a pas été évacué lundi.", language="fr")
    found = rivals(
        *read(story(french, told("B", "The village was evacuated on Monday.")), settings=ComparisonSettings())
    )
    assert [rival.traits["head_listed"] for rival in found if rival.ground == "denial"] == [1]


def test_verbs_at_the_end_let_a_denial_follow() -> None:
    assert (
        between("Die Wachen kamen nicht zu Schaden.", "Geschadet hat es den Wachen nicht.", "denial", language="de")
        == []
    )


def test_what_the_article_says_elsewhere_itself_is_known() -> None:
    one = "The guards did not open the gate."
    other = "The guards opened the gate at the harbour for a cart."
    alone = between(one, other, "denial")[0].traits["echoed"]
    echoed = [rival.traits["echoed"] for rival in between(one, f"{other} The gate was not opened by guards.", "denial")]
    assert alone == -1
    assert max(echoed) > -1


def test_the_month_of_may_is_no_doubt() -> None:
    assert marks(first("The dam broke on 7 May near the town.")).modal == {}
    assert marks(first("The dam may break near the town.")).modal != {}


def test_what_could_not_be_is_no_doubt_and_what_nobody_excludes_is_one() -> None:
    assert marks(first("The dam could not break.")).modal == {}
    assert marks(first("Sabotage could not be ruled out by the guards.")).modal != {}


def test_a_doubt_does_not_oppose_another() -> None:
    assert between("The firm may close the mill.", "The firm will close the mill.", "possible")
    assert between("The firm may close the mill.", "The firm is considering closing the mill.", "possible") == []
    assert between("The firm may close the mill.", "Nobody knows whether the firm closes the mill.", "possible") == []


def test_an_arabic_perfect_of_many_behind_the_particle_is_no_doubt() -> None:
    assert marks(first("كان العمال قد تركوا الميناء.", "ar")).modal == {}
    assert marks(first("قد تغلق الشركة الميناء.", "ar")).modal != {}


def test_began_is_not_seemed() -> None:
    assert marks(first("بدأ العمال إضرابا مفتوحا.", "ar")).modal == {}
    assert marks(first("بدا العمال متعبين.", "ar")).modal != {}


def test_all_and_most_are_left_to_the_rule() -> None:
    one, other = "All miners left the pit on Friday night.", "Most miners left the pit on Friday night."
    found = rivals(*read(story(told("A", one), told("B", other)), settings=ComparisonSettings()))
    assert {rival.ground for rival in found} == {"rule strength"}
