"""Looks at answers of the site in a browser, at the width of a phone and of a desk."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from playwright.sync_api import BrowserContext, Route, ViewportSize

from tests.axe import AXE, violations
from tests.looks.buttons import ill_set
from tests.looks.spacing import wider_apart

SITE = "http://looks.test"
SCREENS = [ViewportSize(width=375, height=812), ViewportSize(width=1280, height=900)]
UNFOLD = "document.querySelectorAll('details').forEach(folded => folded.open = true)"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Eye:
    """Answers are made beforehand, in this process and its database; the browser gets their bytes, status and headers.

    With LOOKS in the environment, a picture of each page at each width is left in the folder that it names.
    """

    def __init__(self, context: BrowserContext) -> None:
        context.add_init_script(AXE)  # once for all pages: handing it over costs as much as running it
        self.page = context.new_page()
        self.faults: list[str] = []
        self.answer = HttpResponse()
        context.route("**/*", self._serve)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("console", lambda line: self.faults.append(line.text) if "Content Security" in line.text else None)

    def look(self, reason: str, answer: HttpResponse) -> list[str]:
        """What is wrong with this page, a line each, with the width it is wrong at."""
        self.answer, self.faults = answer, []
        self.page.goto(SITE + answer.request["PATH_INFO"])
        if folder := os.environ.get("LOOKS"):
            self._keep(Path(folder), re.sub(r"\W+", "-", reason))
        self.page.evaluate(UNFOLD)  # neither axe nor a width sees into what is folded
        found = [fault for screen in SCREENS for fault in self._at(screen)]
        return self.faults + found

    def _keep(self, folder: Path, name: str) -> None:
        """The page as people find it."""
        for screen in SCREENS:
            self.page.set_viewport_size(screen)
            self.page.screenshot(path=folder / f"{name}-{screen['width']}.png", full_page=True)

    def _at(self, screen: ViewportSize) -> list[str]:
        self.page.set_viewport_size(screen)
        wider = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found = violations(self.page) + ill_set(self.page) + ([f"{wider} px wider than the screen"] if wider > 0 else [])
        found += wider_apart(self.page)
        return [f"at {screen['width']}: {fault}" for fault in found]

    def _serve(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if not route.request.url.startswith(SITE + "/"):
            self.faults.append(f"asked {route.request.url}")
            route.abort()
        elif path.startswith("/static/"):
            self._serve_file(route, Path(settings.STATIC_ROOT) / path.removeprefix("/static/"))
        else:
            route.fulfill(status=self.answer.status_code, headers=dict(self.answer.headers), body=self.answer.content)

    def _serve_file(self, route: Route, file: Path) -> None:
        if not file.is_file():
            self.faults.append(f"there is no {file.name}")
        route.fulfill(status=200, content_type=TYPES.get(file.suffix, "text/plain"), body=file.read_bytes() if file.is_file() else b"")
