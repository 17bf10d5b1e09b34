"""How long the engine takes for 1, 6 and 20 trials, as a multiple of what json alone takes for the same documents, and the memory of --lines.

Run by hand: python -m bench.trd_speed
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from trd import evaluate
from trd.document import parse

AGENTS = ("sertraline", "venlafaxine-xr", "bupropion-xl", "mirtazapine", "fluoxetine", "duloxetine", "amitriptyline", "lithium")
TRIALS = (1, 6, 20)
LINES = (500, 5000)
ROUNDS = 400
# Linux counts a parent's own peak into what getrusage says of a child; VmHWM is the child's alone.
PEAK = """
import re, sys
from pathlib import Path
from trd.cli import main
main(sys.argv[1:])
sys.stderr.write(re.search("VmHWM: *([0-9]+)", Path("/proc/self/status").read_text().replace(chr(9), " "))[1])
"""

Action = Callable[[], object]


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


def shortest(actions: Sequence[Action]) -> list[float]:
    """The least of the processor's seconds that a call of each took, over many rounds in which they take turns.

    The processor's own time and single calls: on a busy machine another process in between adds nothing, and a slow moment falls on one call, not on all.
    """
    return [min(column) for column in zip(*([_seconds(action) for action in actions] for _ in range(ROUNDS)), strict=True)]


def _seconds(action: Action) -> float:
    started = time.process_time()
    action()
    return time.process_time() - started


def both(trials: int) -> tuple[Action, Action, int]:
    """The engine from bytes to bytes, json alone over the same documents, and the report's length in bytes."""
    said = json.dumps(history(trials)).encode()
    report = evaluate(parse(said))
    return lambda: json.dumps(evaluate(parse(said))), lambda: (json.loads(said), json.dumps(report)), len(json.dumps(report))


def peak_of_lines(lines: int) -> int:
    """The most memory, in kB, that --lines takes for so many lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "histories.jsonl"
        with path.open("w", encoding="utf-8") as target:
            target.writelines(json.dumps(history(6)) + "\n" for _ in range(lines))
        command = [sys.executable, "-c", PEAK, "evaluate", "--lines", str(path)]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return int(done.stderr)


def main() -> None:
    """Print the table."""
    sides = [both(trials) for trials in TRIALS]
    taken = shortest([action for engine, alone, _ in sides for action in (engine, alone)])
    times = dict(zip(TRIALS, zip(taken[::2], taken[1::2], strict=True), strict=True))
    print(f"{'trials':>7} {'engine ms':>10} {'json ms':>9} {'ratio':>6} {'report kB':>10}")
    for (trials, (engine, alone)), (*_, size) in zip(times.items(), sides, strict=True):
        print(f"{trials:>7} {engine * 1e3:>10.2f} {alone * 1e3:>9.2f} {engine / alone:>6.1f} {size / 1e3:>10.0f}")
    print(f"20 trials take {times[20][0] / times[6][0]:.1f} times as long as 6")
    few, many = (peak_of_lines(lines) for lines in LINES)
    print(f"peak memory of --lines: {few} kB for {LINES[0]} lines, {many} kB for {LINES[1]} lines")


if __name__ == "__main__":
    main()
