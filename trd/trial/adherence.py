"""Whether the medicine was taken as a profile asks."""

from __future__ import annotations

from typing import Final

from trd.facts import History, Trial
from trd.trial.judged import Judge, Judged
from trd.verdicts import NO, UNKNOWN, YES, Verdict

_REQUIRED: Final[dict[str, Verdict]] = {"most_days": YES, "about_half": NO, "rarely": NO, "unknown": UNKNOWN}
_NOT_RARELY: Final[dict[str, Verdict]] = {"most_days": YES, "about_half": YES, "rarely": NO, "unknown": YES}
_IGNORED: Final[dict[str, Verdict]] = dict.fromkeys(_REQUIRED, YES)
_TABLES: Final = {"required": _REQUIRED, "not_rarely": _NOT_RARELY, "ignored": _IGNORED}
_TAKEN: Final = {
    "most_days": "It was taken most days",
    "about_half": "It was taken about half the days",
    "rarely": "It was taken rarely",
    "unknown": "How regularly it was taken is not known",
}
_ASKED: Final = {
    "required": "most days are asked",
    "not_rarely": "only rarely is ruled out",
    "ignored": "this rule does not ask",
}


def by(mode: str) -> Judge:
    """The test for `required`, `not_rarely` or `ignored`."""
    table = _TABLES[mode]

    def judge(trial: Trial, history: History) -> Judged:
        said = trial.adherence
        return table[said], f"{_TAKEN[said]}; {_ASKED[mode]}", "adherence"

    return judge
