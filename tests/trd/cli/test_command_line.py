"""The command line as other people's programs call it."""

from __future__ import annotations

import io
import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.trd.build import history, trial
from trd import evaluate, explain
from trd.cli import main
from trd.document import MOST_BYTES

OWN = Path(__file__).parent / "own_profiles.toml"
MANY = [trial(), trial("t2", "fluoxetine")]


class Standard:
    """Standard streams as bytes, in place of the terminal's."""

    def __init__(self, content: bytes = b"") -> None:
        self.buffer = io.BytesIO(content)
        self.written = ""

    def write(self, text: str) -> int:
        """What goes to standard error."""
        self.written += text
        return len(text)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run one command; gives the exit code, standard output and standard error."""

    def call(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        out, err = Standard(), Standard()
        monkeypatch.setattr(sys, "stdin", Standard(stdin))
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        code = main(arguments)
        monkeypatch.undo()
        return code, out.buffer.getvalue().decode(), err.written

    return call


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A file with a history."""
    file = tmp_path / "history.json"
    file.write_text(json.dumps(history(*MANY)), "utf-8")
    return str(file)


def test_evaluate_prints_the_report_on_one_line(run: Any, path: str) -> None:
    code, out, err = run("evaluate", path)
    assert (code, err) == (0, "")
    assert out.count("\n") == 1
    assert json.loads(out) == evaluate(history(*MANY))


def test_a_dash_is_standard_input(run: Any) -> None:
    code, out, _ = run("evaluate", "-", stdin=json.dumps(history()).encode())
    assert (code, json.loads(out)) == (0, evaluate(history()))


def test_explain_prints_the_same_report_as_text(run: Any, path: str) -> None:
    code, out, _ = run("evaluate", "--explain", path)
    assert (code, out) == (0, explain(evaluate(history(*MANY)), history(*MANY)))


def test_another_profile_is_the_flag(run: Any, path: str) -> None:
    _, out, _ = run("evaluate", "--profile", "vns_four", path)
    assert json.loads(out)["flag"] == {"profile": "vns_four", "conclusion": "not_met"}


def test_a_profile_that_is_not_there(run: Any, path: str) -> None:
    code, out, err = run("evaluate", "--profile", "nobody", path)
    assert (code, out) == (2, "")
    assert err.startswith("--profile: nobody is none of intake_screen, consensus,")


def test_a_clinics_own_profiles_stand_beside_the_shipped_ones(run: Any, path: str) -> None:
    code, out, _ = run("evaluate", "--profiles", str(OWN), "--profile", "our_clinic", path)
    report = json.loads(out)
    assert (code, report["flag"]) == (0, {"profile": "our_clinic", "conclusion": "not_met"})
    assert list(report["profiles"])[-2:] == ["vns_four", "our_clinic"]
    assert report["explanation"][-1]["sources"]["our_guideline"]["mark"] == "own"


def test_a_file_of_profiles_that_does_not_fit(run: Any, path: str, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(OWN.read_text("utf-8").replace("min_trials = 5", "min_trials = 0"), "utf-8")
    code, out, err = run("evaluate", "--profiles", str(wrong), path)
    assert (code, out, err) == (2, "", "wrong.toml: our_clinic.min_trials is not of the right form\n")


def test_a_refusal_is_a_line_a_fault_each_beginning_with_its_place(run: Any) -> None:
    document = history(trial(max_daily_dose_mg=0, dosage=1), as_of="2026")
    code, out, err = run("evaluate", "-", stdin=json.dumps(document).encode())
    assert (code, out) == (2, "")
    assert sorted(err.splitlines()) == [
        "as_of: must be a full date that exists, as YYYY-MM-DD",
        "trials[0].dosage: is not a field of this document",
        "trials[0].max_daily_dose_mg: must be above 0",
    ]


UNREADABLE: list[tuple[str, list[str], str]] = [
    ("a file that is not there", ["evaluate", "/nowhere/history.json"], "/nowhere/history.json: No such file or directory\n"),
    ("a folder", ["evaluate", "/"], "/: Is a directory\n"),
    ("lines of a file that is not there", ["evaluate", "--lines", "/nowhere/all.jsonl"], "/nowhere/all.jsonl: No such file or directory\n"),
    ("profiles that are not there", ["profiles", "--profiles", "/nowhere/own.toml"], "/nowhere/own.toml: No such file or directory\n"),
    ("profiles that are a folder", ["catalogue", "--profiles", "/"], "/: Is a directory\n"),
]


@pytest.mark.parametrize(("reason", "arguments", "said"), UNREADABLE, ids=[case[0] for case in UNREADABLE])
def test_a_file_that_cannot_be_read_is_named_with_the_reason(run: Any, reason: str, arguments: list[str], said: str) -> None:
    assert run(*arguments) == (2, "", said)


def lines(*documents: Any) -> bytes:
    """Documents a line each."""
    return b"".join(json.dumps(each).encode() + b"\n" for each in documents)


def test_lines_give_a_report_a_line_in_order(run: Any) -> None:
    code, out, err = run("evaluate", "--lines", "-", stdin=lines(history(), history(*MANY)))
    assert (code, err) == (0, "")
    assert [json.loads(line) for line in out.splitlines()] == [evaluate(history()), evaluate(history(*MANY))]


def test_a_faulty_line_stands_in_its_place_and_the_others_are_evaluated(run: Any) -> None:
    given = lines(history()) + b"\n" + b"{\n" + lines(history(as_of=...)) + lines(history())
    code, out, _ = run("evaluate", "--lines", "-", stdin=given)
    answers = [json.loads(line) for line in out.splitlines()]
    assert (code, len(answers)) == (1, 5)
    assert [answer.get("line") for answer in answers] == [None, 2, 3, 4, None]
    assert answers[1]["errors"] == [{"place": "document", "message": "is an empty line"}]
    assert answers[2]["errors"][0]["message"].startswith("is not JSON: ")
    assert answers[3]["errors"] == [{"place": "as_of", "message": "is required"}]


def test_lines_are_read_under_a_clinics_own_profiles_too(run: Any) -> None:
    code, out, _ = run("evaluate", "--lines", "--profiles", str(OWN), "--profile", "our_clinic", "-", stdin=lines(history(*MANY)))
    report = json.loads(out)
    assert (code, report["flag"]["profile"], list(report["profiles"])[-1]) == (0, "our_clinic", "our_clinic")


class Counted(io.BytesIO):
    """A stream that notes how much was asked of it."""

    asked = 0

    def read(self, size: int | None = -1) -> bytes:
        """As many bytes as asked for; everything is as much as there is."""
        self.asked += len(self.getvalue()) if size is None or size < 0 else size
        return super().read(size)


SIZES = [("exactly the most", 0, 0), ("one byte more", 1, 2), ("very much more", 3 * MOST_BYTES, 2)]


@pytest.mark.parametrize(("reason", "more", "code"), SIZES, ids=[case[0] for case in SIZES])
def test_no_more_is_read_than_tells_that_it_is_too_long(reason: str, more: int, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    content = json.dumps(history()).encode()
    standard = Standard()
    standard.buffer = Counted(content + b" " * (MOST_BYTES + more - len(content)))
    monkeypatch.setattr(sys, "stdin", standard)
    monkeypatch.setattr(sys, "stdout", Standard())
    monkeypatch.setattr(sys, "stderr", error := Standard())
    assert main(["evaluate", "-"]) == code
    monkeypatch.undo()
    assert standard.buffer.asked == MOST_BYTES + 1
    assert error.written == ("" if code == 0 else f"document: is longer than {MOST_BYTES} bytes\n")


LISTS = [("profiles", ["version", "profiles", "sources"]), ("catalogue", ["version", "agents", "sources"])]


@pytest.mark.parametrize(("command", "keys"), LISTS)
def test_the_lists_are_json_that_a_person_can_read(run: Any, command: str, keys: list[str]) -> None:
    code, out, _ = run(command)
    assert (code, list(json.loads(out))) == (0, keys)
    assert out.startswith('{\n  "version": "2026.11",\n  "')
    assert out.endswith("}\n")


EDGES: list[tuple[str, bytes, int, int]] = [
    ("nothing", b"", 0, 0),
    ("no line end after the last", lines(history()).rstrip(), 1, 0),
    ("an empty line at the end", lines(history()) + b"\n", 2, 1),
    ("only an empty line", b"\n", 1, 1),
    ("a line of spaces", b"   \n", 1, 1),
    ("the line ends of Windows", lines(history()).replace(b"\n", b"\r\n"), 1, 0),
]


@pytest.mark.parametrize(("reason", "content", "answers", "code"), EDGES, ids=[case[0] for case in EDGES])
def test_the_ends_of_lines(run: Any, reason: str, content: bytes, answers: int, code: int) -> None:
    found, out, _ = run("evaluate", "--lines", "-", stdin=content)
    assert (found, len(out.splitlines())) == (code, answers)


def test_a_line_separator_inside_a_name_does_not_break_a_line(run: Any) -> None:
    given = lines(history(trial(agent={"other": "a\u2028b"})))
    _, out, _ = run("evaluate", "--lines", "-", stdin=given)
    assert len(out.splitlines()) == 1


def test_lines_and_text_exclude_one_another(run: Any, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["evaluate", "--lines", "--explain", path])
    assert stopped.value.code == 2
    assert "not allowed with" in capsys.readouterr().err


def test_profiles_are_listed_with_their_sources(run: Any) -> None:
    code, out, _ = run("profiles")
    listed = json.loads(out)
    assert (code, listed["version"], len(listed["profiles"])) == (0, "2026.11", 12)
    assert listed["profiles"][1]["failure"] == {"word": "below", "limit": 25}
    assert all(set(profile["sources"]) <= set(listed["sources"]) for profile in listed["profiles"])


def test_the_clinics_own_are_listed_too(run: Any) -> None:
    _, out, _ = run("profiles", "--profiles", str(OWN))
    assert json.loads(out)["profiles"][-1]["id"] == "our_clinic"


def test_the_catalogue_is_listed_with_floors_and_how_they_were_verified(run: Any) -> None:
    code, out, _ = run("catalogue")
    listed = json.loads(out)
    (sertraline,) = [agent for agent in listed["agents"] if agent["id"] == "sertraline"]
    assert code == 0
    assert sertraline["floors"]["label"] == {"mg": 50.0, "status": "from memory", "source": "us_labels"}
    assert {figure["source"] for figure in sertraline["floors"].values()} <= set(listed["sources"])


def test_a_reader_that_goes_away_is_no_traceback(path: str) -> None:
    command = f'{shlex.quote(sys.executable)} -m trd evaluate --lines <(yes "$(cat {shlex.quote(path)})" | head -500) | head -c 10'
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60, check=False)
    assert done.stderr == b""


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["evaluate"]])
def test_a_command_that_is_none(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err
