"""Whether a trial is of an antidepressant, taken as one."""

from __future__ import annotations

from trd.facts import History, Trial
from trd.trial.judged import Judged
from trd.verdicts import NO, UNKNOWN, YES


def judge(trial: Trial, history: History) -> Judged:
    """No for what augments another trial; else by the agent's role."""
    if trial.augments is not None:
        return NO, f"{trial.name} was added to trial {trial.augments}: augmentation, not a trial of its own", "augments"
    if trial.agent is None:
        return _outside_catalogue(trial)
    if trial.role == "antidepressant":
        return YES, f"{trial.name} is an antidepressant (class {trial.drug_class})", "agent"
    return NO, f"{trial.name} stands in the catalogue as {_ROLES[trial.role]}, not as an antidepressant", "agent"


def _outside_catalogue(trial: Trial) -> Judged:
    if trial.role == "antidepressant":
        return YES, f"{trial.name} is not in the catalogue; it was named as an antidepressant", "agent"
    if trial.role == "unknown":
        return UNKNOWN, f"{trial.name} is not in the catalogue and may or may not be an antidepressant", "agent"
    return NO, f"{trial.name} is not in the catalogue; it was named as {_ROLES[trial.role]}", "agent"


_ROLES = {
    "augmenter": "an augmenter",
    "course": "a treatment given as a course",
    "not_antidepressant": "no antidepressant",
}
