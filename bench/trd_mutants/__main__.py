"""python -m bench.trd_mutants [--workers N] [--folder F] [--only PATTERN]: exits 1 where fewer than 95 in 100 mutants are killed."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from bench.trd_mutants.layout import lay_out, mutate

LEAST_KILLED = 0.95
# Left out: drawn at random, about the package's files rather than about what it does, or about the tables the tests are made of.
LEFT_OUT = ("tests/trd/test_properties.py", "tests/trd/test_alone.py", "tests/trd/test_tables.py")
RUN = """
import json, sys
sys.path.insert(0, "")
import pytest
from pathlib import Path
from bench.trd_mutants.plugin import Mutants
names, results, *arguments = sys.argv[1:]
sys.exit(pytest.main(arguments, plugins=[Mutants(json.loads(Path(names).read_text()), Path(results))]))
"""


def main() -> int:
    """Lay the folder out, share the mutants among workers, and print what survived."""
    options = argparse.ArgumentParser(description="Mutation testing of the engine")
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--folder", type=Path, help="where to work, empty or not there yet; a temporary folder otherwise")
    options.add_argument("--only", default="", metavar="PATTERN", help="a regular expression that a mutant's name must hold")
    given = options.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="trd-mutants-"))
    lay_out(folder)
    os.chdir(folder)
    # The tests of a trial and the staging models first: whoever stops early has them.
    names = sorted((name for name in mutate(folder) if re.search(given.only, name)), key=lambda name: -name.count("."))
    workers = [start(folder, number, names[number :: given.workers]) for number in range(given.workers)]
    ended = [worker.wait() for worker in workers]
    rows = list(results(folder))
    report(rows)
    print(f"see {folder}")
    good = sum(row["outcome"] != "survived" for row in rows)
    return 0 if not any(ended) and len(rows) == len(names) and good >= LEAST_KILLED * len(rows) else 1


def start(folder: Path, number: int, names: list[str]) -> subprocess.Popen[bytes]:
    """One worker with its share of the mutants."""
    listed, found = folder / f"names-{number}.json", folder / f"results-{number}.jsonl"
    listed.write_text(json.dumps(names), "utf-8")
    arguments = ["tests/trd", "-q", "-s", "-p", "no:cacheprovider", "-p", "no:django", "-p", "no:hypothesispytest"]
    arguments += [f"--ignore={path}" for path in LEFT_OUT]
    return subprocess.Popen([sys.executable, "-c", RUN, str(listed), str(found), *arguments], cwd=folder)


def results(folder: Path) -> Any:
    """Every row that the workers wrote."""
    for path in sorted(folder.glob("results-*.jsonl")):
        yield from map(json.loads, path.read_text("utf-8").splitlines())


def report(rows: list[dict[str, Any]]) -> None:
    """A line a module, then every mutant that was not killed by a failing test."""
    by_module: dict[str, Counter[str]] = {}
    for row in rows:
        by_module.setdefault(row["mutant"].rpartition(".")[0], Counter())[row["outcome"]] += 1
    for module, found in sorted(by_module.items()):
        print(f"{module:<28} {found['killed']:>5} of {found.total():>5} killed")
    for row in sorted(rows, key=lambda row: str(row["mutant"])):
        if row["outcome"] != "killed":
            print(f"{row['outcome']}: {row['mutant']}")
    whole = Counter(row["outcome"] for row in rows)
    print(f"{whole['killed']} of {whole.total()} mutants killed ({whole['killed'] / max(1, whole.total()):.1%}): {dict(whole)}")


if __name__ == "__main__":
    sys.exit(main())
