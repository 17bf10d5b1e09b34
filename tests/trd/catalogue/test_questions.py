"""Every antidepressant in the question a person is asked: by its ingredient, whatever the formulation."""

from __future__ import annotations

from tests.trd.build import history, trial
from tests.trd.tables import each_of
from trd import evaluate

CASES: list[tuple[str, str]] = [
    ("citalopram", "citalopram"),
    ("escitalopram", "escitalopram"),
    ("fluoxetine", "fluoxetine"),
    ("fluoxetine-weekly", "fluoxetine"),
    ("fluvoxamine", "fluvoxamine"),
    ("paroxetine-ir", "paroxetine"),
    ("paroxetine-cr", "paroxetine"),
    ("sertraline", "sertraline"),
    ("vilazodone", "vilazodone"),
    ("vortioxetine", "vortioxetine"),
    ("venlafaxine-ir", "venlafaxine"),
    ("venlafaxine-xr", "venlafaxine"),
    ("desvenlafaxine", "desvenlafaxine"),
    ("duloxetine", "duloxetine"),
    ("levomilnacipran", "levomilnacipran"),
    ("milnacipran", "milnacipran"),
    ("bupropion-ir", "bupropion"),
    ("bupropion-sr", "bupropion"),
    ("bupropion-xl", "bupropion"),
    ("bupropion-hbr-xl", "bupropion"),
    ("mirtazapine", "mirtazapine"),
    ("mianserin", "mianserin"),
    ("trazodone", "trazodone"),
    ("nefazodone", "nefazodone"),
    ("amitriptyline", "amitriptyline"),
    ("amoxapine", "amoxapine"),
    ("clomipramine", "clomipramine"),
    ("desipramine", "desipramine"),
    ("doxepin", "doxepin"),
    ("imipramine", "imipramine"),
    ("nortriptyline", "nortriptyline"),
    ("protriptyline", "protriptyline"),
    ("trimipramine", "trimipramine"),
    ("opipramol", "opipramol"),
    ("pipofezine", "pipofezine"),
    ("noxiptiline", "noxiptiline"),
    ("maprotiline", "maprotiline"),
    ("isocarboxazid", "isocarboxazid"),
    ("phenelzine", "phenelzine"),
    ("tranylcypromine", "tranylcypromine"),
    ("selegiline-transdermal", "selegiline"),
    ("moclobemide", "moclobemide"),
    ("pirlindole", "pirlindole"),
    ("agomelatine", "agomelatine"),
    ("reboxetine", "reboxetine"),
    ("tianeptine", "tianeptine"),
    ("gepirone-er", "gepirone"),
    ("dextromethorphan-bupropion", "dextromethorphan-bupropion"),
    ("olanzapine-fluoxetine", "olanzapine-fluoxetine"),
]


@each_of(CASES)
def test_the_question_names_the_ingredient(agent: str, name: str) -> None:
    said = trial(agent=agent, purposes=None, stopped_because=["side_effects"])
    entries = evaluate(history(said))["explanation"]
    (found,) = [entry["questions"] for entry in entries if entry.get("profile") == "tms_one"]
    assert found == [{"trial": "t1", "missing": "purposes", "question": f"What did you take {name} for?"}]
