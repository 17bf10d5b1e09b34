"""Every ingredient of the catalogue, as a patient types it."""

from __future__ import annotations

import pytest

from trd import search

CASES: list[tuple[str, str, str]] = [
    ("the generic citalopram", "citalopram", "citalopram"),
    ("the generic escitalopram", "escitalopram", "escitalopram"),
    ("the generic fluoxetine", "fluoxetine", "fluoxetine"),
    ("the generic fluvoxamine", "fluvoxamine", "fluvoxamine"),
    ("the generic paroxetine", "paroxetine", "paroxetine"),
    ("the generic sertraline", "sertraline", "sertraline"),
    ("the generic vilazodone", "vilazodone", "vilazodone"),
    ("the generic vortioxetine", "vortioxetine", "vortioxetine"),
    ("the generic venlafaxine", "venlafaxine", "venlafaxine"),
    ("the generic desvenlafaxine", "desvenlafaxine", "desvenlafaxine"),
    ("the generic duloxetine", "duloxetine", "duloxetine"),
    ("the generic levomilnacipran", "levomilnacipran", "levomilnacipran"),
    ("the generic milnacipran", "milnacipran", "milnacipran"),
    ("the generic bupropion", "bupropion", "bupropion"),
    ("the generic mirtazapine", "mirtazapine", "mirtazapine"),
    ("the generic mianserin", "mianserin", "mianserin"),
    ("the generic trazodone", "trazodone", "trazodone"),
    ("the generic nefazodone", "nefazodone", "nefazodone"),
    ("the generic amitriptyline", "amitriptyline", "amitriptyline"),
    ("the generic amoxapine", "amoxapine", "amoxapine"),
    ("the generic clomipramine", "clomipramine", "clomipramine"),
    ("the generic desipramine", "desipramine", "desipramine"),
    ("the generic doxepin", "doxepin", "doxepin"),
    ("the generic imipramine", "imipramine", "imipramine"),
    ("the generic nortriptyline", "nortriptyline", "nortriptyline"),
    ("the generic protriptyline", "protriptyline", "protriptyline"),
    ("the generic trimipramine", "trimipramine", "trimipramine"),
    ("the generic opipramol", "opipramol", "opipramol"),
    ("the generic pipofezine", "pipofezine", "pipofezine"),
    ("the generic noxiptiline", "noxiptiline", "noxiptiline"),
    ("the generic maprotiline", "maprotiline", "maprotiline"),
    ("the generic isocarboxazid", "isocarboxazid", "isocarboxazid"),
    ("the generic phenelzine", "phenelzine", "phenelzine"),
    ("the generic tranylcypromine", "tranylcypromine", "tranylcypromine"),
    ("the generic selegiline", "selegiline", "selegiline"),
    ("the generic moclobemide", "moclobemide", "moclobemide"),
    ("the generic pirlindole", "pirlindole", "pirlindole"),
    ("the generic agomelatine", "agomelatine", "agomelatine"),
    ("the generic reboxetine", "reboxetine", "reboxetine"),
    ("the generic tianeptine", "tianeptine", "tianeptine"),
    ("the generic gepirone", "gepirone", "gepirone"),
    ("the generic dextromethorphan-bupropion", "dextromethorphan-bupropion", "dextromethorphan-bupropion"),
    ("the generic olanzapine-fluoxetine", "olanzapine-fluoxetine", "olanzapine-fluoxetine"),
    ("the generic aripiprazole", "aripiprazole", "aripiprazole"),
    ("the generic brexpiprazole", "brexpiprazole", "brexpiprazole"),
    ("the generic cariprazine", "cariprazine", "cariprazine"),
    ("the generic quetiapine", "quetiapine", "quetiapine"),
    ("the generic olanzapine", "olanzapine", "olanzapine"),
    ("the generic risperidone", "risperidone", "risperidone"),
    ("the generic ziprasidone", "ziprasidone", "ziprasidone"),
    ("the generic lumateperone", "lumateperone", "lumateperone"),
    ("the generic lurasidone", "lurasidone", "lurasidone"),
    ("the generic lithium", "lithium", "lithium"),
    ("the generic lamotrigine", "lamotrigine", "lamotrigine"),
    ("the generic topiramate", "topiramate", "topiramate"),
    ("the generic liothyronine", "liothyronine", "liothyronine"),
    ("the generic buspirone", "buspirone", "buspirone"),
    ("the generic modafinil", "modafinil", "modafinil"),
    ("the generic methylphenidate", "methylphenidate", "methylphenidate"),
    ("the generic lisdexamfetamine", "lisdexamfetamine", "lisdexamfetamine"),
    ("the generic pramipexole", "pramipexole", "pramipexole"),
    ("the generic pindolol", "pindolol", "pindolol"),
    ("the generic esketamine", "esketamine", "esketamine"),
    ("the generic ketamine", "ketamine", "ketamine"),
    ("the generic zuranolone", "zuranolone", "zuranolone"),
    ("the generic brexanolone", "brexanolone", "brexanolone"),
    ("the generic nicotinamide adenine dinucleotide", "nicotinamide adenine dinucleotide", "nicotinamide adenine dinucleotide"),
    ("the generic cannabidiol", "cannabidiol", "cannabidiol"),
    ("the generic ascorbic acid", "ascorbic acid", "ascorbic acid"),
    ("the generic magnesium", "magnesium", "magnesium"),
    ("the generic vitamin B complex", "vitamin B complex", "vitamin B complex"),
    ("the generic glutathione", "glutathione", "glutathione"),
    ("the generic omega-3 fatty acids", "omega-3 fatty acids", "omega-3 fatty acids"),
    ("the generic curcumin", "curcumin", "curcumin"),
    ("the generic alprazolam", "alprazolam", "alprazolam"),
    ("the generic lorazepam", "lorazepam", "lorazepam"),
    ("the generic clonazepam", "clonazepam", "clonazepam"),
    ("the generic zolpidem", "zolpidem", "zolpidem"),
    ("the generic hydroxyzine", "hydroxyzine", "hydroxyzine"),
    ("the generic propranolol", "propranolol", "propranolol"),
    ("the generic gabapentin", "gabapentin", "gabapentin"),
    ("the generic prazosin", "prazosin", "prazosin"),
]


@pytest.mark.parametrize(("reason", "typed", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_generic_name_finds_its_ingredient_first(reason: str, typed: str, expected: str) -> None:
    assert search(typed)[0].agent.ingredient == expected


@pytest.mark.parametrize(("reason", "typed", "expected"), CASES, ids=[case[0] for case in CASES])
def test_the_first_letters_of_a_generic_name_offer_it(reason: str, typed: str, expected: str) -> None:
    assert expected in [offer.agent.ingredient for offer in search(typed[: max(4, len(typed) - 2)], limit=20)]
