"""How well the shipped pipelines parse and find names, and how fast: the models section of the language benchmark."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

import spacy
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from generator.language.parse import parse
from generator.language.pipelines import load
from generator.language.projection import Known, projected
from training.corrections import corrected
from training.documents import name_document, parse_document
from training.gmb import read_gmb
from training.name_sets import read_anercorp, read_uner
from training.tagged import TaggedSentence
from training.treebank import genre, paragraphs, read_gum

NEWS_GENRES = ("news", "interview")
SCORED = ("PER", "ORG", "LOC")
SENTENCES_PER_TEXT = 4
SENTENCES_PER_ARTICLE, SENTENCES_PER_PARAGRAPH = 24, 3
OVERLAP = 0.6
"""Share of the longer of two spans that must be common for a name to count as found."""
SAMPLE = "seeds-gold.json"
SAMPLE_LABELS = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "ORG": "ORG"}
SEEDS = Path(__file__).parent.parent / "seeds"

Entity = tuple[int, int, str]


def measure(data: Path) -> dict[str, float]:
    """The figures of every corpus that is there; F scores and accuracies in points of 100."""
    parts: dict[str, Callable[[Path], dict[str, float]]] = {
        "ud_english_gum": _grammar,
        "uner_english_ewt": lambda folder: _names(read_uner(folder, "ewt", "test"), "en", "names_uner_ewt"),
        "uner_english_pud": lambda folder: _names(read_uner(folder, "pud", "test"), "en", "names_pud_news", size=1),
        "gmb": lambda folder: _names(
            corrected(read_gmb(folder / "gmb"), "gmb").held_out, "en", "names_news_read", size=1
        ),
        "anercorp": lambda folder: _names(read_anercorp(folder)[1], "ar", "names_anercorp"),
    }
    figures: dict[str, float] = {}
    for corpus, part in parts.items():
        if (data / corpus).is_dir():
            figures |= part(data)
    if (data / "uner_english_ewt").is_dir():
        figures |= _speed(data)
    if (data / SAMPLE).is_file():
        figures |= _sample(data / SAMPLE)
    return figures | _load_seconds() | _sizes()


def _speed(data: Path) -> dict[str, float]:
    """Words that `parse` reads in one CPU second, in articles of some 400 words."""
    sentences = [" ".join(s.words) for s in read_uner(data, "ewt", "test")]
    blocks = [" ".join(part) for part in _cut(sentences, SENTENCES_PER_PARAGRAPH)]
    articles = ["\n\n".join(part) for part in _cut(blocks, SENTENCES_PER_ARTICLE // SENTENCES_PER_PARAGRAPH)]
    parse(articles[0], "en")
    started = time.process_time()
    words = sum(len(p.doc) for article in articles for p in parse(article, "en").paragraphs)
    return {"english_words_per_cpu_second": round(words / (time.process_time() - started))}


def _cut(items: Sequence[str], size: int) -> list[Sequence[str]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def _sample(gold_file: Path) -> dict[str, float]:
    """Names found in the Arabic sample article, alone and with those of the story's English articles.

    A name counts as found where spans overlap by most of their length and labels agree.
    """
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    texts = {key: (SEEDS / about["file"]).read_text(encoding="utf-8") for key, about in gold["docs"].items()}
    arabic = next(key for key, about in gold["docs"].items() if about["lang"] == "ar")
    wanted = {
        (mention["start"], mention["end"], SAMPLE_LABELS[kind])
        for entity in gold["entities"]
        if (kind := entity["type"].split(" ")[0]) in SAMPLE_LABELS and "anonymous" not in entity["type"]
        for mention in entity["mentions"]
        if mention["doc"] == arabic
    }
    names = [
        Known(text[m.start : m.end], m.label)
        for key, text in texts.items()
        if key != arabic
        for m in parse(text, gold["docs"][key]["lang"]).mentions
    ]
    alone = parse(texts[arabic], "ar").mentions
    figures: dict[str, float] = {}
    for name, mentions in (("alone", alone), ("with_story", projected(texts[arabic], "ar", alone, names))):
        found = {(m.start, m.end, m.label) for m in mentions if m.label in SCORED}
        figures[f"arabic_sample_{name}_precision"] = _points(_matched(found, wanted))
        figures[f"arabic_sample_{name}_recall"] = _points(_matched(wanted, found))
    return figures


def _matched(ours: AbstractSet[Entity], theirs: AbstractSet[Entity]) -> float:
    """The share of our names that have a counterpart among theirs."""
    hits = [any(label == other[2] and _overlap(start, end, other) for other in theirs) for start, end, label in ours]
    return sum(hits) / max(1, len(hits))


def _overlap(start: int, end: int, other: Entity) -> bool:
    return min(end, other[1]) - max(start, other[0]) >= OVERLAP * max(end - start, other[1] - other[0])


def _grammar(data: Path) -> dict[str, float]:
    """Parsing, tagging and sentences on the news and interviews of GUM's test part, paragraphs given."""
    nlp = load("en")
    test = [s for s in read_gum(data / "ud_english_gum").test if genre(s.document) in NEWS_GENRES]
    runs = paragraphs(test, longest=1000)
    gold = [doc for run in runs if (doc := parse_document(nlp, run, with_curly=False)) is not None]
    examples = [Example(parse(doc.text, "en").paragraphs[0].doc, doc) for doc in gold]
    scores = Scorer(nlp).score(examples)
    return {
        "english_uas": _points(scores["dep_uas"]),
        "english_las": _points(scores["dep_las"]),
        "english_sentences_f": _points(_sentence_f(examples)),
        "english_tag": _points(scores["tag_acc"]),
        "english_lemma": _points(scores["lemma_acc"]),
    }


def _sentence_f(examples: Iterable[Example]) -> float:
    """F of exact sentence spans, counting characters so that other word boundaries do not matter."""
    found = [{(s.start_char, s.end_char) for s in e.predicted.sents} for e in examples]
    gold = [{(s.start_char, s.end_char) for s in e.reference.sents} for e in examples]
    return _f(found, gold)


def _names(
    sentences: Sequence[TaggedSentence], language: str, name: str, *, size: int = SENTENCES_PER_TEXT
) -> dict[str, float]:
    """F of PER, ORG and LOC, exact in span and label, raw text in; spans count to the edges of the gold words."""
    blank = spacy.blank(language)
    docs = [name_document(blank, sentences[i : i + size], with_curly=False) for i in range(0, len(sentences), size)]
    found = [_widened(doc, ((m.start, m.end, m.label) for m in parse(doc.text, language).mentions)) for doc in docs]
    gold = [{(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in SCORED} for doc in docs]
    hits = sum(len(f & g) for f, g in zip(found, gold, strict=True))
    return {
        f"{name}_f": _points(_f(found, gold)),
        f"{name}_precision": _points(hits / max(1, sum(map(len, found)))),
        f"{name}_recall": _points(hits / max(1, sum(map(len, gold)))),
    }


def _widened(doc: Doc, mentions: Iterable[Entity]) -> set[Entity]:
    """The mentions, those that begin inside an Arabic word (after its proclitic) taken from its beginning."""
    found: set[Entity] = set()
    for start, end, label in mentions:
        span = doc.char_span(start, end, alignment_mode="expand") if doc.lang_ == "ar" else None
        if label in SCORED:
            found.add((span.start_char, span.end_char, label) if span is not None else (start, end, label))
    return found


def _f(found: Sequence[AbstractSet[object]], gold: Sequence[AbstractSet[object]]) -> float:
    hits = sum(len(f & g) for f, g in zip(found, gold, strict=True))
    total = sum(map(len, found)) + sum(map(len, gold))
    return 2 * hits / total if total else 0.0


def _points(share: float) -> float:
    return round(100 * share, 1)


def _load_seconds() -> dict[str, float]:
    """CPU seconds to load the English pipeline in a fresh process, spaCy's own import not counted."""
    program = (
        "import time, spacy, generator.language.pipelines as p; a = time.process_time(); p.load('en'); "
        "print(time.process_time() - a)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    return {"english_load_cpu_seconds": round(float(run.stdout), 2)}


def _sizes() -> dict[str, float]:
    figures = {}
    for language in ("en", "ar"):
        folder = Path(str(load(language).path))
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        figures[f"model_{language}_megabytes"] = round(size / 1e6, 1)
    return figures | {"peak_memory_mebibytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)}
