"""How sure a statement is of what it says, in five languages. All texts are invented."""

import pytest

from generator.compare.marks import marks
from generator.compare.statements import statements
from tests.compare.telling import story, told


def levels(text: str, language: str) -> list[str]:
    """What the words and endings of a sentence say of how sure it is, in order."""
    found = marks(statements(story(told("A", text, language=language)), ())[0])
    return [mark.meaning for mark in sorted(set(found.modal.values()))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The bridge is to be opened in spring.", ["certain"]),
        ("en", "The council is weighing a new bridge.", ["possible"]),
        ("en", "The driver is to blame for the fire.", []),
        ("en", "The bridge opened in spring.", []),
        ("ar", "قد تعوض الحكومة الأسر.", ["possible"]),
        ("ar", "قد يقام المعرض في الصيف.", ["possible"]),
        ("ar", "وقد أعلن الوزير موعد المعرض.", []),
        ("ar", "وقد تم إطفاء الحريق.", []),
        ("ar", "وكان قد يئس من الحل.", []),
        ("ar", "وقد تعرضت المدينة لفيضان.", []),
        ("ar", "الحكومة ستعوض الأسر.", ["certain"]),
        ("ar", "سيقام المعرض وستبقى الآلات في المدينة.", ["certain", "certain"]),
        ("ar", "سيارة الوزير سوداء منذ سنوات طويلة.", []),
        ("fr", "Le pont ouvrira au printemps.", ["certain"]),
        ("fr", "Le pont coûterait deux millions.", ["possible"]),
        ("fr", "Le juge considérait la caméra de l'opéra.", []),
        ("es", "El puente abrirá en primavera.", ["certain"]),
        ("es", "El alcalde renovaría el puente.", ["conditional"]),
        ("es", "La mayoría quería una galería y una ingeniería nueva.", []),
        ("de", "Die Brücke könnte im Frühjahr öffnen.", ["possible"]),
    ],
)
def test_levels(language: str, text: str, expected: list[str]) -> None:
    assert levels(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The union is in talks to join the cabinet."),
        ("ar", "تعهد الاتحاد بالانضمام إلى الحكومة."),
        ("fr", "Le syndicat s'est engagé à rejoindre le gouvernement."),
        ("de", "Die Gewerkschaft verpflichtete sich zum Beitritt."),
        ("es", "El sindicato se comprometió a entrar en el gobierno."),
    ],
)
def test_what_is_only_meant(language: str, text: str) -> None:
    found = marks(statements(story(told("A", text, language=language)), ())[0])
    assert found.intended
