"""The public vectors, each a test; a vector is chosen by the keys it expects, never by its case."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.trd import vectors
from trd import Refused, evaluate

EVERY = list(vectors.load())
REPORTS = [pytest.param(row, id=f"{name}-{row['id']}") for name, row in EVERY if "errors" not in row["expect"]]
REFUSALS = [pytest.param(row, id=f"{name}-{row['id']}") for name, row in EVERY if "errors" in row["expect"]]


def test_no_vector_is_left_out() -> None:
    assert len(EVERY) == len(REPORTS) + len(REFUSALS) > 150


@pytest.mark.parametrize("row", REPORTS)
def test_the_report_holds_what_the_vector_expects(row: dict[str, Any]) -> None:
    assert vectors.differences(row["expect"], evaluate(row["history"])) == []


@pytest.mark.parametrize("row", REFUSALS)
def test_the_refusal_names_every_place(row: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        evaluate(row["history"])
    assert vectors.unnamed(row["expect"]["errors"], refused.value.errors) == []


def test_the_command_line_gives_the_same_answers_in_order(tmp_path: Path) -> None:
    source = tmp_path / "histories.jsonl"
    source.write_text("".join(json.dumps(row["history"]) + "\n" for _, row in EVERY), "utf-8")
    command = [sys.executable, "-m", "trd", "evaluate", "--lines", str(source)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [_faults(row["expect"], answer) for (_, row), answer in zip(EVERY, answers, strict=True)] == [[]] * len(EVERY)


def _faults(expected: dict[str, Any], answer: dict[str, Any]) -> list[Any]:
    if "errors" in expected:
        return vectors.unnamed(expected["errors"], answer["errors"])
    return vectors.differences(expected, answer)
