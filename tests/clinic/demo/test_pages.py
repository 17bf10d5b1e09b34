"""The demo's own pages: what was mailed, who can sign in, an invitation to try."""

import os
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client

from clinic.demo import staff
from desk import text
from intake.models import Case, Invitation
from intake.phone_code.services import number

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.clinic.demo.urls")]


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> Path:
    settings.DEMO = True
    settings.EMAIL_FILE_PATH = str(tmp_path)
    settings.EMAIL_BACKEND = "desk.folder.FolderBackend"
    return tmp_path


def post(subject: str, body: str, folder: Path, age: int) -> None:
    mail.get_connection("desk.folder.FolderBackend").send_messages([mail.EmailMessage(subject, body, to=["a@patients.example"])])
    newest = max(folder.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)
    os.utime(newest, (10_000 - age, 10_000 - age))


def test_the_outbox_shows_the_newest_first_with_links_to_follow(folder: Path) -> None:
    post("Earlier — with a dash", "See http://127.0.0.1:8000/i/abc\n\nGood-bye", folder, age=60)
    post("Later", "<b>not markup</b>", folder, age=0)
    (folder / ".unfinished.eml").write_text("half a mail")
    page = Client().get("/demo/outbox/").content.decode()
    assert page.index("Later") < page.index("Earlier — with a dash")
    assert '<a href="http://127.0.0.1:8000/i/abc"' in page
    assert "&lt;b&gt;not markup" in page
    assert "half a mail" not in page


def test_texts_lie_in_the_outbox_too_wherever_their_folder_is(folder: Path, settings) -> None:
    post("A mail", "words", folder, age=0)
    settings.TEXT_URL = f"folder://{folder}/texts%20apart"
    text.send(text.Text("1", "+12025550142", "012345 is your code"))
    page = Client().get("/demo/outbox/").text
    assert [words in page for words in ("A mail", "Text message", "+12025550142", "012345 is your code")] == [True] * 4


def test_the_demos_patient_can_be_sent_a_code() -> None:
    Client().post("/demo/invitation/")
    assert number(Invitation.objects.get()) == "+12025550142"


def test_an_empty_outbox_says_so() -> None:
    assert "Nothing yet" in Client().get("/demo/outbox/").content.decode()


def test_the_sign_in_page_shows_what_opens_the_door() -> None:
    page = Client().get("/demo/sign-in/").content.decode()
    for login in staff.logins():
        assert {login.email, login.password, login.secret} <= set(page.replace("<", ">").split(">"))
    assert "Show the newest codes" in page, "a page that loads itself again is hard on screen readers"


def test_looking_makes_no_invitation_and_the_button_makes_one() -> None:
    client = Client()
    client.get("/demo/invitation/")
    assert not Case.objects.exists()
    page = client.post("/demo/invitation/")
    assert Case.objects.count() == 1
    link = page.context["link"]
    assert link in page.content.decode()
    assert "April 12, 1985" in page.content.decode()


def test_the_command_says_how_to_sign_in(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clinic.demo.load.load", list)
    call_command("demo")
    told = capsys.readouterr().out
    assert all(login.email in told and login.password in told and login.secret in told for login in staff.logins())
    assert "works once" in told
