"""Commands that a person types: `manage.py` finds the environment that make has made here, and the stack that runs here."""

import importlib.util
import json
import os
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path

from config.stack.app import PROJECT
from config.stack.console import Trouble, complain
from config.stack.environment import python_of
from config.stack.surroundings import with_given

NOTE = "environment.json"
OWN = {"SECRET_KEY", "TRELLIS_ENV"}  # a shell that names one of these has a stack of its own
NAMED = {"DATABASE_URL", "REDIS_URL", "MAIL_URL", "PUBLIC_URL", "DEMO"}  # what a start may have been given in place of ours


def at_home() -> None:
    """Go on in our own Python with the running stack's environment, or end with one line that says what to do."""
    try:
        _in_our_python()
        adopt(os.environ, PROJECT / ".run")
    except Trouble as trouble:
        complain(trouble)
        sys.exit(1)


def note(state: Path, environment: Mapping[str, str], given: Mapping[str, str]) -> None:
    """Leave what the application runs with for commands in other windows. A clinic's own stays with whoever named it."""
    if environment.get("TRELLIS_ENV") == "production":
        return
    path = state / NOTE
    path.touch(mode=0o600)
    path.write_text(json.dumps({name: value for name, value in environment.items() if name not in given or _bare(name) in NAMED}))


def strike(state: Path) -> None:
    (state / NOTE).unlink(missing_ok=True)


def adopt(environ: MutableMapping[str, str], state: Path) -> None:
    """Take the running stack's environment, less what the shell names; none where the shell has one of its own.

    Raises Trouble where nothing runs.
    """
    if OWN & {_bare(name) for name in environ}:
        return
    path = state / NOTE
    if not path.exists():
        raise Trouble("nothing runs here: start it with make run, or name DATABASE_URL, REDIS_URL and the secrets.")
    environ.update(with_given(json.loads(path.read_text()), environ))


def _bare(name: str) -> str:
    return name.removesuffix("_FILE")


def _in_our_python() -> None:
    if importlib.util.find_spec("django"):
        return
    python = python_of(PROJECT)
    if not python.exists():
        raise Trouble("there is no environment yet: make it with make environment.")
    os.execv(python, [str(python), *sys.argv])
