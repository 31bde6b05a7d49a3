"""What is the most of its kind, and what is only one of the most, in five languages. All texts are invented."""

import pytest

from generator.compare.marks import marks
from generator.compare.statements import statements
from tests.compare.telling import story, told


def read(text: str, language: str) -> list[tuple[str, bool]]:
    """The meaning of every superlative of a sentence, and whether it is one of several."""
    found = marks(statements(story(told("A", text, language=language)), ())[0])
    return [(mark.meaning, mark.first in found.softened) for mark in found.superlatives]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It is the deadliest fire in the history of the town.", [("deadly", False)]),
        ("en", "It is one of the most deadly fires in the history of the town.", [("deadly", True)]),
        ("en", "It is the most effective treatment ever seen.", [("effective", False)]),
        ("en", "It is one of the country's most effective treatments.", [("effective", True)]),
        ("en", "The prints are among the ten oldest of the region.", [("old", True)]),
        ("en", "Never before have older ones turned up in the region.", [("old", False)]),
        ("en", "Nothing in the house is more important than the crown.", [("important", False)]),
        ("en", "The crown is more important than the sword.", []),
        ("en", "It was the greyest day and the dampest one.", [("grey", False), ("damp", False)]),
        ("en", "The honest guest had no interest in the forest.", []),
        ("en", "Most people left and most of them walked.", []),
        ("ar", "هذا أنجح مدرب عرفه النادي.", [("successful", False)]),
        ("ar", "هذا أحد أنجح المدربين في تاريخ النادي.", [("successful", True)]),
        ("ar", "التاج من أهم القطع في المتحف.", [("important", True)]),
        ("ar", "كان الحريق الأشد فتكا في المدينة.", [("deadly", False)]),
        ("ar", "كان واحدا من الحرائق الأكثر دموية في المدينة.", [("deadly", True)]),
        ("ar", "البيت الجديد أكبر من البيت القديم.", []),
        ("ar", "حضر أكثر من مئة عامل.", []),
        ("fr", "C'est la catastrophe la plus meurtrière de la ville.", [("deadly", False)]),
        ("fr", "C'est l'un des incendies les plus graves de la ville.", [("bad", True)]),
        ("fr", "Le pont est plus long que la route.", []),
        ("fr", "De plus en plus de gens partent.", []),
        ("de", "Es ist der verregnetste Sommer der Stadt.", [("verregnet", False)]),
        ("de", "Es ist einer der schwersten Brände der Stadt.", [("bad", True)]),
        ("de", "Der Brand zählt zu den größten der Stadt.", [("great", True)]),
        ("de", "Die ersten Gäste mussten an der Küste die ernste Lage fassen.", []),
        ("es", "Es el incendio más mortífero de la ciudad.", [("deadly", False)]),
        ("es", "Es uno de los incendios más mortíferos de la ciudad.", [("deadly", True)]),
        ("es", "La torre es más alta que el puente.", []),
        ("es", "Es la peor crisis de la ciudad.", [("bad", False)]),
    ],
)
def test_superlatives(language: str, text: str, expected: list[tuple[str, bool]]) -> None:
    assert read(text, language) == expected
