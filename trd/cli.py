"""The command line: `python -m trd evaluate | profiles | catalogue`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, Final, TextIO

from trd.document import MOST_BYTES, parse
from trd.engine import DEFAULT_PROFILE, evaluate
from trd.faults import DataFault
from trd.lines import evaluate_lines
from trd.refusal import Refused
from trd.rules import Rules, shipped, with_profiles
from trd.text import explain
from trd.version import VERSION

_OK: Final = 0
_REFUSED: Final = 2


def main(arguments: Sequence[str]) -> int:
    """Run one command; gives the exit code: 0, 1 where a line was refused, 2 where the whole was."""
    given = _options().parse_args(arguments)
    try:
        rules = with_profiles(given.profiles) if given.profiles else shipped()
        return int(given.run(given, rules))
    except BrokenPipeError:
        # The reader has gone; without this Python complains once more when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _OK
    except DataFault as fault:
        return _fail(str(fault))
    except OSError as fault:
        return _fail(f"{fault.filename}: {fault.strerror}" if fault.filename else str(fault))


def command() -> int:
    """The installed command `trd`."""
    return main(sys.argv[1:])


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="python -m trd", description="Which count a history of antidepressants meets, and why")
    options.add_argument("--version", action="version", version=f"trd {VERSION}")
    commands = options.add_subparsers(required=True, metavar="COMMAND")
    evaluating = _command(commands, "evaluate", "the report of a history", _evaluate)
    evaluating.add_argument("history", metavar="HISTORY", help="a history document, or - for standard input")
    evaluating.add_argument("--profile", default=DEFAULT_PROFILE, metavar="ID", help="whose conclusion is the flag")
    how = evaluating.add_mutually_exclusive_group()
    how.add_argument("--explain", action="store_true", help="plain text for a clinician")
    how.add_argument("--lines", action="store_true", help="one history a line in, one report a line out")
    _command(commands, "profiles", "the rule profiles, with their sources", _profiles)
    _command(commands, "catalogue", "the medicines, with their dose floors and sources", _catalogue)
    return options


def _command(commands: Any, name: str, what: str, run: Any) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=what, description=what)
    command.add_argument("--profiles", type=Path, metavar="FILE", help="a clinic's own profiles beside the shipped ones")
    command.set_defaults(run=run)
    return command


def _evaluate(given: argparse.Namespace, rules: Rules) -> int:
    if given.profile not in rules.profiles:
        return _fail(f"--profile: {given.profile} is none of {', '.join(rules.profiles)}")
    with _opened(given.history) as stream:
        if given.lines:
            return evaluate_lines(stream, _standard(sys.stdout, "standard output"), given.profile, rules)
        return _evaluate_one(stream, given, rules)


def _evaluate_one(stream: IO[bytes], given: argparse.Namespace, rules: Rules) -> int:
    try:
        history = parse(stream.read(MOST_BYTES + 1))
        report = evaluate(history, given.profile, rules)
    except Refused as refused:
        return _fail(*(f"{error['place']}: {error['message']}" for error in refused.errors))
    _write(explain(report, history) if given.explain else json.dumps(report) + "\n")
    return _OK


def _profiles(given: argparse.Namespace, rules: Rules) -> int:
    _write_json(
        {"version": rules.stamp["profiles"], "profiles": [asdict(each) for each in rules.profiles.values()], "sources": rules.sources}
    )
    return _OK


def _catalogue(given: argparse.Namespace, rules: Rules) -> int:
    _write_json(
        {"version": rules.stamp["catalogue"], "agents": [asdict(each) for each in rules.catalogue.values()], "sources": rules.sources}
    )
    return _OK


def _opened(name: str) -> AbstractContextManager[IO[bytes]]:
    return nullcontext(_standard(sys.stdin, "standard input")) if name == "-" else Path(name).open("rb")


def _standard(stream: TextIO | None, name: str) -> IO[bytes]:
    """A standard stream as bytes; None is what Python makes of one that was closed before it started."""
    if stream is None:
        raise OSError(f"{name} is closed")
    return stream.buffer


def _write_json(document: object) -> None:
    _write(json.dumps(document, indent=2) + "\n")


def _write(text: str) -> None:
    target = _standard(sys.stdout, "standard output")
    target.write(text.encode())
    target.flush()


def _fail(*lines: str) -> int:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return _REFUSED
