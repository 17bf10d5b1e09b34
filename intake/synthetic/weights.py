"""How often invented people give an answer. Round figures that look plausible; no source, no claim about anybody."""

from collections.abc import Mapping
from typing import Final

NOT_SURE: Final = "not_sure"
Weights = Mapping[str | int, float]


def _rarely_yes(percent: float) -> Weights:
    return {"yes": percent, NOT_SURE: 2, "no": 98 - percent}


ANSWERS: Final[Mapping[str, Weights]] = {
    "about.sex": {"female": 62, "male": 37, "intersex": 1},
    "medicines.any": {"yes": 0, "unknown_which": 60, "none": 40},
    "medicines.unnamed": {"0": 80, "1": 12, "2": 4, NOT_SURE: 4},
    "exclude.bipolar": _rarely_yes(5),
    "exclude.high_energy": _rarely_yes(12),
    "exclude.psychosis": {"no": 93, "this_episode": 2, "before": 3, NOT_SURE: 2},
    "exclude.schizophrenia": _rarely_yes(1),
    "exclude.dementia": _rarely_yes(1),
    "exclude.substances": _rarely_yes(9),
    "exclude.birth": {"no": 94, "birth": 4, "pregnant": 2},
    "treatments.rest": {"no": 96, "maybe": 4},
    "still_taking": _rarely_yes(25),
    "added_to": {"alone": 90, NOT_SURE: 5, "unlisted": 5},
    "adherence": {"most_days": 78, "about_half": 12, "rarely": 5, NOT_SURE: 5},
    "helped": {"0_24": 45, "25": 12, "26_49": 18, "50_74": 12, "75_100": 8, NOT_SURE: 5},
    "wore_off": _rarely_yes(15),
    "this_episode": {"yes": 65, "no": 25, NOT_SURE: 10},
    "phq9.item9": {0: 80, 1: 13, 2: 5, 3: 2},
    **{f"asq.item{number}": {"no": 70, "yes": 30} for number in range(1, 5)},
    "asq.item5": {"no": 96, "yes": 4},
}
TICKED: Final[Mapping[str, Mapping[str, float]]] = {  # percent who tick it; who tick nothing had none of these
    "treatments.had": {"ect": 2, "tms": 5, "esketamine": 2, "ketamine": 2, "vns": 0.3, "therapy": 60}
}
WEEKS: Final[Weights] = {"under_4": 12, "4_5": 13, "6_7": 15, "8_more": 55, NOT_SURE: 5}
MEDICINES: Final[Mapping[int, float]] = {0: 5, 1: 15, 2: 27, 3: 25, 4: 15, 5: 8, 6: 5}
AGENTS: Final[Mapping[str, float]] = {
    "sertraline": 22, "escitalopram": 20, "fluoxetine": 15, "citalopram": 10, "venlafaxine-xr": 10, "duloxetine": 10,
    "bupropion-xl": 14, "mirtazapine": 6, "trazodone": 6, "amitriptyline": 3, "nortriptyline": 2, "vortioxetine": 3, "aripiprazole": 4,
}  # fmt: skip
TIMES_THE_LOWEST_FLOOR: Final[Mapping[float, float]] = {0.5: 15, 1: 30, 1.5: 15, 2: 30, 3: 10}
ANY_NOT_SURE: Final = 0.05  # where nothing else is said
