"""Every agent without a label floor: no dose reaches it and none stays below."""

from __future__ import annotations

from tests.trd.build import trial, verdict
from tests.trd.tables import each_of

CASES: list[tuple[str, str]] = [
    ("fluoxetine-weekly has no label floor", "fluoxetine-weekly"),
    ("fluvoxamine has no label floor", "fluvoxamine"),
    ("milnacipran has no label floor", "milnacipran"),
    ("bupropion-hbr-xl has no label floor", "bupropion-hbr-xl"),
    ("mianserin has no label floor", "mianserin"),
    ("amoxapine has no label floor", "amoxapine"),
    ("clomipramine has no label floor", "clomipramine"),
    ("opipramol has no label floor", "opipramol"),
    ("pipofezine has no label floor", "pipofezine"),
    ("noxiptiline has no label floor", "noxiptiline"),
    ("moclobemide has no label floor", "moclobemide"),
    ("pirlindole has no label floor", "pirlindole"),
    ("agomelatine has no label floor", "agomelatine"),
    ("reboxetine has no label floor", "reboxetine"),
    ("tianeptine has no label floor", "tianeptine"),
    ("olanzapine-fluoxetine has no label floor", "olanzapine-fluoxetine"),
    ("quetiapine-ir has no label floor", "quetiapine-ir"),
    ("olanzapine has no label floor", "olanzapine"),
    ("risperidone has no label floor", "risperidone"),
    ("ziprasidone has no label floor", "ziprasidone"),
    ("lurasidone has no label floor", "lurasidone"),
    ("lithium has no label floor", "lithium"),
    ("lamotrigine has no label floor", "lamotrigine"),
    ("topiramate has no label floor", "topiramate"),
    ("liothyronine has no label floor", "liothyronine"),
    ("buspirone has no label floor", "buspirone"),
    ("modafinil has no label floor", "modafinil"),
    ("methylphenidate has no label floor", "methylphenidate"),
    ("lisdexamfetamine has no label floor", "lisdexamfetamine"),
    ("pramipexole has no label floor", "pramipexole"),
    ("pindolol has no label floor", "pindolol"),
    ("esketamine has no label floor", "esketamine"),
    ("ketamine has no label floor", "ketamine"),
    ("zuranolone has no label floor", "zuranolone"),
    ("brexanolone has no label floor", "brexanolone"),
    ("nad-iv has no label floor", "nad-iv"),
    ("cannabidiol-iv has no label floor", "cannabidiol-iv"),
    ("ascorbic-acid-iv has no label floor", "ascorbic-acid-iv"),
    ("magnesium has no label floor", "magnesium"),
    ("b-complex has no label floor", "b-complex"),
    ("glutathione has no label floor", "glutathione"),
    ("omega-3 has no label floor", "omega-3"),
    ("curcumin has no label floor", "curcumin"),
    ("alprazolam has no label floor", "alprazolam"),
    ("lorazepam has no label floor", "lorazepam"),
    ("clonazepam has no label floor", "clonazepam"),
    ("zolpidem has no label floor", "zolpidem"),
    ("hydroxyzine has no label floor", "hydroxyzine"),
    ("propranolol has no label floor", "propranolol"),
    ("gabapentin has no label floor", "gabapentin"),
    ("prazosin has no label floor", "prazosin"),
]


@each_of(CASES)
def test_a_blank_label_floor_is_unknown_and_never_zero(reason: str, agent: str) -> None:
    assert verdict("intake_screen", "dose", trial_said=trial(agent=agent, max_daily_dose_mg=100000)) == "unknown"


@each_of(CASES)
def test_its_weeks_at_a_blank_label_floor_are_unknown_too(reason: str, agent: str) -> None:
    assert verdict("intake_screen", "duration", trial_said=trial(agent=agent, max_daily_dose_mg=100000)) == "unknown"
