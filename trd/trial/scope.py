"""Whether a trial lies in the time a profile reads."""

from __future__ import annotations

from datetime import date

from trd.dates import Days, years_before
from trd.facts import History, Trial
from trd.intervals import plain
from trd.trial.judged import Judge, Judged
from trd.verdicts import NO, UNKNOWN, YES, Verdict


def by(scope: str | int, min_weeks: float) -> Judge:
    """The test for `current_episode`, `lifetime` or a number of years before `as_of`."""
    if scope == "lifetime":
        return _lifetime
    if isinstance(scope, int):
        return _within_years(scope, min_weeks)
    return _in_episode(min_weeks)


def _lifetime(trial: Trial, history: History) -> Judged:
    return YES, "This rule reads the whole lifetime", "in_current_episode"


def _in_episode(min_weeks: float) -> Judge:
    def judge(trial: Trial, history: History) -> Judged:
        verdict, field = in_episode(trial, history, min_weeks)
        return verdict, _episode_sentence(verdict, field, min_weeks), field

    return judge


def in_episode(trial: Trial, history: History, min_weeks: float) -> tuple[Verdict, str]:
    """Whether a trial belongs to the current episode, and the field that says so: the answer given stands before the dates."""
    if trial.in_current_episode != UNKNOWN:
        return trial.in_current_episode, "in_current_episode"
    episode = history.episode_start
    if episode is None:
        return UNKNOWN, "in_current_episode"
    if trial.start and trial.start[0] >= episode[1]:
        return YES, "start"
    return _by_stop(trial.stop, episode, min_weeks)


def _by_stop(stop: Days | None, episode: Days, min_weeks: float) -> tuple[Verdict, str]:
    if stop and (stop[0] - episode[1]).days >= min_weeks * 7:
        return YES, "stop"
    if stop and stop[1] < episode[0]:
        return NO, "stop"
    return UNKNOWN, "in_current_episode"


def _episode_sentence(verdict: Verdict, field: str, min_weeks: float) -> str:
    if verdict == UNKNOWN:
        return "Whether it belongs to the current episode is not known"
    if field == "in_current_episode":
        return f"It was said to {'belong' if verdict == YES else 'not belong'} to the current episode"
    if field == "start":
        return "It was begun on or after the day the current episode began"
    if verdict == NO:
        return "It was stopped before the current episode began"
    return f"It was still taken {plain(min_weeks)} weeks into the current episode"


def _within_years(years: int, min_weeks: float) -> Judge:
    within = f"within {years} years before the day described"

    def judge(trial: Trial, history: History) -> Judged:
        verdict, field = _since(trial, history, years_before(history.as_of, years), min_weeks)
        return verdict, f"{_YEARS_WORDS[verdict]} {within}", field

    return judge


_YEARS_WORDS = {YES: "It was taken", NO: "It was not taken", UNKNOWN: "It is not known whether it was taken"}


def _since(trial: Trial, history: History, first: date, min_weeks: float) -> tuple[Verdict, str]:
    if trial.stop and trial.stop[0] >= first:
        return YES, "stop"
    if trial.start and trial.start[0] >= first:
        return YES, "start"
    episode = history.episode_start
    if episode and episode[0] >= first and in_episode(trial, history, min_weeks)[0] == YES:
        return YES, "in_current_episode"
    return (NO, "stop") if trial.stop and trial.stop[1] < first else (UNKNOWN, "stop")
