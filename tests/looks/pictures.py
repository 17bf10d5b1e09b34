"""`make pictures`: every page a patient can meet, at the width of a phone and of a desk, as small files in docs/pictures/pages."""

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
QUALITY = 8  # of WebP: enough to read by, small enough to keep
LONGEST_PX = 4_000  # of a page; what lies below is more of the same


class OnlyPatients:
    """Keeps the rows of patients' pages that are as they should be: errors are looked at, but not kept."""

    def pytest_collection_modifyitems(self, items: list[pytest.Function]) -> None:
        from tests.looks.patients import PAGES  # reads settings, which stand only now

        shown = {reason for reason, status, _draw in PAGES if status == 200}
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
    """As WebP, in half the size where it is a desk's."""
    with Image.open(picture) as image:
        wide = picture.stem.endswith("-1280")
        small = image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS) if wide else image
        cut = small.crop((0, 0, small.width, min(small.height, LONGEST_PX))).convert("RGB")
        cut.save(FOLDER / f"{picture.stem}.webp", quality=QUALITY, method=6)


if __name__ == "__main__":
    sys.exit(main())
