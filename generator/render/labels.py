"""The words for kinds: one table each, all of them messages of the catalogues."""

from typing import Final

from generator.model import DifferenceKind, Label, QuoteKind, ReasonKind, SpeakerKind


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext tools find messages
    """Return the message: it is marked here and translated where it is shown."""
    return message


DIFFERENCE: Final[dict[DifferenceKind, str]] = {
    "attribution": N_("Who said it"),
    "content": N_("What was said"),
    "strength": N_("How strongly it is put"),
    "figure": N_("Which figure"),
    "time": N_("When it was"),
    "place": N_("Where it was"),
    "wording": N_("In which words"),
    "label": N_("What it is called"),
    "claim": N_("What is claimed"),
    "gap": N_("What is left out"),
}
DIFFERENCE_MEANING: Final[dict[DifferenceKind, str]] = {
    "attribution": N_("The sources name different origins for this."),
    "content": N_("The sources report different content of the same statement."),
    "strength": N_("The sources put this with different strength."),
    "figure": N_("The sources give different figures for the same thing."),
    "time": N_("The sources give different times."),
    "place": N_("The sources give different places."),
    "wording": N_("The sources word the same statement differently."),
    "label": N_("The sources call the same thing by different names."),
    "claim": N_("The sources claim things that do not go together."),
    "gap": N_("Some sources report this, others do not mention it."),
}
QUOTE: Final[dict[QuoteKind, str]] = {
    "direct": N_("word for word"),
    "partial": N_("partly word for word"),
    "indirect": N_("in the outlet’s own words"),
}
ENTITY: Final[dict[Label, str]] = {
    "PER": N_("Person"),
    "ORG": N_("Organisation"),
    "LOC": N_("Place"),
    "MISC": N_("Other name"),
}
ENTITIES: Final[dict[Label, str]] = {
    "PER": N_("People"),
    "ORG": N_("Organisations"),
    "LOC": N_("Places"),
    "MISC": N_("Other names"),
}
SPEAKER: Final[dict[SpeakerKind, str]] = {
    "name": N_("named"),
    "role": N_("named by role only"),
    "pronoun": N_("named by a pronoun"),
    "group": N_("a group"),
    "document": N_("a document"),
}
REASON: Final[dict[ReasonKind, str]] = {
    "names": N_("They name the same people, organisations or places"),
    "terms": N_("They use the same telling words"),
    "quotes": N_("They carry the same quotes"),
    "numbers": N_("They give the same figures"),
    "places": N_("They are about the same places"),
    "days": N_("They appeared within days of each other"),
    "concepts": N_("They are about the same things, in different languages"),
    "copy": N_("One repeats the text of the other"),
    "editor": N_("An editor put them together"),
}
EDIT: Final[dict[str, str]] = {
    "merge": N_("An editor joined two stories."),
    "split": N_("An editor took articles out of this story."),
    "move": N_("An editor moved an article here."),
    "rename": N_("An editor wrote the title."),
    "pin": N_("An editor keeps this story at the top."),
}
SHELL: Final = (
    ("not_found", N_("There is no page here")),
    ("moved", N_("The story that was here may have been taken down, or the address is mistyped.")),
    ("home", N_("To the front page")),
    ("search", N_("Search")),
    ("quick", N_("Quick search")),
)
"""Words around the content, for the overrides of the theme."""
