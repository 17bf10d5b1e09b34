"""`make test`: the browser first, since a suite that ends for want of one has wasted minutes; then pytest."""

import os
import sys
from pathlib import Path

from config.stack.app import PROJECT
from config.stack.browser import ensure_chromium

BROWSER_TESTS = Path("tests/journeys")


def test(arguments: list[str]) -> None:
    """Become pytest with these arguments."""
    if needs_browser(arguments):
        os.environ["CHROMIUM"] = ensure_chromium(PROJECT)
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *arguments])


def needs_browser(arguments: list[str]) -> bool:
    """Whether the chosen paths hold journeys. No path means everything."""
    chosen = [Path(name.partition("::")[0]) for name in arguments if not name.startswith("-")]
    paths = [path for path in chosen if path.exists()]
    return not paths or any(BROWSER_TESTS in (path, *path.parents) or path in BROWSER_TESTS.parents for path in paths)
