"""Words of the questionnaire: English in the data, spoken in the language of the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import get_language, gettext


@dataclass(frozen=True)
class Official:
    """Words of a scale, in its official translations only: they never pass through our own translation."""

    en: str
    es: str = ""

    def __bool__(self) -> bool:
        return bool(self.en)

    @property
    def foreign(self) -> bool:
        """Whether they stay in English on a page in another language."""
        return bool(self.en) and not self.es and _spanish()


Words = str | Official
NO_WORDS: Final = Official("")


def say(words: Words, fill: Mapping[str, str] | None = None) -> str:
    """The words in the language of the page; a scale without an official translation stays in English."""
    if isinstance(words, Official):
        return words.es if words.es and _spanish() else words.en
    if not words:
        return ""
    return gettext(words).format(**fill) if fill else gettext(words)


def language_of(words: Words) -> str:
    """The language of words that are not in the page's; empty where they are."""
    return "en" if isinstance(words, Official) and words.foreign else ""


def _spanish() -> bool:
    return (get_language() or "en").startswith("es")
