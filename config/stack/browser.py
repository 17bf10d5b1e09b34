"""The browser that journeys walk with: named, found, or installed where we may. Never skipped."""

import os
import shutil
import subprocess
from pathlib import Path

from config.stack.console import Trouble, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WAY_OUT = "install it (Debian: sudo apt-get install chromium), or set CHROMIUM to its path."


def ensure_chromium(project: Path) -> str:
    """The path of a Chromium: from CHROMIUM, else from the PATH, else freshly installed where we are root."""
    if named := os.environ.get("CHROMIUM"):
        if not os.access(named, os.X_OK):
            raise Trouble(f"CHROMIUM is {named!r}, which is no program: {WAY_OUT}")
        return named
    found = _on_path()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        _install(project / ".run/log/apt.log")
        found = _on_path()
    if found is None:
        raise Trouble(f"No Chromium for the tests in a browser: {WAY_OUT}")
    return found


def _on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _install(log: Path) -> None:
    say("browser: installing Chromium with apt-get; this takes a minute or two")
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with log.open("wb") as output:
        for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", *command], stdout=output, stderr=subprocess.STDOUT, env=environment)
