"""Looks at answers of the site in a browser, at the width of a phone and of a desk."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.http import HttpResponse
from playwright.sync_api import Browser, BrowserContext, ViewportSize

from tests.axe import AXE, LOOK
from tests.fixtures.serving import serving
from tests.looks.buttons import CROWDED, UNEVEN
from tests.looks.spacing import SET_WIDER

PHONE, DESK = ViewportSize(width=375, height=812), ViewportSize(width=1280, height=900)
UNFOLD: Final = "document.querySelectorAll('details').forEach(folded => folded.open = true)"
WIDER: Final = """() => [document.documentElement.scrollWidth - document.documentElement.clientWidth]
    .filter(wider => wider > 0).map(wider => `${wider} px wider than the screen`)"""
# One trip to the browser for all, since a trip costs as much as a look. Neither axe nor a width sees into what is folded.
LOOK_AT_ALL: Final = f"""async () => {{
    {UNFOLD}
    const found = []
    for (const look of [{", ".join((LOOK, CROWDED, UNEVEN, WIDER, SET_WIDER))}]) found.push(...await look())
    return found
}}"""
TYPES: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
KEPT: Final = ("Cache-Control", "max-age=3600")


class Eye:
    """Answers are made beforehand, in the test's process and its database; the browser gets their bytes, status and headers.

    With LOOKS in the environment, a picture of each page at each width is left in the folder that it names.
    """

    def __init__(self, context: BrowserContext) -> None:
        context.add_init_script(AXE)  # once for all pages: handing it over costs as much as running it
        self.site, self.page = "", context.new_page()
        self.faults: list[str] = []
        self.screens = [PHONE, DESK]
        self.answer = HttpResponse()
        self.page.on("request", lambda request: None if request.url.startswith(self.site) else self.faults.append(f"asked {request.url}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("console", lambda line: self.faults.append(line.text) if "Content Security" in line.text else None)

    def look(self, reason: str, answer: HttpResponse) -> list[str]:
        """What is wrong with this page, a line each, with the width it is wrong at."""
        self.answer, self.faults = answer, []
        self.page.goto(self.site + answer.request["PATH_INFO"])
        if folder := os.environ.get("LOOKS"):
            self._keep(Path(folder), re.sub(r"\W+", "-", reason))
        found = [fault for screen in self.screens for fault in self._at(screen)]
        self.screens.reverse()  # the next page comes as wide as this one is left
        return self.faults + found

    def _keep(self, folder: Path, name: str) -> None:
        """The page as people find it."""
        for screen in (PHONE, DESK):
            self.page.set_viewport_size(screen)
            self.page.screenshot(path=folder / f"{name}-{screen['width']}.png", full_page=True)

    def _at(self, screen: ViewportSize) -> list[str]:
        if self.page.viewport_size != screen:
            self.page.set_viewport_size(screen)
        return [f"at {screen['width']}: {fault}" for fault in self.page.evaluate(LOOK_AT_ALL)]

    def serve(self, environ: dict[str, Any], start: Any) -> list[bytes]:
        """The answer at hand, at whatever address; styles and scripts as the site has them, kept by the browser."""
        path = environ["PATH_INFO"]
        if path.startswith("/static/"):
            return self._file(Path(settings.STATIC_ROOT) / path.removeprefix("/static/"), start)
        status = HTTPStatus(self.answer.status_code)
        start(f"{status.value} {status.phrase}", list(self.answer.items()))
        return [self.answer.content]

    def _file(self, file: Path, start: Any) -> list[bytes]:
        if not file.is_file():
            self.faults.append(f"there is no {file.name}")
            start("404 Not Found", [])
            return []
        start("200 OK", [("Content-Type", TYPES.get(file.suffix, "text/plain")), KEPT])
        return [file.read_bytes()]


@contextmanager
def opened(browser: Browser) -> Iterator[Eye]:
    with browser.new_context(viewport=PHONE) as context:
        eye = Eye(context)
        with serving(eye.serve) as eye.site:
            yield eye
