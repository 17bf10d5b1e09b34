"""Whether a trial was taken for depression."""

from __future__ import annotations

from trd.facts import History, Trial
from trd.trial.judged import Judged
from trd.verdicts import NO, UNKNOWN, YES


def judge(trial: Trial, history: History) -> Judged:
    """Yes where depression is named; unknown where nothing, anxiety or "unknown" is."""
    purposes = trial.purposes
    if "depression" in purposes:
        return YES, "It was taken for depression", "purposes"
    if not purposes or "unknown" in purposes:
        return UNKNOWN, "What it was taken for is not known", "purposes"
    if "anxiety" in purposes:
        return UNKNOWN, "It was taken for anxiety; whether for depression too is not known", "purposes"
    return NO, f"It was taken for {' and '.join(sorted(purposes))}, not for depression", "purposes"
