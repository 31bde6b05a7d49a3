"""Times as readers of five languages see them, and what only looks like one. All texts are invented."""

import pytest

from generator.compare.marks import marks
from generator.compare.times import times
from tests.compare.test_quantities import read

_CASES: list[tuple[str, str, list[str]]] = [
    # An hour is written 7:40 where the half of the day is known, 7:40? where it is not.
    ("en", "The ferry left at 7:40 p.m. on Tuesday.", ["19:40"]),
    ("en", "The ferry left at 9.40pm in a gale.", ["21:40"]),
    ("en", "The ferry left at 9am in a gale.", ["9:00"]),
    ("en", "The alarm went off at a quarter past eight on Tuesday evening.", ["20:15"]),
    ("en", "The alarm went off at half past six.", ["6:30?"]),
    ("en", "The alarm went off at twenty to nine in the morning.", ["8:40"]),
    ("en", "The roof fell shortly before six on Wednesday morning.", ["6:00"]),
    ("en", "The roof fell at about 11 on Friday night.", ["23:00"]),
    ("en", "The roof fell at noon.", ["12:00"]),
    ("en", "The roof fell just after midnight.", ["0:00"]),
    ("en", "The roof fell at five o'clock.", ["5:00?"]),
    ("en", "The roof fell at 0540 GMT on Sunday.", ["5:40"]),
    ("en", "On Tuesday evening, shortly after eight, the roof fell.", ["20:00"]),
    ("en", "The vote came at 18:30.", ["18:30"]),
    ("en", "The vote came at two in the morning.", ["2:00"]),
    ("en", "The vote came at six thirty in the evening.", ["18:30"]),
    ("en", "The ferry hit the pier at 8.40 with 412 people on board.", ["8:40?"]),
    ("en", "The shares closed at 8.40 dollars.", []),
    ("en", "It cut the number of gates from five to one.", []),
    ("en", "They came out after three hours.", []),
    ("en", "The dam lets it through per second between May and September.", ["May-September"]),
    ("fr", "La manifestation a dégénéré lundi après-midi.", []),
    ("ar", "كانت الخامسة والنصف فجر الأربعاء حين اهتزت الأرض.", ["5:30"]),
    ("ar", "يمتد الموسم من مايو إلى سبتمبر.", ["May-September"]),
    ("en", "The council meets on 13 July.", ["13 July"]),
    ("en", "The council meets on July 13.", ["13 July"]),
    ("en", "The council meets on the 14th of October.", ["14 October"]),
    ("en", "The council meets on October 14th, 2031.", ["14 October 2031"]),
    ("en", "The council meets on the 14th.", ["14"]),
    ("en", "The council meets on the first day of December.", ["1 December"]),
    ("en", "The council met in mid-April.", ["9-21 April"]),
    ("en", "The council met in early May.", ["1-12 May"]),
    ("en", "The council met in late March 2030.", ["18-31 March 2030"]),
    ("en", "The council met last month.", ["February 2031"]),
    ("en", "The council will meet next month.", ["April 2031"]),
    ("en", "The council met last year.", ["2030"]),
    ("en", "The council met in 1998.", ["1998"]),
    ("en", "The council met in the second quarter of 2030.", ["April-June", "2030"]),
    ("en", "The council met on 2031-03-04.", ["4 March 2031"]),
    ("en", "The council met between 9 and 24 July.", ["range"]),
    ("en", "The council may march on the mayor.", []),
    ("en", "At least six on the council stayed away.", []),
    ("en", "After six people were hurt on Wednesday morning, the road was shut.", []),
    ("en", "They won 3-1 on Sunday afternoon.", []),
    ("en", "The 14th floor was empty.", []),
    ("en", "About 20 to 30 people came.", []),
    ("en", "The team from Orrin beat seven on Monday.", []),
    ("en", "By half past three on Saturday afternoon the hall was full.", ["15:30"]),
    ("en", "Doors open at ten to seven tonight.", ["18:50"]),
    ("fr", "Le toit est tombé à 3 h 15 dimanche.", ["3:15"]),
    ("fr", "Le toit est tombé à 19h30.", ["19:30"]),
    ("fr", "Le toit est tombé vers cinq heures du matin.", ["5:00"]),
    ("fr", "Le toit est tombé vers 7 heures du soir.", ["19:00"]),
    ("fr", "Le toit est tombé à huit heures et demie du soir.", ["20:30"]),
    ("fr", "Le toit est tombé à sept heures moins le quart.", ["6:45?"]),
    ("fr", "Le toit est tombé à midi.", ["12:00"]),
    ("fr", "Le toit est tombé peu avant minuit.", ["0:00"]),
    ("fr", "Le toit est tombé peu après 18 heures mercredi.", ["18:00"]),
    ("fr", "Le conseil se réunit le 14 octobre.", ["14 October"]),
    ("fr", "Le conseil se réunit le 1er mai 2031.", ["1 May 2031"]),
    ("fr", "Le conseil se réunit à la mi-avril.", ["9-21 April"]),
    ("fr", "Le conseil se réunit début juin.", ["1-12 June"]),
    ("fr", "Le conseil s'est réuni le mois dernier.", ["February 2031"]),
    ("fr", "Le conseil s'est réuni l'an dernier.", ["2030"]),
    ("fr", "Le conseil s'est réuni le 14/10/2030.", ["14 October 2030"]),
    ("fr", "Le conseil s'est réuni pendant cinq heures.", []),
    ("fr", "Après cinq heures de débat, le conseil a voté.", []),
    ("fr", "Le conseil a voté en mai.", ["May"]),
    ("fr", "Le conseil mais pas le maire a voté.", []),
    ("de", "Das Dach fiel um 19.30 Uhr ein.", ["19:30"]),
    ("de", "Das Dach fiel um halb acht ein.", ["7:30?"]),
    ("de", "Das Dach fiel um sieben Uhr abends ein.", ["19:00"]),
    ("de", "Das Dach fiel um Viertel nach acht ein.", ["8:15?"]),
    ("de", "Das Dach fiel um 6 Uhr ein.", ["6:00?"]),
    ("de", "Das Dach fiel kurz vor sechs am Mittwochmorgen ein.", ["6:00"]),
    ("de", "Das Dach fiel gegen Mitternacht ein.", ["0:00"]),
    ("de", "Das Dach fiel um 19 Uhr 30 ein.", ["19:30"]),
    ("de", "Der Rat tagt am 14. Oktober.", ["14 October"]),
    ("de", "Der Rat tagt am 14.10.2031.", ["14 October 2031"]),
    ("de", "Der Rat tagt Anfang Mai.", ["1-12 May"]),
    ("de", "Der Rat tagt Mitte April.", ["9-21 April"]),
    ("de", "Der Rat tagte im Jänner.", ["January"]),
    ("de", "Der Rat tagte im vergangenen Monat.", ["February 2031"]),
    ("de", "Der Rat tagte letztes Jahr.", ["2030"]),
    ("de", "Der Rat tagte im Jahr 2029.", ["2029"]),
    ("de", "Der Rat tagt am ersten Dezember.", ["1 December"]),
    ("de", "Der Rat tagte sieben Stunden lang.", []),
    ("de", "Acht Menschen kamen am Abend.", []),
    ("es", "El techo cayó a las siete y media de la tarde.", ["19:30"]),
    ("es", "El techo cayó a las 19.30 horas.", ["19:30"]),
    ("es", "El techo cayó a las ocho menos veinte de la mañana.", ["7:40"]),
    ("es", "El techo cayó hacia las seis y cuarto.", ["6:15?"]),
    ("es", "El techo cayó a la una de la madrugada.", ["1:00"]),
    ("es", "El techo cayó al mediodía.", ["12:00"]),
    ("es", "El techo cayó a medianoche.", ["0:00"]),
    ("es", "El techo cayó a las 7:40 de la noche.", ["19:40"]),
    ("es", "El techo cayó poco antes de las nueve de la noche.", ["21:00"]),
    ("es", "El consejo se reúne el 14 de octubre.", ["14 October"]),
    ("es", "El consejo se reúne el 14 de octubre de 2031.", ["14 October 2031"]),
    ("es", "El consejo se reúne a principios de mayo.", ["1-12 May"]),
    ("es", "El consejo se reúne a mediados de abril.", ["9-21 April"]),
    ("es", "El consejo se reunió el mes pasado.", ["February 2031"]),
    ("es", "El consejo se reunió el año pasado.", ["2030"]),
    ("es", "El consejo se reunió en setiembre.", ["September"]),
    ("es", "El consejo premió a las siete personas.", []),
    ("es", "El consejo se reunió durante siete horas.", []),
    ("es", "El consejo se reunió el día 14.", ["14"]),
    ("ar", "انهار السقف عند الرابعة من فجر الأحد.", ["4:00"]),
    ("ar", "انهار السقف نحو السادسة صباح الأحد.", ["6:00"]),
    ("ar", "انهار السقف عند الثانية عشرة والنصف ظهرا.", ["12:30"]),
    ("ar", "انهار السقف الساعة السابعة والربع مساء.", ["19:15"]),
    ("ar", "انهار السقف الساعة 7:40 مساء.", ["19:40"]),
    ("ar", "انهار السقف في الساعة الثامنة إلا ربعا صباحا.", ["7:45"]),
    ("ar", "انهار السقف في الساعة التاسعة والثلث.", ["9:20?"]),
    ("ar", "انهار السقف في تمام الساعة الخامسة عصرا.", ["17:00"]),
    ("ar", "انهار السقف قرابة الحادية عشرة ليلا.", ["23:00"]),
    ("ar", "يجتمع المجلس في الرابع عشر من أكتوبر.", ["14 October"]),
    ("ar", "يجتمع المجلس في الحادي والعشرين من أكتوبر.", ["21 October"]),
    ("ar", "يجتمع المجلس في 14 تشرين الأول.", ["14 October"]),
    ("ar", "يجتمع المجلس في 14 أكتوبر/تشرين الأول المقبل.", ["14 October"]),
    ("ar", "اجتمع المجلس في شباط 2030.", ["February 2030"]),
    ("ar", "اجتمع المجلس في 3 غشت.", ["3 August"]),
    ("ar", "اجتمع المجلس في 3 جانفي.", ["3 January"]),
    ("ar", "اجتمع المجلس في أوائل مايو.", ["1-12 May"]),
    ("ar", "اجتمع المجلس في منتصف نيسان.", ["9-21 April"]),
    ("ar", "اجتمع المجلس الشهر الماضي.", ["February 2031"]),
    ("ar", "اجتمع المجلس العام الماضي.", ["2030"]),
    ("ar", "اجتمع المجلس في عام 2029.", ["2029"]),
    ("ar", "اجتمع المجلس في الأول من ديسمبر.", ["1 December"]),
    ("ar", "اجتمع المجلس للمرة الثالثة مساء الأحد.", []),
    ("ar", "اجتمع المجلس في الدورة الثانية صباح الأحد.", []),
    ("ar", "فاز الفريق في المرحلة الخامسة.", []),
    ("ar", "اجتمع المجلس سبع ساعات.", []),
    ("ar", "اجتمع المجلس يوم 14.", ["14"]),
]
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def _told(text: str, language: str) -> list[str]:
    """The times of a sentence as the cases write them."""
    found = []
    for time in times(read(text, language)):
        if time.clock is not None:
            found.append(f"{time.clock // 60}:{time.clock % 60:02}{'' if time.half else '?'}")
            continue
        day = str(time.day) if time.day else f"{time.days[0]}-{time.days[1]}" if time.days else ""
        month = "-".join(dict.fromkeys(_MONTHS[number - 1] for number in time.months or ()))
        found.append(" ".join(part for part in (day, month, str(time.year or "")) if part) or time.kind)
    return found


@pytest.mark.parametrize(("language", "text", "expected"), _CASES)
def test_a_time_is_read_as_it_is_meant(language: str, text: str, expected: list[str]) -> None:
    assert _told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The roof fell on Sunday.", [6]),
        ("en", "The market is held on Mondays.", []),
        ("en", "The market is held every Monday.", []),
        ("de", "Das Dach fiel am Mittwochabend ein.", [2]),
        ("de", "Das Dach fiel am Sonnabend ein.", [5]),
        ("de", "Der Markt öffnet montags.", []),
        ("fr", "Le toit est tombé mercredi soir.", [2]),
        ("fr", "Le marché ouvre chaque lundi.", []),
        ("es", "El techo cayó el lunes.", [0]),
        ("es", "El mercado abre todos los lunes.", []),
        ("ar", "انهار السقف يوم الأحد.", [6]),
        ("ar", "انهار السقف الأربعاء.", [2]),
        ("ar", "انهار السقف يوم أحد.", [6]),
        ("ar", "انهار السقف والأحد عطلة.", [6]),
        ("ar", "لم يصب أحد في الحادث.", []),
    ],
)
def test_a_weekday_is_one_day(language: str, text: str, expected: list[int]) -> None:
    assert [int(day.meaning) for day in marks(read(text, language)).days] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The roof fell on Sunday morning.", ["morning"]),
        ("de", "Das Dach fiel am Mittwochmorgen ein.", ["morning"]),
        ("de", "Das Dach fiel am Abend ein.", ["evening"]),
        ("fr", "Le toit est tombé dans la nuit de dimanche.", ["night"]),
        ("es", "El techo cayó por la tarde.", ["afternoon"]),
        ("ar", "انهار السقف فجر الأحد.", ["morning"]),
        ("ar", "انهار السقف مساء الأحد.", ["evening"]),
    ],
)
def test_a_part_of_the_day_is_read(language: str, text: str, expected: list[str]) -> None:
    assert [part.meaning for part in marks(read(text, language)).dayparts] == expected


def test_parts_of_a_month_agree_with_their_days_only() -> None:
    early, late, day = (
        times(read(text))[0] for text in ("It met in early May.", "It met in late May.", "It met on 4 May.")
    )
    assert not early.agrees(late)
    assert early.agrees(day)
    assert not late.agrees(day)
