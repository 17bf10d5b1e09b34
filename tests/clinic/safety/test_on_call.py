"""Who is on call, set by a lead; whether the daily test arrived, said by whoever got it; an alarm where pages reach nobody."""

import pytest
from django.db.models.functions import Now

from audit.models import Entry
from desk.clinic_hours import read
from desk.escalation import climb, drill, roster
from desk.models import Message, OnCall, Task
from intake.safety.services import not_safe, task_key
from tests.clinic.factories import opened
from tests.clinic.staff import make, signed_in

pytestmark = pytest.mark.django_db
PAGE = "/clinic/safety/on-call/"
CHANGE = f"{PAGE}change/"
MISSED = "The last daily test page was not confirmed"
NOBODY = "Nobody is on call: pages go to the clinic&#x27;s own address."


@pytest.fixture(autouse=True)
def always_open(settings):
    settings.CLINIC_HOURS = read("Mon-Sun 0:00-24:00", "", "UTC")


def put(whom="on_call", **more):
    staff = make(name="Robin Ash", second_factor=False)
    roster.put(whom=whom, staff=staff, address="", by=None, actor=staff.actor)
    return staff


def shown(client, path=PAGE):
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_lead_sets_who_is_on_call_and_where_pages_go():
    first, second = make(name="Robin Ash"), make("lead", name="Lee Holt")
    client = signed_in("lead")
    sent = {"on_call_staff": first.pk, "on_call_address": "pager@staff.test", "backup_staff": second.pk, "lead_staff": second.pk}
    assert client.post(CHANGE, sent).status_code == 303
    page = shown(client)
    for words in ("Robin Ash", "pager@staff.test", "Lee Holt", second.email):
        assert words in page
    entry = Entry.objects.filter(action="on_call.changed").order_by("pk").first()
    assert entry.detail == {"whom": "on_call", "own_address": True}
    assert "pager" not in str(entry.detail)


def test_nobody_again():
    put()
    signed_in("lead").post(CHANGE, {})
    assert not OnCall.objects.exists()


WRONG = [
    ("no mail address", {"on_call_address": "555 0100"}, "Enter an email address"),
    ("a scheduler can't open what waits", {"on_call_staff": "scheduler"}, "Choose a clinician or lead who works here."),
    ("somebody who left", {"on_call_staff": "gone"}, "Choose a clinician or lead who works here."),
]


@pytest.mark.parametrize(("reason", "sent", "says"), WRONG, ids=[row[0] for row in WRONG])
def test_who_can_not_be_on_call(reason, sent, says):
    gone = make("clinician")
    gone.is_active = False
    gone.save()
    people = {"scheduler": make("scheduler").pk, "gone": gone.pk}
    answer = signed_in("lead").post(CHANGE, {name: people.get(value, value) for name, value in sent.items()})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not OnCall.objects.exists()


def test_where_nobody_stands_the_page_says_where_pages_go(settings):
    settings.ON_CALL_MAIL = "clinic@staff.test"
    assert "Pages go to clinic@staff.test" in shown(signed_in("clinician"))
    assert "Change who is on call" not in shown(signed_in("clinician"))


def made():
    drill.daily(Task.objects.annotate(now=Now()).values_list("now", flat=True).first() or _now())
    climb.climb()
    return drill.last()


def _now():
    from django.utils import timezone

    return timezone.now()


def test_whoever_got_the_test_says_so_once():
    task = made().task
    client = signed_in("clinician")
    assert "It arrived" in shown(client)
    assert client.post(f"{PAGE}arrived/{task.pk}/").status_code == 303
    assert drill.last().arrived
    assert "Arrived, says Robin Ash" in shown(client)
    assert client.post(f"{PAGE}arrived/{task.pk}/").status_code == 303


def test_a_safety_task_is_not_confirmed_that_way():
    case = opened(state="started")
    event = not_safe(case=case, by=case.patient)
    task = Task.objects.get(key=task_key(event))
    assert signed_in("clinician").post(f"{PAGE}arrived/{task.pk}/").status_code == 404
    assert Task.objects.get(pk=task.pk).state == "open"


ALARMS = [
    ("nobody on call", False, True, [NOBODY]),
    ("nobody confirmed yesterday's test", True, False, [MISSED]),
    ("both", False, False, [NOBODY, MISSED]),
    ("all is well", True, True, []),
]


@pytest.mark.parametrize(("reason", "somebody", "confirmed", "says"), ALARMS, ids=[row[0] for row in ALARMS])
def test_the_leads_queue_says_when_pages_may_reach_nobody(reason, somebody, confirmed, says):
    if somebody:
        put()
    task = Task.objects.create(key="safety_drill:x", kind="safety_drill")
    Task.objects.filter(pk=task.pk).update(created_at=_now().replace(hour=0, minute=0) - drill.datetime.timedelta(hours=12))
    if confirmed:
        Task.objects.filter(pk=task.pk).update(acknowledged_at=Now(), acknowledged_by=make(second_factor=False))
    page = shown(signed_in("lead"), "/clinic/")
    assert [words for words in (NOBODY, MISSED) if words in page] == says
    assert not [words for words in (NOBODY, MISSED) if words in shown(signed_in("clinician"), "/clinic/")]


def test_a_test_is_nobodys_to_do():
    made()
    assert signed_in("clinician").get("/clinic/").context["todos"].lines == []


def test_the_event_shows_who_was_paged_and_what_became_of_it():
    put()
    case = opened(state="started")
    event = not_safe(case=case, by=case.patient)
    climb.climb()
    client = signed_in("clinician")
    page = shown(client, f"/clinic/safety/{event.pk}/")
    assert "On call: Robin Ash" in page
    assert "Planned" in page
    Message.objects.filter(kind="safety_page").update(state="failed")
    assert "Not sent" in shown(client, f"/clinic/safety/{event.pk}/")
    assert "Speak with them by" in page
