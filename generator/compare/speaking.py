"""Renderings and utterances under other ids of their speakers, after entities were joined."""

from collections.abc import Mapping
from dataclasses import replace

from generator.model import Rendering, Utterance


def voiced(rendering: Rendering, ids: Mapping[str, str]) -> Rendering:
    """The rendering with its speaker's new id; those not in `ids` keep theirs."""
    return replace(rendering, speaker=ids.get(rendering.speaker or "", rendering.speaker))


def spoken(utterance: Utterance, ids: Mapping[str, str]) -> Utterance:
    """The utterance with its speakers' new ids; speakers that are now one make it theirs."""
    renderings = tuple(voiced(rendering, ids) for rendering in utterance.renderings)
    speakers = {rendering.speaker for rendering in renderings if rendering.speaker is not None}
    return replace(utterance, speaker=speakers.pop() if len(speakers) == 1 else None, renderings=renderings)
