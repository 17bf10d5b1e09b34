"""Maudsley duration: each whole month to the day and a day short of it, partial dates, and not answered."""

from __future__ import annotations

from typing import Any

from tests.trd.build import AS_OF, failures, history
from tests.trd.tables import each_of
from trd import evaluate

CASES: list[tuple[str, Any, int, int]] = [
    ("0 whole months to the day", "2026-11-20", 1, 1),
    ("1 whole months to the day", "2026-10-20", 1, 1),
    ("a day short of 1 months", "2026-10-21", 1, 1),
    ("2 whole months to the day", "2026-09-20", 1, 1),
    ("a day short of 2 months", "2026-09-21", 1, 1),
    ("3 whole months to the day", "2026-08-20", 1, 1),
    ("a day short of 3 months", "2026-08-21", 1, 1),
    ("4 whole months to the day", "2026-07-20", 1, 1),
    ("a day short of 4 months", "2026-07-21", 1, 1),
    ("5 whole months to the day", "2026-06-20", 1, 1),
    ("a day short of 5 months", "2026-06-21", 1, 1),
    ("6 whole months to the day", "2026-05-20", 1, 1),
    ("a day short of 6 months", "2026-05-21", 1, 1),
    ("7 whole months to the day", "2026-04-20", 1, 1),
    ("a day short of 7 months", "2026-04-21", 1, 1),
    ("8 whole months to the day", "2026-03-20", 1, 1),
    ("a day short of 8 months", "2026-03-21", 1, 1),
    ("9 whole months to the day", "2026-02-20", 1, 1),
    ("a day short of 9 months", "2026-02-21", 1, 1),
    ("10 whole months to the day", "2026-01-20", 1, 1),
    ("a day short of 10 months", "2026-01-21", 1, 1),
    ("11 whole months to the day", "2025-12-20", 1, 1),
    ("a day short of 11 months", "2025-12-21", 1, 1),
    ("12 whole months to the day", "2025-11-20", 1, 1),
    ("a day short of 12 months", "2025-11-21", 1, 1),
    ("13 whole months to the day", "2025-10-20", 2, 2),
    ("a day short of 13 months", "2025-10-21", 1, 1),
    ("14 whole months to the day", "2025-09-20", 2, 2),
    ("a day short of 14 months", "2025-09-21", 2, 2),
    ("15 whole months to the day", "2025-08-20", 2, 2),
    ("a day short of 15 months", "2025-08-21", 2, 2),
    ("16 whole months to the day", "2025-07-20", 2, 2),
    ("a day short of 16 months", "2025-07-21", 2, 2),
    ("17 whole months to the day", "2025-06-20", 2, 2),
    ("a day short of 17 months", "2025-06-21", 2, 2),
    ("18 whole months to the day", "2025-05-20", 2, 2),
    ("a day short of 18 months", "2025-05-21", 2, 2),
    ("19 whole months to the day", "2025-04-20", 2, 2),
    ("a day short of 19 months", "2025-04-21", 2, 2),
    ("20 whole months to the day", "2025-03-20", 2, 2),
    ("a day short of 20 months", "2025-03-21", 2, 2),
    ("21 whole months to the day", "2025-02-20", 2, 2),
    ("a day short of 21 months", "2025-02-21", 2, 2),
    ("22 whole months to the day", "2025-01-20", 2, 2),
    ("a day short of 22 months", "2025-01-21", 2, 2),
    ("23 whole months to the day", "2024-12-20", 2, 2),
    ("a day short of 23 months", "2024-12-21", 2, 2),
    ("24 whole months to the day", "2024-11-20", 2, 2),
    ("a day short of 24 months", "2024-11-21", 2, 2),
    ("25 whole months to the day", "2024-10-20", 3, 3),
    ("a day short of 25 months", "2024-10-21", 2, 2),
    ("26 whole months to the day", "2024-09-20", 3, 3),
    ("a day short of 26 months", "2024-09-21", 3, 3),
    ("27 whole months to the day", "2024-08-20", 3, 3),
    ("a day short of 27 months", "2024-08-21", 3, 3),
    ("28 whole months to the day", "2024-07-20", 3, 3),
    ("a day short of 28 months", "2024-07-21", 3, 3),
    ("29 whole months to the day", "2024-06-20", 3, 3),
    ("a day short of 29 months", "2024-06-21", 3, 3),
    ("30 whole months to the day", "2024-05-20", 3, 3),
    ("a day short of 30 months", "2024-05-21", 3, 3),
    ("the month that began 12 to 13 months ago", "2025-10", 1, 2),
    ("the month that began 24 to 25 months ago", "2024-10", 2, 3),
    ("the year 2026", "2026", 1, 1),
    ("the year 2025", "2025", 1, 2),
    ("the year 2024", "2024", 2, 3),
    ("the year 2023", "2023", 3, 3),
    ("start not answered", None, 1, 3),
]


@each_of(CASES)
def test_duration(reason: str, start: Any, low: int, high: int) -> None:
    assert AS_OF == "2026-11-20"
    said = history(*failures("sertraline"), episode={"start": start})
    assert evaluate(said)["staging"]["maudsley"]["parts"]["duration"] == {"min": low, "max": high}
