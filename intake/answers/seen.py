"""What the window that sends a page knew, and what of the page it sends."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from intake.answers.given import Posted

_WINDOW: Final = re.compile(r"(?P<id>[0-9a-f]{16}):(?P<turn>[0-9]{1,6})")


@dataclass(frozen=True)
class Seen:
    """`rev` is the draft's counter that the page was drawn with.

    `window` and `turn` are given by the script: a window's later message replaces its own earlier one, and an earlier one that
    arrives late is passed over. `only` are the form fields of the questions that were changed; None where the whole page is sent.
    """

    rev: int = 0
    window: str = ""
    turn: int = 0
    only: frozenset[str] | None = None

    @classmethod
    def of(cls, posted: Posted) -> "Seen":
        """As a form says it. Without a readable `rev` every answer that stands is asked about before it changes."""
        rev = "".join(posted.getlist("rev")[:1])
        window = _WINDOW.fullmatch("".join(posted.getlist("window")[:1]))
        return cls(
            rev=int(rev) if rev.isascii() and rev.isdigit() and len(rev) < 10 else 0,
            window=window["id"] if window else "",
            turn=int(window["turn"]) if window else 0,
            only=frozenset(posted.getlist("only")) if "only" in posted else None,
        )

    @property
    def mark(self) -> dict[str, str]:
        """As an answer keeps it."""
        return {"window": f"{self.window}:{self.turn}"} if self.window else {}

    def own(self, answer: Mapping[str, Any]) -> bool:
        """Whether this window wrote the answer."""
        return bool(self.window) and str(answer.get("window", "")).startswith(f"{self.window}:")

    def overtaken(self, answer: Mapping[str, Any]) -> bool:
        """Whether this window wrote the answer later than this message."""
        return self.own(answer) and int(answer["window"].rsplit(":", 1)[1]) > self.turn

    def sends(self, field: str) -> bool:
        return self.only is None or field in self.only
