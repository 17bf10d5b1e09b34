"""Whether the depression improved too little."""

from __future__ import annotations

from typing import Final, Literal

from trd.facts import History, Trial
from trd.intervals import Interval, at_least, at_most, below, plain
from trd.profiles import Failure
from trd.trial.judged import Judge, Judged
from trd.verdicts import NO, UNKNOWN, YES

# Where no figure is given and it was stopped for no benefit alone, the improvement is taken as 0 to 24 percent (contract).
NO_BENEFIT: Final[Interval] = (0, 24)
_SOME: Final = frozenset({"some_benefit", "got_better"})

Response = Literal["none", "partial", "response", "unknown"]


def improvement(trial: Trial) -> Interval | None:
    """How much the depression improved at best, in percent."""
    if trial.improvement_percent is not None:
        return trial.improvement_percent
    reasons = trial.stopped_because or frozenset()
    return NO_BENEFIT if "no_benefit" in reasons and not reasons & _SOME else None


def response(trial: Trial) -> Response:
    """The band the improvement surely lies in: none below 25, partial below 50, response from 50 percent (Desseilles 2011)."""
    best = improvement(trial)
    if best is None:
        return "unknown"
    if below(best, 25) == YES:
        return "none"
    if at_least(best, 50) == YES:
        return "response"
    return "partial" if best[0] >= 25 and best[1] < 50 else "unknown"


def by(failure: Failure) -> Judge:
    """The test for one line of failure."""
    compare = below if failure.word == "below" else at_most
    line = f"{'below' if failure.word == 'below' else 'at most'} {plain(failure.limit)} percent is asked"

    def judge(trial: Trial, history: History) -> Judged:
        best = improvement(trial)
        if best is None:
            return UNKNOWN, f"How much it helped is not known; {line}", "improvement_percent"
        verdict = compare(best, failure.limit)
        if verdict == NO and trial.wore_off == "yes":
            return UNKNOWN, f"{_helped(best)} and then wore off; a clinician decides whether it failed", "wore_off"
        return verdict, f"{_figure(trial, best)}; {line}", _field(trial)

    return judge


def _helped(best: Interval) -> str:
    return f"It helped ({_percent(best)} percent)"


def _percent(best: Interval) -> str:
    return plain(best[0]) if best[0] == best[1] else f"{plain(best[0])} to {plain(best[1])}"


def _figure(trial: Trial, best: Interval) -> str:
    if trial.improvement_percent is None:
        return "It was stopped for no benefit, read as 0 to 24 percent improvement"
    return f"The depression improved by {_percent(best)} percent at best"


def _field(trial: Trial) -> str:
    return "stopped_because" if trial.improvement_percent is None else "improvement_percent"
