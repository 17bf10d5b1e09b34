"""The browser that journeys walk with: named, found, or installed where we may. Never skipped."""

import os
import shutil
from pathlib import Path

from config.stack import apt
from config.stack.console import Trouble

# The shell is Chromium without its windows: the same pages for a third less work. Debian has it, not everybody does.
PACKAGES = ("chromium-headless-shell", "chromium")
NAMES = (*PACKAGES, "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WAY_OUT = "install it (Debian: sudo apt-get install chromium), or set CHROMIUM to its path."


def ensure_chromium(project: Path) -> str:
    """The path of a Chromium: from CHROMIUM, else from the PATH, else freshly installed where we are root."""
    if named := os.environ.get("CHROMIUM"):
        if not os.access(named, os.X_OK):
            raise Trouble(f"CHROMIUM is {named!r}, which is no program: {WAY_OUT}")
        return named
    found = _on_path() or _installed(project)
    if found is None:
        raise Trouble(f"No Chromium for the tests in a browser: {WAY_OUT}")
    return found


def _installed(project: Path) -> str | None:
    for package in PACKAGES:
        apt.install("browser: installing Chromium", [package], project / ".run/log/apt.log")
        if found := _on_path():
            return found
    return None


def _on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)
