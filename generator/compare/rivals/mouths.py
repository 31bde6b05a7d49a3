"""The same report from two mouths."""

from collections.abc import Iterator, Sequence

from generator.compare.likeness import longest_run
from generator.compare.marks import Mark, marks
from generator.compare.matching import Match, contrast
from generator.compare.opposites import excluding
from generator.compare.rivals.apart import days_apart, figures_apart
from generator.compare.rivals.ledger import Ledger, part_of
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.rivals.voices import Voice
from generator.compare.things import speaks
from generator.language.names import same_name


def mouths(mine: Voice, yours: Voice, ledger: Ledger) -> Iterator[Rival]:
    """The rival of two voices, if both say something in common and may be two."""
    if mine.names & yours.names or _mentions(mine, yours) or _mentions(yours, mine) or _deeds(mine, yours):
        return
    match, of_pair = ledger.matches.of(mine.statement, yours.statement)
    if _one_source(match, mine, yours) or ledger.same_person(mine, yours):
        return
    if max(ledger.says(mine, yours.statement), ledger.says(yours, mine.statement)) >= _AGAIN:
        return
    if figures_apart(match, sorted(mine.said), sorted(yours.said)) or days_apart(match):
        return
    if _tells_of(match, mine, yours) or _tells_of(match.turned(), yours, mine):
        return
    shared = match.linked_among(sorted(mine.said), sorted(yours.said))
    tokens = match.one.tokens
    plain = sum(not tokens[a].named for a, _ in shared)
    verbatim = _verbatim(mine, yours)
    kin = sum(a not in match.links and any(match.akin(a, b) for b in yours.said) for a in mine.said)
    if (not plain and not kin and verbatim < _VERBATIM) or _against(match, shared):
        return
    one, other = (Mark(*heard.speaker[:2], _pole(heard)) for heard in (mine, yours))
    traits = {
        **of_pair,
        **mark_traits(match, one, other),
        "said": min(len(shared), 10),
        "said_plain": min(plain, 10),
        "said_share": len(shared) / min(len(mine.said), len(yours.said)),
        "said_whole": len(shared) / max(len(mine.said), len(yours.said)),
        "said_akin": min(kin, 6),
        "verbatim": verbatim,
        "said_figures": sum(tokens[a].number for a, _ in shared),
        **_of_speakers(mine, yours),
        **_of_said(match, mine, yours, ledger),
    }
    yield Rival(contrast("attribution", match, one, other, 0.95), match, "mouth", traits)


def _of_said(match: Match, mine: Voice, yours: Voice, ledger: Ledger) -> dict[str, float]:
    """How much both say the same, what in it contradicts itself, and whether either speaks in both articles."""
    one, other, parts = part_of(mine), part_of(yours), ledger.parts
    here = parts.alike(one, other)
    again = max(ledger.says(mine, yours.statement), ledger.says(yours, mine.statement))
    return {
        "alike_said": here,
        "alike_least": min(parts.covered(one, other), parts.covered(other, one)),
        "alike_most": max(parts.covered(one, other), parts.covered(other, one)),
        "alike_beyond": here - max(ledger.heard(mine, yours), ledger.heard(yours, mine)),
        "again": again,
        "excluded": min(sum(1 for _ in excluding(match)), 2),
        "degrees_apart": float(_degrees_apart(match)),
        "acts": float(mine.act) + float(yours.act),
        "documents": float(mine.document) + float(yours.document),
        "unseen": float(not mine.seen) + float(not yours.seen),
        "no_kind": float(not (mine.person or mine.kinds)) + float(not (yours.person or yours.kinds)),
        "may_be_one": float(ledger.named_near(mine, yours)) + float(ledger.named_near(yours, mine)),
        "mute": float(_mute(mine)) + float(_mute(yours)),
        "told_as_own": ledger.told_as_own(mine, yours),
    }


def _mute(voice: Voice) -> bool:
    """Whether nothing in a speaker's words is a name, a paper, or a word for people or a body of them."""
    tokens = [voice.statement.tokens[index] for index in range(*voice.speaker[:2])] if voice.seen else []
    return not (voice.names or voice.document or voice.pronoun or any(speaks(token) for token in tokens))


def _degrees_apart(match: Match) -> bool:
    """Whether the same thing is slight in one statement and serious in the other."""
    ours, theirs = match.marks[0].degrees, match.marks[1].degrees
    return any(b in theirs and ours[a].meaning != theirs[b].meaning for a, b in match.links.items() if a in ours)


def _of_speakers(mine: Voice, yours: Voice) -> dict[str, float]:
    """What is to be said of two speakers as such."""
    return {
        "known": float(bool(mine.names)) + float(bool(yours.names)),
        "persons": float(mine.person) + float(yours.person),
        "kinds_apart": float(bool(mine.kinds and yours.kinds) and not mine.kinds & yours.kinds),
        "kinds_same": float(bool(mine.kinds & yours.kinds)),
        "direct": float(mine.direct) + float(yours.direct),
        "pronoun": float(mine.pronoun) + float(yours.pronoun),
        "guessed": float(mine.guessed) + float(yours.guessed),
        "alike": same_name(_surface(mine), _surface(yours)),
        "anonymous": float(bool(marks(mine.statement).anonymous)) + float(bool(marks(yours.statement).anonymous)),
    }


def _one_source(match: Match, mine: Voice, yours: Voice) -> bool:
    """Whether two sources of which one has no name are described by a word in common: "the coastguard", "residents"."""
    if mine.names and yours.names:
        return same_name(_surface(mine), _surface(yours)) >= _SAME_NAME
    if not (mine.seen and yours.seen):
        return False
    ours, theirs = range(*mine.speaker[:2]), range(*yours.speaker[:2])
    tokens = match.one.tokens
    return any(not tokens[a].stop and (match.linked(a, b) or match.akin(a, b)) for a in ours for b in theirs)


_SAME_NAME = 0.84


def _pole(heard: Voice) -> str:
    return min(heard.names, default=_surface(heard))


def _against(match: Match, shared: Sequence[tuple[int, int]]) -> bool:
    """Whether one denies what the other says: then they do not say the same. Where both deny something, they may."""
    negated = match.marks[0].negated, match.marks[1].negated
    if all(negated):
        return False
    return any((a in negated[0]) != (b in negated[1]) for a, b in shared)


_VERBATIM = 0.6
_AGAIN = 0.5
"""How much of the same somebody may say in both articles, who then is no other mouth for it."""


def _verbatim(mine: Voice, yours: Voice) -> float:
    """The longest run of words, small ones and all, that both say, as a share of the shorter."""
    runs = [
        tuple(heard.statement.tokens[index].forms[0] for index in range(min(heard.said), max(heard.said) + 1))
        for heard in (mine, yours)
    ]
    return longest_run(*runs) / min(len(run) for run in runs)


def _surface(heard: Voice) -> str:
    text = heard.statement.article.text
    return text[heard.statement.tokens[heard.speaker.first].start : heard.statement.tokens[heard.speaker.last - 1].end]


def _tells_of(match: Match, heard: Voice, rival: Voice) -> bool:
    """Whether one speaks of what the other does: "the owner sold it", and somebody says that the owner sold it."""
    if not (rival.act and rival.seen):
        return False
    tokens = match.other.tokens
    actor = [index for index in range(*rival.speaker[:2]) if not tokens[index].stop]
    return any(match.linked(a, b) or match.akin(a, b) for a in heard.said for b in actor)


def _deeds(*voices: Voice) -> bool:
    """Whether anything is told that somebody did, and only a verb that may be one of saying looks like speech."""
    return any(heard.act and heard.guessed for heard in voices)


def _mentions(heard: Voice, rival: Voice) -> bool:
    """Whether the statement of one speaker names the other: then who speaks may have been misread."""
    names = {f"@{rival.entity}"} & rival.names or rival.names
    return any(token.term in names for token in heard.statement.tokens)
