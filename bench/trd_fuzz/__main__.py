"""A million documents for the criteria engine, in slices with a seed each, so that it can be watched, stopped and said again.

Run by hand: python -m bench.trd_fuzz [--documents N] [--first-seed N] [--most-minutes N]. Ends at the first slice that fails and names its seed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time

SLICE = 50_000
TESTS = "tests/trd/test_properties.py"
ANY = f"{TESTS}::test_any_json_gives_a_report_or_a_refusal"
# The other properties draw whole histories and take longer: every fifth slice has them too.
ALL_EVERY = 5


def main() -> int:
    """Run slice after slice; 0 where all were run and held, 1 where one failed or the time was over before the end."""
    options = argparse.ArgumentParser(description="Any JSON at all gives a report or a refusal")
    options.add_argument("--documents", type=int, default=1_000_000)
    options.add_argument("--first-seed", type=int, default=1)
    options.add_argument("--most-minutes", type=float, default=120)
    given = options.parse_args()
    started = time.monotonic()
    done = 0
    for seed in range(given.first_seed, given.first_seed + -(-given.documents // SLICE)):
        if not holds(seed):
            print(f"seed {seed} failed after {done:,} documents: TRD_FUZZ={SLICE} python -m pytest {TESTS} --hypothesis-seed={seed}")
            return 1
        done += SLICE
        minutes = (time.monotonic() - started) / 60
        print(f"{done:>9,} of {given.documents:,} documents, {minutes:.1f} minutes, seed {seed}", flush=True)
        if minutes > given.most_minutes:
            break
    print(f"{done:,} documents gave a report or a refusal, seeds {given.first_seed} to {seed}")
    return 0 if done >= given.documents else 1


def holds(seed: int) -> bool:
    """Whether the property, in some slices every property, holds for one slice."""
    tests = ANY if seed % ALL_EVERY else TESTS
    command = [sys.executable, "-m", "pytest", tests, "-q", "-p", "no:cacheprovider", "-p", "no:randomly", f"--hypothesis-seed={seed}"]
    done = subprocess.run(command, env=os.environ | {"TRD_FUZZ": str(SLICE)}, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
