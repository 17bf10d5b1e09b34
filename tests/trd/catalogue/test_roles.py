"""Every agent: its ingredient, its class, and whether it can stand as an antidepressant trial."""

from __future__ import annotations

from tests.trd.build import trial, verdict
from tests.trd.tables import each_of
from trd import catalogue

CASES: list[tuple[str, str, str, str, str]] = [
    ("citalopram is an antidepressant", "citalopram", "citalopram", "SSRI", "yes"),
    ("escitalopram is an antidepressant", "escitalopram", "escitalopram", "SSRI", "yes"),
    ("fluoxetine is an antidepressant", "fluoxetine", "fluoxetine", "SSRI", "yes"),
    ("fluoxetine-weekly is an antidepressant", "fluoxetine-weekly", "fluoxetine", "SSRI", "yes"),
    ("fluvoxamine is an antidepressant", "fluvoxamine", "fluvoxamine", "SSRI", "yes"),
    ("paroxetine-ir is an antidepressant", "paroxetine-ir", "paroxetine", "SSRI", "yes"),
    ("paroxetine-cr is an antidepressant", "paroxetine-cr", "paroxetine", "SSRI", "yes"),
    ("sertraline is an antidepressant", "sertraline", "sertraline", "SSRI", "yes"),
    ("vilazodone is an antidepressant", "vilazodone", "vilazodone", "SMS", "yes"),
    ("vortioxetine is an antidepressant", "vortioxetine", "vortioxetine", "SMS", "yes"),
    ("venlafaxine-ir is an antidepressant", "venlafaxine-ir", "venlafaxine", "SNRI", "yes"),
    ("venlafaxine-xr is an antidepressant", "venlafaxine-xr", "venlafaxine", "SNRI", "yes"),
    ("desvenlafaxine is an antidepressant", "desvenlafaxine", "desvenlafaxine", "SNRI", "yes"),
    ("duloxetine is an antidepressant", "duloxetine", "duloxetine", "SNRI", "yes"),
    ("levomilnacipran is an antidepressant", "levomilnacipran", "levomilnacipran", "SNRI", "yes"),
    ("milnacipran is an antidepressant", "milnacipran", "milnacipran", "SNRI", "yes"),
    ("bupropion-ir is an antidepressant", "bupropion-ir", "bupropion", "NDRI", "yes"),
    ("bupropion-sr is an antidepressant", "bupropion-sr", "bupropion", "NDRI", "yes"),
    ("bupropion-xl is an antidepressant", "bupropion-xl", "bupropion", "NDRI", "yes"),
    ("bupropion-hbr-xl is an antidepressant", "bupropion-hbr-xl", "bupropion", "NDRI", "yes"),
    ("mirtazapine is an antidepressant", "mirtazapine", "mirtazapine", "NASSA", "yes"),
    ("mianserin is an antidepressant", "mianserin", "mianserin", "NASSA", "yes"),
    ("trazodone is an antidepressant", "trazodone", "trazodone", "SARI", "yes"),
    ("nefazodone is an antidepressant", "nefazodone", "nefazodone", "SARI", "yes"),
    ("amitriptyline is an antidepressant", "amitriptyline", "amitriptyline", "TCA", "yes"),
    ("amoxapine is an antidepressant", "amoxapine", "amoxapine", "TCA", "yes"),
    ("clomipramine is an antidepressant", "clomipramine", "clomipramine", "TCA", "yes"),
    ("desipramine is an antidepressant", "desipramine", "desipramine", "TCA", "yes"),
    ("doxepin is an antidepressant", "doxepin", "doxepin", "TCA", "yes"),
    ("imipramine is an antidepressant", "imipramine", "imipramine", "TCA", "yes"),
    ("nortriptyline is an antidepressant", "nortriptyline", "nortriptyline", "TCA", "yes"),
    ("protriptyline is an antidepressant", "protriptyline", "protriptyline", "TCA", "yes"),
    ("trimipramine is an antidepressant", "trimipramine", "trimipramine", "TCA", "yes"),
    ("opipramol is an antidepressant", "opipramol", "opipramol", "TCA", "yes"),
    ("pipofezine is an antidepressant", "pipofezine", "pipofezine", "TCA", "yes"),
    ("noxiptiline is an antidepressant", "noxiptiline", "noxiptiline", "TCA", "yes"),
    ("maprotiline is an antidepressant", "maprotiline", "maprotiline", "TETRACYCLIC", "yes"),
    ("isocarboxazid is an antidepressant", "isocarboxazid", "isocarboxazid", "MAOI", "yes"),
    ("phenelzine is an antidepressant", "phenelzine", "phenelzine", "MAOI", "yes"),
    ("tranylcypromine is an antidepressant", "tranylcypromine", "tranylcypromine", "MAOI", "yes"),
    ("selegiline-transdermal is an antidepressant", "selegiline-transdermal", "selegiline", "MAOI", "yes"),
    ("moclobemide is an antidepressant", "moclobemide", "moclobemide", "RIMA", "yes"),
    ("pirlindole is an antidepressant", "pirlindole", "pirlindole", "RIMA", "yes"),
    ("agomelatine is an antidepressant", "agomelatine", "agomelatine", "MELATONIN_AGONIST", "yes"),
    ("reboxetine is an antidepressant", "reboxetine", "reboxetine", "NRI", "yes"),
    ("tianeptine is an antidepressant", "tianeptine", "tianeptine", "OTHER", "yes"),
    ("gepirone-er is an antidepressant", "gepirone-er", "gepirone", "5HT1A_AGONIST", "yes"),
    ("dextromethorphan-bupropion is an antidepressant", "dextromethorphan-bupropion", "dextromethorphan-bupropion", "NMDA_NDRI", "yes"),
    ("olanzapine-fluoxetine is an antidepressant", "olanzapine-fluoxetine", "olanzapine-fluoxetine", "SSRI_SGA", "yes"),
    ("aripiprazole is of role augmenter", "aripiprazole", "aripiprazole", "ATYPICAL_ANTIPSYCHOTIC", "no"),
    ("brexpiprazole is of role augmenter", "brexpiprazole", "brexpiprazole", "ATYPICAL_ANTIPSYCHOTIC", "no"),
    ("cariprazine is of role augmenter", "cariprazine", "cariprazine", "ATYPICAL_ANTIPSYCHOTIC", "no"),
    ("quetiapine-xr is of role augmenter", "quetiapine-xr", "quetiapine", "ATYPICAL_ANTIPSYCHOTIC", "no"),
    ("quetiapine-ir is of role augmenter", "quetiapine-ir", "quetiapine", "ATYPICAL_ANTIPSYCHOTIC", "no"),
    ("olanzapine is of role augmenter", "olanzapine", "olanzapine", "ATYPICAL_ANTIPSYCHOTIC", "no"),
    ("risperidone is of role augmenter", "risperidone", "risperidone", "ATYPICAL_ANTIPSYCHOTIC", "no"),
    ("ziprasidone is of role augmenter", "ziprasidone", "ziprasidone", "ATYPICAL_ANTIPSYCHOTIC", "no"),
    ("lumateperone is of role augmenter", "lumateperone", "lumateperone", "ATYPICAL_ANTIPSYCHOTIC", "no"),
    ("lurasidone is of role augmenter", "lurasidone", "lurasidone", "ATYPICAL_ANTIPSYCHOTIC", "no"),
    ("lithium is of role augmenter", "lithium", "lithium", "MOOD_STABILISER", "no"),
    ("lamotrigine is of role augmenter", "lamotrigine", "lamotrigine", "MOOD_STABILISER", "no"),
    ("topiramate is of role augmenter", "topiramate", "topiramate", "ANTICONVULSANT", "no"),
    ("liothyronine is of role augmenter", "liothyronine", "liothyronine", "THYROID", "no"),
    ("buspirone is of role augmenter", "buspirone", "buspirone", "ANXIOLYTIC", "no"),
    ("modafinil is of role augmenter", "modafinil", "modafinil", "STIMULANT", "no"),
    ("methylphenidate is of role augmenter", "methylphenidate", "methylphenidate", "STIMULANT", "no"),
    ("lisdexamfetamine is of role augmenter", "lisdexamfetamine", "lisdexamfetamine", "STIMULANT", "no"),
    ("pramipexole is of role augmenter", "pramipexole", "pramipexole", "DOPAMINE_AGONIST", "no"),
    ("pindolol is of role augmenter", "pindolol", "pindolol", "BETA_BLOCKER", "no"),
    ("esketamine is of role course", "esketamine", "esketamine", "NMDA_ANTAGONIST", "no"),
    ("ketamine is of role course", "ketamine", "ketamine", "NMDA_ANTAGONIST", "no"),
    ("zuranolone is of role course", "zuranolone", "zuranolone", "NEUROSTEROID", "no"),
    ("brexanolone is of role course", "brexanolone", "brexanolone", "NEUROSTEROID", "no"),
    ("nad-iv is of role course", "nad-iv", "nicotinamide adenine dinucleotide", "SUPPLEMENT", "no"),
    ("cannabidiol-iv is of role course", "cannabidiol-iv", "cannabidiol", "SUPPLEMENT", "no"),
    ("ascorbic-acid-iv is of role course", "ascorbic-acid-iv", "ascorbic acid", "SUPPLEMENT", "no"),
    ("magnesium is of role course", "magnesium", "magnesium", "SUPPLEMENT", "no"),
    ("b-complex is of role course", "b-complex", "vitamin B complex", "SUPPLEMENT", "no"),
    ("glutathione is of role course", "glutathione", "glutathione", "SUPPLEMENT", "no"),
    ("omega-3 is of role course", "omega-3", "omega-3 fatty acids", "SUPPLEMENT", "no"),
    ("curcumin is of role course", "curcumin", "curcumin", "SUPPLEMENT", "no"),
    ("alprazolam is of role not_antidepressant", "alprazolam", "alprazolam", "BENZODIAZEPINE", "no"),
    ("lorazepam is of role not_antidepressant", "lorazepam", "lorazepam", "BENZODIAZEPINE", "no"),
    ("clonazepam is of role not_antidepressant", "clonazepam", "clonazepam", "BENZODIAZEPINE", "no"),
    ("zolpidem is of role not_antidepressant", "zolpidem", "zolpidem", "HYPNOTIC", "no"),
    ("hydroxyzine is of role not_antidepressant", "hydroxyzine", "hydroxyzine", "OTHER", "no"),
    ("propranolol is of role not_antidepressant", "propranolol", "propranolol", "OTHER", "no"),
    ("gabapentin is of role not_antidepressant", "gabapentin", "gabapentin", "OTHER", "no"),
    ("prazosin is of role not_antidepressant", "prazosin", "prazosin", "OTHER", "no"),
]


BY_ID = {agent.id: agent for agent in catalogue()}


@each_of(CASES)
def test_ingredient_class_and_role_are_those_of_the_catalogue(
    reason: str, agent: str, ingredient: str, drug_class: str, expected: str
) -> None:
    assert (BY_ID[agent].ingredient, BY_ID[agent].class_) == (ingredient, drug_class)
    assert verdict("lifetime", "is_antidepressant", trial_said=trial(agent=agent)) == expected


def test_every_agent_of_the_catalogue_stands_in_the_table() -> None:
    assert [case[1] for case in CASES] == list(BY_ID)
