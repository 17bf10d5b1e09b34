"""Two hundred thousand pages sent to the form in every way there is, in slices, so that it can be watched, stopped and said again.

Run by hand: python -m bench.intake_fuzz [--inputs N] [--first-visit N] [--most-minutes N]. Ends at the first slice that fails and names its visits.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time

VISITS = 50  # a slice
PAGES = 80  # a visit, as in the test
TESTS = "tests/intake/fuzz"
VISIT = f"{TESTS}/test_fuzz.py"


def main() -> int:
    """Run slice after slice; 0 where all were run and held, 1 where one failed or the time was over before the end."""
    options = argparse.ArgumentParser(description="Whatever is sent is answered in words, and nothing is lost")
    options.add_argument("--inputs", type=int, default=200_000)
    options.add_argument("--first-visit", type=int, default=1)
    options.add_argument("--most-minutes", type=float, default=180)
    given = options.parse_args()
    started, visits = time.monotonic(), -(-given.inputs // PAGES)
    done = 0
    for first in range(given.first_visit, given.first_visit + visits, VISITS):
        if not holds(first):
            print(
                f"visits {first} to {first + VISITS - 1}: one failed after {done:,} inputs held. INTAKE_FUZZ_FIRST={first} INTAKE_FUZZ={VISITS}"
            )
            return 1
        done += VISITS * PAGES
        minutes = (time.monotonic() - started) / 60
        print(f"{done:>9,} of {given.inputs:,} inputs, {minutes:.1f} minutes, visits {first} to {first + VISITS - 1}", flush=True)
        if minutes > given.most_minutes:
            break
    print(f"{done:,} inputs were answered in words, and nothing was lost")
    return 0 if done >= given.inputs else 1


def holds(first: int) -> bool:
    """Whether one slice held; the first of all tries the door too, with every text there is."""
    tests = TESTS if first == 1 else VISIT
    command = [sys.executable, "-m", "pytest", tests, "-q", "-x", "-p", "no:cacheprovider", "--show-capture=no"]
    numbers = {"INTAKE_FUZZ_FIRST": str(first), "INTAKE_FUZZ": str(VISITS)}
    done = subprocess.run(command, env=os.environ | numbers, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        print(done.stdout[-20_000:] + done.stderr)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
