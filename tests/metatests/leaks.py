"""Words that tell a patient what the program thinks of them: the flag, a score, a severity, a rule. In code, data and both languages."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from django.utils import translation

import trd
from clinic import wording
from trd.conclusion import Conclusion

LANGUAGES = ("en", "es")
# As patterns, each for the thing itself: "insulin resistance", "these count", "who diagnosed it" may stand on a patient's page.
SPOKEN = [
    r"trd", r"trt", r"dtr", r"treatment[- ]resist\w*", r"difficult[- ]to[- ]treat", r"resist(ant|ente|entes)", r"resistencia al tratamiento",
    r"flag(s|ged)?", r"score[sd]?", r"scoring", r"points", r"puntos", r"puntaje", r"puntuaci[oó]n", r"puntuaciones", r"\d+ ?(/|of|de|out of) ?27",
    r"severity", r"gravedad", r"severidad", r"(mild|moderate|severe) (major )?depressi\w+", r"depresi[oó]n (leve|moderada|grave|severa)",
    r"tier", r"staging", r"stage (i|v|\d)\w*", r"maudsley", r"thase", r"mgh",
    r"met", r"unmet", r"criteri(on|a|os?)", r"profile", r"perfil", r"conclusion", r"conclusi[oó]n", r"verdict", r"veredicto",
    r"possibl[ey]", r"posible(mente)?(?! que)", r"refractory", r"refractari[oa]",
    r"failed", r"fail(ed|ure) to respond", r"fracas(ó|ad[oa]s?)", r"non[- ]?respon\w+",
]  # fmt: skip


@cache
def pattern() -> re.Pattern[str]:
    """All of it, as whole words, whatever the case."""
    return re.compile(r"(?<![\w])(" + "|".join([*SPOKEN, *map(re.escape, set(stored()) | set(shown()))]) + r")(?![\w])", re.I)


def stored() -> Iterator[str]:
    """What the rules call it."""
    yield from get_args(Conclusion)
    for profile in trd.profiles():
        yield from (profile.id, profile.name) if "_" in profile.id else (profile.name,)


def shown() -> Iterator[str]:
    """What staff read, in each language. Common words are left to `SPOKEN`."""
    for language in LANGUAGES:
        with translation.override(language):
            yield from (str(words) for words in wording.CHIPS.values())
            yield from (str(words) for words in (wording.COUNTS["no"], wording.COUNTS["unknown"]))


def leaks(text: str) -> list[str]:
    """The words of a page's whole source or of a mail that a patient must not read; attributes and scripts count too."""
    return sorted({found[0].lower() for found in pattern().finditer(text)})
