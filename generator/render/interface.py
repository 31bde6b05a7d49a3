"""The language the interface speaks: messages from gettext catalogues, numbers and dates by CLDR."""

import gettext
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from generator.errors import ConfigurationError
from generator.render.escape import data_element, fragments, interpolate, language_element, time_element
from generator.text import direction

CATALOGUES: Final = Path(__file__).parents[1] / "locale"


def languages() -> tuple[str, ...]:
    """Return the codes of the interface languages there are."""
    return tuple(sorted(path.stem for path in CATALOGUES.glob("*.po")))


class Interface:
    """Speaks one interface language: every method returns what a template can show."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.direction = direction(language)
        self._catalogue = _catalogue(language)
        self._translations = _translations(language)
        self._locale = Locale.parse(language)
        self._numbers: dict[float, Markup] = {}
        self._days: dict[tuple[datetime, str], Markup] = {}

    def say(self, message: str, /, **values: object) -> Markup:
        """Return a message of the catalogue with its values."""
        return interpolate(self._translations.gettext(message), values)

    def count(self, one: str, many: str, amount: int, /, **values: object) -> Markup:
        """Return a message in the form that goes with `amount`, which stands at ``{n}``."""
        message = self._translations.ngettext(one, many, amount)
        return interpolate(message, {"n": self.number(amount), **values})

    def number(self, amount: float) -> Markup:
        """Return a figure as an element, written by the rules of the language."""
        if amount not in self._numbers:
            value = f"{amount:.10g}"
            self._numbers[amount] = data_element(value, self.figure(float(value)))
        return self._numbers[amount]

    def share(self, part: float) -> Markup:
        """Return a share (0 to 1) as per cent."""
        value = f"{part:.4f}"
        return data_element(value, self.percent(float(value)))

    def day(self, moment: datetime) -> Markup:
        """Return a day as an element."""
        return self._day(moment, self._long)

    def short_day(self, moment: datetime) -> Markup:
        """Return a day in few characters as an element."""
        return self._day(moment, self._short)

    def moment(self, moment: datetime) -> Markup:
        """Return a point of time, to the minute, in UTC."""
        return time_element(_iso(moment), self._to_the_minute(moment))

    def language_name(self, code: str) -> Markup:
        """Return the name of a language as an element."""
        return language_element(code, self.plain_language(code))

    def plain_language(self, code: str) -> str:
        """Return the name of a language, or its code where CLDR has none."""
        try:
            name = Locale.parse(code, sep="-").get_display_name(self._locale)
        except (UnknownLocaleError, ValueError):
            name = None
        return name or code

    def figure(self, amount: float) -> str:
        """Return a figure as plain text."""
        return str(format_decimal(amount, locale=self._locale))

    def plain_forms(self, moment: datetime) -> frozenset[str]:
        """Return every way in which this interface writes a point of time."""
        utc = moment.astimezone(UTC)
        return frozenset({self._long(utc), self._short(utc), self._to_the_minute(utc)})

    def _day(self, moment: datetime, form: Callable[[datetime], str]) -> Markup:
        key = (moment, form.__name__)
        if key not in self._days:
            self._days[key] = time_element(_iso(moment), form(moment.astimezone(UTC)))
        return self._days[key]

    def _long(self, utc: datetime) -> str:
        return format_date(utc, "long", locale=self._locale)

    def _short(self, utc: datetime) -> str:
        return format_skeleton("yMMMd", utc, locale=self._locale)

    def _to_the_minute(self, moment: datetime) -> str:
        utc = moment.astimezone(UTC)
        comma = self._translations.gettext(", ")
        return f"{self._short(utc)}{comma}{format_time(utc, 'HH:mm', locale=self._locale)} UTC"

    def percent(self, part: float) -> str:
        """Return a share (0 to 1) as plain text."""
        return str(format_percent(part, locale=self._locale))

    def fragments(self) -> frozenset[str]:
        """Return every stretch of words that this interface itself can put on a page."""
        return frozenset(" ".join(part.split()) for form in _forms(self._catalogue) for part in fragments(form))

    def messages(self) -> tuple[str, ...]:
        """Return every message of this language, in every plural form."""
        return tuple(_forms(self._catalogue))


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _forms(catalogue: Catalog) -> Iterator[str]:
    for message in catalogue:
        if not message.id:
            continue
        yield from _said(message)


@cache
def _catalogue(language: str) -> Catalog:
    path = CATALOGUES / f"{language}.po"
    if language not in languages():
        raise ConfigurationError(
            [f"theme.language: the interface does not speak {language!r}, only {', '.join(languages())}"]
        )
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    for message in catalogue:
        if message.id and not any(_said(message)):
            message.string = message.id
    return catalogue


def _said(message: Message) -> tuple[str, ...]:
    """Return the forms of a message in the catalogue's language."""
    forms = message.string if isinstance(message.string, (tuple, list)) else (message.string or "",)
    return tuple(forms)


@cache
def _translations(language: str) -> gettext.NullTranslations:
    compiled = BytesIO()
    write_mo(compiled, _catalogue(language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
