# ruff: noqa: E501 - texts of other scripts are wide
"""All texts here are invented."""

import pytest

from generator.language.identify import identify

TEXTS = {
    "en": "The old bridge over the river was closed on Monday because engineers found cracks in two of its pillars.",
    "de": "Die alte Brücke über den Fluss wurde am Montag gesperrt, weil Ingenieure Risse in zwei Pfeilern fanden.",
    "fr": "Le vieux pont sur la rivière a été fermé lundi parce que des ingénieurs ont trouvé des fissures dans ses piliers.",
    "es": "El viejo puente sobre el río fue cerrado el lunes porque los ingenieros hallaron grietas en dos de sus pilares.",
    "ru": "Старый мост через реку закрыли в понедельник, потому что инженеры нашли трещины в двух опорах.",
    "uk": "Старий міст через річку закрили в понеділок, бо інженери знайшли тріщини у двох опорах.",
    "ar": "أغلق الجسر القديم على النهر يوم الاثنين لأن المهندسين وجدوا شقوقا في اثنين من أعمدته.",
    "fa": "پل قدیمی روی رودخانه روز دوشنبه بسته شد زیرا مهندسان در دو پایه آن ترک‌هایی پیدا کردند.",
    "he": "הגשר הישן מעל הנהר נסגר ביום שני משום שמהנדסים מצאו סדקים בשניים מעמודיו.",
    "tr": "Nehrin üzerindeki eski köprü, mühendislerin iki ayağında çatlak bulması nedeniyle pazartesi günü kapatıldı.",
    "zh": "由于工程师在两根桥墩上发现裂缝，河上的旧桥于星期一关闭。",
    "ja": "技術者が二本の橋脚にひびを見つけたため、川の古い橋は月曜日に閉鎖された。",
    "hi": "नदी पर बना पुराना पुल सोमवार को बंद कर दिया गया क्योंकि इंजीनियरों को खंभों में दरारें मिलीं।",
    "ko": "기술자들이 교각 두 개에서 균열을 발견하여 강 위의 오래된 다리가 월요일에 폐쇄되었다.",
    "el": "Η παλιά γέφυρα πάνω από το ποτάμι έκλεισε τη Δευτέρα γιατί βρέθηκαν ρωγμές στους πυλώνες.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_tells_its_language(language: str) -> None:
    assert identify(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", " ", "12 345", "Ok", "Nein!", "北京", "🙂🙂🙂", "\u202e\u200f", "http"])
def test_too_little_text_is_unknown(text: str) -> None:
    assert identify(text) == "und"


def test_a_mixture_of_scripts_is_unknown() -> None:
    assert identify(TEXTS["en"][:60] + TEXTS["ru"][:60] + TEXTS["ar"][:60]) == "und"


@pytest.mark.parametrize(
    ("declared", "code"),
    [("en-GB", "en"), ("EN", "en"), ("de_AT", "de"), ("zh-Hant-TW", "zh"), ("iw", "he"), ("no", "nb")],
)
def test_what_is_declared_stands(declared: str, code: str) -> None:
    text = TEXTS.get(code, TEXTS["en"])
    assert identify(text, declared) == code


def test_a_declaration_that_cannot_be_does_not_stand() -> None:
    assert identify(TEXTS["ar"], "en") == "ar"
    assert identify(TEXTS["en"], "ar") == "en"
    assert identify(TEXTS["ja"], "ru") == "ja"


@pytest.mark.parametrize("declared", ["", "  ", "???", "a-very-long-language-tag-indeed", "x" * 5000, "\u202een"])
def test_a_senseless_declaration_is_as_none(declared: str) -> None:
    assert identify(TEXTS["en"], declared) == "en"


def test_a_long_text_is_read_at_its_beginning_only() -> None:
    assert identify(TEXTS["fr"] * 5000) == "fr"
    assert identify("a" * 200_000) in ("und", "en", "de", "fr") or len(identify("a" * 200_000)) in (2, 3)
