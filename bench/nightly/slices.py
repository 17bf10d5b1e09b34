"""A nightly search in slices, so that it can be watched, stopped, and said again from the slice that failed."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Search:
    """What is searched, for how many things, how many a slice; and slice `number`, from 1 on, as pytest's arguments and environment."""

    what: str
    things: str
    whole: int
    slice: int
    most_minutes: float
    arguments: Callable[[int], list[str]]
    environment: Callable[[int], dict[str, str]]

    def main(self) -> int:
        """Run slice after slice; 0 where all were run and held, 1 where one failed or the time was over before the end."""
        given = self._options()
        done = self._run(range(given.first, given.first + -(-given.count // self.slice)), given)
        print(f"{done:,} of {given.count:,} {self.things} held: {self.what}")
        return 0 if done >= given.count else 1

    def _options(self) -> argparse.Namespace:
        options = argparse.ArgumentParser(description=self.what)
        options.add_argument("--count", type=int, default=self.whole, help=f"how many {self.things}")
        options.add_argument("--first", type=int, default=1, help="the slice to begin with")
        options.add_argument("--most-minutes", type=float, default=self.most_minutes)
        return options.parse_args()

    def _run(self, numbers: Iterable[int], given: argparse.Namespace) -> int:
        started, done = time.monotonic(), 0
        for number in numbers:
            if not self._holds(number):
                print(f"slice {number} failed; again with --first {number} --count {self.slice}")
                break
            done += self.slice
            minutes = (time.monotonic() - started) / 60
            print(f"{done:>9,} of {given.count:,} {self.things}, {minutes:.1f} minutes, slice {number}", flush=True)
            if minutes > given.most_minutes:
                break
        return done

    def _holds(self, number: int) -> bool:
        command = [sys.executable, "-m", "pytest", *self.arguments(number), "-q", "-x", "-p", "no:cacheprovider", "--show-capture=no"]
        done = subprocess.run(command, env=os.environ | self.environment(number), capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            print(done.stdout[-20_000:] + done.stderr)
        return done.returncode == 0
