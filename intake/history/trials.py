"""Medicines tried, as the engine's trials. What was forgotten is a trial with everything unknown, not a trial that was not."""

from datetime import date
from typing import Any, Final

from intake.answers.dates import first_day, last_day
from intake.answers.document import entries
from intake.answers.numbers import tidy
from intake.history.said import UNKNOWN, amount, day, one_of, yes_no
from intake.questionnaire import Document, Said
from intake.questionnaire.floors import floors_of
from intake.questionnaire.longer import also_at_floor, at_floor
from intake.questionnaire.steps.medicines import GROUP, TWICE, UNLISTED, WHICH_UNKNOWN
from intake.questionnaire.whole import homes

ADHERENCE: Final = ("most_days", "about_half", "rarely")
FORGOTTEN: Final = 4  # as many as the largest count any profile asks for
STILL: Final = "still_taking"


def trials(document: Document, as_of: date, born: date) -> list[dict[str, Any]]:
    """The listed medicines in their order, those that others were added to without being listed, then the forgotten ones."""
    listed = [_trial(document, entry, as_of, born) for entry in told(document)]
    unlisted = [_unnamed(trial["augments"], "the medicine that another was added to") for trial in listed if _points_beyond(trial)]
    forgotten = [_unnamed(f"forgotten-{number}", f"forgotten medicine {number}") for number in range(1, _forgotten(Said(document)) + 1)]
    return [*listed, *unlisted, *forgotten]


def told(document: Document) -> list[str]:
    """The entries that are trials of their own; what was listed twice and taken once is one."""
    return [entry for entry in entries(document, GROUP) if Said(document, entry).value(TWICE) != "no"]


def _trial(document: Document, entry: str, as_of: date, born: date) -> dict[str, Any]:
    said = Said(document, entry)
    start, stop = _dates(said, as_of, born)
    return {
        "id": entry,
        "agent": _agent(said, entry),
        "purposes": said.value("purposes") or [UNKNOWN],
        "max_daily_dose_mg": said.value("highest_dose"),
        "weeks_at_or_above": _weeks_at_floor(said),
        "weeks_total": amount(said, "weeks_total"),
        "start": start,
        "stop": stop,
        "improvement_percent": amount(said, "helped"),
        "wore_off": yes_no(said, "wore_off"),
        "adherence": one_of(said, "adherence", ADHERENCE),
        "stopped_because": [STILL] if said.value("still_taking") == "yes" else said.value("stopped_because"),
        "in_current_episode": yes_no(said, "this_episode"),
        "augments": _augments(document, entry),
        "source": "patient",
    }


def _agent(said: Said, entry: str) -> str | dict[str, str]:
    """An id of the catalogue; else the words used, their role unknown. A name not remembered is a medicine of its own."""
    value = said.value("agent")
    if isinstance(value, str):
        return value
    return {"other": value["other"] if value else f"not named {entry}", "role": UNKNOWN}


def _weeks_at_floor(said: Said) -> list[dict[str, Any]]:
    agent = said.value("agent")
    floors = floors_of(agent) if isinstance(agent, str) else ()
    asked = [(mg, id) for mg in floors for id in (at_floor(mg), also_at_floor(mg)) if id in homes()]
    rows = [{"mg": tidy(mg), "weeks": amount(said, id)} for mg, id in asked]
    return [row for row in rows if row["weeks"] is not None]


def _dates(said: Said, as_of: date, born: date) -> tuple[str | None, str | None]:
    """Start and stop; neither where they contradict one another."""
    start, stop = day(said, "start", as_of, born), day(said, "stop", as_of, born)
    impossible = start and stop and last_day(stop) < first_day(start)
    return (None, None) if impossible else (start, stop)


def _augments(document: Document, entry: str) -> str | None:
    """The id of the trial this one was added to; an entry that was removed since, or leads back here, is none."""
    value = Said(document, entry).value("added_to")
    if value == UNLISTED:
        return f"beside-{entry}"
    return value if value in told(document) and not _in_a_ring(document, entry) else None


def _in_a_ring(document: Document, entry: str) -> bool:
    """Whether a medicine was added to one that was in the end added to it: taken together, and which was first is not known."""
    passed: list[str] = []
    at = Said(document, entry).value("added_to")
    while at and at != entry and at not in passed:
        passed.append(at)
        at = Said(document, at).value("added_to")
    return bool(at == entry)


def _points_beyond(trial: dict[str, Any]) -> bool:
    return bool(trial["augments"] == f"beside-{trial['id']}")


def _forgotten(said: Said) -> int:
    """How many medicines may stand beside the listed ones: the number said, or as many as could matter."""
    if said.value("medicines.any") == "none":
        return 0
    least = int(said.value("medicines.any") == WHICH_UNKNOWN)
    number = said.value("medicines.unnamed")
    return FORGOTTEN if number is None else max(least, int(number))


def _unnamed(id: str, name: str) -> dict[str, Any]:
    return {"id": id, "agent": {"other": f"{name} ({id})", "role": UNKNOWN}, "source": "patient"}
