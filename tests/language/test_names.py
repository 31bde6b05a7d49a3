"""The people here are invented; countries and bodies are real."""

import time

import pytest

from generator.language.names import name_keys, same_name

SAME = [
    ("Zorban Meklis", "زوربان ميكليس"),
    ("Zorban Meklis", "Зорбан Меклис"),
    ("Zorban Meklis", "זורבן מקליס"),
    ("Zorban Meklis", "ゾルバン・メクリス"),
    ("Zorban Meklis", "佐尔班·梅克利斯"),
    ("Zorban Meklis", "조르반 메클리스"),
    ("Zorban Meklis", "Ζορμπάν Μεκλής"),
    ("Zorban Meklis", "ज़ोरबान मेकलिस"),
    ("زوربان ميكليس", "Зорбан Меклис"),
    ("Zorban Meklis", "وزوربان ميكليس"),
    ("Tarkhanov", "طرخانوف"),
    ("Shumlani", "الشملاني"),
    ("Dr Zorban T. Meklis", "Zorban Meklis"),
    ("Zorban Meklis", "Meklis Zorban"),
]
OTHER = [
    ("Zorban Meklis", "Тарас Дубовик"),
    ("Zorban Meklis", "Talia Meklis"),
    ("Zorban Meklis", "تاليا ميكليس"),
    ("Savir", "سفر"),
    ("America", "معركة"),
    ("Iran", "Iraq"),
    ("Austria", "Australia"),
    ("Niger", "Nigeria"),
    ("Slovakia", "Словения"),
]
ALIKE = [
    ("Islamic State", "داعش"),
    ("ISIS", "الدولة الإسلامية"),
    ("United Nations", "ООН"),
    ("UN", "الأمم المتحدة"),
    ("European Union", "ЕС"),
    ("Hezbollah", "حزب الله"),
    ("US", "الولايات المتحدة"),
    ("Germany", "ألمانيا"),
    ("Deutschland", "Германия"),
    ("日本", "اليابان"),
    ("White House", "بالبيت الأبيض"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_name_in_two_scripts(one: str, other: str) -> None:
    assert same_name(one, other) > 0.6
    assert name_keys(one) & name_keys(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_names(one: str, other: str) -> None:
    assert same_name(one, other) < 0.4


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_that_only_a_table_knows(one: str, other: str) -> None:
    assert same_name(one, other) > 0.9
    assert name_keys(one) & name_keys(other)


def test_a_surname_alone_is_likely_but_not_sure() -> None:
    assert 0.6 < same_name("Meklis", "Zorban Meklis") < 0.9
    assert 0.4 < same_name("Zorban", "Zorban Meklis") < same_name("Meklis", "Zorban Meklis")


def test_an_acronym_answers_its_initials() -> None:
    assert same_name("ZBA", "Zorban Bridge Authority") > 0.6
    assert same_name("ZBX", "Zorban Bridge Authority") < 0.3


def test_small_words_are_no_acronyms() -> None:
    assert same_name("us", "United States") < 0.5
    assert same_name("is", "Islamic State") < 0.5


@pytest.mark.parametrize("name", ["", " ", "...", "\u202e", "1", "—"])
def test_what_is_no_name_is_like_nothing(name: str) -> None:
    assert same_name(name, "Zorban Meklis") == 0.0


def test_equal_names_are_equal_whatever_their_marks() -> None:
    assert same_name("Zorbán Meklis", "ZORBAN MEKLIS") == 1.0
    assert same_name("أحمد", "احمد") == 1.0


def test_order_does_not_matter() -> None:
    for one, other in (*SAME, *OTHER, *ALIKE):
        assert same_name(one, other) == same_name(other, one)


def test_long_names_cost_little() -> None:
    started = time.process_time()
    assert 0 <= same_name("Zor" * 50_000, "زور" * 50_000) <= 1
    assert 0 <= same_name("Zor ban " * 20_000, "Мек лис " * 20_000) <= 1
    assert len(name_keys("Zorban Meklis " * 10_000)) < 500
    assert time.process_time() - started < 5
