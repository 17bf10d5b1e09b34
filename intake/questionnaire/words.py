"""Words of the questionnaire: English in the data, spoken in the language of the page."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language, gettext


@dataclass(frozen=True)
class Official:
    """Words of a scale, in its official translations only: they never pass through our own translation."""

    en: str
    es: str = ""


Words = str | Official


def say(words: Words, fill: Mapping[str, str] | None = None) -> str:
    """The words in the language of the page; a scale without an official translation stays in English."""
    if isinstance(words, Official):
        spanish = (get_language() or "en").startswith("es")
        return words.es if spanish and words.es else words.en
    if not words:
        return ""
    return gettext(words).format(**fill) if fill else gettext(words)
