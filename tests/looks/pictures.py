"""`make pictures`: every page a patient, or somebody close, can meet, at the width of a phone and of a desk, as small files in docs/pictures/pages."""

import os
import sys
import tempfile
from pathlib import Path

import pytest
from PIL import Image

from config.stack.app import PROJECT
from config.stack.browser import ensure_chromium

FOLDER = PROJECT / "docs/pictures/pages"
TESTS = "tests/looks/test_every_page.py::test_nothing_stands_in_anybodys_way"
QUALITY = 6  # of WebP: enough to read by, small enough to keep
LONGEST_PX = 3_200  # of a page; what lies below is more of the same
PHONE, DESK = 0.9, 0.45  # of the width that was drawn
# Errors are looked at, but few are kept: those of the pages that most people come by.
ERRORS = {
    *("a link without a date", "a link with a wrong date", "another device", "the session ended while a page was filled in"),
    *("consent left empty", "about-you left empty", "phq9 left empty", "medicines left empty", "a medicine's dose left empty"),
    *("one question left empty", "two windows differ", "naming nobody", "a caregiver's page left empty"),
    *("a caregiver's link with a wrong date", "no code was typed", "a code that does not open"),
    *("family, none ticked and some", "results with a year too short", "someone on your side, a number in words"),
}
# Pages of patients and of those close to them, in tables that they share with the staff.
THEIRS = {
    *("a patient's tests", "a patient's own visit", "a patient's own visit, in Spanish"),
    *("a patient who asked to move their visit", "a patient without a visit"),
    *("a caregiver's link", "what a caregiver is asked", "what a caregiver is asked, in Spanish", "a worried caregiver"),
    *("a caregiver who told", "a caregiver whose link was taken back"),
    *("naming someone close", "somebody close was named", "somebody close was named elsewhere"),
}


class OnlyPatients:
    """Keeps the rows of patients' pages that are as they should be, and those that are named above."""

    def pytest_collection_modifyitems(self, items: list[pytest.Function]) -> None:
        from tests.looks.patients import PAGES  # reads settings, which stand only now

        shown = {reason for reason, status, _draw in PAGES if status == 200} | ERRORS | THEIRS
        items[:] = [item for item in items if item.callspec.params["reason"] in shown]


def main() -> int:
    """Draw all; 0 where every page passed its look too."""
    os.environ["CHROMIUM"] = ensure_chromium(PROJECT)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LOOKS"] = folder
        code = pytest.main([TESTS, "-q", "-p", "no:cacheprovider"], plugins=[OnlyPatients()])
        FOLDER.mkdir(parents=True, exist_ok=True)
        for old in FOLDER.glob("*.webp"):
            old.unlink()
        for picture in sorted(Path(folder).glob("*.png")):
            keep(picture)
    kept = list(FOLDER.glob("*.webp"))
    print(f"{len(kept)} pictures, {sum(file.stat().st_size for file in kept) / 1e6:.1f} MB")
    return int(code)


def keep(picture: Path) -> None:
    """As WebP, smaller than it was drawn: a phone's a little, a desk's by more than half."""
    with Image.open(picture) as image:
        part = DESK if picture.stem.endswith("-1280") else PHONE
        small = image.resize((round(image.width * part), round(image.height * part)), Image.Resampling.LANCZOS)
        cut = small.crop((0, 0, small.width, min(small.height, LONGEST_PX))).convert("RGB")
        cut.save(FOLDER / f"{picture.stem}.webp", quality=QUALITY, method=6)


if __name__ == "__main__":
    sys.exit(main())
