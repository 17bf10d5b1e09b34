"""Files that fit in a head, views that read, ask and answer."""

from pathlib import Path

import pytest

from tests.metatests.sources import OURS, files, functions, length, name, view_files

FILE_LINES = 300
TEMPLATE_LINES = 80
VIEW_LINES = 20
KINDS = [("py", FILE_LINES), ("css", FILE_LINES), ("js", FILE_LINES), ("html", TEMPLATE_LINES)]


def too_long(path: Path, most: int) -> bool:
    return len(path.read_text("utf-8").splitlines()) > most


def long_views(path: Path) -> list[str]:
    return [view.name for view in functions(path) if length(view) > VIEW_LINES]


@pytest.mark.parametrize(("ext", "most"), KINDS, ids=[row[0] for row in KINDS])
def test_no_file_is_too_long(ext: str, most: int) -> None:
    assert [name(path) for path in files(*OURS, ext=ext) if too_long(path, most)] == []


def test_no_view_is_longer_than_twenty_lines() -> None:
    assert {name(path): found for path in view_files() if (found := long_views(path))} == {}


def test_there_are_files_and_views_to_look_at() -> None:
    assert len(files("clinic")) > 20
    assert {"clinic/queue/views.py", "clinic/consultations/views/calendar.py", "intake/drafts/steps.py"} <= set(map(name, view_files()))


def test_the_rules_find_what_they_look_for(tmp_path: Path) -> None:
    planted = tmp_path / "views.py"
    planted.write_text("def short(request):\n    return 1\n\ndef long(request):\n" + "    x = 1\n" * 20)
    assert long_views(planted) == ["long"]
    assert not too_long(planted, 24)
    assert too_long(planted, 23)
