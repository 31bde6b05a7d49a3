"""What the labels of spaCy's many pipelines mean in ours: four kinds of name, two schemes of dependencies."""

from collections.abc import Iterable
from typing import Literal

from spacy.language import Language
from spacy.pipeline import DependencyParser

from generator.model import Label

Scheme = Literal["ud", "clearnlp"]
"""Universal Dependencies, or ClearNLP's as in spaCy's own English pipelines."""

LABELS: dict[str, Label] = {
    "PER": "PER", "PERSON": "PER", "PERS": "PER", "NAME": "PER", "persName": "PER", "PRS": "PER",
    "ORG": "ORG", "ORGANIZATION": "ORG", "ORGANISATION": "ORG", "orgName": "ORG",
    "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "GPE_LOC": "LOC", "GPE_ORG": "LOC", "FACILITY": "LOC",
    "placeName": "LOC", "geogName": "LOC",
    "MISC": "MISC", "NORP": "MISC", "EVENT": "MISC", "EVT": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC",
    "LAW": "MISC", "LANGUAGE": "MISC", "WRK": "MISC", "NAT_REL_POL": "MISC",
}  # fmt: skip
"""OntoNotes, CoNLL, SUC, NKJP and RONEC names; what is not here (dates, quantities) is no name."""

CLEARNLP_ONLY = frozenset(["dobj", "nsubjpass", "pobj", "auxpass", "csubjpass", "prep", "poss", "relcl"])
UD_OF_CLEARNLP = {
    "dobj": "obj", "dative": "iobj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
    "agent": "obl:agent", "poss": "nmod:poss", "relcl": "acl:relcl", "npadvmod": "obl:npmod", "neg": "advmod",
    "prt": "compound:prt", "nn": "compound", "quantmod": "advmod", "preconj": "cc:preconj", "predet": "det:predet",
    "intj": "discourse", "meta": "dep", "oprd": "xcomp", "acomp": "xcomp", "attr": "xcomp",
}  # fmt: skip
"""Relations that differ by name alone; ``prep`` and ``pobj`` differ in structure and stay."""


def scheme(nlp: Language) -> Scheme | None:
    """Which scheme a pipeline's parser writes, or None where it has no parser."""
    if "parser" not in nlp.pipe_names:
        return None
    parser: DependencyParser = nlp.get_pipe("parser")
    return scheme_of(parser.labels)


def scheme_of(relations: Iterable[str]) -> Scheme:
    """The scheme that a parser with these relations follows."""
    return "clearnlp" if CLEARNLP_ONLY & set(relations) else "ud"


def universal(relation: str) -> str:
    """The Universal Dependencies name of a relation of either scheme."""
    return UD_OF_CLEARNLP.get(relation, relation)
