"""Many histories, one a line, in memory that does not grow with their number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from trd.document import MOST_BYTES, parse
from trd.engine import evaluate
from trd.refusal import WHOLE, Refused
from trd.rules import Rules


def evaluate_lines(source: IO[bytes], target: IO[bytes], profile: str, rules: Rules) -> int:
    """Write a report, or `{"line": N, "errors": [...]}`, for each line in order; gives 1 where any was refused, else 0."""
    code = 0
    for number, line in enumerate(_lines(source), 1):
        answer = _answer(number, line, profile, rules)
        code = 1 if "errors" in answer else code
        target.write(json.dumps(answer).encode() + b"\n")
    target.flush()
    return code


def _answer(number: int, line: bytes, profile: str, rules: Rules) -> dict[str, Any]:
    try:
        if not line.strip():
            raise Refused([{"place": WHOLE, "message": "is an empty line"}])
        return evaluate(parse(line), profile, rules)
    except Refused as refused:
        return {"line": number, "errors": refused.errors}


def _lines(source: IO[bytes]) -> Iterator[bytes]:
    """Lines without their end; of one that is too long only its beginning is kept, enough to be refused for its length."""
    while line := source.readline(MOST_BYTES + 2):
        if not line.endswith(b"\n") and len(line) > MOST_BYTES:
            _skip_line(source)
        yield line.removesuffix(b"\n")


def _skip_line(source: IO[bytes]) -> None:
    while (rest := source.readline(MOST_BYTES)) and not rest.endswith(b"\n"):
        pass
