"""The whole stage: from analyses to stories with ids, addresses and reasons."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import numpy as np

from generator.group.crosslingual import keys
from generator.group.identity import Address, Group, addresses, identities, in_order, redirects
from generator.group.register import Register
from generator.group.settings import GroupingSettings
from generator.group.within import grouped, sketched
from generator.language.codes import primary
from generator.model import Analysis, Grouping, Story


def group(
    analyses: Iterable[Analysis],
    *,
    settings: GroupingSettings | None = None,
    register: Register | None = None,
    overrides: None = None,
    now: datetime | None = None,
) -> Grouping:
    """The stories that the analyses make, in order of id."""
    settings = settings or GroupingSettings()
    register = register or Register()
    ordered = in_order(analyses)
    groups = _across(_within(ordered, settings, now), settings)
    ids = identities(groups, register)
    slugs = addresses(groups, ids, {}, register)
    live = [Address(story_id, slug) for story_id, slug in zip(ids, slugs, strict=True)]
    stories = [
        Story(id=address.id, slug=address.slug, members=members) for address, members in zip(live, groups, strict=True)
    ]
    return Grouping(
        stories=tuple(sorted(stories, key=lambda story: story.id)), redirects=redirects(live, register, groups)
    )


def _within(ordered: Sequence[Analysis], settings: GroupingSettings, now: datetime | None) -> list[Group]:
    by_language: dict[str, list[Analysis]] = defaultdict(list)
    for analysis in ordered:
        by_language[primary(analysis.article.language)].append(analysis)
    by_id = {analysis.article.id: analysis for analysis in ordered}
    found: list[Group] = []
    for language, members in sorted(by_language.items()):
        articles = sketched(members, language, latest=now)
        found += [tuple(by_id[articles.sketches[row].article_id] for row in rows) for rows in grouped(articles, settings)]
    return found


def _across(groups: list[Group], settings: GroupingSettings) -> list[Group]:
    def vector(g: Group) -> Mapping[str, float]:
        c: Counter[str] = Counter()
        for a in g:
            c.update(set(keys(a)))
        return c
    vectors = [vector(g) for g in groups]
    df: Counter[str] = Counter()
    for v in vectors:
        df.update(set(v))
    merged = list(groups)
    while True:
        best = None
        for i in range(len(merged)):
            for j in range(i):
                if {a.article.language for a in merged[i]} & {a.article.language for a in merged[j]}:
                    continue
                shared = vectors[i].keys() & vectors[j].keys()
                score = sum(len(key) - 2 for key in shared)
                if len(shared) >= 4 and score > 6 and (best is None or score > best[0]):
                    best = (score, i, j)
        if best is None:
            return [in_order(g) for g in merged]
        _, i, j = best
        merged[j] = merged[j] + merged[i]
        vectors[j] = Counter(vectors[i]) + Counter(vectors[j])
        del merged[i], vectors[i]
