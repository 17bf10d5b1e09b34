"""A line of the log says what went wrong and where, and nothing of the person it went wrong for."""

import io
import json
import logging

import pytest
import structlog

SECRET = "Ada Lovegood takes sertraline"


@pytest.fixture
def lines():
    """What the configured root handler writes, a dictionary a line."""
    written = io.StringIO()
    handler = next(each for each in logging.getLogger().handlers if type(each) is logging.StreamHandler)
    stream = handler.setStream(written)
    yield lambda: [json.loads(line) for line in written.getvalue().split("\n") if line]
    handler.setStream(stream)


def test_an_exception_is_told_by_class_and_place_only(lines):
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("django.request").error("%s: %s", "Internal", SECRET, exc_info=True)
    (line,) = lines()
    assert (line["error"], line["event"], line["level"]) == ("ValueError", "%s: %s", "error")
    assert line["where"].startswith("config/test_logs.py:")
    assert SECRET not in json.dumps(line)


def test_a_key_that_nobody_allowed_is_dropped(lines):
    structlog.get_logger("x").warning("done", name=SECRET, answers={"a": SECRET}, count=2)
    (line,) = lines()
    assert line["count"] == 2
    assert SECRET not in json.dumps(line)


@pytest.mark.parametrize("forged", ["a\nb", "a\r\nINFO b", "a\x1b[31mb", "a\u2028b"])
def test_a_value_can_not_forge_a_line(lines, forged):
    structlog.get_logger("x").warning("done", kind=forged)
    logging.getLogger("y").error("seen %s", forged)
    assert len(lines()) == 2
