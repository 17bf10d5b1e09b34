"""Hours as people write them."""

import datetime
from contextlib import nullcontext

import pytest
from django.db import IntegrityError

from audit.models import Entry
from clinic.consultations import hours
from clinic.consultations.hours import HoursForm
from clinic.models import Hours
from tests.clinic.staff import signed_in
from tests.clinic.visits import clinician, visit

T = datetime.time
GOOD = [
    ("as shown", "9:00-12:00, 13:00-17:00", [(T(9), T(12)), (T(13), T(17))]),
    ("in any order", "13:00-17:00, 9:00-12:00", [(T(9), T(12)), (T(13), T(17))]),
    ("without minutes", "9-12", [(T(9), T(12))]),
    ("by halves of the day", "9am-5:30pm", [(T(9), T(17, 30))]),
    ("noon and midnight", "12am-12pm", [(T(0), T(12))]),
    ("with words and dashes", "9:00 to 12:00; 13:00–17:00", [(T(9), T(12)), (T(13), T(17))]),
    ("touching", "9-12, 12-13", [(T(9), T(12)), (T(12), T(13))]),
    ("a day off", "", []),
    ("a comma too many", "9-12,", [(T(9), T(12))]),
]
BAD = [
    ("no time", "mornings", "Write the hours like"),
    ("no such hour", "25:00-26:00", "Write the hours like"),
    ("no such minute", "9:75-10:00", "Write the hours like"),
    ("no such half", "13pm-14pm", "Write the hours like"),
    ("an end alone", "-17:00", "Write the hours like"),
    ("the wrong way round", "17:00-9:00", "end before they begin"),
    ("afternoon without pm", "9-5", "end before they begin"),
    ("nothing long", "9:00-9:00", "end before they begin"),
    ("overlapping", "9-12, 11-13", "overlap"),
]


@pytest.mark.parametrize(("why", "text", "spans"), GOOD)
def test_what_is_understood(why, text, spans):
    form = HoursForm({"day0": text})
    assert form.is_valid(), form.errors
    assert form.spans()[0] == spans, why


@pytest.mark.parametrize(("why", "text", "says"), BAD)
def test_what_is_not_says_how_to_write_it(why, text, says):
    assert says in HoursForm({"day0": text}).errors["day0"][0], why


@pytest.mark.parametrize(("day", "name"), [("day0", "Monday"), ("day3", "Thursday"), ("day6", "Sunday")])
@pytest.mark.parametrize(("why", "text", "says"), [*BAD, ("longer than the box takes", "9-10, " * 20, "at most 80")])
def test_an_error_names_its_day(day, name, why, text, says):
    assert HoursForm({day: text}).errors[day][0].startswith(f"{name}: "), why


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("why", "weekday", "start", "end", "taken"),
    [
        ("within another", 0, T(10), T(11), False),
        ("over its end", 0, T(11), T(14), False),
        ("touching", 0, T(12), T(13), True),
        ("on another day", 1, T(10), T(11), True),
    ],
)
def test_the_database_refuses_hours_that_overlap(why, weekday, start, end, taken):
    staff = clinician("09:00-12:00", days=range(1))
    more = Hours(clinician=staff, weekday=weekday, start=start, end=end)
    with nullcontext() if taken else pytest.raises(IntegrityError, match="hours_of_a_day_do_not_overlap"):
        more.save()


@pytest.mark.django_db
def test_saving_puts_them_in_the_place_of_the_old_ones():
    staff = clinician("09:00-12:00")
    page = signed_in(staff)
    answer = page.post(f"/clinic/consultations/hours/{staff.public_id}/", {"day1": "8-10, 14-16"})
    assert answer.status_code == 303
    assert list(Hours.objects.order_by("start").values_list("weekday", "start", "end")) == [(1, T(8), T(10)), (1, T(14), T(16))]
    assert Entry.objects.get(action="hours.changed").actor_id == str(staff.public_id)
    assert hours.as_text(staff) == {"day1": "08:00-10:00, 14:00-16:00"}


@pytest.mark.django_db
def test_visits_outside_the_new_hours_stay_and_are_counted():
    staff = clinician()
    visit(staff=staff)
    assert hours.change(clinician=staff, spans={0: [(T(8), T(10))]}, by=staff) == 1
    assert hours.change(clinician=staff, spans={0: [(T(8), T(12))]}, by=staff) == 0


@pytest.mark.django_db
def test_what_was_typed_wrongly_is_still_there():
    staff = clinician("09:00-12:00")
    answer = signed_in(staff).post(f"/clinic/consultations/hours/{staff.public_id}/", {"day0": "mornings", "day1": "9-10"})
    assert answer.status_code == 422
    assert 'value="mornings"' in answer.text
    assert 'value="9-10"' in answer.text
    assert Hours.objects.count() == 5


WHO = [("a lead, anybody's", "lead", 200), ("another clinician's", "clinician", 404), ("a scheduler", "scheduler", 403)]


@pytest.mark.django_db
@pytest.mark.parametrize(("why", "role", "status"), WHO)
def test_who_sets_hours(why, role, status):
    assert signed_in(role).get(f"/clinic/consultations/hours/{clinician().public_id}/").status_code == status, why
