"""A table of cases as one test: every row is run, and those that do not hold are shown together, each by its reason."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from inspect import Signature, signature
from itertools import islice
from typing import Any

import pytest

# A table that is wholly wrong says so in this many rows.
MOST_SHOWN = 20

Row = tuple[Any, ...]
Offence = tuple[str, BaseException]


def each_of(table: Iterable[Row]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Make the test of one row the test of a table of them; the first column says why a row is there.

    One test and not one a row: pytest's own work for a test takes longer than most rows do. With ROWS in the environment each
    row is a test of its own, named by its reason.
    """
    rows = list(table)
    if not rows:
        raise ValueError("a table with no rows tests nothing")

    def decorate(test: Callable[..., None]) -> Callable[[], None]:
        if "ROWS" in os.environ:
            columns = list(signature(test).parameters)
            return pytest.mark.parametrize(columns, rows, ids=[str(row[0]) for row in rows])(test)

        @wraps(test)
        def whole() -> None:
            offences = list(islice(_offences(test, rows), MOST_SHOWN))
            if offences:
                raise AssertionError(_said(offences)) from offences[0][1]

        # Else pytest would look for fixtures of the columns' names.
        whole.__signature__ = Signature()  # type: ignore[attr-defined]
        # bench/trd_mutants tries single rows first.
        whole.rows = rows  # type: ignore[attr-defined]
        return whole

    return decorate


def _offences(test: Callable[..., None], rows: Iterable[Row]) -> Iterator[Offence]:
    for row in rows:
        try:
            test(*row)
        except (Exception, pytest.fail.Exception) as error:
            yield str(row[0]), error


def _said(offences: list[Offence]) -> str:
    return "\n".join(f"{reason}: {error or type(error).__name__}" for reason, error in offences)
