"""The libraries that PDFs are drawn with: there, or installed where we may."""

import subprocess
import sys
from pathlib import Path

from config.stack import apt
from config.stack.console import Trouble, say

LIBRARIES = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-dejavu-core"]
WAY_OUT = f"install it (Debian, Ubuntu: sudo apt-get install {' '.join(LIBRARIES)})."


def ensure_pango(project: Path) -> None:
    """Raise Trouble where no PDF can be drawn."""
    if not draws() and not (apt.install("paper: installing Pango", LIBRARIES, project / ".run/log/apt.log") and draws()):
        raise Trouble(f"No Pango, with which PDFs are drawn: {WAY_OUT}")


def mention_pango(project: Path) -> None:
    """For a start that can do without: the form's copy is then printed from the page."""
    try:
        ensure_pango(project)
    except Trouble as missing:
        say(f"paper: {missing} Until then patients print the page instead.")


def draws() -> bool:
    """Asked in a process of its own: a library that could not be loaded is not asked for twice in one."""
    return subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True).returncode == 0
