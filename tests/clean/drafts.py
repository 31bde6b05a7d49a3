"""Invented drafts for the cleaning tests."""

from datetime import UTC, datetime

from generator.clean import Cleaned, clean
from generator.model import Article, Draft, Origin
from generator.read import Limits

NOW = datetime(2026, 11, 22, tzinfo=UTC)
FIRST = "The invented mayor of Riverton closed the harbour on Monday after a storm damaged the northern pier."
SECOND = "Fishing boats may return when engineers have looked at the pier, the mayor told reporters on Tuesday."
THIRD = "The town council of Riverton, which is as invented as the mayor, will pay for the repairs."


def draft(body: str, where: str = "a.txt", **known: object) -> Draft:
    """A draft of a file, with whatever else is known."""
    return Draft(origin=Origin(kind="file", where=where), body=body, **known)  # type: ignore[arg-type]


def cleaned(*drafts: Draft, limits: Limits | None = None) -> Cleaned:
    """What cleaning makes of drafts."""
    return clean(drafts, now=NOW, limits=limits or Limits())


def article(body: str, **known: object) -> Article:
    """The one article that a text makes."""
    found = cleaned(draft(body, **known))
    assert not found.refusals, found.refusals
    [only] = found.articles
    return only
