"""What a clinician confirmed stands in the history in the place of what was said; what was not looked at stays as it was."""

import copy

import pytest

import trd
from intake.history.confirmed import NOTHING, Confirmed, with_confirmed

SAID = {
    "schema": "trd.history/1",
    "as_of": "2026-11-20",
    "patient": {"age_years": 46, "sex_at_birth": "female"},
    "episode": {"start": "2024-05", "severity": None, "psychotic_features": "unknown"},
    "conditions": {
        "bipolar": "no",
        "psychosis": "unknown",
        "primary_psychotic_disorder": "no",
        "dementia": "unknown",
        "substance_use": "yes",
    },
    "confirmed_by_clinician": [],
    "scales": [],
    "trials": [],
    "procedures": [],
}
CASES = [
    ("nothing was looked at", NOTHING, {}, {}, []),
    ("a no is confirmed", Confirmed(conditions={"bipolar": "no"}), {}, {}, ["bipolar"]),
    ("what was not known is known", Confirmed(conditions={"dementia": "no"}), {"dementia": "no"}, {}, ["dementia"]),
    ("the person said no and it is there", Confirmed(conditions={"bipolar": "yes"}), {"bipolar": "yes"}, {}, ["bipolar"]),
    ("the person said yes and it is not", Confirmed(conditions={"substance_use": "no"}), {"substance_use": "no"}, {}, ["substance_use"]),
    (
        "no psychosis, now neither",
        Confirmed(conditions={"psychosis": "no"}),
        {"psychosis": "no"},
        {"psychotic_features": "no"},
        ["psychosis"],
    ),
    ("psychosis, whether now is not said", Confirmed(conditions={"psychosis": "yes"}), {"psychosis": "yes"}, {}, ["psychosis"]),
    ("how severe it is", Confirmed(severity="severe"), {}, {"severity": "severe"}, []),
    (
        "several, in one order",
        Confirmed(conditions={"psychosis": "yes", "bipolar": "no"}),
        {"psychosis": "yes"},
        {},
        ["bipolar", "psychosis"],
    ),
]


@pytest.mark.parametrize(("why", "confirmed", "conditions", "episode", "names"), CASES, ids=[row[0] for row in CASES])
def test_the_clinicians_word_stands(why: str, confirmed: Confirmed, conditions: dict, episode: dict, names: list) -> None:
    before = copy.deepcopy(SAID)
    found = with_confirmed(SAID, confirmed)
    assert found == SAID | {
        "conditions": SAID["conditions"] | conditions,
        "episode": SAID["episode"] | episode,
        "confirmed_by_clinician": names,
    }
    assert before == SAID, "the history that was said is not changed"
    trd.evaluate(found)
