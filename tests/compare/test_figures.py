"""Figures as readers of five languages see them, and what only looks like one. All texts are invented."""

import pytest

from generator.compare.figures import Figure, figures
from tests.compare.test_quantities import read


def _figures(text: str, language: str) -> tuple[Figure, ...]:
    return figures(read(text, language))


def _written(figure: Figure) -> str:
    """Value or bounds, the unit if it is no word of the text, and what happened."""
    rounded = (f"{round(one, 2):g}" if one < 1e5 else f"{one:.0f}" for one in (figure.low, figure.high))
    low, high = rounded
    unit = (
        figure.unit
        if ":" not in figure.unit
        else "thing" + figure.unit.partition("/")[1] + figure.unit.partition("/")[2]
    )
    parts = (low if low == high else f"{low}..{high}", unit, figure.event, "part" if figure.part else "")
    return " ".join(part for part in parts if part)


_CASES: list[tuple[str, str, list[str]]] = [
    ("en", "Seventeen sailors were hurt in the harbour.", ["17 person hurt"]),
    ("en", "Twenty one sailors were hurt in the harbour.", ["21 person hurt"]),
    ("en", "Two hundred and fifty sailors were hurt in the harbour.", ["250 person hurt"]),
    ("en", "Seven three sailors were hurt in the harbour.", []),
    ("en", "Seven people lost their lives in the harbour.", ["7 person dead"]),
    ("en", "The storm claimed seven lives.", ["7 person dead"]),
    ("en", "The death toll of nine shocked the town.", ["9 person dead"]),
    ("en", "The toll stands at nine.", ["9 person dead"]),
    ("en", "Nine dead after bridge collapse", ["9 person dead"]),
    ("en", "Divers found nine bodies in the hull.", ["9 person dead"]),
    ("en", "At least twelve were killed.", ["12..16.8 person dead"]),
    ("en", "The blast hit the crowd, injuring 17 of them slightly.", ["17 person hurt part"]),
    ("en", "The blast hit the crowd, leaving 26 of them with cuts and bruises.", ["26 person hurt part"]),
    ("en", "No one was hurt in the fire.", ["0 person hurt"]),
    ("en", "No injuries were reported in the fire.", ["0 person hurt"]),
    ("en", "Nobody died in the fire.", ["0 person dead"]),
    ("en", "No passengers were injured.", ["0 person hurt"]),
    ("en", "The blast killed 12 people, two of them children.", ["12 person dead", "2 person dead part"]),
    ("en", "12 people, including two children, were killed.", ["12 person dead", "2 person dead part"]),
    ("en", "Police arrested 40 people.", ["40 person held"]),
    ("en", "Some 1,200 villagers were evacuated.", ["1020..1380 person moved"]),
    (
        "en",
        "The plant will lay off 300 workers; 90 lost their jobs last spring.",
        ["300 person dismissed", "90 person dismissed"],
    ),
    ("en", "The driver was doing 110.", ["110 km/h"]),
    ("en", "The wait was cut from twelve weeks to seven.", ["120960 time", "70560 time"]),
    ("en", "The footprints are about 126,000 years old.", ["107100..144900 age"]),
    ("en", "He is 34 years old.", []),
    ("en", "Dozens of homes burned.", ["24..99 thing"]),
    ("en", "Hundreds of people were hurt.", ["150..999 person hurt"]),
    ("en", "A third of the staff stayed away.", ["31.33..35.33 percent"]),
    ("en", "One in five voters stayed away.", ["18.8..21.2 percent"]),
    ("en", "Half of the members stayed away.", ["47..53 percent"]),
    ("en", "Between 40 and 50 people came.", ["40..50 person"]),
    ("en", "The show drew 40 to 50 people.", ["40..50 person"]),
    ("en", "For the third time the vote failed.", []),
    ("en", "The project cost £2.5m and 12 million crowns.", ["2500000 pound", "12000000 crown"]),
    ("en", "The rate rose by 2.5 percentage points to 7%.", ["2.5 point", "7 percent"]),
    ("en", "Winds of 100 kilometres per hour tore roofs off.", ["100 km/h"]),
    ("en", "The workers earn 50 dollars an hour.", ["50 dollar/hour"]),
    ("en", "The fire burned 20 square kilometres.", ["2000 hectare"]),
    ("en", "The fire burned 2,000 hectares.", ["2000 hectare"]),
    ("en", "The tank holds 3 tonnes.", ["3000 kilogram"]),
    ("en", "It was 104 degrees Fahrenheit.", ["39.72..40.28 degree"]),
    ("en", "It was 40°C in the shade.", ["40 degree"]),
    ("en", "Two and a half hours later", []),
    ("en", "The talks took two and a half hours.", ["150 time"]),
    ("en", "Flight 212 was late.", []),
    ("en", "Under article 5 they may vote.", []),
    ("en", "They won 3-1.", []),
    ("en", "More than a dozen boats sank.", ["10..19.6 thing"]),
    ("en", "Up to 500 people marched.", ["300..500 person"]),
    ("en", "Some 500 people or more marched.", ["425..575 person"]),
    ("en", "Twelve office jobs went.", ["12 thing"]),
    ("en", "The number of visitors doubled.", ["2 times"]),
    ("en", "The number fell by a third.", ["31.33..35.33 percent"]),
    ("fr", "Une vingtaine de personnes ont été blessées.", ["17..23 person hurt"]),
    ("fr", "Quatre-vingt-dix personnes sont mortes.", ["90 person dead"]),
    ("fr", "Le bilan est de neuf morts.", ["9 person dead"]),
    ("fr", "Au moins douze personnes ont perdu la vie.", ["12..16.8 person dead"]),
    ("fr", "Personne n'a été blessé.", ["0 person hurt"]),
    ("fr", "Le feu n'a fait aucun blessé.", ["0 person hurt"]),
    ("fr", "Près de 12 000 coureurs ont traversé le port.", ["10200..12000 thing"]),
    ("fr", "Un tiers des salariés sont restés chez eux.", ["31.33..35.33 percent"]),
    ("fr", "La moitié des élus ont voté.", ["47..53 percent"]),
    ("fr", "Un élu sur cinq a voté.", ["18.8..21.2 percent"]),
    ("fr", "Deux millions et demi d'euros ont disparu.", ["2500000 euro"]),
    ("fr", "Le taux est de 3,5 %.", ["3.5 percent"]),
    ("fr", "La voiture roulait à 110 km/h.", ["110 km/h"]),
    ("fr", "Des dizaines de maisons ont brûlé.", ["20..99 thing"]),
    ("fr", "Entre 40 et 50 personnes sont venues.", ["40..50 person"]),
    ("fr", "De 40 à 50 personnes sont venues.", ["40..50 person"]),
    ("fr", "Le chantier coûtera 12 millions de couronnes.", ["12000000 crown"]),
    ("fr", "Les pourparlers ont duré trois heures et demie.", ["210 time"]),
    ("fr", "Quarante personnes ont été interpellées.", ["40 person held"]),
    ("fr", "Deux cents habitants ont été évacués.", ["200 person moved"]),
    ("fr", "Pour la troisième fois, le vote a échoué.", []),
    ("fr", "Le prix a doublé.", ["2 times"]),
    ("fr", "Trois personnes sont portées disparues.", ["3 person missing"]),
    ("fr", "Plus de 300 emplois seront supprimés.", ["300..420 thing"]),
    ("de", "Zweihundertfünfzig Menschen wurden verletzt.", ["250 person hurt"]),
    ("de", "Die Gespräche dauerten zweieinhalb Stunden.", ["150 time"]),
    ("de", "Dutzende Häuser brannten.", ["24..99 thing"]),
    ("de", "Bei dem Brand kamen sieben Menschen ums Leben.", ["7 person dead"]),
    ("de", "Die Zahl der Toten stieg auf neun.", ["9 person dead"]),
    ("de", "Niemand wurde verletzt.", ["0 person hurt"]),
    ("de", "Es gab keine Verletzten.", ["0 person hurt"]),
    ("de", "Mindestens zwölf Menschen starben.", ["12..16.8 person dead"]),
    ("de", "Knapp 500 Menschen wurden evakuiert.", ["425..500 person moved"]),
    ("de", "Ein Drittel der Wähler blieb zu Hause.", ["31.33..35.33 percent"]),
    ("de", "Die Hälfte der Mitglieder stimmte zu.", ["47..53 percent"]),
    ("de", "Das kostet 1,5 Millionen Euro.", ["1500000 euro"]),
    ("de", "Das kostet 1.250 Kronen.", ["1250 crown"]),
    ("de", "Zwischen 40 und 50 Menschen kamen.", ["40..50 person"]),
    ("de", "40 bis 50 Menschen kamen.", ["40..50 person"]),
    ("de", "Der Wagen fuhr 110 Kilometer pro Stunde.", ["110 km/h"]),
    ("de", "Die Polizei nahm 40 Menschen fest.", ["40 person"]),
    ("de", "Die Rate stieg um 2,5 Prozentpunkte.", ["2.5 point"]),
    ("de", "Das Feuer zerstörte 20 Hektar Wald.", ["20 hectare"]),
    ("de", "Drei Menschen werden vermisst.", ["3 person missing"]),
    ("de", "Zum dritten Mal scheiterte die Wahl.", []),
    ("de", "Der Preis hat sich verdoppelt.", ["2 times"]),
    ("es", "Ciento veinte personas resultaron heridas.", ["120 person hurt"]),
    ("es", "Mil doscientos soldados llegaron.", ["1200 person"]),
    ("es", "Una docena de casas ardieron.", ["10..14 thing"]),
    ("es", "Siete personas perdieron la vida.", ["7 person dead"]),
    ("es", "El saldo es de nueve muertos.", ["9 person dead"]),
    ("es", "Nadie resultó herido.", ["0 person hurt"]),
    ("es", "No hubo heridos.", ["0 person hurt"]),
    ("es", "El incendio terminó sin víctimas.", ["0 person"]),
    ("es", "Al menos doce personas murieron.", ["12..16.8 person dead"]),
    ("es", "Unas 500 personas fueron evacuadas.", ["425..575 person moved"]),
    ("es", "Un tercio de los socios no votó.", ["31.33..35.33 percent"]),
    ("es", "Uno de cada cinco socios no votó.", ["18.8..21.2 percent"]),
    ("es", "La mitad de los socios no votó.", ["47..53 percent"]),
    ("es", "Cuesta 1,5 millones de euros.", ["1500000 euro"]),
    ("es", "Cuesta tres mil millones de pesos.", ["3000000000 peso"]),
    ("es", "Entre 40 y 50 personas llegaron.", ["40..50 person"]),
    ("es", "El coche circulaba a 110 kilómetros por hora.", ["110 km/h"]),
    ("es", "El fuego quemó 20 hectáreas.", ["20 hectare"]),
    ("es", "La charla duró dos horas y media.", ["150 time"]),
    ("es", "Cuarenta personas fueron detenidas.", ["40 person held"]),
    ("es", "Por tercera vez fracasó la votación.", []),
    ("es", "Decenas de casas ardieron.", ["20..99 thing"]),
    ("ar", "أصيب سبعة عشر شخصاً في الميناء يوم الأربعاء.", ["17 person hurt"]),
    ("ar", "أصيب واحد وعشرون شخصاً في الميناء يوم الأربعاء.", ["21 person hurt"]),
    ("ar", "أصيب عشرة أشخاص في الميناء يوم الأربعاء.", ["10 person hurt"]),
    ("ar", "أصيب 21 شخصاً في الميناء يوم الأربعاء.", ["21 person hurt"]),
    ("ar", "أصيب ٢١ شخصاً في الميناء.", ["21 person hurt"]),
    ("ar", "لقي 31 شخصا مصرعهم في الحريق.", ["31 person dead"]),
    ("ar", "أسفر الحادث عن مقتل تسعة أشخاص.", ["9 person dead"]),
    ("ar", "أسفر الحادث عن مقتل شخصين وإصابة خمسة آخرين.", ["2 person dead", "5 person hurt"]),
    ("ar", "سقط قتيلان في الحادث.", ["2 person dead"]),
    ("ar", "وأصيب العشرات في الحادث.", ["20..99 person hurt"]),
    ("ar", "لم يسفر الحريق عن إصابات.", ["0 person hurt"]),
    ("ar", "لم تقع إصابات في الحريق.", ["0 person hurt"]),
    ("ar", "انتهى الحريق دون وقوع ضحايا.", ["0 person dead"]),
    ("ar", "ما لا يقل عن 12 شخصا قتلوا.", ["12..16.8 person dead"]),
    ("ar", "احترقت عشرات المنازل.", ["20..99 thing"]),
    ("ar", "دفعت الشركة مليوني دولار.", ["2000000 dollar"]),
    ("ar", "دفعت الشركة 12 مليون كرونة.", ["12000000 crown"]),
    ("ar", "استمرت المحادثات يومين.", ["2880 time"]),
    ("ar", "استمرت المحادثات ثلاث ساعات ونصف.", ["210 time"]),
    ("ar", "غاب نصف الأعضاء عن الجلسة.", ["47..53 percent"]),
    ("ar", "حضر ما بين 40 و50 شخصا.", ["40..50 person"]),
    ("ar", "ارتفعت النسبة إلى 3.5 في المئة.", ["3.5 percent"]),
    ("ar", "حضر ألفان وخمسمئة شخص.", ["2500 person"]),
    ("ar", "اعتقلت الشرطة أربعين شخصا.", ["40 person held"]),
    ("ar", "أجلت السلطات مئة وخمسين أسرة.", ["150 thing"]),
    ("ar", "كانت سرعة السيارة 110 كيلومترات في الساعة.", ["110 km/h"]),
    ("ar", "للمرة الثالثة فشل التصويت.", []),
    ("ar", "قتل أحد عشر جنديا.", ["11 person dead"]),
    ("ar", "التهم الحريق عشرين هكتارا.", ["20 hectare"]),
    ("ar", "تضاعف السعر.", ["2 times"]),
    ("ar", "قال أحد الركاب إن النار اندلعت.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), _CASES)
def test_a_figure_is_read_as_it_is_meant(language: str, text: str, expected: list[str]) -> None:
    assert [_written(figure) for figure in _figures(text, language)] == expected


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("The road is 10 km long.", "The road is 6.2 miles long.", True),
        ("The road is 10 km long.", "The road is 8 miles long.", False),
        ("The fire burned 50 acres.", "The fire burned 20 hectares.", True),
        ("It took two days.", "It took 48 hours.", True),
        ("It was 104 degrees Fahrenheit.", "It was 40 degrees Celsius.", True),
        ("A third of them left.", "Some 33 percent of them left.", True),
        ("A third of them left.", "Only 20 percent of them left.", False),
    ],
)
def test_measures_of_two_systems_agree_where_they_are_one(one: str, other: str, *, agree: bool) -> None:
    ours, theirs = _figures(one, "en")[0], _figures(other, "en")[0]
    assert ours.unit == theirs.unit
    assert ours.agrees(theirs) is agree
