"""Texts as they come from a form."""

import unicodedata

from intake.answers.given import Parts


def one(parts: Parts, suffix: str = "") -> str:
    """The one text of a part; empty where a form was made to send two different ones."""
    values = set(parts.get(suffix, []))
    return values.pop().strip() if len(values) == 1 else ""


def plain(text: str) -> str:
    """Without control characters and half characters; lines as lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs")).strip()
