"""Whether words on a page are the interface's own: messages, figures, dates, names of languages."""

import re
from datetime import datetime
from functools import cache

from generator.render.interface import Interface, languages

_FIGURES = re.compile(r"\d[\d.,٫٬%٪]*")


class InterfaceWords:
    """Knows everything that the interface of one language can say."""

    def __init__(self, language: str) -> None:
        self._ui = Interface(language)
        parts = (part.strip() for part in self._ui.fragments())
        self._parts = sorted({part for part in parts if _says_something(part)}, key=lambda part: (-len(part), part))
        self._known: dict[str, bool] = {}

    @classmethod
    @cache
    def of(cls, language: str) -> "InterfaceWords":
        """Return the words of an interface language; English where there is no such interface."""
        return cls(language if language in languages() else "en")

    def is_own(self, text: str) -> bool:
        """Return whether a text is made of the interface's messages and punctuation only."""
        flat = " ".join(text.split())
        if flat not in self._known:
            self._known[flat] = self._is_own(flat)
        return self._known[flat]

    def _is_own(self, flat: str) -> bool:
        reached, waiting = set[int](), [0]
        while waiting:
            position = waiting.pop()
            while position < len(flat) and not flat[position].isalnum():
                if any(flat.startswith(part, position) for part in self._parts):
                    break
                position += 1
            if position >= len(flat):
                return True
            if position in reached:
                continue
            reached.add(position)
            waiting += [position + len(part) for part in self._parts if self._stands_at(flat, part, position)]
        return False

    @staticmethod
    def _stands_at(text: str, part: str, position: int) -> bool:
        end = position + len(part)
        whole = end >= len(text) or not (text[end].isalnum() and part[-1].isalnum())
        return whole and text.startswith(part, position)

    def is_label(self, text: str) -> bool:
        """Return whether the text of an attribute is made of messages and figures only."""
        return self.is_own(_FIGURES.sub(" ", text))

    def is_figure(self, value: str, shown: str) -> bool:
        """Return whether `shown` is the figure `value` as this language writes it."""
        try:
            amount = float(value)
        except ValueError:
            return False
        return shown in {self._ui.figure(amount), self._ui.percent(amount)}

    def is_time(self, value: str, shown: str) -> bool:
        """Return whether `shown` is the time `value` as this language writes it."""
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            return False
        return moment.tzinfo is not None and shown in self._ui.plain_forms(moment)

    def is_language(self, code: str, shown: str) -> bool:
        """Return whether `shown` is the name of the language `code`."""
        return shown == self._ui.plain_language(code)


def _says_something(part: str) -> bool:
    return any(character.isalnum() for character in part)
