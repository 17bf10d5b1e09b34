"""How soon a page can be read on a slow telephone with a weak line, against the same way on this machine as it is.

The line has 400 ms there and back and 400 kbit/s, the processor a quarter of its speed, as Chromium imitates them. Opening the line
(TCP and TLS, two times there and back) is not imitated: a clinic's first page comes that much later, and is counted so. "Readable" is the
largest contentful paint; a next step begins with the press of a button. Run by `make bench`, over throw-away services.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from config.stack.app import PROJECT, App
from config.stack.browser import ensure_chromium
from config.stack.ports import free_port
from config.stack.processes import Family
from tests.fixtures.browser import ARGUMENTS
from tests.journeys.patient import Patient
from tests.journeys.visitor import PHONE

ROUNDS = 2
ROUND_TRIP_MS, BYTES_A_SECOND, SLOWER = 400, 400_000 // 8, 4
OPENING_MS = 2 * ROUND_TRIP_MS
MOST_FIRST_S, MOST_NEXT_S = 2.5, 1.5
PAINTED = """() => new Promise((done) => new PerformanceObserver((list) => done(performance.timeOrigin + list.getEntries().at(-1).startTime))
  .observe({ type: "largest-contentful-paint", buffered: true }))"""
ENTRY = re.compile(r"(?<=/)m-\w+/")
PERSON = ("--name", "Synthetic Person", "--date-of-birth", "1980-03-04", "--email", "person@patients.example")


class Walker(Patient):
    """A patient of the journeys whose every press is timed, from the press to the paint of the page that comes."""

    def __init__(self, page: Page, base_url: str) -> None:
        super().__init__(page, base_url)
        self.steps: dict[str, float] = {}

    def press(self, button: str) -> None:
        started = time.time()
        with self.page.expect_navigation(wait_until="load"):
            self.click(button)
        self.steps[f"{len(self.steps) + 1:>2} {ENTRY.sub('', self._here)}"] = self.page.evaluate(PAINTED) / 1e3 - started

    def follow(self, link: str) -> None:
        self.page.get_by_role("link", name=link).first.click()

    def begin(self) -> None:
        """Part 1 up to the first medicine: each kind of page, the heaviest among them."""
        self.follow("Start")
        for step in (self.consent, self.about_me, self.this_low_time, self.before_it, self.last_two_weeks):
            step()
        self.pick("Zoloft")
        self.tell("150")


def weaken(page: Page) -> None:
    """A weak line and a slow processor, until the page is closed."""
    line = page.context.new_cdp_session(page)
    speed = {"downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND}
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", {"offline": False, "latency": ROUND_TRIP_MS, **speed})
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def walk(browser: Browser, base_url: str, link: str, *, weak: bool) -> tuple[float, dict[str, float]]:
    """Seconds until the first page can be read with nothing kept from before, and for each step."""
    with browser.new_context(viewport=PHONE, locale="en-US") as context:
        walker = Walker(context.new_page(), base_url)
        if weak:
            weaken(walker.page)
        started = time.time()
        walker.go_to(link)
        first: float = walker.page.evaluate(PAINTED) / 1e3 - started
        for label, text in zip(("Month", "Day", "Year"), ("3", "4", "1980"), strict=True):
            walker.write(label, text)
        walker.press("Open my form")
        walker.begin()
        return first, walker.steps


def invited(app: App) -> str:
    told: dict[str, Any] = json.loads(app.manage("invite", *PERSON, "--json").splitlines()[-1])
    return str(told["link"])


def measure(app: App, base_url: str) -> dict[bool, list[tuple[float, dict[str, float]]]]:
    """The same way weak and as it is, in turn."""
    found: dict[bool, list[tuple[float, dict[str, float]]]] = {True: [], False: []}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure_chromium(PROJECT), args=ARGUMENTS)
        walk(browser, base_url, invited(app), weak=False)  # the server's first answers compile its templates
        for _ in range(ROUNDS):
            for weak, ways in found.items():
                ways.append(walk(browser, base_url, invited(app), weak=weak))
        browser.close()
    return found


def report(found: dict[bool, list[tuple[float, dict[str, float]]]]) -> None:
    """Each page, then one line. A page's time is the better of its rounds: the worse one is the machine's."""
    pages = {weak: {name: min(steps[name] for _, steps in ways) for name in ways[0][1]} for weak, ways in found.items()}
    first = {weak: min(seconds for seconds, _ in ways) for weak, ways in found.items()}
    for name, seconds in pages[True].items():
        print(f"{name:<40} {seconds:5.2f} s   as it is {pages[False][name]:5.2f} s")
    opened, (slowest, worst) = first[True] + OPENING_MS / 1e3, max(pages[True].items(), key=lambda page: page[1])
    print(f"slowest step: {slowest}; first page without opening the line: {first[True]:.2f} s; as it is {first[False]:.2f} s")
    verdict = "within" if opened <= MOST_FIRST_S and worst <= MOST_NEXT_S else "OVER"
    middle = statistics.median(pages[True].values())
    print(
        f"phone: first page {opened:.2f} s (aim {MOST_FIRST_S}), next step {middle:.2f} s, at worst {worst:.2f} s (aim {MOST_NEXT_S}): {verdict}"
    )


def main() -> None:
    port = free_port()
    base_url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        family = Family(Path(folder) / "processes.json", Path(folder) / "log")
        app = App({**os.environ, "PUBLIC_URL": base_url}, family, Path(folder))
        try:
            web = app.start_web(port)
            app.wait_for_web(web, port)
            report(measure(app, base_url))
        finally:
            family.stop_all()


if __name__ == "__main__":
    main()
