"""A start does not look for rubbish while it reads in; afterwards it does, and leaves alone what was read in."""

import gc
import subprocess
import sys

import pytest

from config import loading
from config.stack.app import PROJECT

SHOW = "import gc, django, config.settings; print(gc.isenabled()); django.setup(); print(gc.isenabled(), gc.get_freeze_count() > 10_000)"


def test_rubbish_is_looked_for_once_all_is_read_in() -> None:
    answer = subprocess.run([sys.executable, "-c", SHOW], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["False", "True", "True"]


@pytest.mark.parametrize("before", [True, False])
def test_a_process_that_had_it_off_keeps_it_off(before: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "COLLECTS", before)
    gc.disable()
    try:
        loading.done()
        assert gc.isenabled() is before
    finally:
        gc.enable()


def test_the_clock_and_the_worker_read_no_pages_in() -> None:
    show = "import sys, config.celery as c; c.app.loader.import_default_modules(); print('clinic.urls' in sys.modules, 'desk.tasks' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", show], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["False", "True"]
