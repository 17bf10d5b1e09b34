"""Numbers as people type them: units beside them, a comma for a point. What is not plainly one number is not read."""

import re
from typing import Final

_NUMBER: Final = re.compile(r"(?P<number>[0-9][0-9 ]{0,9}(?:[.,][0-9]{1,6})*|[.,][0-9]{1,6})\s*(?P<unit>[^0-9]{0,40})")
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_DAILY: Final = re.compile(r"\b(a|per|each|every|al|por|cada)\s*(day|d[ií]a)\b|/\s*(day|d|d[ií]a)\b|\bdaily\b")
_LONGEST: Final = 100
_MG: Final = dict.fromkeys(("", "mg", "mgs", "milligram", "milligrams", "miligramos"), 1.0)
_MICROGRAMS: Final = dict.fromkeys(("mcg", "µg", "ug", "micrograms", "microgramos"), 0.001)
DOSE_UNITS: Final = _MG | _MICROGRAMS | dict.fromkeys(("g", "gram", "grams", "gramos"), 1000.0)
WEEK_UNITS: Final = dict.fromkeys(("", "week", "weeks", "wk", "wks", "semana", "semanas"), 1.0)
PERCENT_UNITS: Final = dict.fromkeys(("", "%", "percent", "por ciento"), 1.0)
SESSION_UNITS: Final = dict.fromkeys(("", "session", "sessions", "times", "sesiones", "veces"), 1.0)


def number(text: str, units: dict[str, float]) -> float | None:
    """The one number in the text, in the base unit; None where there is none, more than one, or a unit that is not listed.

    >>> number("50mg", DOSE_UNITS), number("1,5", DOSE_UNITS), number("25 mcg", DOSE_UNITS), number("50 mg a day", DOSE_UNITS)
    (50.0, 1.5, 0.025, 50.0)
    >>> number("1,200", DOSE_UNITS), number("a hundred", DOSE_UNITS), number("50-100", DOSE_UNITS), number("3 months", WEEK_UNITS)
    (1200.0, None, None, None)
    """
    if len(text) > _LONGEST:
        return None
    plain = _DAILY.sub("", text.strip().lower().replace("μ", "µ")).strip()
    found = _NUMBER.fullmatch(plain.removeprefix("~").removeprefix("about ").strip())
    if not found:
        return None
    factor = units.get(found["unit"].strip(" ."))
    figure = _figure(found["number"].replace(" ", ""))
    return None if factor is None or figure is None else round(figure * factor, 9)


def _figure(text: str) -> float | None:
    """Commas by threes part thousands, any other single comma is a decimal point."""
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(",", ""))
    if text.count(",") + text.count(".") > 1:
        return None
    return float(text.replace(",", "."))


def tidy(figure: float) -> int | float:
    """A whole number as one."""
    return int(figure) if figure == int(figure) else figure
