"""What the clinic has set about safety: which answer is which tier, and which help is shown."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from intake.safety.resources import load

DATA = Path(__file__).resolve().parent.parent / "data"
ITEM9 = "phq9.item9"
NOT_SAFE_TIER = 3
CALL_TIER = 1


def tier_of_item9(value: int | None) -> int:
    """The tier of an answer to item 9; 0 for "not at all" and for no answer."""
    return int(_safety()["item9"].get(str(value), 0))


def tier_of_asq(result: str) -> int:
    """The tier of what the ASQ comes to: declined, positive, acute; 0 for anything else."""
    return int(_safety()["asq"].get(result, 0))


def tier_of_caregiver(worry: str) -> int:
    """The tier of how somebody close answers whether they worry; 0 for no and for no answer."""
    return int(_safety()["caregiver"].get(worry, 0))


def needs_reader(tier: int) -> bool:
    """Whether an event of this tier stands until a second person has read how it was closed."""
    return tier >= int(_safety()["second_reader_from_tier"])


def resources_version() -> str:
    """The version of the crisis resources that a person was shown."""
    return load(settings.CRISIS_FILE).version


def _safety() -> dict[str, Any]:
    return _load("safety.toml")


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text("utf-8"))
