from datetime import UTC, datetime

import pytest

from generator.clean.signs import names, signs
from tests.clean.drafts import FIRST, NOW, SECOND, THIRD, article, cleaned, draft

FURNITURE = {
    "byline": """By Mona Example
By Mona Example and Karl Sample
By MONA EXAMPLE, Staff Writer
Author: Mona Example
Authors: Mona Example, Karl Sample
Written by Mona Example
By Mona al-Example
بقلم: منى مثال
بقلم منى مثال
Par Mona Exemple et Karl Modèle
Von Mona Beispiel und Karl Muster, Redakteur
Por Mona Ejemplo
Di Mona Esempio
Автор: Мона Примерова
מאת מונה דוגמה
作者：张三""",
    "stamp": """Jan 21, 2021
Thursday 21 January 2021 10.30 GMT
Published: 21 January 2021 at 10:30
Published 21 January 2021
تاريخ النشر: 21 يناير 2021
Publié le 21 janvier 2021 à 10h30
Veröffentlicht am 21.01.2021
Опубликовано: 21 января 2021""",
    "updated": """Updated: Jan 22, 2021
Last updated on Jan 22, 2021 10:30 am
آخر تحديث: 21 يناير 2021 - 10:30
Mis à jour le 21 janvier 2021 à 10h30
Aktualisiert am 21.01.2021
Updated at 6:21 p.m.
Updated 8:12 a.m. ET""",
    "credit": """Mona Example contributed to this report.
Mona Example and Karl Sample contributed reporting from Berlin.
(Reporting by Mona Example in Riverton; Editing by Karl Sample)
Additional reporting by Mona Example
With AFP
Example News’ Mona Example and The Associated Press contributed to this report.
Follow Mona Example on Twitter
Contributing: Mona Example
ساهمت منى مثال وسعيد نموذج في هذا التقرير.
ساهم في إعداد التقرير منى مثال
شارك سعيد نموذج في إعداد هذا التقرير
Mona Exemple a contribué à cet article.
(avec AFP)
Mitarbeit: Mona Beispiel
Con información de Mona Ejemplo
מונה דוגמה תרמה לדיווח זה""",
    "photo": """Photo: Mona Example
(Photo: Mona Example/Example News)
Photo by Mona Example
A view of the harbour. (Photo by Mona Example/Getty Images)
Foto: Mona Beispiel/dpa
صورة: منى مثال""",
    "source": """Source: Example News Agency
المصدر: وكالة المثال""",
    "noise": """Advertisement
Share this article
Read more: The harbour is closed
ALSO READ | The harbour is closed
Lire aussi : Le port est fermé
Lesen Sie auch: Der Hafen ist zu
اقرأ أيضاً: إغلاق الميناء
Читайте также: Порт закрыт
相关阅读：港口关闭
Sign up for our daily newsletter and never miss a story
Follow us on Twitter
© 2021 Example Gazette. All rights reserved.
تابعونا على فيسبوك
5 min read
* * *""",
}
LINES = [(kind, line) for kind, block in FURNITURE.items() for line in block.split("\n")]
_PROSE = """Staff shortages closed the harbour.
By Monday, the harbour was closed.
By noon
The minister contributed to this report.
Heavy rain contributed to this year's floods.
Poor planning contributed to this disaster.
Photo evidence shows the harbour was closed.
Read more than ten books a year, he said.
Related costs rose by ten per cent.
Source close to the minister denied the report.
Share prices fell on Tuesday.
On Jan 21, 2021 the harbour was closed.
May 2021
Von Berlin nach Paris
Por primera vez
Par ailleurs, le port est fermé.
The video shows the harbour at night.
تحرير الموصل
كتب الوزير رسالة إلى البرلمان
شاهد العيان الانفجار من شرفته
ساهم ارتفاع الأسعار في هذه الأزمة
Advertisement spending fell by 3 per cent.
Updated figures are due in May.
“Follow me,” he said.
«Читайте», — сказал он.
Watch the harbour
Author of the report resigned."""
PROSE = _PROSE.split("\n")


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_furniture_is_known(kind: str, line: str) -> None:
    assert {sign.kind for sign in signs(line, NOW)} == {kind}


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_left_alone(line: str) -> None:
    assert signs(line, NOW) == ()


def test_furniture_goes_and_tells_what_it_says() -> None:
    found = article(
        f"By Mona Example and Karl Sample | 2 January 2026\n\n{FIRST}\n\nRead more: Another story\n\n{SECOND}\n\n"
        f"Advertisement\n\n{THIRD}\n\nTarik Muster contributed to this report.\n\nFollow us on Facebook"
    )
    assert found.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert found.authors == ("Mona Example", "Karl Sample")
    assert found.published == datetime(2026, 1, 2, tzinfo=UTC)
    assert found.stamped
    assert found.outlet is None


def test_the_outlet_beside_a_role_is_the_outlet_of_an_article_without_one() -> None:
    text = f"{FIRST}\n\n{SECOND}\n\nAuthor: Mona Example\nStaff Writer, Example Gazette"
    assert (article(text).outlet, article(text).authors) == ("Example Gazette", ("Mona Example",))
    assert article(text, outlet="Another Example").outlet == "Another Example"
    assert article(text).text == f"{FIRST}\n\n{SECOND}"


def test_a_name_above_a_stamp_a_role_or_the_outlet_is_a_byline() -> None:
    for below in ("Jan 2, 2026", "Staff Writer, Example Gazette", "Example Gazette"):
        text = f"Mona Example\n\n{below}\n\n{FIRST}\n\n{SECOND}"
        found = article(text, title="Harbour closed", outlet="Example Gazette")
        assert (found.authors, found.text) == (("Mona Example",), f"{FIRST}\n\n{SECOND}")
    alone = f"Mona Example\n\n{FIRST}\n\n{SECOND}"
    assert article(alone, title="Harbour closed").text == alone
    assert article(f"Mona Example\n\nJan 2, 2026\n\n{FIRST}\n\n{SECOND}").title == "Mona Example"


def test_names_that_the_metadata_gives_are_no_text() -> None:
    text = f"EXAMPLE GAZETTE\n\nMona Example\n\n{FIRST}\n\n{SECOND}\n\nExample Gazette"
    assert article(text, title="T", outlet="Example Gazette", authors=("Mona Example",)).text == f"{FIRST}\n\n{SECOND}"


def test_a_role_alone_is_text() -> None:
    text = f"{FIRST}\n\n{SECOND}\n\nColumnist, Example Gazette"
    assert article(text).text == text


def test_a_page_stamp_is_the_date_only_where_none_is_declared() -> None:
    text = f"Jan 2, 2026\n\n{FIRST}\n\n{SECOND}"
    assert (article(text).published, article(text).stamped) == (datetime(2026, 1, 2, tzinfo=UTC), True)
    declared = article(text, published="2026-01-05")
    assert (declared.published, declared.stamped) == (datetime(2026, 1, 5, tzinfo=UTC), False)
    assert declared.text == f"{FIRST}\n\n{SECOND}"
    updated = article(f"Updated: Jan 2, 2026\n\n{FIRST}\n\n{SECOND}")
    assert (updated.published, updated.stamped) == (None, False)


def test_a_caption_printed_twice_in_a_row_is_no_text() -> None:
    caption = "A fishing boat in the invented harbour of Riverton before the storm."
    assert article(f"{FIRST}\n\n{caption}\n\n{caption}\n\n{SECOND}").text == f"{FIRST}\n\n{SECOND}"
    assert article(f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{FIRST}").text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_answers_in_an_interview_are_no_captions() -> None:
    text = f"{FIRST}\n\n“No.”\n\n“No.”\n\n{SECOND}\n\n“No.”\n\n{THIRD}"
    assert article(text).text == text


def test_bylines_in_the_middle_are_text() -> None:
    body = [f"{FIRST} Part {number}." for number in range(30)]
    body[15] = "By Mona Example"
    assert "By Mona Example" in article("\n\n".join(body)).text


def test_an_agency_dateline_stays_in_its_sentence() -> None:
    text = f"RIVERTON (Example Agency) – {FIRST}\n\n{SECOND}"
    assert article(text).text == text


def test_a_title_repeated_below_itself_goes() -> None:
    assert article(f"HARBOUR CLOSED\n\n{FIRST}", title="Harbour closed").text == FIRST


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mona Example and Karl Sample", ("Mona Example", "Karl Sample")),
        ("Mona Example, Karl Sample", ("Mona Example", "Karl Sample")),
        ("منى مثال", ("منى مثال",)),
        ("Mona", ()),
        ("the harbour master", ()),
        ("Mona Example said so", ()),
        ("", ()),
    ],
)
def test_names(text: str, found: tuple[str, ...]) -> None:
    assert names(text) == found


def test_nothing_but_furniture_is_no_article() -> None:
    [refusal] = cleaned(draft("By Mona Example\n\nJan 2, 2026\n\nAdvertisement")).refusals
    assert refusal.reason == "no article text"
