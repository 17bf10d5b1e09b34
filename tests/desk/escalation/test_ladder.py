"""Tiers × clocks × hours of the day: who is paged when. The reason stands first."""

import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desk.clinic_hours import ClinicHours, read
from desk.escalation.ladder import Running, ladders

FILE = Path(__file__).resolve().parents[3] / "desk/data/escalation.toml"
ZONE = ZoneInfo("America/New_York")
HOURS = read("Mon-Fri 9:00-17:00", "2026-12-25", "America/New_York")
FIRST, THEN, ALL = ("on_call",), ("on_call", "backup"), ("on_call", "backup", "lead")


def at(text):
    """`Mon 10:00` of the week of 23 November 2026, or a date."""
    days = {"Mon": 23, "Tue": 24, "Wed": 25, "Thu": 26, "Fri": 27, "Sat": 28, "Sun": 29}
    day, clock = text.rsplit(" ", 1)
    date = f"2026-11-{days[day]}" if day in days else day
    return datetime.datetime.fromisoformat(f"{date}T{clock}").replace(tzinfo=ZONE)


def running(tier, start, day_and_night=False):
    return Running(ladders(FILE)[tier], at(start), HOURS, day_and_night)


RUNGS = [
    ("acute, clinic open", 3, "Mon 10:00", False, ["Mon 10:00", "Mon 10:15", "Mon 10:30", "Mon 11:00", "Mon 11:30"]),
    ("acute, at night, somebody on call: the clock runs", 3, "Mon 23:00", True, ["Mon 23:00", "Mon 23:15", "Mon 23:30", "Tue 00:00", "Tue 00:30"]),
    ("acute, at night, nobody on call: one page now, the clock waits", 3, "Mon 23:00", False, ["Mon 23:00", "Tue 09:15", "Tue 09:30", "Tue 10:00", "Tue 10:30"]),
    ("acute, Saturday, nobody on call", 3, "Sat 12:00", False, ["Sat 12:00", "2026-11-30 09:15", "2026-11-30 09:30", "2026-11-30 10:00", "2026-11-30 10:30"]),
    ("acute, five minutes to closing", 3, "Mon 16:55", False, ["Mon 16:55", "Tue 09:10", "Tue 09:25", "Tue 09:55", "Tue 10:25"]),
    ("same day, clinic open", 2, "Mon 10:00", False, ["Mon 10:00", "Mon 11:00", "Mon 12:00", "Mon 13:00", "Mon 14:00"]),
    ("same day, at night: staff sleep", 2, "Mon 23:00", False, ["Tue 09:00", "Tue 10:00", "Tue 11:00", "Tue 12:00", "Tue 13:00"]),
    ("same day, at night, somebody on call: not for this", 2, "Mon 23:00", True, ["Tue 09:00", "Tue 10:00", "Tue 11:00", "Tue 12:00", "Tue 13:00"]),
    ("same day, over the weekend", 2, "Fri 16:30", False, ["Fri 16:30", "2026-11-30 09:30", "2026-11-30 10:30", "2026-11-30 11:30", "2026-11-30 12:30"]),
    ("two days, clinic open", 1, "Mon 10:00", False, ["Mon 10:00", "Tue 10:00", "Wed 10:00", "Thu 10:00", "Fri 10:00"]),
    ("two days, Saturday", 1, "Sat 12:00", False, ["2026-11-30 09:00", "2026-11-30 17:00", "2026-12-01 17:00", "2026-12-02 17:00", "2026-12-03 17:00"]),
    ("two days, a holiday is no business day", 1, "2026-12-24 16:00", False, ["2026-12-24 16:00", "2026-12-28 16:00", "2026-12-29 16:00", "2026-12-30 16:00", "2026-12-31 16:00"]),
    ("the daily test: once", 0, "Mon 09:00", False, ["Mon 09:00"]),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "tier", "start", "day_and_night", "times"), RUNGS, ids=[row[0] for row in RUNGS])
def test_when_each_rung_is_due(reason, tier, start, day_and_night, times):
    clock = running(tier, start, day_and_night)
    found = [clock.due_at(number) for number in range(5)]
    assert [moment.astimezone(ZONE) for moment in found if moment] == [at(text) for text in times]


@pytest.mark.parametrize("tier", [1, 2, 3])
def test_first_who_is_on_call_then_the_backup_then_the_lead_and_all_of_them_again(tier):
    ladder = ladders(FILE)[tier]
    assert [ladder.rung(number).whom for number in range(6)] == [FIRST, THEN, ALL, ALL, ALL, ALL]


def test_the_daily_test_pages_nobody_else():
    assert (ladders(FILE)[0].rung(0).whom, ladders(FILE)[0].rung(1)) == (FIRST, None)


SEEN_BY = [
    ("acute, open", 3, "Mon 10:00", False, "Mon 10:15", "Mon 17:00"),
    ("acute, night, somebody on call", 3, "Mon 23:00", True, "Mon 23:15", "Tue 17:00"),
    ("acute, night, nobody on call", 3, "Mon 23:00", False, "Tue 09:15", "Tue 17:00"),
    ("same day", 2, "Mon 10:00", False, "Mon 11:00", "Mon 17:00"),
    ("same day, after closing: of the next", 2, "Fri 17:30", False, "2026-11-30 10:00", "2026-11-30 17:00"),
    ("spoken with within two business days", 1, "Mon 10:00", False, "Tue 10:00", "Wed 17:00"),
    ("two business days from a Friday", 1, "Fri 10:00", False, "2026-11-30 10:00", "2026-12-01 17:00"),
]


@pytest.mark.parametrize(("reason", "tier", "start", "day_and_night", "taken", "spoken"), SEEN_BY, ids=[row[0] for row in SEEN_BY])
def test_by_when_it_is_taken_on_and_the_person_spoken_with(reason, tier, start, day_and_night, taken, spoken):
    clock = running(tier, start, day_and_night)
    assert (clock.acknowledge_by.astimezone(ZONE), clock.contact_by.astimezone(ZONE)) == (at(taken), at(spoken))


REACHED = [
    ("just begun", 0, "Mon 10:00", 0),
    ("a minute before the second", 0, "Mon 10:14", 0),
    ("the second's minute", 0, "Mon 10:15", 1),
    ("everything stood still for two hours: one page, not five", 0, "Mon 12:00", 5),
    ("from a later rung on", 3, "Mon 11:00", 3),
    ("weeks away: it comes to an end", 0, "2027-02-23 10:00", 1999),
]


@pytest.mark.parametrize(("reason", "number", "now", "rung"), REACHED, ids=[row[0] for row in REACHED])
def test_after_a_standstill_only_the_last_rung_is_climbed(reason, number, now, rung):
    clock = running(3, "Mon 10:00", day_and_night=reason.startswith("weeks"))
    assert clock.reached(number, at(now)) == rung


@pytest.mark.parametrize("tier", [0, 1, 2, 3])
def test_a_clinic_that_never_opens_again_silences_nothing(tier):
    shut = ClinicHours(ZONE, {})
    clock = Running(ladders(FILE)[tier], at("Mon 10:00"), shut, day_and_night=False)
    assert clock.due_at(0) == at("Mon 10:00")
    assert clock.acknowledge_by > at("Mon 10:00")
    assert clock.contact_by >= at("Mon 10:00")


WRONG = [
    ("no file", None, "no escalation file"),
    ("no TOML", "tiers = [", "Invalid"),
    ("a tier is missing", FILE.read_text().replace("[tiers.3]", "[tiers.4]"), "no escalation file"),
    ("a rung for nobody", FILE.read_text().replace('whom = ["on_call"]', "whom = []"), "rungs must rise"),
    ("somebody unknown", FILE.read_text().replace('"lead"]', '"boss"]'), "rungs must rise"),
    ("times that fall", FILE.read_text().replace("after_minutes = 120", "after_minutes = 20"), "rungs must rise"),
    ("the first rung waits", FILE.read_text().replace("after_minutes = 0", "after_minutes = 5"), "rungs must rise"),
    ("never again", FILE.read_text().replace("again_every_minutes = 60\n", ""), "climbed again"),
    ("again at once", FILE.read_text().replace("again_every_minutes = 60\n", "again_every_minutes = 0\n"), "rungs must rise"),
    ("a clock nobody has", FILE.read_text().replace('"day_and_night"', '"sometimes"'), "rungs must rise"),
    ("words for minutes", FILE.read_text().replace("= 15\n", '= "soon"\n'), "no escalation file"),
]


@pytest.mark.parametrize(("reason", "text", "says"), WRONG, ids=[row[0] for row in WRONG])
def test_a_file_that_would_page_nobody_is_refused(reason, text, says, tmp_path):
    path = tmp_path / "escalation.toml"
    if text:
        path.write_text(text)
    with pytest.raises(ValueError, match=says):
        ladders(path)
