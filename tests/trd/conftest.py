"""What every test of the engine stands on."""

from __future__ import annotations

import pytest

from trd import dates, rules


@pytest.fixture(scope="session", autouse=True)
def _rules_read_afresh() -> None:
    """Mutation testing forks from a process that has run the suite once: what that process has cached would hide every mutant."""
    rules.shipped.cache_clear()
    dates.parse.cache_clear()
