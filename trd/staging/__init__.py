"""Staging models as intervals, given whatever the conclusion and the age: a file for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from trd.conclusion import count
from trd.facts import History
from trd.staging import augmentation, maudsley, mgh_s, thase_rush
from trd.trial.counting import JudgedTrial

PROFILE = "staging"


def stage(history: History, judged: Sequence[JudgedTrial]) -> dict[str, Any]:
    """Maudsley, Thase-Rush and MGH-S over the trials counted under the fixed staging profile."""
    counted = count(judged, PROFILE)
    augmented = augmentation.ingredients(history, judged)
    return {
        "maudsley": maudsley.stage(history, counted.failed, augmented),
        "thase_rush": thase_rush.stage(history, counted),
        "mgh_s": mgh_s.stage(history, counted.failed, augmented),
    }
