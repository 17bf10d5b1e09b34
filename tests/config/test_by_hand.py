"""A command typed in another window works on the stack that runs here, and on nobody else's."""

import json
import stat
from pathlib import Path

import pytest

from config.stack import by_hand
from config.stack.console import Trouble

OURS = {"SECRET_KEY_FILE": "/x/SECRET_KEY", "DATABASE_URL": "postgres://app@/trellis", "TRELLIS_ENV": "development"}
SHELL = {"PATH": "/bin", "CLOUD_TOKEN": "secret"}


def test_what_the_stack_runs_with_is_left_for_other_windows_and_the_shells_own_is_not(tmp_path: Path) -> None:
    by_hand.note(tmp_path, SHELL | OURS, SHELL)
    assert json.loads((tmp_path / by_hand.NOTE).read_text()) == OURS
    assert stat.S_IMODE((tmp_path / by_hand.NOTE).stat().st_mode) == 0o600


def test_a_server_that_the_start_was_given_is_left_too(tmp_path: Path) -> None:
    given = SHELL | {"DATABASE_URL": "postgres://elsewhere/x"}
    by_hand.note(tmp_path, OURS | given, given)
    assert json.loads((tmp_path / by_hand.NOTE).read_text())["DATABASE_URL"] == "postgres://elsewhere/x"


def test_of_production_nothing_is_left(tmp_path: Path) -> None:
    by_hand.note(tmp_path, OURS | {"TRELLIS_ENV": "production"}, {})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("own", [{"SECRET_KEY": "x"}, {"SECRET_KEY_FILE": "x"}, {"TRELLIS_ENV": "test"}])
def test_a_shell_with_a_stack_of_its_own_is_left_alone(tmp_path: Path, own: dict[str, str]) -> None:
    by_hand.note(tmp_path, OURS, {})
    environ = SHELL | own
    by_hand.adopt(environ, tmp_path)
    assert environ == SHELL | own


def test_what_the_shell_names_stays(tmp_path: Path) -> None:
    by_hand.note(tmp_path, OURS, {})
    environ = SHELL | {"DATABASE_URL_FILE": "/y/url"}
    by_hand.adopt(environ, tmp_path)
    assert environ == SHELL | {"DATABASE_URL_FILE": "/y/url", "SECRET_KEY_FILE": "/x/SECRET_KEY", "TRELLIS_ENV": "development"}


def test_while_nothing_runs_one_line_says_what_to_do(tmp_path: Path) -> None:
    by_hand.note(tmp_path, OURS, {})
    environ = dict(SHELL)
    by_hand.adopt(environ, tmp_path)
    assert environ == SHELL | OURS
    by_hand.strike(tmp_path)
    with pytest.raises(Trouble, match="start it with make run"):
        by_hand.adopt(dict(SHELL), tmp_path)
