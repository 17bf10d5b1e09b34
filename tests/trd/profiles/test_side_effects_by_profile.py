"""A trial given up for side effects that misses one other thing, under each profile."""

from __future__ import annotations

from typing import Any

from tests.trd.build import judged, trial
from tests.trd.tables import each_of

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("intake_screen: too low and given up for side effects", "intake_screen", {"max_daily_dose_mg": 1}, "no"),
    ("intake_screen: too short and given up for side effects", "intake_screen", {"weeks_at_max_dose": 1, "weeks_total": 1}, "no"),
    ("intake_screen: taken rarely and given up for side effects", "intake_screen", {"adherence": "rarely"}, "no"),
    ("intake_screen: helped and given up for side effects", "intake_screen", {"improvement_percent": 90}, "no"),
    ("intake_screen: for pain and given up for side effects", "intake_screen", {"purposes": ["pain"]}, "no"),
    ("intake_screen: an augmenter and given up for side effects", "intake_screen", {"agent": "lithium"}, "no"),
    ("consensus: too low and given up for side effects", "consensus", {"max_daily_dose_mg": 1}, "no"),
    ("consensus: too short and given up for side effects", "consensus", {"weeks_at_max_dose": 1, "weeks_total": 1}, "no"),
    ("consensus: taken rarely and given up for side effects", "consensus", {"adherence": "rarely"}, "no"),
    ("consensus: helped and given up for side effects", "consensus", {"improvement_percent": 90}, "no"),
    ("consensus: for pain and given up for side effects", "consensus", {"purposes": ["pain"]}, "no"),
    ("consensus: an augmenter and given up for side effects", "consensus", {"agent": "lithium"}, "no"),
    ("canadian: too low and given up for side effects", "canadian", {"max_daily_dose_mg": 1}, "no"),
    ("canadian: too short and given up for side effects", "canadian", {"weeks_at_max_dose": 1, "weeks_total": 1}, "no"),
    ("canadian: taken rarely and given up for side effects", "canadian", {"adherence": "rarely"}, "no"),
    ("canadian: helped and given up for side effects", "canadian", {"improvement_percent": 90}, "no"),
    ("canadian: for pain and given up for side effects", "canadian", {"purposes": ["pain"]}, "no"),
    ("canadian: an augmenter and given up for side effects", "canadian", {"agent": "lithium"}, "no"),
    ("esketamine_trial: too low and given up for side effects", "esketamine_trial", {"max_daily_dose_mg": 1}, "no"),
    ("esketamine_trial: too short and given up for side effects", "esketamine_trial", {"weeks_at_max_dose": 1, "weeks_total": 1}, "no"),
    ("esketamine_trial: taken rarely and given up for side effects", "esketamine_trial", {"adherence": "rarely"}, "no"),
    ("esketamine_trial: helped and given up for side effects", "esketamine_trial", {"improvement_percent": 90}, "no"),
    ("esketamine_trial: for pain and given up for side effects", "esketamine_trial", {"purposes": ["pain"]}, "no"),
    ("esketamine_trial: an augmenter and given up for side effects", "esketamine_trial", {"agent": "lithium"}, "no"),
    ("strict_form: too low and given up for side effects", "strict_form", {"max_daily_dose_mg": 1}, "no"),
    ("strict_form: too short and given up for side effects", "strict_form", {"weeks_at_max_dose": 1, "weeks_total": 1}, "no"),
    ("strict_form: taken rarely and given up for side effects", "strict_form", {"adherence": "rarely"}, "no"),
    ("strict_form: helped and given up for side effects", "strict_form", {"improvement_percent": 90}, "no"),
    ("strict_form: for pain and given up for side effects", "strict_form", {"purposes": ["pain"]}, "no"),
    ("strict_form: an augmenter and given up for side effects", "strict_form", {"agent": "lithium"}, "no"),
    ("lifetime: too low and given up for side effects", "lifetime", {"max_daily_dose_mg": 1}, "no"),
    ("lifetime: too short and given up for side effects", "lifetime", {"weeks_at_max_dose": 1, "weeks_total": 1}, "no"),
    ("lifetime: taken rarely and given up for side effects", "lifetime", {"adherence": "rarely"}, "yes"),
    ("lifetime: helped and given up for side effects", "lifetime", {"improvement_percent": 90}, "no"),
    ("lifetime: for pain and given up for side effects", "lifetime", {"purposes": ["pain"]}, "no"),
    ("lifetime: an augmenter and given up for side effects", "lifetime", {"agent": "lithium"}, "no"),
    ("payer_two_class: too low and given up for side effects", "payer_two_class", {"max_daily_dose_mg": 1}, "no"),
    ("payer_two_class: too short and given up for side effects", "payer_two_class", {"weeks_at_max_dose": 1, "weeks_total": 1}, "no"),
    ("payer_two_class: taken rarely and given up for side effects", "payer_two_class", {"adherence": "rarely"}, "no"),
    ("payer_two_class: helped and given up for side effects", "payer_two_class", {"improvement_percent": 90}, "no"),
    ("payer_two_class: for pain and given up for side effects", "payer_two_class", {"purposes": ["pain"]}, "no"),
    ("payer_two_class: an augmenter and given up for side effects", "payer_two_class", {"agent": "lithium"}, "no"),
    ("payer_five_year: too low and given up for side effects", "payer_five_year", {"max_daily_dose_mg": 1}, "no"),
    ("payer_five_year: too short and given up for side effects", "payer_five_year", {"weeks_at_max_dose": 1, "weeks_total": 1}, "no"),
    ("payer_five_year: taken rarely and given up for side effects", "payer_five_year", {"adherence": "rarely"}, "no"),
    ("payer_five_year: helped and given up for side effects", "payer_five_year", {"improvement_percent": 90}, "no"),
    ("payer_five_year: for pain and given up for side effects", "payer_five_year", {"purposes": ["pain"]}, "no"),
    ("payer_five_year: an augmenter and given up for side effects", "payer_five_year", {"agent": "lithium"}, "no"),
    ("payer_three: too low and given up for side effects", "payer_three", {"max_daily_dose_mg": 1}, "yes"),
    ("payer_three: too short and given up for side effects", "payer_three", {"weeks_at_max_dose": 1, "weeks_total": 1}, "yes"),
    ("payer_three: taken rarely and given up for side effects", "payer_three", {"adherence": "rarely"}, "yes"),
    ("payer_three: helped and given up for side effects", "payer_three", {"improvement_percent": 90}, "yes"),
    ("payer_three: for pain and given up for side effects", "payer_three", {"purposes": ["pain"]}, "no"),
    ("payer_three: an augmenter and given up for side effects", "payer_three", {"agent": "lithium"}, "no"),
    ("tms_one: too low and given up for side effects", "tms_one", {"max_daily_dose_mg": 1}, "yes"),
    ("tms_one: too short and given up for side effects", "tms_one", {"weeks_at_max_dose": 1, "weeks_total": 1}, "yes"),
    ("tms_one: taken rarely and given up for side effects", "tms_one", {"adherence": "rarely"}, "yes"),
    ("tms_one: helped and given up for side effects", "tms_one", {"improvement_percent": 90}, "yes"),
    ("tms_one: for pain and given up for side effects", "tms_one", {"purposes": ["pain"]}, "no"),
    ("tms_one: an augmenter and given up for side effects", "tms_one", {"agent": "lithium"}, "no"),
    ("tms_two_class: too low and given up for side effects", "tms_two_class", {"max_daily_dose_mg": 1}, "yes"),
    ("tms_two_class: too short and given up for side effects", "tms_two_class", {"weeks_at_max_dose": 1, "weeks_total": 1}, "yes"),
    ("tms_two_class: taken rarely and given up for side effects", "tms_two_class", {"adherence": "rarely"}, "yes"),
    ("tms_two_class: helped and given up for side effects", "tms_two_class", {"improvement_percent": 90}, "yes"),
    ("tms_two_class: for pain and given up for side effects", "tms_two_class", {"purposes": ["pain"]}, "no"),
    ("tms_two_class: an augmenter and given up for side effects", "tms_two_class", {"agent": "lithium"}, "no"),
    ("vns_four: too low and given up for side effects", "vns_four", {"max_daily_dose_mg": 1}, "no"),
    ("vns_four: too short and given up for side effects", "vns_four", {"weeks_at_max_dose": 1, "weeks_total": 1}, "no"),
    ("vns_four: taken rarely and given up for side effects", "vns_four", {"adherence": "rarely"}, "no"),
    ("vns_four: helped and given up for side effects", "vns_four", {"improvement_percent": 90}, "no"),
    ("vns_four: for pain and given up for side effects", "vns_four", {"purposes": ["pain"]}, "no"),
    ("vns_four: an augmenter and given up for side effects", "vns_four", {"agent": "lithium"}, "no"),
]


@each_of(CASES)
def test_counts(reason: str, profile: str, said: dict[str, Any], counts: str) -> None:
    whole = {"stopped_because": ["side_effects"]} | said
    assert judged(profile, trial(**whole))["trials"]["t1"]["counts"] == counts
