"""Every agent without a canmat floor: no dose reaches it and none stays below."""

from __future__ import annotations

from tests.trd.build import trial, verdict
from tests.trd.tables import each_of

CASES: list[tuple[str, str]] = [
    ("fluoxetine-weekly has no canmat floor", "fluoxetine-weekly"),
    ("fluvoxamine has no canmat floor", "fluvoxamine"),
    ("bupropion-hbr-xl has no canmat floor", "bupropion-hbr-xl"),
    ("amoxapine has no canmat floor", "amoxapine"),
    ("opipramol has no canmat floor", "opipramol"),
    ("pipofezine has no canmat floor", "pipofezine"),
    ("noxiptiline has no canmat floor", "noxiptiline"),
    ("maprotiline has no canmat floor", "maprotiline"),
    ("isocarboxazid has no canmat floor", "isocarboxazid"),
    ("pirlindole has no canmat floor", "pirlindole"),
    ("tianeptine has no canmat floor", "tianeptine"),
    ("gepirone-er has no canmat floor", "gepirone-er"),
    ("dextromethorphan-bupropion has no canmat floor", "dextromethorphan-bupropion"),
    ("olanzapine-fluoxetine has no canmat floor", "olanzapine-fluoxetine"),
    ("quetiapine-ir has no canmat floor", "quetiapine-ir"),
    ("lumateperone has no canmat floor", "lumateperone"),
    ("lurasidone has no canmat floor", "lurasidone"),
    ("topiramate has no canmat floor", "topiramate"),
    ("buspirone has no canmat floor", "buspirone"),
    ("methylphenidate has no canmat floor", "methylphenidate"),
    ("lisdexamfetamine has no canmat floor", "lisdexamfetamine"),
    ("pramipexole has no canmat floor", "pramipexole"),
    ("pindolol has no canmat floor", "pindolol"),
    ("esketamine has no canmat floor", "esketamine"),
    ("ketamine has no canmat floor", "ketamine"),
    ("zuranolone has no canmat floor", "zuranolone"),
    ("brexanolone has no canmat floor", "brexanolone"),
    ("nad-iv has no canmat floor", "nad-iv"),
    ("cannabidiol-iv has no canmat floor", "cannabidiol-iv"),
    ("ascorbic-acid-iv has no canmat floor", "ascorbic-acid-iv"),
    ("magnesium has no canmat floor", "magnesium"),
    ("b-complex has no canmat floor", "b-complex"),
    ("glutathione has no canmat floor", "glutathione"),
    ("omega-3 has no canmat floor", "omega-3"),
    ("curcumin has no canmat floor", "curcumin"),
    ("alprazolam has no canmat floor", "alprazolam"),
    ("lorazepam has no canmat floor", "lorazepam"),
    ("clonazepam has no canmat floor", "clonazepam"),
    ("zolpidem has no canmat floor", "zolpidem"),
    ("hydroxyzine has no canmat floor", "hydroxyzine"),
    ("propranolol has no canmat floor", "propranolol"),
    ("gabapentin has no canmat floor", "gabapentin"),
    ("prazosin has no canmat floor", "prazosin"),
]


@each_of(CASES)
def test_a_blank_canmat_floor_is_unknown_and_never_zero(reason: str, agent: str) -> None:
    assert verdict("canadian", "dose", trial_said=trial(agent=agent, max_daily_dose_mg=100000)) == "unknown"


@each_of(CASES)
def test_its_weeks_at_a_blank_canmat_floor_are_unknown_too(reason: str, agent: str) -> None:
    assert verdict("canadian", "duration", trial_said=trial(agent=agent, max_daily_dose_mg=100000)) == "unknown"
