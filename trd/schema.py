"""The fields of a history document, each with its reader; the contract's table as code."""

from __future__ import annotations

from typing import Any, Final

from trd.fields import Reader, full_date, many, number, one_of, partial_date, record, text
from trd.refusal import Bad

SCHEMA: Final = "trd.history/1"
CONDITIONS: Final = ("bipolar", "psychosis", "primary_psychotic_disorder", "dementia", "substance_use")
ROLES: Final = ("antidepressant", "augmenter", "not_antidepressant", "unknown")

_ANSWER: Final = one_of("yes", "no", "unknown")
_WEEKS: Final = number()
_PERCENT: Final = number(0, 100)
_DOSE: Final = number(0, above=True)
_OTHER: Final = record({"other": text, "role": one_of(*ROLES)}, ("other",))


def agent(value: Any) -> str | dict[str, Any]:
    """An agent as the document gives it: an id, looked up later, or an object with the name of one that no catalogue knows."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return dict(_OTHER(value))
    raise Bad(("", "must be an id from the catalogue, or an object with other"))


def _schema(value: Any) -> str:
    if value != SCHEMA or not isinstance(value, str):
        raise Bad(("", f"must be {SCHEMA}"))
    return value


_TRIAL: Final[dict[str, Reader]] = {
    "id": text,
    "agent": agent,
    "purposes": many(one_of("depression", "anxiety", "sleep", "pain", "other", "unknown")),
    "max_daily_dose_mg": _DOSE,
    "weeks_at_max_dose": _WEEKS,
    "weeks_at_or_above": many(record({"mg": _DOSE, "weeks": _WEEKS})),
    "weeks_total": _WEEKS,
    "start": partial_date,
    "stop": partial_date,
    "improvement_percent": _PERCENT,
    "wore_off": _ANSWER,
    "adherence": one_of("most_days", "about_half", "rarely", "unknown"),
    "stopped_because": many(
        one_of(
            "no_benefit",
            "some_benefit",
            "side_effects",
            "missed_doses",
            "cost",
            "got_better",
            "pregnancy",
            "other",
            "still_taking",
        )
    ),
    "in_current_episode": _ANSWER,
    "augments": text,
    "source": text,
}

_PROCEDURE: Final[dict[str, Reader]] = {
    "id": text,
    "kind": one_of("ect", "rtms", "esketamine", "ketamine", "vns", "psychotherapy", "other"),
    "laterality": one_of("bilateral", "unilateral", "unknown"),
    "sessions": number(),
    "improvement_percent": _PERCENT,
    "in_current_episode": _ANSWER,
}

_SCALE: Final[dict[str, Reader]] = {
    "scale": one_of("phq9", "gad7", "qids_sr", "madrs", "hamd17"),
    "score": number(),
    "date": partial_date,
}

_PATIENT: Final[dict[str, Reader]] = {
    "age_years": number(0, 130),
    "sex_at_birth": one_of("female", "male", "intersex", "unknown"),
}

_EPISODE: Final[dict[str, Reader]] = {
    "start": partial_date,
    "severity": one_of("subsyndromal", "mild", "moderate", "severe"),
    "psychotic_features": _ANSWER,
}

DOCUMENT: Final = record(
    {
        "schema": _schema,
        "as_of": full_date,
        "patient": record(_PATIENT),
        "episode": record(_EPISODE),
        "conditions": record(dict.fromkeys(CONDITIONS, _ANSWER)),
        "confirmed_by_clinician": many(one_of(*CONDITIONS)),
        "scales": many(record(_SCALE)),
        "trials": many(record(_TRIAL, ("id", "agent"))),
        "procedures": many(record(_PROCEDURE, ("id", "kind"))),
    },
    ("schema", "as_of"),
)

# The part of the document whose fields are held against one another, for reading what can be read of a document that is refused.
FIELDS: Final[dict[str, Any]] = {
    "as_of": full_date,
    "episode": _EPISODE,
    "scales": [_SCALE],
    "trials": [_TRIAL],
    "procedures": [_PROCEDURE],
}
