"""Each thing that can be missing is one line that says what to do."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from config.stack import browser, lock, paper
from config.stack.app import PROJECT
from config.stack.console import Trouble
from config.stack.environment import OLDEST_PYTHON, ensure_environment
from config.stack.suite import needs_browser

# A Python in which a module cannot be found, as Debian's is until python3-venv is installed.
WITHOUT = """
import importlib.util, runpy, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == {missing!r} else find(name, *rest)
sys.argv = ["config.stack", "environment"]
runpy.run_module("config.stack", run_name="__main__")
"""


def bare_clone(folder: Path) -> Path:
    """Only what a start needs before there is an environment."""
    for name in ("config", "requirements-dev.txt", "Makefile"):
        (folder / name).symlink_to(PROJECT / name)
    return folder


def outside() -> dict[str, str]:
    """The suite may run under make itself, with a Python that was named."""
    return {name: value for name, value in os.environ.items() if not name.startswith("MAKE") and name != "PYTHON"}


def said_by(command: list[str], folder: Path) -> list[str]:
    answer = subprocess.run(command, cwd=folder, env=outside(), capture_output=True, text=True)
    assert answer.returncode
    return [line for line in (answer.stdout + answer.stderr).splitlines() if not line.startswith("make: ***")]


@pytest.mark.parametrize("missing", ["ensurepip", "venv"])
def test_a_python_without_venv(tmp_path: Path, missing: str):
    code = f"import config.stack.app as a, pathlib; a.PROJECT = pathlib.Path.cwd()\n{WITHOUT.format(missing=missing)}"
    said = said_by([sys.executable, "-c", code], bare_clone(tmp_path))
    assert len(said) == 1
    assert re.fullmatch(rf"Trellis: This Python has no module {missing}: install it .*apt-get install python3\.\d+-venv.*", said[0])
    assert not (tmp_path / ".venv").exists()


def test_no_python_at_all(tmp_path: Path):
    said = said_by(["make", "run", "PYTHON="], bare_clone(tmp_path))
    assert said == ["Trellis: no Python 3.11 or newer on the PATH: install one, or name it: make run PYTHON=/path/to/python3.12"]


@pytest.mark.parametrize(
    ("reason", "its_own", "taken"),
    [("it makes environments", f'exec "{sys.executable}" "$@"', "own"), ("it has no venv", "exit 1", "path")],
)
def test_the_systems_python_first(tmp_path: Path, reason: str, its_own: str, taken: str):
    (tmp_path / "own").write_text(f"#!/bin/sh\n{its_own}\n")
    (tmp_path / "own").chmod(0o700)
    command = ["make", "-n", "environment", f"SYSTEM_PYTHON={tmp_path}/own"]
    would = subprocess.run(command, cwd=PROJECT, env=outside(), capture_output=True, text=True).stdout
    assert (f"{tmp_path}/own -m config.stack environment" in would, " -m config.stack environment" in would) == (taken == "own", True)


def test_an_old_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "version_info", (OLDEST_PYTHON[0], OLDEST_PYTHON[1] - 1))
    with pytest.raises(Trouble, match="too old: install Python 3.11 or newer"):
        ensure_environment(tmp_path)


def test_another_start_that_prepares_the_environment(tmp_path: Path):
    first = lock.held(tmp_path / "lock", "process 7", "taken by {}")
    second = lock.held(tmp_path / "lock", "process 8", "taken by {}")
    with first, pytest.raises(Trouble, match="taken by process 7"), second:
        pass
    with lock.held(tmp_path / "lock", "process 8", "taken by {}"):
        assert (tmp_path / "lock").read_text() == "process 8"


def test_a_state_folder_that_cannot_be_written(tmp_path: Path):
    (tmp_path / ".run").write_text("a file where the folder should be")
    code = f"import config.stack.app as a, pathlib; a.PROJECT = pathlib.Path.cwd()\n{WITHOUT.format(missing='nothing')}"
    said = said_by([sys.executable, "-c", code.replace('"environment"', '"run"')], bare_clone(tmp_path))
    assert len(said) == 1
    assert said[0].startswith(f"Trellis: {tmp_path}/.run: File exists. Give your user the right to write there")


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))


def test_no_chromium_and_no_right_to_install_one(no_browser: None, tmp_path: Path):
    with pytest.raises(Trouble, match="No Chromium .* install it .*apt-get install chromium.*CHROMIUM"):
        browser.ensure_chromium(tmp_path)


def test_a_chromium_on_the_path_and_before_it_the_one_without_windows(no_browser: None, tmp_path: Path):
    for name in ("google-chrome", "chromium", "chromium-headless-shell"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        assert browser.ensure_chromium(tmp_path) == str(program)


@pytest.mark.parametrize("has", ["chromium-headless-shell", "chromium"])
def test_apt_gives_the_one_that_it_has(no_browser: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, has: str):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program = tmp_path / "apt-get"
    program.write_text(f'#!/bin/sh\ncase " $* " in *" {has} "*) : > {tmp_path}/{has}; /bin/chmod +x {tmp_path}/{has} ;; esac\n')
    program.chmod(0o755)
    assert browser.ensure_chromium(tmp_path) == str(tmp_path / has)


def test_a_named_chromium_comes_first_and_must_be_a_program(no_browser: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("CHROMIUM", sys.executable)
    assert browser.ensure_chromium(tmp_path) == sys.executable
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    with pytest.raises(Trouble, match="which is no program"):
        browser.ensure_chromium(tmp_path)


@pytest.mark.parametrize(("who", "asks"), [(0, True), (1000, False)])
def test_apt_is_asked_only_by_root(no_browser: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, who: int, asks: bool):
    monkeypatch.setattr(os, "geteuid", lambda: who)
    asked = tmp_path / "apt-get"
    asked.write_text(f'#!/bin/sh\necho "$1" >> {tmp_path}/asked\n')
    asked.chmod(0o755)
    with pytest.raises(Trouble, match="No Chromium"):
        browser.ensure_chromium(tmp_path)
    assert (tmp_path / "asked").exists() is asks


@pytest.fixture
def no_pango(no_browser: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(paper, "draws", lambda: False)


def test_no_pango_and_no_right_to_install_it(no_pango: None, tmp_path: Path):
    with pytest.raises(Trouble, match=r"No Pango.* install it .*apt-get install libpango-1\.0-0.*\.$"):
        paper.ensure_pango(tmp_path)


def test_a_start_goes_on_without_pango_and_says_so_in_one_line(no_pango: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    paper.mention_pango(tmp_path)
    assert re.fullmatch(r"paper: No Pango.*apt-get install .* print the page instead\.\n", capsys.readouterr().out)


def test_pango_that_is_there_needs_no_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert paper.draws()
    paper.mention_pango(tmp_path)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("why", "arguments", "needed"),
    [
        ("the whole suite", [], True),
        ("the whole suite, quietly", ["-q"], True),
        ("the engine alone", ["tests/trd", "-q"], False),
        ("the journeys", ["tests/journeys"], True),
        ("everything by name", ["tests"], True),
        ("one test of a room", ["tests/config/test_run.py::test_x"], False),
    ],
)
def test_a_browser_is_asked_for_only_where_a_journey_is_chosen(
    why: str, arguments: list[str], needed: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    (tmp_path / "tests/journeys").mkdir(parents=True)
    (tmp_path / "tests/trd").mkdir()
    (tmp_path / "tests/config").mkdir()
    (tmp_path / "tests/config/test_run.py").touch()
    monkeypatch.chdir(tmp_path)
    assert needs_browser(arguments) is needed
