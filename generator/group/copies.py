"""Copies stand beside their original: they join its story and are no evidence for anything."""

from collections.abc import Mapping, Sequence

from generator.group.identity import Group, in_order
from generator.model import Analysis


def originals(ordered: Sequence[Analysis]) -> Mapping[str, str]:
    """For each article the id of the article that stands for it: itself, or the original it repeats.

    Where the original itself is missing, the first of its copies stands for the others.
    """
    copy_of = {a.article.id: a.article.copy_of for a in ordered}
    stands: dict[str, str] = {}
    for analysis in ordered:
        origin = _origin(analysis.article.id, copy_of)
        stands.setdefault(origin, origin if origin in copy_of else analysis.article.id)
    return {article: stands[_origin(article, copy_of)] for article in copy_of}


def with_copies(groups: Sequence[Group], ordered: Sequence[Analysis], standing: Mapping[str, str]) -> list[Group]:
    """The groups with the copies of their articles."""
    copies: dict[str, list[Analysis]] = {}
    for analysis in ordered:
        if standing[analysis.article.id] != analysis.article.id:
            copies.setdefault(standing[analysis.article.id], []).append(analysis)
    if not copies:
        return list(groups)
    return [in_order([*group, *(c for a in group for c in copies.get(a.article.id, ()))]) for group in groups]


def _origin(article: str, copy_of: Mapping[str, str | None]) -> str:
    """The end of the chain of copies; a circle ends at its smallest id."""
    seen = {article}
    while (further := copy_of.get(article)) is not None:
        if further in seen:
            return min(seen)
        seen.add(further)
        article = further
    return article
