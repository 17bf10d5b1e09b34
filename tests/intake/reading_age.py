"""How hard a text is to read: the Flesch–Kincaid grade with a syllable count that anyone can follow.

Grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid and others, 1975). A sentence ends at . ? ! : or a line's end.
A syllable is a run of the letters a e i o u y; a last e is silent unless it follows l after a consonant (ta-ble), a last -ed is silent unless
it follows t or d, a last -es is silent unless it follows s, x, z, c, g, sh or ch; every word has one at least. Figures count as one.
In texts of fewer words than `ENOUGH` one long word decides the grade, so they are held to another rule: no word of four syllables.
"""

import re
from typing import Final

ENOUGH: Final = 8
LONG: Final = 4
_WORD: Final = re.compile(r"[A-Za-zÀ-ÿ0-9]+(?:['’][A-Za-z]+)?")
_END: Final = re.compile(r"[.?!:]+(?:\s|$)|\n+")
_PLACEHOLDER: Final = re.compile(r"%\(\w+\)[sd]|\{\w*\}|<[^>]+>|&\w+;")


def plain(text: str) -> str:
    """Without placeholders and tags; each placeholder reads as one short word."""
    return _PLACEHOLDER.sub("it", text)


def words(text: str) -> list[str]:
    return _WORD.findall(plain(text))


def syllables(word: str) -> int:
    """By the rule above.

    >>> [syllables(word) for word in ("time", "table", "wanted", "helped", "times", "changes", "medicine", "clinician", "2024")]
    [1, 2, 2, 1, 1, 2, 3, 3, 1]
    """
    low = re.sub(r"['’].*", "", word.lower())
    low = re.sub(r"(?<=[^aeiouytd])ed$", "d", low)
    low = re.sub(r"(?<=[^aeiouysxzcg])es$", "s", low) if not low.endswith(("shes", "ches")) else low
    low = low[:-1] if low.endswith("e") and not re.search(r"[^aeiouy]le$", low) else low
    return max(1, len(re.findall(r"[aeiouy]+", low)))


def grade(text: str) -> float:
    """The school grade that can read it."""
    said = words(text)
    sentences = max(1, len([part for part in _END.split(plain(text)) if part and words(part)]))
    return 0.39 * len(said) / sentences + 11.8 * sum(map(syllables, said)) / len(said) - 15.59


def long_words(text: str) -> list[str]:
    return [word for word in words(text) if syllables(word) >= LONG]
