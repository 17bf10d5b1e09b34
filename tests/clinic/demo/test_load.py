"""The demo clinic has somebody on every stage, comes through the services, and comes once."""

import runpy
import time
from collections import Counter
from pathlib import Path

import pytest
import time_machine
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client

from clinic.demo import load, outbox, people, staff
from clinic.models import Consultation, LabRequest
from desk.models import Message, Staff
from intake.models import Case, SafetyEvent
from tests.metatests.sources import ROOMS, ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.clinic.demo.urls")]
CONCLUSIONS = {"met", "not_met", "undetermined", "excluded", "out_of_scope"}


@pytest.fixture
def demo(settings, tmp_path: Path) -> None:
    settings.DEMO = True
    settings.EMAIL_FILE_PATH = str(tmp_path)
    settings.EMAIL_BACKEND = "desk.folder.FolderBackend"
    load.load()


def rows() -> Counter[str]:
    return Counter({model._meta.label: model._default_manager.count() for model in apps.get_models() if model._meta.app_label in ROOMS})


def test_the_demo_clinic(demo: None) -> None:
    """One load, looked at from every side: loading takes seconds."""
    _everybody_is_there()
    _staff_can_sign_in()
    _what_left_the_house_is_in_the_outbox()
    before = rows()
    assert load.load() == []
    assert rows() == before, "a second time changes nothing"


def _everybody_is_there() -> None:
    assert Case.objects.count() == len(people.people()) >= 12
    assert set(Case.objects.exclude(conclusion="").values_list("conclusion", flat=True)) == CONCLUSIONS
    assert {"invited", "started", "submitted", "in_review", "waiting_for_patient", "signed", "scheduled"} <= set(
        Case.objects.values_list("state", flat=True)
    )
    assert SafetyEvent.objects.open().values("case").distinct().count() == 1
    assert LabRequest.objects.overdue().exists()
    assert Consultation.objects.filter(state="booked").count() == 2
    assert list(Message.objects.in_doubt().values_list("kind", flat=True)) == ["reminder"]
    assert Case.objects.get(conclusion="out_of_scope").invitations.count() == 0, "nobody under 18 gets a link"
    assert not Case.objects.filter(awaits_evaluation=True).exists()


def _staff_can_sign_in() -> None:
    with time_machine.travel(time.time() // 30 * 30 + 10, tick=False):  # away from the change of codes
        _sign_in_everybody()
    assert set(Staff.objects.values_list("email", flat=True)) == {f"{role}@demo.example" for role in Staff.Role.values}


def _sign_in_everybody() -> None:
    for login in staff.logins():
        client = Client()
        assert client.post("/accounts/login/", {"login": login.email, "password": login.password})["Location"] == "/accounts/code/"
        assert client.post("/accounts/code/", {"code": login.code}).status_code == 302


def _what_left_the_house_is_in_the_outbox() -> None:
    assert Message.objects.filter(state="sent").count() == len(outbox.mails())


def test_passwords_belong_to_the_installation(settings) -> None:
    before = {(login.password, login.secret) for login in staff.logins()}
    assert before == {(login.password, login.secret) for login in staff.logins()}
    settings.SECRET_KEY = "another installation's secret, long enough to be one of those"
    assert not before & {(login.password, login.secret) for login in staff.logins()}
    assert all(len(login.password) >= 15 for login in staff.logins())


def test_the_command_is_refused_where_the_demo_is_off(settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="The demo is off"):
        call_command("demo")
    assert not Staff.objects.exists()


def test_there_are_no_demo_pages_where_the_demo_is_off(settings) -> None:
    """The addresses are drawn up once a process, so they are drawn up again here."""
    for demo in (False, True):
        settings.DEMO = demo
        drawn = runpy.run_path(str(ROOT / "config/urls.py"))["urlpatterns"]
        assert ("demo/" in [str(each.pattern) for each in drawn]) is demo
