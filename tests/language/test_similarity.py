# ruff: noqa: E501 - texts of other scripts are wide
"""All texts here are invented, and so are the people in them."""

import numpy as np
import pytest

from generator.language.profiles import profile
from generator.language.similarity import mutual, similarities, similarity

BRIDGE = {
    "en": "The bridge in Neudorf collapsed on Monday. Mayor Zorban Meklis said 14 workers were injured. Engineers had "
    "warned of cracks in the pillars.",
    "de": "Die Brücke in Neudorf ist am Montag eingestürzt. Bürgermeister Zorban Meklis sprach von 14 verletzten Arbeitern. "
    "Ingenieure hatten vor Rissen gewarnt.",
    "ar": "انهار الجسر في نويدورف يوم الاثنين. وقال رئيس البلدية زوربان ميكليس إن 14 عاملا أصيبوا. وكان مهندسون حذروا من شقوق.",
    "ru": "Мост в Нойдорфе обрушился в понедельник. Мэр Зорбан Меклис сообщил, что ранены 14 рабочих. Инженеры предупреждали о трещинах.",
    "zh": "诺伊多夫的一座桥梁星期一坍塌。市长佐尔班·梅克利斯说，14名工人受伤。工程师曾警告桥墩有裂缝。",
}
MATCH = {
    "en": "The national team won the final 3-1. Coach Talia Verdan praised the goalkeeper, who saved a penalty.",
    "de": "Die Nationalmannschaft hat das Finale 3:1 gewonnen. Trainerin Talia Verdan lobte den Torwart, der einen Elfmeter hielt.",
    "ar": "فاز المنتخب في المباراة النهائية 3-1. وأشادت المدربة تاليا فيردان بحارس المرمى.",
    "ru": "Сборная выиграла финал со счётом 3:1. Тренер Талия Вердан похвалила вратаря.",
    "zh": "国家队以3比1赢得决赛。教练塔利娅·韦尔丹称赞守门员扑出点球。",
}
OTHERS = [language for language in BRIDGE if language != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_two_reports_of_one_event_are_more_alike_than_of_two(language: str) -> None:
    left = [profile(BRIDGE["en"], "en"), profile(MATCH["en"], "en")]
    right = [profile(BRIDGE[language], language), profile(MATCH[language], language)]
    scores = similarities(left, right)
    assert scores[0, 0] > 2 * scores[0, 1]
    assert scores[1, 1] > 2 * scores[1, 0]
    assert similarity(left[0], right[0]).score > similarity(left[0], right[1]).score


def test_the_parts_say_where_the_likeness_comes_from() -> None:
    found = similarity(profile(BRIDGE["en"], "en"), profile(BRIDGE["ar"], "ar"))
    assert found.names > 0
    assert found.numbers > 0
    assert found.concepts > 0
    assert found.score <= 1


def test_sides_may_be_exchanged() -> None:
    one, other = profile(BRIDGE["en"], "en"), profile(BRIDGE["ru"], "ru")
    assert similarity(one, other) == similarity(other, one)
    assert np.allclose(similarities([one], [other, one]), similarities([other, one], [one]).T)


def test_places_count_whatever_the_language_calls_them() -> None:
    found = similarity(profile("Talks in the United States", "en"), profile("محادثات في الولايات المتحدة", "ar"))
    assert found.places > 0


def test_a_given_weighing_of_terms_is_used() -> None:
    one, other = profile(BRIDGE["en"], "en"), profile(BRIDGE["de"], "de")
    assert similarity(one, other, idf=lambda term: float(term == "#14")).numbers == pytest.approx(1.0)


@pytest.mark.parametrize("text", ["", "...", "\u202e", "x", "7", "北"])
def test_texts_that_say_nothing_are_like_nothing(text: str) -> None:
    found = similarity(profile(text, "xx"), profile(BRIDGE["en"], "en"))
    assert 0 <= found.score < 0.3


def test_no_texts_give_an_empty_table() -> None:
    assert similarities([], [profile("x", "en")]).shape == (0, 1)
    assert mutual(similarities([], [])).shape == (0, 0)


def test_hubs_lose_to_what_stands_out() -> None:
    scores = np.array([[0.5, 0.4], [0.5, 0.1]])
    assert mutual(scores)[0].argmax() == 1


def test_the_same_texts_give_the_same_scores_in_any_order() -> None:
    languages = sorted(BRIDGE)
    listed = [profile(BRIDGE[language], language) for language in languages]
    forward = similarities([listed[0]], listed)
    backward = similarities([listed[0]], listed[::-1])
    assert np.allclose(forward, backward[:, ::-1])
