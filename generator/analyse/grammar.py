"""Subjects by a dependency parse, where a parser ran: for cues whose subject does not stand beside them.

"Clinton attacked the plan, saying …": the subject of "saying" is that of the verb it hangs on.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.language.labels import universal
from generator.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.language.parse import Parsed

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_CLIMB = frozenset({"advcl", "xcomp", "conj", "ccomp", "parataxis", "advcl:relcl", "dep", "aux"})
_MODIFIES = frozenset({"acl", "acl:relcl"})
_OUTSIDE = frozenset({"acl:relcl", "acl", "appos", "parataxis", "punct", "advcl", "dep"})
_COMPLEMENTS = frozenset({"ccomp", "parataxis"})
_HIGHEST = 5


@dataclass(slots=True)
class Grammar:
    """The parsed tokens of one article by their offsets; empty where there is no parse."""

    tokens: dict[int, tuple["Token", int]] = field(default_factory=dict)

    @classmethod
    def of(cls, parsed: "Parsed") -> "Grammar":
        """Return the grammar of a parsed article."""
        if parsed.scheme is None:
            return cls()
        return cls({p.start + token.idx: (token, p.start) for p in parsed.paragraphs for token in p.doc})

    def tag(self, offset: int) -> str:
        """Return the universal part of speech of the token that starts at `offset`, or nothing."""
        found = self.tokens.get(offset)
        return found[0].pos_ if found else ""

    def marks(self, offset: int) -> bool:
        """Return whether the word that starts at `offset` opens a clause that completes or modifies: "that", "if"."""
        found = self.tokens.get(offset)
        return found is not None and universal(found[0].dep_) == "mark"

    def subject(self, offset: int) -> Span | None:
        """Return the subject of the verb that starts at `offset`, its own or that of the verb it hangs on."""
        found = self.tokens.get(offset)
        if found is None:
            return None
        token, start = found
        for _ in range(_HIGHEST):
            own = next((child for child in token.children if universal(child.dep_) in _SUBJECTS), None)
            if own is not None:
                return _span(own, start)
            relation = universal(token.dep_)
            if relation in _MODIFIES:
                return _span(token.head, start)
            if relation not in _CLIMB or token.head.i == token.i:
                return None
            token = token.head
        return None

    def complement(self, offset: int) -> Span | None:
        """Return the clause that completes the verb at `offset` and stands behind it, or None."""
        return self._child(offset, _COMPLEMENTS, clause=True)

    def infinitive(self, offset: int) -> Span | None:
        """Return the infinitive that completes the verb at `offset`, from "to" on, or None."""
        span = self._child(offset, frozenset({"xcomp", "advcl", "ccomp"}), clause=False)
        found = self.tokens.get(span.start) if span is not None else None
        return span if found is not None and found[0].lower_ == "to" else None

    def object(self, offset: int) -> Span | None:
        """Return what the verb at `offset` is about: its whole object, or what follows "for", "of", "about"."""
        return self._child(offset, frozenset({"obj", "obl", "ccomp"}), clause=False)

    def _child(self, offset: int, relations: frozenset[str], *, clause: bool) -> Span | None:
        found = self.tokens.get(offset)
        if found is None:
            return None
        token, start = found
        for child in token.children:
            if child.i < token.i or universal(child.dep_) not in relations or (clause and not _is_clause(child)):
                continue
            inside = [one for one in child.subtree if one.i > token.i]
            first = next((one for one in inside if not one.is_punct and not one.is_space), None)
            if first is not None:
                return Span(start=start + first.idx, end=start + inside[-1].idx + len(inside[-1]))
        return None


def _is_clause(head: "Token") -> bool:
    """Return whether the word heads a finite clause: with a subject of its own."""
    return any(universal(child.dep_) in (*_SUBJECTS, "expl") for child in head.children)


def _span(head: "Token", start: int) -> Span:
    """Return the bounds of a noun phrase in the article, less its relative clauses and appositions."""
    inside = sorted(_members(head), key=lambda token: token.i)
    first = last = next(n for n, token in enumerate(inside) if token.i == head.i)
    while first > 0 and inside[first - 1].i == inside[first].i - 1:
        first -= 1
    while last + 1 < len(inside) and inside[last + 1].i == inside[last].i + 1:
        last += 1
    return Span(start=start + inside[first].idx, end=start + inside[last].idx + len(inside[last]))


def _members(head: "Token") -> Iterable["Token"]:
    yield head
    for child in head.children:
        if universal(child.dep_) not in _OUTSIDE:
            yield from _members(child)
