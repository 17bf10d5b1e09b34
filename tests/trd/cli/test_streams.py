"""Standard streams that break or were closed: a line that says so, never a traceback."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from pathlib import Path

import pytest

from tests.trd.build import history
from tests.trd.cli.test_command_line import Standard
from trd.cli import main


class Broken(io.BytesIO):
    """A stream that breaks when it is read, and that has no name."""

    def read(self, size: int | None = -1) -> bytes:
        """Never anything."""
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def readline(self, size: int | None = -1) -> bytes:
        """Never anything."""
        return self.read()


@pytest.mark.parametrize("how", [[], ["--explain"], ["--lines"]], ids=["whole", "as text", "by lines"])
def test_a_stream_that_breaks_and_has_no_name_says_the_reason_alone(how: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    standard, error = Standard(), Standard()
    standard.buffer = Broken()
    monkeypatch.setattr(sys, "stdin", standard)
    monkeypatch.setattr(sys, "stderr", error)
    assert main(["evaluate", *how, "-"]) == 2
    monkeypatch.undo()
    assert error.written == "[Errno 5] Input/output error\n"


CLOSED: list[tuple[str, str, list[str], str]] = [
    ("nothing to read from", "stdin", ["evaluate", "-"], "standard input is closed\n"),
    ("no lines to read from", "stdin", ["evaluate", "--lines", "-"], "standard input is closed\n"),
    ("nothing to write a report to", "stdout", ["evaluate", "HISTORY"], "standard output is closed\n"),
    ("nothing to write lines to", "stdout", ["evaluate", "--lines", "/dev/null"], "standard output is closed\n"),
    ("nothing to write a list to", "stdout", ["profiles"], "standard output is closed\n"),
]


@pytest.mark.parametrize(("reason", "stream", "arguments", "said"), CLOSED, ids=[case[0] for case in CLOSED])
def test_a_standard_stream_that_was_closed(
    reason: str, stream: str, arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python stands None for a stream that was closed before it started."""
    path = tmp_path / "history.json"
    path.write_text(json.dumps(history()), "utf-8")
    monkeypatch.setattr(sys, stream, None)
    monkeypatch.setattr(sys, "stderr", error := Standard())
    code = main([str(path) if each == "HISTORY" else each for each in arguments])
    monkeypatch.undo()
    assert (code, error.written) == (2, said)
