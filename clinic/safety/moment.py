"""When something was done, as people write it: "2:30 PM" is today's, "11/20/2026 2:30 PM" says the day. Clinic time."""

import datetime
import re

from clinic.consultations.wall import clinic_zone, instant
from clinic.days import in_reach

MOMENT = re.compile(r"(?:(\d[\d/-]*[/-]\d+)[\s,T]+)?(\d.*)")
DAYS = ("%m/%d/%Y", "%Y-%m-%d")
TIMES = ("%I:%M%p", "%I%p", "%H:%M")


def moment(text: str, now: datetime.datetime) -> datetime.datetime:
    """The moment (UTC) that was written; of the hour that a clock shows twice, the first. Raises ValueError."""
    found = MOMENT.fullmatch(text.strip())
    if not found:
        raise ValueError("no day and time")
    day = _read(found[1], DAYS).date() if found[1] else now.astimezone(clinic_zone()).date()
    time = _read(re.sub(r"[\s.]", "", found[2]), TIMES).time()
    if not in_reach(day):
        raise ValueError("no day of ours")
    return instant(day, time, clinic_zone())


def _read(text: str, formats: tuple[str, ...]) -> datetime.datetime:
    for each in formats:
        try:
            return datetime.datetime.strptime(text, each)
        except ValueError:
            continue
    raise ValueError(text)
