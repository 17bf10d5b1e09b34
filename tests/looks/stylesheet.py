"""The stylesheet as text: its colours in light and dark, and which of them a rule draws with."""

import re
from typing import Final

from tests.metatests.sources import ROOT

Colours = dict[str, str]

TEXT: Final = re.sub(r"/\*.*?\*/", "", (ROOT / "static" / "trellis.css").read_text("utf-8"), flags=re.S)
RULE: Final = re.compile(r"([^{};]+)\{([^{}]*)\}")
COLOUR: Final = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b")
DARK: Final = "@media screen and (prefers-color-scheme: dark)"


def themes(text: str = TEXT) -> dict[str, Colours]:
    """`light` and `dark`: each colour by its name; dark takes from light what it does not change."""
    before, after = text.split(DARK, 1)
    light, dark = (dict(COLOUR.findall(RULE.search(part)[2])) for part in (before, after.split("{", 1)[1]))  # type: ignore[index]
    return {"light": light, "dark": light | dark}


def drawn_with(selector: str, declared: str, text: str = TEXT) -> str:
    """The colour's name that this very rule gives to a property. Raises LookupError where it gives none."""
    blocks = [block for found, block in RULE.findall(text) if " ".join(found.split()) == selector]
    names = [name for block in blocks for name in re.findall(rf"(?:^|[;\s]){declared}:[^;]*var\(--([\w-]+)\)", block)]
    if not names:
        raise LookupError(f"{selector} has no {declared} with a colour of ours")
    return names[-1]


def contrast(one: str, other: str) -> float:
    """From 1 to 21, as WCAG 2.2 reckons it ("relative luminance", "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
