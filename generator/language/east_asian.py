"""Names in Chinese, Japanese and Korean by rule: foreign ones with dots, those before a title, listed ones in runs."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from generator.language.aliases import known
from generator.language.cues import cues
from generator.language.lexicon import is_word
from generator.language.places import place
from generator.language.sounds import HAN, HANGUL, KANA, script_of
from generator.model import Label, Mention

_EAST = frozenset({HAN, KANA, HANGUL})
_KATAKANA_NAME = r"[\u30a1-\u30ff]+(?:[・·=＝][\u30a1-\u30ff]+)+"
_BEFORE_TITLE = {
    "zh": r"[{surnames}][\u4e00-\u9fff]{{1,2}}?(?={titles})",
    "ja": r"(?:[\u30a1-\u30ff・]{{2,12}}|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{2,4}}?)(?={titles})",
    "ko": r"(?<![\uac00-\ud7a3])[\uac00-\ud7a3]{{2,4}} ?(?={titles})",
}
# The hundred most frequent surnames, in both scripts.
_SURNAMES = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖萧蕭田董潘袁于余叶葉"
    "蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鐘姜崔谭譚廖范汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎薛尹段雷黎史龙龍陶贺賀"
    "顾顧毛郝龚龔邵万萬钱錢严嚴武莫孔向习習温溫栗俞"
)


def east_asian_names(text: str, language: str) -> list[Mention]:
    """The names found, in no order, maybe overlapping; empty for any other language."""
    if language not in ("zh", "ja", "ko"):
        return []
    found = [Mention(start=match.start(), end=match.end(), label="PER") for match in _foreign_name().finditer(text)]
    for match in _before_title(language).finditer(text):
        surface = match[0].rstrip()
        if not is_word(surface, language) and not known(surface):
            found.append(Mention(start=match.start(), end=match.start() + len(surface), label="PER"))
    return [*_inside_runs(text, language), *found] if language != "ko" else found


def _inside_runs(text: str, language: str) -> Iterator[Mention]:
    """Listed names within writing without spaces, the longest at each place."""
    index = 0
    while index < len(text):
        if script_of(text[index]) not in _EAST or not text[index].isalpha():
            index += 1
            continue
        ends = range(min(len(text), index + _LONGEST_EAST), index + 1, -1)
        hit = next(((end, name) for end in ends if (name := _east_label(text[index:end]))), None)
        if hit and _inside_word(text, index, hit[0], language):
            hit = None
        if hit:
            yield Mention(start=index, end=hit[0], label=hit[1])
        index = hit[0] if hit else index + 1


_LONGEST_EAST = 9


def _inside_word(text: str, start: int, end: int, language: str) -> bool:
    """Whether the stretch is part of a longer word of the lexicon, and no listed name of a country or body."""
    if known(text[start:end]):
        return False
    longer = [text[start - 1 : end]] * (start > 0) + [text[start : end + 1]] * (end < len(text))
    return any(is_word(word, language) for word in longer)


def _east_label(surface: str) -> Label | None:
    identity = known(surface)
    if identity:
        return "ORG" if identity.startswith("@") else "LOC"
    return "LOC" if len(surface) > 1 and place(surface, "zh") and place(surface, "ja") else None


@lru_cache(maxsize=8)
def _before_title(language: str) -> re.Pattern[str]:
    titles = "|".join(sorted(map(re.escape, cues(language, "title")), key=lambda title: (-len(title), title)))
    return re.compile(_BEFORE_TITLE[language].format(titles=titles, surnames=_SURNAMES))


@lru_cache(maxsize=1)
def _foreign_name() -> re.Pattern[str]:
    """Foreign names with a dot between their parts: katakana, or the characters that Chinese writes names with."""
    listed = files("generator.language").joinpath("data/name_characters.txt").read_text(encoding="utf-8").strip()
    return re.compile(rf"{_KATAKANA_NAME}|[{listed}]{{1,6}}(?:[·•・][{listed}]{{1,8}})+")
