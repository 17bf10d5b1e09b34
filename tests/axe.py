"""What a page gets wrong for people who cannot see, hear or point well, as axe-core finds it."""

import json
from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Only the faults come back: to hand over all that is well takes as long as to look. Without `preload` axe does not read
# the stylesheet again for each page; the one rule that needs it (is the screen's orientation locked?) is `locked`.
RUN = """([runOnly, preload]) => axe.run(document, {runOnly, preload, resultTypes: ['violations']}).then(({violations}) =>
    violations.flatMap(({id, help, nodes}) => nodes.map(({target}) => `${id}: ${help} in ${target.join(' ')}`)))"""
# For a page that has axe already: one script that can be run with others in one go.
LOOK = f"() => ({RUN})([{json.dumps({'type': 'tag', 'values': TAGS})}, false])"


def violations(page: Page, *rules: str) -> list[str]:
    """One line for each rule of WCAG 2.2 AA and element that breaks it; empty on a page without fault.

    `rules`: only these, where a page is held against the rest elsewhere. Runs beside the page's own policy: the Content-Security-Policy need not be switched off.
    """
    return _run(page, {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS})


def locked(page: Page) -> list[str]:
    """Whether the page's stylesheets hold it upright or on its side."""
    return _run(page, {"type": "rule", "values": ["css-orientation-lock"]}, preload=True)


def _run(page: Page, run_only: dict[str, object], *, preload: bool = False) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(RUN, [run_only, preload])
