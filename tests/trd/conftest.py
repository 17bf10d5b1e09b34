"""What every test of the engine stands on."""

from __future__ import annotations

import os

import pytest

from trd import dates, rules


def _forget() -> None:
    rules.shipped.cache_clear()
    dates.parse.cache_clear()


if os.environ.get("TRD_FRESH_RULES"):
    # Mutation testing forks from a process that has run the suite once, and notes which test ran which function:
    # what is cached over tests would hide a mutant from all but the first.
    @pytest.fixture(autouse=True)
    def _rules_read_afresh() -> None:
        _forget()
