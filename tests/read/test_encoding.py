import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.read.encoding import decode
from tests.hostile.cases import Case, load

# Invented sentences; each is written in the encodings its readers' old machines used.
SENTENCES = {
    "cs": ("Příliš žluťoučký kůň úpěl ďábelské ódy. Starosta řekl, že město zaplatí.", "cp1250 iso8859_2"),
    "hu": ("Árvíztűrő tükörfúrógép. A polgármester szerint őszinte volt.", "cp1250 iso8859_2"),
    "pl": ("Zażółć gęślą jaźń, powiedział burmistrz.", "cp1250 iso8859_2"),
    "fr": ("Le maire a déclaré « nous n’irons pas » à l’été, où ça coûte très cher.", "cp1252 mac_roman"),
    "de": ("Der Bürgermeister sagte, die Straße müsse größer werden. „Schön“", "cp1252 mac_roman"),
    "es": ("El alcalde dijo: «¿Qué pasó mañana?» ¡Señor!", "cp1252 iso8859_1"),
    "tr": ("Belediye başkanı şöyle dedi: “Işık ağacı güçlü”", "cp1254"),
    "lt": ("Meras sakė, kad miestas mokės už šią žalą, čia ąžuolas", "cp1257"),
    "ar": ("قال الوزير إن الحكومة لن تتراجع عن القرار", "cp1256 iso8859_6"),
    "he": ("אמר ראש העיר כי העירייה תשלם", "cp1255 iso8859_8"),
    "el": ("Ο δήμαρχος είπε ότι η πόλη θα πληρώσει", "cp1253 iso8859_7"),
    "ru": ("Мэр заявил, что город заплатит за ущерб", "cp1251 koi8_r iso8859_5 cp866"),
    "uk": ("Міський голова заявив, що місто заплатить", "cp1251 koi8_u"),
    "th": ("นายกรัฐมนตรีกล่าวว่า", "tis_620"),
    "ja": ("市長は昨日、記者会見で「辞任しない」と述べた。", "cp932 euc_jp iso2022_jp"),
    "zh": ("市长昨天在新闻发布会上表示，政府不会让步。", "gb18030"),
    "zh-hant": ("市長昨天在記者會上表示，政府不會讓步。", "big5"),
    "ko": ('시장은 어제 기자회견에서 "사임하지 않겠다"고 말했다.', "cp949"),
}
PAIRS = [(language, codec) for language, (_, codecs) in SENTENCES.items() for codec in codecs.split()]


@pytest.mark.parametrize(("language", "codec"), PAIRS)
def test_old_encodings_are_recognised_by_what_they_say(language: str, codec: str) -> None:
    content = SENTENCES[language][0].encode(codec, "ignore")
    assert decode(content) == content.decode(codec)


@pytest.mark.parametrize("case", load("encoding"), ids=lambda case: case.note)
def test_every_encoding_case_decodes(case: Case) -> None:
    text = decode(case.content)
    assert text is not None
    if case.expect == "decodes-to-text":
        assert text == case.content.decode(case.note)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
@pytest.mark.parametrize("language", SENTENCES)
def test_unicode_in_all_its_forms(language: str, codec: str) -> None:
    text = SENTENCES[language][0] + "\nA second line.\n"
    assert decode(text.encode(codec)) == text


def test_a_declaration_is_believed_unless_the_bytes_contradict_it() -> None:
    page = '<html><meta charset="koi8-r"><p>Мэр'
    assert decode(page.encode("koi8-r")) == page
    assert decode(page.encode("utf-8")) == page
    lie = b'<html><meta charset="utf-8"><p>caf\xe9 na\xefve'
    assert decode(lie) == lie.decode("cp1252")
    assert decode(b'<meta charset="no-such-thing"><p>caf\xe9') == '<meta charset="no-such-thing"><p>café'


def test_stray_bytes_in_utf_8_cost_only_themselves() -> None:
    content = "« déjà vu » – déjà vu – déjà vu".encode() + b" caf\xe9 \x93said\x94"
    assert decode(content) == "« déjà vu » – déjà vu – déjà vu café “said”"


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 10, b"\x00\x01\x02\x03" * 100, b"text\x00text" * 50, b"\x01\x02\x03\x04" * 50]
)
def test_bytes_that_are_no_text(content: bytes) -> None:
    assert decode(content) is None


@settings(deadline=None)
@given(st.binary(max_size=2_000))
def test_any_bytes_are_text_or_not(content: bytes) -> None:
    text = decode(content)
    assert text is None or isinstance(text.encode("utf-8", "replace"), bytes)
