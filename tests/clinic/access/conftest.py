"""A clock that stands still, in the middle of a code's half minute."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine

NOON = datetime.datetime(2026, 11, 20, 12, 0, 10, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller
