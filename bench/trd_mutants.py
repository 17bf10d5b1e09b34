"""Mutation testing of the engine's core: every small change of the rules must make a test fail.

Run by hand: python -m bench.trd_mutants [--workers N]. It copies the engine and its tests into a folder of its own, since mutmut rewrites what it
runs, leaves out the tests that start processes or draw at random, and exits 1 where fewer than 95 in 100 mutants are killed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEAST_KILLED = 0.95

# Where the rules are; reading files, the command line and words for people are left to their own tests.
CORE = [
    "verdicts",
    "intervals",
    "dates",
    "conclusion",
    "caveats",
    "settle",
    "confounders",
    "trial/adherence",
    "trial/antidepressant",
    "trial/counting",
    "trial/dose",
    "trial/duration",
    "trial/failed",
    "trial/intolerance",
    "trial/plan",
    "trial/purpose",
    "trial/scope",
    "staging/__init__",
    "staging/augmentation",
    "staging/ect",
    "staging/maudsley",
    "staging/mgh_s",
    "staging/thase_rush",
]
TESTS = ("test_logic.py", "test_vectors.py", "test_confounders.py", "trial", "staging", "profiles")

CONFIG = """
[project]
name = "mutants"
version = "0"

[tool.mutmut]
source_paths = ["trd"]
do_not_mutate = {left_out}
pytest_add_cli_args_test_selection = {tests}
also_copy = ["trd", "tests"]
pytest_add_cli_args = ["-x", "-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:randomly", "--deselect", "{slow}"]
max_stack_depth = -1
"""
SLOW = "tests/trd/test_vectors.py::test_the_command_line_gives_the_same_answers_in_order"


def lay_out(folder: Path) -> None:
    """A project of the engine and its tests alone."""
    shutil.copytree(ROOT / "trd", folder / "trd", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "trd", folder / "tests" / "trd", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "tests" / "__init__.py").touch()
    (folder / "README.md").touch()
    every = sorted(path.relative_to(folder).as_posix() for path in (folder / "trd").rglob("*.py"))
    core = {f"trd/{name}.py" for name in CORE}
    tests = [f"tests/trd/{name}" for name in TESTS]
    config = CONFIG.format(left_out=[path for path in every if path not in core], tests=tests, slow=SLOW)
    (folder / "pyproject.toml").write_text(config, "utf-8")


def results(folder: Path) -> Counter[str]:
    """How many mutants ended in which way."""
    command = [sys.executable, "-m", "mutmut", "results", "--all", "true"]
    listed = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True).stdout
    return Counter(line.rpartition(": ")[2] for line in listed.splitlines() if ": " in line)


def main() -> int:
    """Run mutmut in a folder of its own and print what survived."""
    options = argparse.ArgumentParser(description="Mutation testing of the engine's core")
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--folder", type=Path, help="where to work; a temporary folder otherwise")
    given = options.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="trd-mutants-"))
    lay_out(folder)
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(given.workers)]
    subprocess.run(command, cwd=folder, check=False, env=os.environ | {"TRD_FRESH_RULES": "1"})
    found = results(folder)
    subprocess.run([sys.executable, "-m", "mutmut", "results"], cwd=folder, check=False)
    killed, whole = found["killed"] + found["timeout"], sum(found.values())
    print(f"{killed} of {whole} mutants killed ({killed / max(1, whole):.1%}): {dict(found)}; see {folder}")
    return 0 if whole and killed / whole >= LEAST_KILLED else 1


if __name__ == "__main__":
    sys.exit(main())
