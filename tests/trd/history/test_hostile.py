"""Files that no patient wrote: each a clear refusal, bounded in time and memory."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from tests.trd.tables import each_of
from trd import Refused, shipped
from trd.document import MOST_BYTES, parse
from trd.lines import evaluate_lines

HEAD = b'{"schema": "trd.history/1", "as_of": "2026-11-20", '

CASES: list[tuple[str, bytes, str, str]] = [
    ("nothing at all", b"", "document", "is not JSON"),
    ("Latin-1", HEAD + b'"x": "\xe4"}', "document", "is not UTF-8"),
    ("UTF-16", HEAD.decode().encode("utf-16"), "document", "is not UTF-8"),
    ("a byte order mark", b"\xef\xbb\xbf{}", "document", "is not JSON"),
    ("a nought byte", b"{}\x00", "document", "is not JSON"),
    ("half a document", HEAD, "document", "is not JSON"),
    ("two documents", b"{} {}", "document", "is not JSON"),
    ("single quotes", b"{'a': 1}", "document", "is not JSON"),
    ("a comma too many", b'{"a": 1,}', "document", "is not JSON"),
    ("NaN", HEAD + b'"patient": {"age_years": NaN}}', "patient.age_years", "must be a finite number, not NaN"),
    ("infinity", HEAD + b'"patient": {"age_years": Infinity}}', "patient.age_years", "must be a finite number, not Infinity"),
    ("minus infinity", HEAD + b'"patient": {"age_years": -Infinity}}', "patient.age_years", "must be a finite number, not -Infinity"),
    ("NaN in a list", HEAD + b'"trials": [1, NaN]}', "trials[1]", "must be a finite number, not NaN"),
    ("NaN alone", b"NaN", "document", "must be a finite number, not NaN"),
    ("400 digits", HEAD + b'"patient": {"age_years": ' + b"9" * 400 + b"}}", "patient.age_years", "has too many digits"),
    ("5000 digits", HEAD + b'"patient": {"age_years": ' + b"9" * 5000 + b"}}", "patient.age_years", "has too many digits"),
    ("33 digits", HEAD + b'"patient": {"age_years": ' + b"9" * 33 + b"}}", "patient.age_years", "has too many digits"),
    ("33 characters of a decimal", HEAD + b'"patient": {"age_years": 0.' + b"3" * 31 + b"}}", "patient.age_years", "has too many digits"),
    ("400 decimals", HEAD + b'"patient": {"age_years": 0.' + b"3" * 400 + b"}}", "patient.age_years", "has too many digits"),
    ("a number beyond any", HEAD + b'"patient": {"age_years": 1e999}}', "patient.age_years", ""),
    ("a key twice", HEAD + b'"as_of": "2026-11-20"}', "as_of", "stands twice"),
    ("a key twice deep inside", HEAD + b'"trials": [{"id": "a", "agent": "x", "id": "b"}]}', "trials[0].id", "stands twice"),
    ("a key three times", b'{"a": 1, "a": 2, "a": 3}', "a", "stands twice"),
    ("a key twice, once escaped", b'{"a": 1, "\\u0061": 2}', "a", "stands twice"),
    ("a capital X twice", b'{"X": 1, "X": 2}', "X", "stands twice"),
    ("two keys twice", b'{"a": 1, "a": 2, "b": 1, "b": 1}', "b", "stands twice"),
    ("lists in lists", b"[" * 100_000, "document", "is nested too deeply"),
    ("objects in objects", b'{"a":' * 100_000, "document", "is nested too deeply"),
    ("lists in lists that close", b"[" * 900 + b"]" * 900, "document", ""),
    ("a date of noughts", HEAD + b'"episode": {"start": "0000-00-00"}}', "episode.start", ""),
    ("a little too long", HEAD + b'"x": "' + b"a" * MOST_BYTES + b'"}', "document", f"is longer than {MOST_BYTES} bytes"),
    ("half a letter as a key", HEAD + b'"\\ud800": 1}', "?", ""),
    ("a line end in a key", HEAD + b'"a\\nb": 1}', "a?b", ""),
    ("a very long key", HEAD + b'"' + b"k" * 1000 + b'": 1}', "k" * 40, ""),
]


@each_of(CASES)
def test_each_is_refused_at_its_place(reason: str, content: bytes, place: str, message: str) -> None:
    target = io.BytesIO()
    assert evaluate_lines(io.BytesIO(content or b"\n"), target, "intake_screen", shipped()) == 1
    (answer,) = [json.loads(line) for line in target.getvalue().splitlines()]
    found = {error["place"]: error["message"] for error in answer["errors"]}
    assert answer["line"] == 1
    assert place in found
    assert found[place].startswith(message) or not content


READ: list[tuple[str, bytes, float]] = [
    ("a decimal", b"18.5", 18.5),
    ("an exponent", b"2e1", 20.0),
    ("32 characters of a decimal", b"0." + b"3" * 30, 1 / 3),
    ("32 digits", b"9" * 32, 10**32 - 1),
]


@each_of(READ)
def test_a_number_of_bounded_length_is_read(reason: str, content: bytes, number: float) -> None:
    assert parse(content) == number


def test_a_document_of_the_greatest_length_is_read() -> None:
    padding = b" " * (MOST_BYTES - len(HEAD) - 20)
    document = parse(HEAD + padding + b'"trials": null     }')
    assert document["as_of"] == "2026-11-20"


def test_a_line_of_200_mb_is_refused_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("wb") as target:
        for _ in range(200):
            target.write(b"a" * 1_000_000)
        target.write(b'\n{"schema": "trd.history/1", "as_of": "2026-11-20"}\n')
    answers = io.BytesIO()
    tracemalloc.start()
    with path.open("rb") as source:
        assert evaluate_lines(source, answers, "intake_screen", shipped()) == 1
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    first, second = (json.loads(line) for line in answers.getvalue().splitlines())
    assert first == {"line": 1, "errors": [{"place": "document", "message": f"is longer than {MOST_BYTES} bytes"}]}
    assert second["schema"] == "trd.report/1"
    assert peak < 5 * MOST_BYTES


LENGTHS = [("one byte under", MOST_BYTES - 1), ("exactly", MOST_BYTES), ("one over", MOST_BYTES + 1), ("two over", MOST_BYTES + 2)]


@pytest.mark.parametrize(("reason", "length"), LENGTHS, ids=[case[0] for case in LENGTHS])
@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_long_line_never_swallows_the_next(reason: str, length: int, end: bytes) -> None:
    line = b'{"a": "' + b"x" * (length - 9) + b'"}'
    after = b'{"b": 1}\n' if end else b""
    target = io.BytesIO()
    evaluate_lines(io.BytesIO(line + end + after), target, "intake_screen", shipped())
    places = [[error["place"] for error in json.loads(answer)["errors"]] for answer in target.getvalue().splitlines()]
    assert places[0] == (["document"] if length > MOST_BYTES else ["a", "schema", "as_of"])
    assert places[1:] == ([["b", "schema", "as_of"]] if end else [])


def test_an_endless_file_that_is_no_history_is_refused_at_once() -> None:
    done = subprocess.run([sys.executable, "-m", "trd", "evaluate", "/dev/zero"], capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr == f"document: is longer than {MOST_BYTES} bytes\n".encode()


def test_a_document_full_of_objects_with_one_key_twice_is_refused_in_time() -> None:
    with pytest.raises(Refused) as refused:
        parse(b"[" + b'{"a":1,"a":2},' * 50_000 + b"1]")
    assert len(refused.value.errors) == 50_000


def test_an_object_of_very_many_keys_one_of_them_twice() -> None:
    pairs = b",".join(b'"k%d":1' % number for number in range(50_000))
    with pytest.raises(Refused) as refused:
        parse(b"{" + pairs + b',"k7":1}')
    assert [error["place"] for error in refused.value.errors] == ["k7"]
