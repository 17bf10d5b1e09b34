"""What a worker of a divided run tells: all that somebody would miss."""

from typing import Any

import pytest

from tests.fixtures.terse import speak_only_of_what_matters


def report(when: str, outcome: str = "passed", sections: list[tuple[str, str]] | None = None) -> dict[str, Any]:
    return {"data": {"when": when, "outcome": outcome, "sections": sections or []}}


TOLD = [
    ("that a test passed", "testreport", report("call"), True),
    ("that it did not", "testreport", report("call", "failed"), True),
    ("that it was left out, which is said before it begins", "testreport", report("setup", "skipped"), True),
    ("that what it needs could not be made", "testreport", report("setup", "failed"), True),
    ("that clearing away went wrong", "testreport", report("teardown", "failed"), True),
    ("that something was printed", "testreport", report("teardown", sections=[("stdout", "x")]), True),
    ("that it is over", "logfinish", {}, True),
    ("that the next may come", "runtest_protocol_complete", {}, True),
    ("that one begins", "logstart", {}, False),
    ("that what it needs was made", "testreport", report("setup"), False),
    ("that it was cleared away", "testreport", report("teardown"), False),
]


class WorkerInteractor:
    """Takes the place of xdist's, which is known by this name."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def sendevent(self, name: str, **said: Any) -> None:
        self.sent.append(name)


class Config:
    """A run with one plugin."""

    def __init__(self, plugin: object, durations: int | None) -> None:
        self.plugin, self.durations = plugin, durations
        self.pluginmanager = self

    def get_plugins(self) -> set[object]:
        return {self.plugin}

    def getoption(self, _: str) -> int | None:
        return self.durations


@pytest.mark.parametrize("durations", [None, 30])
def test_what_is_told(durations: int | None) -> None:
    worker = WorkerInteractor()
    speak_only_of_what_matters(Config(worker, durations))  # type: ignore[arg-type]
    wrong = []
    for why, name, said, told in TOLD:
        worker.sent.clear()
        worker.sendevent(name, **said)
        if worker.sent != ([name] if told or durations else []):
            wrong.append(why)
    assert wrong == []


def test_in_a_worker_it_is_xdists_own_that_is_changed(pytestconfig: pytest.Config) -> None:
    """Should xdist call it something else, the whole suite says so; a run that is not divided has none."""
    named = [type(plugin).__name__ for plugin in pytestconfig.pluginmanager.get_plugins()]
    assert ("WorkerInteractor" in named) is hasattr(pytestconfig, "workerinput")
