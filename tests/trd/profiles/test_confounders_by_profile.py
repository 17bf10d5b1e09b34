"""Confounders of one trial with each profile as the flag's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.build import history, trial
from trd import evaluate

CASES: list[tuple[str, str, dict[str, Any], list[str]]] = [
    ("intake_screen: dose under the floor", "intake_screen", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("intake_screen: a tenth of a week short", "intake_screen", {"weeks_at_max_dose": 3.9, "weeks_total": 3.9}, ["too_short"]),
    ("intake_screen: long enough", "intake_screen", {"weeks_at_max_dose": 4, "weeks_total": 4}, []),
    ("intake_screen: taken rarely", "intake_screen", {"adherence": "rarely"}, ["low_adherence"]),
    ("intake_screen: adherence not known", "intake_screen", {"adherence": None}, ["facts_missing"]),
    ("intake_screen: reason not known", "intake_screen", {"stopped_because": None}, []),
    ("intake_screen: for pain too", "intake_screen", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
    ("consensus: dose under the floor", "consensus", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("consensus: a tenth of a week short", "consensus", {"weeks_at_max_dose": 3.9, "weeks_total": 3.9}, ["too_short"]),
    ("consensus: long enough", "consensus", {"weeks_at_max_dose": 4, "weeks_total": 4}, []),
    ("consensus: taken rarely", "consensus", {"adherence": "rarely"}, ["low_adherence"]),
    ("consensus: adherence not known", "consensus", {"adherence": None}, ["facts_missing"]),
    ("consensus: reason not known", "consensus", {"stopped_because": None}, []),
    ("consensus: for pain too", "consensus", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
    ("canadian: dose under the floor", "canadian", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("canadian: a tenth of a week short", "canadian", {"weeks_at_max_dose": 3.9, "weeks_total": 3.9}, ["too_short"]),
    ("canadian: long enough", "canadian", {"weeks_at_max_dose": 4, "weeks_total": 4}, []),
    ("canadian: taken rarely", "canadian", {"adherence": "rarely"}, ["low_adherence"]),
    ("canadian: adherence not known", "canadian", {"adherence": None}, []),
    ("canadian: reason not known", "canadian", {"stopped_because": None}, []),
    ("canadian: for pain too", "canadian", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
    ("esketamine_trial: dose under the floor", "esketamine_trial", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("esketamine_trial: a tenth of a week short", "esketamine_trial", {"weeks_at_max_dose": 5.9, "weeks_total": 5.9}, ["too_short"]),
    ("esketamine_trial: long enough", "esketamine_trial", {"weeks_at_max_dose": 6, "weeks_total": 6}, []),
    ("esketamine_trial: taken rarely", "esketamine_trial", {"adherence": "rarely"}, ["low_adherence"]),
    ("esketamine_trial: adherence not known", "esketamine_trial", {"adherence": None}, []),
    ("esketamine_trial: reason not known", "esketamine_trial", {"stopped_because": None}, []),
    ("esketamine_trial: for pain too", "esketamine_trial", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
    ("strict_form: dose under the floor", "strict_form", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("strict_form: a tenth of a week short", "strict_form", {"weeks_at_max_dose": 7.9, "weeks_total": 7.9}, ["too_short"]),
    ("strict_form: long enough", "strict_form", {"weeks_at_max_dose": 8, "weeks_total": 8}, []),
    ("strict_form: taken rarely", "strict_form", {"adherence": "rarely"}, ["low_adherence"]),
    ("strict_form: adherence not known", "strict_form", {"adherence": None}, ["facts_missing"]),
    ("strict_form: reason not known", "strict_form", {"stopped_because": None}, []),
    ("strict_form: for pain too", "strict_form", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
    ("lifetime: dose under the floor", "lifetime", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("lifetime: a tenth of a week short", "lifetime", {"weeks_at_max_dose": 5.9, "weeks_total": 5.9}, ["too_short"]),
    ("lifetime: long enough", "lifetime", {"weeks_at_max_dose": 6, "weeks_total": 6}, []),
    ("lifetime: taken rarely", "lifetime", {"adherence": "rarely"}, ["low_adherence"]),
    ("lifetime: adherence not known", "lifetime", {"adherence": None}, []),
    ("lifetime: reason not known", "lifetime", {"stopped_because": None}, []),
    ("lifetime: for pain too", "lifetime", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
    ("payer_two_class: dose under the floor", "payer_two_class", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("payer_two_class: a tenth of a week short", "payer_two_class", {"weeks_at_max_dose": 5.9, "weeks_total": 5.9}, ["too_short"]),
    ("payer_two_class: long enough", "payer_two_class", {"weeks_at_max_dose": 6, "weeks_total": 6}, []),
    ("payer_two_class: taken rarely", "payer_two_class", {"adherence": "rarely"}, ["low_adherence"]),
    ("payer_two_class: adherence not known", "payer_two_class", {"adherence": None}, []),
    ("payer_two_class: reason not known", "payer_two_class", {"stopped_because": None}, []),
    ("payer_two_class: for pain too", "payer_two_class", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
    ("payer_five_year: dose under the floor", "payer_five_year", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("payer_five_year: a tenth of a week short", "payer_five_year", {"weeks_at_max_dose": 7.9, "weeks_total": 7.9}, ["too_short"]),
    ("payer_five_year: long enough", "payer_five_year", {"weeks_at_max_dose": 8, "weeks_total": 8}, []),
    ("payer_five_year: taken rarely", "payer_five_year", {"adherence": "rarely"}, ["low_adherence"]),
    ("payer_five_year: adherence not known", "payer_five_year", {"adherence": None}, []),
    ("payer_five_year: reason not known", "payer_five_year", {"stopped_because": None}, []),
    ("payer_five_year: for pain too", "payer_five_year", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
    ("payer_three: dose under the floor", "payer_three", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("payer_three: a tenth of a week short", "payer_three", {"weeks_at_max_dose": 3.9, "weeks_total": 3.9}, ["too_short"]),
    ("payer_three: long enough", "payer_three", {"weeks_at_max_dose": 4, "weeks_total": 4}, []),
    ("payer_three: taken rarely", "payer_three", {"adherence": "rarely"}, ["low_adherence"]),
    ("payer_three: adherence not known", "payer_three", {"adherence": None}, []),
    ("payer_three: reason not known", "payer_three", {"stopped_because": None}, ["facts_missing"]),
    ("payer_three: for pain too", "payer_three", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
    ("tms_one: dose under the floor", "tms_one", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("tms_one: a tenth of a week short", "tms_one", {"weeks_at_max_dose": 3.9, "weeks_total": 3.9}, ["too_short"]),
    ("tms_one: long enough", "tms_one", {"weeks_at_max_dose": 4, "weeks_total": 4}, []),
    ("tms_one: taken rarely", "tms_one", {"adherence": "rarely"}, ["low_adherence"]),
    ("tms_one: adherence not known", "tms_one", {"adherence": None}, []),
    ("tms_one: reason not known", "tms_one", {"stopped_because": None}, ["facts_missing"]),
    ("tms_one: for pain too", "tms_one", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
    ("tms_two_class: dose under the floor", "tms_two_class", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("tms_two_class: a tenth of a week short", "tms_two_class", {"weeks_at_max_dose": 3.9, "weeks_total": 3.9}, ["too_short"]),
    ("tms_two_class: long enough", "tms_two_class", {"weeks_at_max_dose": 4, "weeks_total": 4}, []),
    ("tms_two_class: taken rarely", "tms_two_class", {"adherence": "rarely"}, ["low_adherence"]),
    ("tms_two_class: adherence not known", "tms_two_class", {"adherence": None}, []),
    ("tms_two_class: reason not known", "tms_two_class", {"stopped_because": None}, ["facts_missing"]),
    ("tms_two_class: for pain too", "tms_two_class", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
    ("vns_four: dose under the floor", "vns_four", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("vns_four: a tenth of a week short", "vns_four", {"weeks_at_max_dose": 3.9, "weeks_total": 3.9}, ["too_short"]),
    ("vns_four: long enough", "vns_four", {"weeks_at_max_dose": 4, "weeks_total": 4}, []),
    ("vns_four: taken rarely", "vns_four", {"adherence": "rarely"}, ["low_adherence"]),
    ("vns_four: adherence not known", "vns_four", {"adherence": None}, []),
    ("vns_four: reason not known", "vns_four", {"stopped_because": None}, []),
    ("vns_four: for pain too", "vns_four", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
]


@pytest.mark.parametrize(("reason", "profile", "said", "codes"), CASES, ids=[case[0] for case in CASES])
def test_codes(reason: str, profile: str, said: dict[str, Any], codes: list[str]) -> None:
    talk = [{"id": "p", "kind": "psychotherapy"}]
    report = evaluate(history(trial(**said), procedures=talk), profile)
    assert [each["code"] for each in report["confounders"]] == codes
