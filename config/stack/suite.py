"""`make test`: browser and paper first, since a suite that ends for want of one has wasted minutes; then pytest."""

import os
import sys
from pathlib import Path

from config.stack.app import PROJECT
from config.stack.browser import ensure_chromium
from config.stack.paper import ensure_pango

BROWSER_TESTS = Path("tests/journeys")
# The whole suite at once, for two cores: journeys and faults often wait, so a third worker has its turn. In its own order,
# since the fewest tests take the longest; tests/fixtures says what stays together.
DIVIDED = ["-n", "3", "--no-loadscope-reorder", "--tb", "short"]


def test(arguments: list[str]) -> None:
    """Become pytest with these arguments."""
    if needs_browser(arguments):
        os.environ["CHROMIUM"] = ensure_chromium(PROJECT)
    ensure_pango(PROJECT)
    # Containers often forbid Python to keep what it compiled; a hundred processes would then compile the same again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    divided = [] if paths_in(arguments) else DIVIDED
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *divided, *arguments])


def needs_browser(arguments: list[str]) -> bool:
    """Whether the chosen paths hold journeys. No path means everything."""
    paths = paths_in(arguments)
    return not paths or any(BROWSER_TESTS in (path, *path.parents) or path in BROWSER_TESTS.parents for path in paths)


def paths_in(arguments: list[str]) -> list[Path]:
    """The files and folders among pytest's arguments."""
    chosen = [Path(name.partition("::")[0]) for name in arguments if not name.startswith("-")]
    return [path for path in chosen if path.exists()]
