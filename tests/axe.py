"""What a page gets wrong for people who cannot see, hear or point well, as axe-core finds it."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = "runOnly => axe.run(document, {runOnly, resultTypes: ['violations']})"


def violations(page: Page, *rules: str) -> list[str]:
    """One line for each rule of WCAG 2.2 AA and element that breaks it; empty on a page without fault.

    `rules`: only these, where a page is held against the rest elsewhere. Runs beside the page's own policy: the Content-Security-Policy need not be switched off.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(RUN, {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS})["violations"]
    return [f"{rule['id']}: {rule['help']} in {' '.join(map(str, node['target']))}" for rule in found for node in rule["nodes"]]
