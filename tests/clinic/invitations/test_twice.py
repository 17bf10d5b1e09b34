"""A form that is sent twice makes one link: by its number, not by luck."""

import datetime
import re
import uuid

import pytest

from audit.actor import system
from desk.models import Message, Task
from intake.invitations.services import invite, renew
from intake.models import Case, Invitation
from tests.clinic.staff import make, signed_in
from tests.crowd import Crowd
from tests.intake.people import BORN, BOXES, invited

LIST = "/clinic/invitations/"
PERSON = BOXES | {"name": "Ada Example", "email": "ada@patients.example", "phone": "(555) 555-0123", "language": "es"}
CHILD = PERSON | {"date_of_birth_year": "2020"}
ONCE = re.compile(r'name="once" value="([0-9a-f-]{36})"')


def number(page) -> str:
    """The form's number, as the page holds it."""
    (found,) = ONCE.findall(page.content.decode())
    return found


@pytest.fixture
def desk(db):
    return signed_in("scheduler")


def test_each_form_has_a_number_of_its_own(desk) -> None:
    assert number(desk.get(LIST)) != number(desk.get(LIST))


def test_a_double_click_makes_one_person_one_link_one_mail(desk) -> None:
    said = PERSON | {"once": number(desk.get(LIST))}
    first, second = desk.post(LIST, said), desk.post(LIST, said)
    assert (first.status_code, first["Location"]) == (303, second["Location"])
    assert (Case.objects.count(), Invitation.objects.count(), Message.objects.count()) == (1, 1, 1)


OTHERWISE = [
    ("another name", {"name": "Bea Example"}),
    ("another birthday", {"date_of_birth_day": "28"}),
    ("another address", {"email": ""}),
    ("another number", {"phone": "(555) 555-0199"}),
    ("another language", {"language": "en"}),
]


@pytest.mark.parametrize(("why", "change"), OTHERWISE, ids=[row[0] for row in OTHERWISE])
def test_an_old_form_with_other_details_never_shows_the_first_persons_link(desk, why: str, change: dict) -> None:
    said = PERSON | {"once": number(desk.get(LIST))}
    desk.post(LIST, said)
    answer = desk.post(LIST, said | change)
    assert answer.status_code == 422
    assert "This form made a link before, with other details" in answer.text
    assert Case.objects.count() == 1
    assert desk.post(LIST, said | change | {"once": number(answer)}).status_code == 303
    assert Case.objects.count() == 2


@pytest.mark.parametrize(("why", "once"), [("none", ""), ("what is no number", "\x00; drop"), ("left out", None)])
def test_a_form_without_a_number_works_as_before(desk, why: str, once: str | None) -> None:
    said = PERSON if once is None else PERSON | {"once": once}
    assert [desk.post(LIST, said).status_code for _ in range(2)] == [303, 303]
    assert Case.objects.count() == 2


def test_a_child_is_one_task_however_often_the_form_is_sent(desk) -> None:
    page = desk.post(LIST, CHILD | {"once": number(desk.get(LIST))})
    desk.post(LIST, CHILD | {"once": number(page)})
    assert Task.objects.filter(kind="under_age").count() == 1
    desk.post(LIST, CHILD | {"once": number(desk.get(LIST))})
    assert Task.objects.filter(kind="under_age").count() == 2, "another form may be about another child"


def test_a_slip_of_the_birthday_that_is_put_right_leaves_no_task(desk) -> None:
    page = desk.post(LIST, CHILD | {"once": number(desk.get(LIST))})
    assert desk.post(LIST, PERSON | {"once": number(page)}).status_code == 303
    assert not Task.objects.waiting().exists()


def test_of_many_that_arrive_at_once_one_makes_the_link(own_database) -> None:
    once = uuid.uuid4()

    def make() -> uuid.UUID:
        return invite(name="Ada", date_of_birth=BORN, email="a@patients.example", by=system("test"), once=once).pk

    with Crowd(8) as crowd:
        (link,) = set(crowd.at_once([make] * 8))
    assert isinstance(link, uuid.UUID)
    assert (Case.objects.count(), Message.objects.count()) == (1, 1)


def test_a_new_link_that_is_pressed_for_many_times_at_once_is_one(own_database) -> None:
    old, by = invited(), make(second_factor=False)
    with Crowd(6) as crowd:
        (fresh,) = {link.pk for link in crowd.at_once([lambda: renew(invitation=Invitation.objects.get(pk=old.pk), by=by)] * 6)}
    assert Invitation.objects.standing().get().pk == fresh
    assert Message.objects.filter(state="planned").get().subject == fresh


def test_the_command_line_makes_a_link_each_time(db) -> None:
    made = [invite(name="Ada", date_of_birth=datetime.date(1980, 3, 27), email="", by=system("test")) for _ in range(2)]
    assert made[0].pk != made[1].pk
