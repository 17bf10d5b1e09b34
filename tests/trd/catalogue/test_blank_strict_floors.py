"""Every agent without a strict floor: no dose reaches it and none stays below."""

from __future__ import annotations

from tests.trd.build import trial, verdict
from tests.trd.tables import each_of

CASES: list[tuple[str, str]] = [
    ("fluoxetine-weekly has no strict floor", "fluoxetine-weekly"),
    ("bupropion-hbr-xl has no strict floor", "bupropion-hbr-xl"),
    ("gepirone-er has no strict floor", "gepirone-er"),
    ("dextromethorphan-bupropion has no strict floor", "dextromethorphan-bupropion"),
    ("olanzapine-fluoxetine has no strict floor", "olanzapine-fluoxetine"),
    ("aripiprazole has no strict floor", "aripiprazole"),
    ("brexpiprazole has no strict floor", "brexpiprazole"),
    ("cariprazine has no strict floor", "cariprazine"),
    ("quetiapine-ir has no strict floor", "quetiapine-ir"),
    ("olanzapine has no strict floor", "olanzapine"),
    ("risperidone has no strict floor", "risperidone"),
    ("ziprasidone has no strict floor", "ziprasidone"),
    ("lumateperone has no strict floor", "lumateperone"),
    ("lurasidone has no strict floor", "lurasidone"),
    ("lithium has no strict floor", "lithium"),
    ("lamotrigine has no strict floor", "lamotrigine"),
    ("topiramate has no strict floor", "topiramate"),
    ("liothyronine has no strict floor", "liothyronine"),
    ("buspirone has no strict floor", "buspirone"),
    ("modafinil has no strict floor", "modafinil"),
    ("methylphenidate has no strict floor", "methylphenidate"),
    ("lisdexamfetamine has no strict floor", "lisdexamfetamine"),
    ("pramipexole has no strict floor", "pramipexole"),
    ("pindolol has no strict floor", "pindolol"),
    ("esketamine has no strict floor", "esketamine"),
    ("ketamine has no strict floor", "ketamine"),
    ("zuranolone has no strict floor", "zuranolone"),
    ("brexanolone has no strict floor", "brexanolone"),
    ("nad-iv has no strict floor", "nad-iv"),
    ("cannabidiol-iv has no strict floor", "cannabidiol-iv"),
    ("ascorbic-acid-iv has no strict floor", "ascorbic-acid-iv"),
    ("magnesium has no strict floor", "magnesium"),
    ("b-complex has no strict floor", "b-complex"),
    ("glutathione has no strict floor", "glutathione"),
    ("omega-3 has no strict floor", "omega-3"),
    ("curcumin has no strict floor", "curcumin"),
    ("alprazolam has no strict floor", "alprazolam"),
    ("lorazepam has no strict floor", "lorazepam"),
    ("clonazepam has no strict floor", "clonazepam"),
    ("zolpidem has no strict floor", "zolpidem"),
    ("hydroxyzine has no strict floor", "hydroxyzine"),
    ("propranolol has no strict floor", "propranolol"),
    ("gabapentin has no strict floor", "gabapentin"),
    ("prazosin has no strict floor", "prazosin"),
]


@each_of(CASES)
def test_a_blank_strict_floor_is_unknown_and_never_zero(reason: str, agent: str) -> None:
    assert verdict("esketamine_trial", "dose", trial_said=trial(agent=agent, max_daily_dose_mg=100000)) == "unknown"


@each_of(CASES)
def test_its_weeks_at_a_blank_strict_floor_are_unknown_too(reason: str, agent: str) -> None:
    assert verdict("esketamine_trial", "duration", trial_said=trial(agent=agent, max_daily_dose_mg=100000)) == "unknown"
