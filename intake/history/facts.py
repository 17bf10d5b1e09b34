"""The person, the episode, what must be excluded, the scales."""

from datetime import date
from typing import Any

from intake.history.said import UNKNOWN, day, one_of, yes_no
from intake.questionnaire import Said
from intake.questionnaire.scales import PHQ9
from intake.questionnaire.steps.must_exclude import PSYCHOSIS_BEFORE, PSYCHOSIS_NOW
from intake.questionnaire.totals import total


def patient(said: Said, as_of: date, date_of_birth: date) -> dict[str, Any]:
    """Age in whole years on `as_of`, and sex at birth."""
    birthday_to_come = (as_of.month, as_of.day) < (date_of_birth.month, date_of_birth.day)
    age = as_of.year - date_of_birth.year - birthday_to_come
    return {"age_years": age if 0 <= age <= 130 else None, "sex_at_birth": one_of(said, "about.sex", ("female", "male", "intersex"))}


def episode(said: Said, as_of: date, date_of_birth: date) -> dict[str, Any]:
    """The current episode. Its severity is a clinician's word, never the form's."""
    return {"start": day(said, "episode.start", as_of, date_of_birth), "severity": None, "psychotic_features": psychotic_features(said)}


def psychotic_features(said: Said) -> str:
    value = said.value("exclude.psychosis")
    return {PSYCHOSIS_NOW: "yes", PSYCHOSIS_BEFORE: "no", "no": "no"}.get(value or "", UNKNOWN)


def conditions(said: Said) -> dict[str, str]:
    """What takes a case out of a profile, as far as the person knows."""
    psychosis = said.value("exclude.psychosis")
    return {
        "bipolar": _bipolar(said),
        "psychosis": {PSYCHOSIS_NOW: "yes", PSYCHOSIS_BEFORE: "yes", "no": "no"}.get(psychosis or "", UNKNOWN),
        "primary_psychotic_disorder": yes_no(said, "exclude.schizophrenia"),
        "dementia": yes_no(said, "exclude.dementia"),
        "substance_use": yes_no(said, "exclude.substances"),
    }


def _bipolar(said: Said) -> str:
    """Told so is a yes. A no needs both: never told, and no times of high energy, which are a sign and not a diagnosis."""
    told, signs = yes_no(said, "exclude.bipolar"), yes_no(said, "exclude.high_energy")
    return "yes" if told == "yes" else "no" if (told, signs) == ("no", "no") else UNKNOWN


def phq9_score(said: Said) -> int | None:
    """The total, or None unless all nine items are answered and the scale was not skipped."""
    score = total(PHQ9, said)
    return None if score is None else int(score)


def scales(said: Said, as_of: date) -> list[dict[str, Any]]:
    score = phq9_score(said)
    return [] if score is None else [{"scale": PHQ9.id, "score": score, "date": as_of.isoformat()}]
