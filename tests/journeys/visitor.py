"""A person before a browser: looks for what is written on the page, as people do, and checks each page for everybody else."""

import re
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, ViewportSize

from tests.axe import violations

PHONE = ViewportSize(width=375, height=812)
DESKTOP = ViewportSize(width=1280, height=900)
DEADLINE_SECONDS = 30  # a task takes 0.1 s as a rule; a machine under load must not fail a journey


LOOKED_AT: set[str] = set()
HEADINGS = "[...document.querySelectorAll('h1, h2, legend, [role=alert], .error')].map(part => part.innerText).join(' ')"


class Visitor:
    """Each page is held against WCAG 2.2 AA as it is left; `faults` gathers what it and the browser found, `hosts` who was asked.

    One look a page, headings and errors, at the visitor's own width: tests/looks holds every page in every state at the width of
    a phone and of a desk, journeys what a script or the way there adds.
    """

    def __init__(self, page: Page, base_url: str, *, script: bool = True) -> None:
        self.page, self.base_url, self.script = page, base_url, script
        self.faults: list[str] = []
        self.hosts: set[str] = set()
        page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: script error"))
        page.on("console", lambda line: self.faults.append(f"{page.url}: {line.text}") if "Content Security" in line.text else None)

    def go_to(self, path: str) -> None:
        self.page.goto(path if path.startswith("http") else self.base_url + path)

    def choose(self, question: str, *answers: str) -> None:
        """Tick answers of the question with this legend."""
        group = self.page.get_by_role("group", name=question)
        group.wait_for()
        for answer in answers:
            whole = group.get_by_label(answer, exact=True)
            self.mark(whole if whole.count() else group.get_by_label(answer))

    def tick(self, words: str) -> None:
        self.mark(self.page.get_by_label(words))

    def mark(self, target: Locator) -> None:
        target.check()

    def write(self, label: str, text: str) -> None:
        self.type(self.page.get_by_label(re.compile(rf"^{re.escape(label)}")), text)

    def write_in(self, question: str, label: str, text: str) -> None:
        """Fill one box of a question that has several."""
        self.type(self.page.get_by_role("group", name=question).get_by_label(label, exact=True), text)

    def type(self, box: Locator, text: str) -> None:
        box.fill(text)

    def press(self, button: str) -> None:
        self.look()
        self.click(button)

    def click(self, button: str) -> None:
        """Press without a look: for pages that another journey holds against WCAG."""
        self.page.get_by_role("button", name=button).first.click()

    def follow(self, link: str) -> None:
        self.look()
        self.page.get_by_role("link", name=link).first.click()

    def reads(self, text: str) -> None:
        """The page says this, at once or when it has come."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while text not in self.words and time.monotonic() < deadline:
            self.page.wait_for_timeout(100)
        assert text in self.words, f"{self.page.url} does not say {text!r}:\n{self.words}"

    @property
    def words(self) -> str:
        return re.sub(r"\s+", " ", self.page.locator("body").inner_text())

    @property
    def everything(self) -> str:
        """What stands on the page, folded or hidden too: where something must not stand at all."""
        return re.sub(r"\s+", " ", self.page.locator("body").text_content() or "")

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    def find(self, selector: str, **more: Any) -> Locator:
        return self.page.locator(selector, **more)

    def wait_until(self, text: str, path: str) -> None:
        """Load a page again until it says this."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while True:
            self.go_to(path)
            if text in self.words:
                return
            assert time.monotonic() < deadline, f"{path} does not come to say {text!r}:\n{self.words}"
            time.sleep(0.2)

    def look(self) -> None:
        """Hold the page against WCAG 2.2 AA. Axe is a script: without script it stays away."""
        if not self.script:
            return
        self.page.wait_for_load_state()
        if (shown := self._shown()) in LOOKED_AT:
            return
        LOOKED_AT.add(shown)
        self.faults += [f"{self._here}: {fault}" for fault in self._seen()]

    def _shown(self) -> str:
        """What makes this page another page than the last: its address, headings and errors without what names one person, medicine or dose."""
        return re.sub(r"\d+", "1", f"{self._here} {self.page.evaluate(HEADINGS)}")

    def _seen(self) -> list[str]:
        wider = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return violations(self.page) + ([f"{wider} px wider than the screen"] if wider > 0 else [])

    @property
    def _here(self) -> str:
        return re.sub(r"/(m-[0-9a-f]{8}|[\w-]{20,})", "/…", self.page.url.removeprefix(self.base_url))


def until(found: Callable[[], Any]) -> Any:
    """What `found` gives once it gives something."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not (result := found()):
        assert time.monotonic() < deadline, "it did not come in time"
        time.sleep(0.2)
    return result
