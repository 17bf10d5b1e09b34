"""The package stands on its own: standard library only, its doctests hold, and it installs in an empty environment."""

from __future__ import annotations

import ast
import doctest
import importlib
import json
import pkgutil
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import pytest

import trd
from tests.trd.build import history, trial

FOLDER = Path(trd.__file__).parent
MODULES = sorted(name for _, name, _ in pkgutil.walk_packages(trd.__path__, "trd.") if name != "trd.__main__")


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.py")), ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_nothing_is_imported_but_the_standard_library(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    plain = [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    named = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    roots = {name.partition(".")[0] for name in plain + named}
    assert roots <= sys.stdlib_module_names | {"trd"}


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.py")), ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_no_rule_reads_the_clock_the_network_or_chance(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    named = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom) for name in node.names}
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not named & {"time", "random", "secrets", "socket", "urllib", "uuid"}
    assert not called & {"today", "now", "utcnow", "environ", "getenv"}


def test_the_readme_examples_hold() -> None:
    found = doctest.testfile(str(FOLDER / "README.md"), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert found.failed == 0
    assert found.attempted > 5


def test_it_installs_and_runs_in_an_empty_environment(tmp_path: Path) -> None:
    home = tmp_path / "empty"
    venv.create(home, with_pip=False)
    scripts = Path(sysconfig.get_path("scripts", "venv", {"base": str(home), "platbase": str(home)}))
    target = Path(sysconfig.get_path("purelib", "venv", {"base": str(home), "platbase": str(home)}))
    _install(target)
    said = tmp_path / "history.json"
    said.write_text(json.dumps(history(trial())), "utf-8")
    command = [str(scripts / "python"), "-I", "-m", "trd", "evaluate", str(said)]
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, check=False, timeout=60)
    assert done.stderr == b""
    assert json.loads(done.stdout) == trd.evaluate(history(trial()))


def _install(target: Path) -> None:
    """Put there what pyproject.toml lists and nothing else, as a wheel of it would."""
    listed = tomllib.loads((FOLDER / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    for package in listed["packages"]:
        source = FOLDER.joinpath(*package.split(".")[1:])
        patterns = ["*.py", *listed["package-data"].get(package, [])]
        for path in [found for pattern in patterns for found in source.glob(pattern)]:
            place = target.joinpath(*package.split(".")) / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place)
