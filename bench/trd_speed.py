"""How long the engine takes for 1, 6 and 20 trials, as a multiple of what json alone takes for the same documents, and the memory of --lines.

Run by hand: python -m bench.trd_speed
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import timeit
from collections.abc import Callable
from pathlib import Path
from typing import Any

from trd import evaluate
from trd.document import parse

AGENTS = ("sertraline", "venlafaxine-xr", "bupropion-xl", "mirtazapine", "fluoxetine", "duloxetine", "amitriptyline", "lithium")
LINES = (500, 5000)


def history(trials: int) -> dict[str, Any]:
    """A history with everything in it, of a number of trials."""
    return {
        "schema": "trd.history/1",
        "as_of": "2026-11-20",
        "patient": {"age_years": 46, "sex_at_birth": "female"},
        "episode": {"start": "2024-05", "severity": "severe", "psychotic_features": "no"},
        "conditions": {"bipolar": "no", "psychosis": "no", "primary_psychotic_disorder": "no", "substance_use": "unknown"},
        "confirmed_by_clinician": ["bipolar"],
        "scales": [{"scale": "phq9", "score": 19, "date": "2026-11-18"}],
        "trials": [_trial(number) for number in range(trials)],
        "procedures": [{"id": "p1", "kind": "ect", "laterality": "bilateral", "sessions": 8, "improvement_percent": 10}],
    }


def _trial(number: int) -> dict[str, Any]:
    return {
        "id": f"t{number}",
        "agent": AGENTS[number % len(AGENTS)],
        "purposes": ["depression"],
        "max_daily_dose_mg": 150 if number % 3 else None,
        "weeks_at_max_dose": {"min": 6, "max": 7},
        "weeks_at_or_above": [{"mg": 50, "weeks": {"min": 8}}],
        "weeks_total": 16,
        "start": "2024-06",
        "stop": "2024-10",
        "improvement_percent": {"min": 0, "max": 24},
        "wore_off": "no",
        "adherence": "most_days" if number % 2 else "unknown",
        "stopped_because": ["no_benefit"],
        "in_current_episode": "unknown",
        "augments": None,
        "source": "patient",
    }


def best(*actions: Callable[[], object], rounds: int = 9) -> list[float]:
    """The shortest of some rounds of each, in seconds a call; they take turns, so that a busy moment falls on all of them."""
    numbers = [max(1, int(0.15 / max(1e-6, timeit.timeit(action, number=3) / 3))) for action in actions]
    taken = [
        [timeit.timeit(action, number=number) / number for action, number in zip(actions, numbers, strict=True)] for _ in range(rounds)
    ]
    return [min(column) for column in zip(*taken, strict=True)]


def measure(trials: int) -> tuple[float, float, int]:
    """Seconds for the engine, seconds for json alone, and the report's bytes."""
    said = json.dumps(history(trials)).encode()
    report = evaluate(json.loads(said))
    whole, alone = best(lambda: json.dumps(evaluate(parse(said))), lambda: (json.loads(said), json.dumps(report)))
    return whole, alone, len(json.dumps(report))


def peak_of_lines(lines: int) -> int:
    """The most memory, in kB, that --lines takes for so many lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "histories.jsonl"
        # Line by line: Linux counts the parent's own peak into the child's.
        with path.open("w", encoding="utf-8") as target:
            target.writelines(json.dumps(history(6)) + "\n" for _ in range(lines))
        code = "import resource,sys; from trd.cli import main; main(sys.argv[1:]); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
        done = subprocess.run(
            [sys.executable, "-c", code, "evaluate", "--lines", str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True
        )
    return int(done.stderr)


def main() -> None:
    """Print the table."""
    times = {}
    print(f"{'trials':>7} {'engine ms':>10} {'json ms':>9} {'ratio':>6} {'report kB':>10}")
    for trials in (1, 6, 20):
        whole, alone, size = measure(trials)
        times[trials] = whole
        print(f"{trials:>7} {whole * 1e3:>10.2f} {alone * 1e3:>9.2f} {whole / alone:>6.1f} {size / 1e3:>10.0f}")
    print(f"20 trials take {times[20] / times[6]:.1f} times as long as 6")
    few, many = (peak_of_lines(lines) for lines in LINES)
    print(f"peak memory of --lines: {few} kB for {LINES[0]} lines, {many} kB for {LINES[1]} lines")


if __name__ == "__main__":
    main()
