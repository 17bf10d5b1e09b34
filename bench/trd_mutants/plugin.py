"""A pytest plugin that collects the suite once and then runs it against one mutant after another, each in a process forked for it."""

from __future__ import annotations

import gc
import json
import os
import random
import re
import resource
import signal
import sys
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from _pytest.runner import runtestprotocol

from bench.trd_mutants.switch import Now

# What a mutant may use before it counts as one that never ends: the processor's time, so that a busy machine changes nothing.
LONGEST_SECONDS = 120
MOST_BYTES = 4 * 1024**3
# So many rows of the nearest tables, and of each table, are tried before whole tests: nearly every mutant falls to one, in a hundredth of the time.
NEAREST, OF_EACH = 1500, 5
_ENDED, _BROKEN = 0, 1


class Case(NamedTuple):
    """A test as pytest runs it, with everything set up and torn down for it alone; or one row of a table, called as it is."""

    name: str
    item: Any
    row: tuple[Any, ...] | None = None

    def holds(self) -> bool:
        """Whether it passes."""
        if self.row is None:
            return not any(report.failed for report in runtestprotocol(self.item, log=False, nextitem=None))
        try:
            self.item.obj.__wrapped__(*self.row)
        except (Exception, pytest.fail.Exception):
            return False
        return True


class Mutants:
    """The whole run of one worker: which tests reach which function, then each of its mutants."""

    def __init__(self, names: list[str], results: Path) -> None:
        self.names, self.results = names, results
        self.starts_process = False
        sys.addaudithook(self._watch)

    def _watch(self, event: str, arguments: object) -> None:
        if event in ("subprocess.Popen", "os.posix_spawn"):
            self.starts_process = True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of running the tests once."""
        self._baseline(session.items)
        recent: dict[str, list[Case]] = {}
        for name in self.names:
            function = name.rpartition("__mutmut_")[0]
            killers = recent.setdefault(function, [])
            outcome, test, seconds = self._try(name, [*killers, *self._tests(function)])
            if test is not None:
                killers.insert(0, test)
                del killers[8:]
            self._write({"mutant": name, "outcome": outcome, "test": test.name if test else "", "seconds": round(seconds, 2)})
        return True

    @cache  # noqa: B019  (one plugin a process)
    def _tests(self, function: str) -> list[Case]:
        """Some single rows of the tables that reach a function, then every test that does, then those that only see the rules it made."""
        direct = sorted(self.reached.get(function, []), key=lambda case: -near(case.name, function))
        every = [*direct, *self.usable] if function in self.making_rules else direct
        chance = random.Random(1)
        tables = [(case, chance.sample(rows, len(rows))) for case in every if (rows := getattr(case.item.obj, "rows", []))]
        some = [Case(case.name, case.item, row) for case, rows in tables for row in rows[:OF_EACH]]
        nearest = [Case(case.name, case.item, row) for case, rows in tables for row in rows if near(case.name, function)][:NEAREST]
        chance.shuffle(nearest)
        chance.shuffle(some)
        return [*nearest, *some, *every]

    def _baseline(self, items: list[Any]) -> None:
        """Which functions making the rules reaches, and which tests reach which function besides."""
        import trd
        from tests.trd import tables

        # One row that does not hold is enough to kill.
        tables.MOST_SHOWN = 1
        forget(with_rules=True)
        Now.reached, Now.watching = set(), True
        trd.shipped()
        self.making_rules = Now.reached
        self.reached: dict[str, list[Case]] = {}
        self.usable: list[Case] = []
        # Tests of one table are much alike: a mixture kills sooner.
        random.Random(1).shuffle(items)
        for item in items:
            Now.reached, self.starts_process = set(), False
            case = Case(item.nodeid, item)
            if not case.holds():
                raise SystemExit(f"{case.name} fails without any mutant")
            if self.starts_process:
                continue
            self.usable.append(case)
            for function in Now.reached:
                self.reached.setdefault(function, []).append(case)
        Now.watching = False
        print(f"{len(items)} tests, {len(items) - len(self.usable)} left out since they start a process", flush=True)
        # What stays as it is need not be copied into each process.
        gc.freeze()

    def _try(self, name: str, tests: list[Case]) -> tuple[str, Case | None, float]:
        reading, writing = os.pipe()
        started = time.monotonic()
        child = os.fork()
        if not child:
            os.close(reading)
            try:
                self._in_child(name, tests, writing)
            finally:
                os._exit(_BROKEN)
        os.close(writing)
        with os.fdopen(reading) as told:
            place = told.read()
        status = os.waitpid(child, 0)[1]
        seconds = time.monotonic() - started
        if status != _ENDED:
            return ("timeout" if status == signal.SIGXCPU else "crashed"), None, seconds
        return ("killed", tests[int(place)], seconds) if place else ("survived", None, seconds)

    def _in_child(self, name: str, tests: Iterable[Case], writing: int) -> None:
        """Run tests until one fails, write its place, and end without cleaning up: the process is a copy."""
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_SECONDS, LONGEST_SECONDS + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        module, _, mutant = name.rpartition(".")
        Now.mutant = (module, mutant)
        forget(with_rules=name.rpartition("__mutmut_")[0] in self.making_rules)
        place = next((place for place, case in enumerate(tests) if not case.holds()), None)
        if place is not None:
            os.write(writing, str(place).encode())
        os._exit(_ENDED)

    def _write(self, row: dict[str, Any]) -> None:
        with self.results.open("a", encoding="utf-8") as target:
            target.write(json.dumps(row) + "\n")


def near(name: str, function: str) -> int:
    """How many words a test's file and name share with a function and its module: the more, the likelier it is to notice."""
    return len(set(re.findall("[a-z]+", name)) & (set(re.findall("[a-z]+", function)) - {"trd", "x", "of", "in"}))


def forget(*, with_rules: bool) -> None:
    """Empty the engine's caches: what an unchanged engine made ready would hide a mutant."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "trd":
            for key, value in vars(module).items():
                if with_rules or key != "shipped":
                    getattr(value, "cache_clear", int)()
