"""Where the other rules differ: every profile beside every trial, in one table."""

from collections.abc import Sequence
from dataclasses import dataclass

import trd
from clinic import wording
from clinic.review.figures import spoken
from clinic.review.report import Report
from clinic.wording import Words

MARKS: dict[str, Words] = wording.VERDICTS | {"unknown": "?"}


@dataclass(frozen=True)
class Row:
    """One profile. `counted` of `asked` trials; `cells` say for each trial whether it counts; `differs` from the one read."""

    id: str
    name: str
    kind: str
    conclusion: str
    chip: Words
    counted: str
    asked: int | None
    cells: list[tuple[str, Words]]
    chosen: bool
    differs: bool


def matrix(report: Report, trials: Sequence[str]) -> list[Row]:
    """The profile read first, then the others in the report's order; a cell for each of the trials."""
    asked = {profile.id: profile.min_trials for profile in trd.profiles()}
    rows = [_row(report, profile, asked.get(profile), trials) for profile in report.profiles]
    return sorted(rows, key=lambda row: not row.chosen)


def _row(report: Report, profile: str, asked: int | None, trials: Sequence[str]) -> Row:
    section, about = report.document["profiles"][profile], report.about_profile(profile)
    verdicts = [section["trials"][trial]["counts"] for trial in trials]
    return Row(
        id=profile,
        name=about["name"],
        kind="coverage" if about["asks_besides"] else "definition",
        conclusion=section["conclusion"],
        chip=wording.CHIPS[section["conclusion"]],
        counted=spoken(section["failed_trials"]),
        asked=asked,
        cells=[(verdict, MARKS[verdict]) for verdict in verdicts],
        chosen=profile == report.profile,
        differs=section["conclusion"] != report.conclusion,
    )
