"""Whether a trial was given up for side effects, where a profile counts that."""

from __future__ import annotations

from trd.facts import History, Trial
from trd.trial.judged import Judge, Judged
from trd.verdicts import NO, UNKNOWN, YES


def by(mode: str) -> Judge:
    """The test for `counts` or `no`."""
    return _counts if mode == "counts" else _does_not_count


def _does_not_count(trial: Trial, history: History) -> Judged:
    return NO, "This rule does not count a trial for its side effects", "stopped_because"


def _counts(trial: Trial, history: History) -> Judged:
    reasons = trial.stopped_because
    if reasons is None:
        return UNKNOWN, "Why it was stopped is not known; side effects would count", "stopped_because"
    if "side_effects" in reasons:
        return YES, "It was stopped for side effects, which this rule counts whatever the dose and length", "stopped_because"
    return NO, "It was not stopped for side effects", "stopped_because"
