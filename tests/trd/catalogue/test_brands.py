"""Every brand of the catalogue, as a patient types it."""

from __future__ import annotations

from tests.trd.tables import each_of
from trd import search

CASES: list[tuple[str, str, str]] = [
    ("the brand Celexa", "Celexa", "citalopram"),
    ("the brand Lexapro", "Lexapro", "escitalopram"),
    ("the brand Prozac", "Prozac", "fluoxetine"),
    ("the brand Sarafem", "Sarafem", "fluoxetine"),
    ("the brand Prozac Weekly", "Prozac Weekly", "fluoxetine-weekly"),
    ("the brand Luvox", "Luvox", "fluvoxamine"),
    ("the brand Luvox CR", "Luvox CR", "fluvoxamine"),
    ("the brand Paxil", "Paxil", "paroxetine-ir"),
    ("the brand Pexeva", "Pexeva", "paroxetine-ir"),
    ("the brand Paxil CR", "Paxil CR", "paroxetine-cr"),
    ("the brand Zoloft", "Zoloft", "sertraline"),
    ("the brand Viibryd", "Viibryd", "vilazodone"),
    ("the brand Trintellix", "Trintellix", "vortioxetine"),
    ("the brand Brintellix", "Brintellix", "vortioxetine"),
    ("the brand Effexor", "Effexor", "venlafaxine-ir"),
    ("the brand Effexor XR", "Effexor XR", "venlafaxine-xr"),
    ("the brand Pristiq", "Pristiq", "desvenlafaxine"),
    ("the brand Khedezla", "Khedezla", "desvenlafaxine"),
    ("the brand Cymbalta", "Cymbalta", "duloxetine"),
    ("the brand Drizalma Sprinkle", "Drizalma Sprinkle", "duloxetine"),
    ("the brand Fetzima", "Fetzima", "levomilnacipran"),
    ("the brand Savella", "Savella", "milnacipran"),
    ("the brand Wellbutrin", "Wellbutrin", "bupropion-ir"),
    ("the brand Wellbutrin SR", "Wellbutrin SR", "bupropion-sr"),
    ("the brand Wellbutrin XL", "Wellbutrin XL", "bupropion-xl"),
    ("the brand Forfivo XL", "Forfivo XL", "bupropion-xl"),
    ("the brand Aplenzin", "Aplenzin", "bupropion-hbr-xl"),
    ("the brand Remeron", "Remeron", "mirtazapine"),
    ("the brand RemeronSolTab", "RemeronSolTab", "mirtazapine"),
    ("the brand Desyrel", "Desyrel", "trazodone"),
    ("the brand Oleptro", "Oleptro", "trazodone"),
    ("the brand Serzone", "Serzone", "nefazodone"),
    ("the brand Elavil", "Elavil", "amitriptyline"),
    ("the brand Asendin", "Asendin", "amoxapine"),
    ("the brand Anafranil", "Anafranil", "clomipramine"),
    ("the brand Norpramin", "Norpramin", "desipramine"),
    ("the brand Sinequan", "Sinequan", "doxepin"),
    ("the brand Adapin", "Adapin", "doxepin"),
    ("the brand Silenor", "Silenor", "doxepin"),
    ("the brand Tofranil", "Tofranil", "imipramine"),
    ("the brand Tofranil-PM", "Tofranil-PM", "imipramine"),
    ("the brand Pamelor", "Pamelor", "nortriptyline"),
    ("the brand Aventyl", "Aventyl", "nortriptyline"),
    ("the brand Vivactil", "Vivactil", "protriptyline"),
    ("the brand Surmontil", "Surmontil", "trimipramine"),
    ("the brand Ludiomil", "Ludiomil", "maprotiline"),
    ("the brand Marplan", "Marplan", "isocarboxazid"),
    ("the brand Nardil", "Nardil", "phenelzine"),
    ("the brand Parnate", "Parnate", "tranylcypromine"),
    ("the brand Emsam", "Emsam", "selegiline-transdermal"),
    ("the brand Exxua", "Exxua", "gepirone-er"),
    ("the brand Auvelity", "Auvelity", "dextromethorphan-bupropion"),
    ("the brand Symbyax", "Symbyax", "olanzapine-fluoxetine"),
    ("the brand Abilify", "Abilify", "aripiprazole"),
    ("the brand Rexulti", "Rexulti", "brexpiprazole"),
    ("the brand Vraylar", "Vraylar", "cariprazine"),
    ("the brand Seroquel XR", "Seroquel XR", "quetiapine-xr"),
    ("the brand Seroquel", "Seroquel", "quetiapine-ir"),
    ("the brand Zyprexa", "Zyprexa", "olanzapine"),
    ("the brand Risperdal", "Risperdal", "risperidone"),
    ("the brand Geodon", "Geodon", "ziprasidone"),
    ("the brand Caplyta", "Caplyta", "lumateperone"),
    ("the brand Latuda", "Latuda", "lurasidone"),
    ("the brand Lithobid", "Lithobid", "lithium"),
    ("the brand Eskalith", "Eskalith", "lithium"),
    ("the brand Lamictal", "Lamictal", "lamotrigine"),
    ("the brand Topamax", "Topamax", "topiramate"),
    ("the brand Cytomel", "Cytomel", "liothyronine"),
    ("the brand BuSpar", "BuSpar", "buspirone"),
    ("the brand Provigil", "Provigil", "modafinil"),
    ("the brand Ritalin", "Ritalin", "methylphenidate"),
    ("the brand Vyvanse", "Vyvanse", "lisdexamfetamine"),
    ("the brand Mirapex", "Mirapex", "pramipexole"),
    ("the brand Visken", "Visken", "pindolol"),
    ("the brand Spravato", "Spravato", "esketamine"),
    ("the brand Ketalar", "Ketalar", "ketamine"),
    ("the brand Zurzuvae", "Zurzuvae", "zuranolone"),
    ("the brand Zulresso", "Zulresso", "brexanolone"),
    ("the brand Xanax", "Xanax", "alprazolam"),
    ("the brand Xanax XR", "Xanax XR", "alprazolam"),
    ("the brand Ativan", "Ativan", "lorazepam"),
    ("the brand Klonopin", "Klonopin", "clonazepam"),
    ("the brand Ambien", "Ambien", "zolpidem"),
    ("the brand Ambien CR", "Ambien CR", "zolpidem"),
    ("the brand Vistaril", "Vistaril", "hydroxyzine"),
    ("the brand Atarax", "Atarax", "hydroxyzine"),
    ("the brand Inderal", "Inderal", "propranolol"),
    ("the brand Inderal LA", "Inderal LA", "propranolol"),
    ("the brand Neurontin", "Neurontin", "gabapentin"),
    ("the brand Gralise", "Gralise", "gabapentin"),
    ("the brand Minipress", "Minipress", "prazosin"),
]


@each_of(CASES)
def test_a_brand_finds_its_agent_first(reason: str, typed: str, expected: str) -> None:
    assert search(typed)[0].agent.id == expected


@each_of(CASES)
def test_a_brand_in_capitals_with_a_strength_finds_its_agent_first(reason: str, typed: str, expected: str) -> None:
    assert search(f"{typed.upper()} 50 mg tablets")[0].agent.id == expected


@each_of(CASES)
def test_the_generic_of_a_brand_finds_the_same_agent(reason: str, typed: str, expected: str) -> None:
    assert search(f"the generic of {typed.lower()}")[0].agent.id == expected
