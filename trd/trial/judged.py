"""What a test gives back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from trd.facts import History, Trial
from trd.verdicts import Verdict

# The verdict, its sentence for a clinician, and the field of the trial that decided it.
Judged = tuple[Verdict, str, str]
Judge = Callable[[Trial, History], Judged]

TESTS: Final = (
    "is_antidepressant",
    "for_depression",
    "dose",
    "duration",
    "adherence",
    "failed",
    "in_scope",
    "intolerance",
)
