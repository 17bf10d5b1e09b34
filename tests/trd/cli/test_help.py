"""What the command line says of itself, in words that a script's author relies on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import trd
from trd import VERSION
from trd.cli import command, main


@pytest.fixture
def helped(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """The help of a command, on lines wide enough not to be folded."""
    monkeypatch.setenv("COLUMNS", "200")

    def call(*arguments: str) -> str:
        with pytest.raises(SystemExit) as stopped:
            main([*arguments, "--help"])
        assert stopped.value.code == 0
        return capsys.readouterr().out

    return call


COMMANDS = """\
usage: python -m trd [-h] [--version] COMMAND ...

Which count a history of antidepressants meets, and why

positional arguments:
  COMMAND
    evaluate   the report of a history
    profiles   the rule profiles, with their sources
    catalogue  the medicines, with their dose floors and sources

options:
  -h, --help   show this help message and exit
  --version    show program's version number and exit
"""
EVALUATE = """\
usage: python -m trd evaluate [-h] [--profiles FILE] [--profile ID] [--explain | --lines] HISTORY

the report of a history

positional arguments:
  HISTORY          a history document, or - for standard input

options:
  -h, --help       show this help message and exit
  --profiles FILE  a clinic's own profiles beside the shipped ones
  --profile ID     whose conclusion is the flag
  --explain        plain text for a clinician
  --lines          one history a line in, one report a line out
"""
PROFILES = """\
usage: python -m trd profiles [-h] [--profiles FILE]

the rule profiles, with their sources

options:
  -h, --help       show this help message and exit
  --profiles FILE  a clinic's own profiles beside the shipped ones
"""
CATALOGUE = """\
usage: python -m trd catalogue [-h] [--profiles FILE]

the medicines, with their dose floors and sources

options:
  -h, --help       show this help message and exit
  --profiles FILE  a clinic's own profiles beside the shipped ones
"""
HELP: list[tuple[str, list[str], str]] = [
    ("the commands", [], COMMANDS),
    ("evaluate", ["evaluate"], EVALUATE),
    ("profiles", ["profiles"], PROFILES),
    ("catalogue", ["catalogue"], CATALOGUE),
]


@pytest.mark.parametrize(("reason", "arguments", "expected"), HELP, ids=[case[0] for case in HELP])
def test_the_help_of_each_command(reason: str, arguments: list[str], expected: str, helped: Any) -> None:
    """Compared word by word: how far the columns stand apart is Python's own."""
    assert helped(*arguments).split() == expected.split()


def test_the_version_is_the_one_to_cite(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert (stopped.value.code, capsys.readouterr().out) == (0, f"trd {VERSION}\n")
    assert f"version {VERSION} (" in (Path(trd.__file__).parent / "README.md").read_text("utf-8")


WRONG: list[tuple[str, list[str], str]] = [
    ("no command", [], "the following arguments are required: COMMAND"),
    ("a command that is none", ["judge"], "argument COMMAND: invalid choice: 'judge'"),
    ("no history", ["evaluate"], "the following arguments are required: HISTORY"),
    ("two histories", ["evaluate", "a", "b"], "unrecognized arguments: b"),
    ("an option that is none", ["evaluate", "--json", "a"], "unrecognized arguments: --json"),
    ("text and lines at once", ["evaluate", "--explain", "--lines", "a"], "argument --lines: not allowed with argument --explain"),
    ("lines and text at once", ["evaluate", "--lines", "--explain", "a"], "argument --explain: not allowed with argument --lines"),
    ("a profile without its name", ["evaluate", "a", "--profile"], "argument --profile: expected one argument"),
    ("profiles without a file", ["catalogue", "--profiles"], "argument --profiles: expected one argument"),
    ("a history where none is read", ["profiles", "a"], "unrecognized arguments: a"),
]


@pytest.mark.parametrize(("reason", "arguments", "said"), WRONG, ids=[case[0] for case in WRONG])
def test_what_is_no_command_ends_with_two_and_says_why(
    reason: str, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    out, err = capsys.readouterr()
    assert (stopped.value.code, out) == (2, "")
    assert said in err


def test_the_installed_command_reads_the_arguments_of_its_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["trd", "evaluate", "/nowhere/history.json"])
    assert command() == 2
    assert capsys.readouterr().err == "/nowhere/history.json: No such file or directory\n"
