"""A report as typed objects, for those who would rather not index into a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from trd.conclusion import Conclusion
from trd.explanation import findings_of
from trd.trial.failed import Response
from trd.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Range:
    """A count or a score: surely at least `min`, possibly up to `max`."""

    min: float
    max: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """One test of one trial under one profile, as a clinician reads it: `place` is where the deciding fact stands in the history."""

    test: str
    verdict: Verdict
    sentence: str
    place: str
    value: object
    rule: str
    source: str
    status: str


@dataclass(frozen=True, slots=True)
class TrialReport:
    """One trial under one profile; `sentences` in the order of the tests."""

    id: str
    counts: Verdict
    response: Response
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ProfileReport:
    """One profile's conclusion with everything it rests on. Caveats, open tests and blank floors are as in the document."""

    id: str
    conclusion: Conclusion
    sentence: str
    failed_trials: Range
    classes: Range
    intolerant_trials: tuple[str, ...]
    caveats: tuple[Mapping[str, str], ...]
    trials: tuple[TrialReport, ...]
    would_settle: tuple[Mapping[str, str], ...]
    unknown_floors: tuple[Mapping[str, str], ...]
    questions: tuple[Mapping[str, str], ...]
    asks_besides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Staging:
    """Scores and stages; `maudsley` is None where it is not applicable."""

    maudsley: Range | None
    bands: tuple[str, ...]
    may_not_apply: bool
    thase_rush: Range
    mgh_s: Range


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `flag` is the id of the profile whose conclusion is the flag; findings are as in the document."""

    history_sha256: str
    engine: Mapping[str, str]
    flag: str
    profiles: Mapping[str, ProfileReport]
    staging: Staging
    confounders: tuple[Mapping[str, Any], ...]
    contradictions: tuple[Mapping[str, Any], ...]

    @property
    def conclusion(self) -> Conclusion:
        """The flag's conclusion."""
        return self.profiles[self.flag].conclusion


def typed(report: Mapping[str, Any]) -> Report:
    """A report document as a Report.

    >>> from trd import evaluate
    >>> typed(evaluate({"schema": "trd.history/1", "as_of": "2026-11-20"})).conclusion
    'not_met'
    """
    return Report(
        history_sha256=report["history_sha256"],
        engine=report["engine"],
        flag=report["flag"]["profile"],
        profiles={id_: _profile(report, id_) for id_ in report["profiles"]},
        staging=_staging(report["staging"]),
        confounders=tuple(report["confounders"]),
        contradictions=tuple(report["contradictions"]),
    )


def _profile(report: Mapping[str, Any], id_: str) -> ProfileReport:
    section = report["profiles"][id_]
    words = next(each for each in report["explanation"] if each["kind"] == "profile" and each["profile"] == id_)
    return ProfileReport(
        id=id_,
        conclusion=section["conclusion"],
        sentence=words["sentence"],
        failed_trials=Range(**section["failed_trials"]),
        classes=Range(**section["classes"]),
        intolerant_trials=tuple(section["intolerant_trials"]),
        caveats=tuple(section["caveats"]),
        trials=tuple(_trial(report, id_, trial) for trial in section["trials"]),
        would_settle=tuple(section["would_settle"]),
        unknown_floors=tuple(section["unknown_floors"]),
        questions=tuple(words["questions"]),
        asks_besides=tuple(words["asks_besides"]),
    )


def _trial(report: Mapping[str, Any], profile: str, id_: str) -> TrialReport:
    tested = report["profiles"][profile]["trials"][id_]
    found = findings_of(cast(dict[str, Any], report), profile, id_)
    return TrialReport(id_, tested["counts"], tested["response"], tuple(Sentence(**each) for each in found))


def _staging(staging: Mapping[str, Any]) -> Staging:
    maudsley = staging["maudsley"]
    scored = maudsley["status"] == "scored"
    return Staging(
        maudsley=Range(**maudsley["score"]) if scored else None,
        bands=tuple(maudsley["bands"]) if scored else (),
        may_not_apply=bool(scored and maudsley["may_not_apply"]),
        thase_rush=Range(**staging["thase_rush"]["stage"]),
        mgh_s=Range(**staging["mgh_s"]["score"]),
    )
