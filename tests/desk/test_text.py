"""Text messages: what the gateway says decides, the same message has the same key, and a silent gateway holds up no mail."""

import email
import email.policy
import socket

import pytest

from desk import dispatch, doubt, text
from desk.kinds import Envelope
from desk.models import Message, Task
from tests.desk.conftest import ago

pytestmark = pytest.mark.django_db
NUMBER = "+12025550142"
WORDS = "Su código: 012345 — no lo comparta"


@pytest.fixture
def planned(plan, note):
    """Plans a text."""
    note["says"] = Envelope(NUMBER, "", WORDS)
    return lambda **more: plan(channel="text", **more)


def state_of(message: Message) -> tuple[str, str]:
    message.refresh_from_db()
    return message.state, message.reason


def test_a_text_leaves_once_as_json_with_key_and_token(planned, by_gateway):
    message = planned()
    assert (dispatch.send_due(), dispatch.send_due()) == (1, 0)
    (asked,) = by_gateway.asked
    assert (asked.path, asked.said) == ("/v1/texts?from=clinic", {"to": NUMBER, "text": WORDS})
    assert (asked.headers["idempotency-key"], asked.headers["authorization"]) == (str(message.pk), "Bearer gateway-token")
    assert asked.headers["content-type"] == "application/json"
    assert state_of(message) == ("sent", "")


ANSWERS = [
    ("taken", 200, "sent", ""),
    ("busy", 429, "planned", "no_answer"),
    ("it took too long to read us", 408, "planned", "no_answer"),
    ("broken", 500, "planned", "no_answer"),
    ("closed for now", 503, "planned", "no_answer"),
    ("no such number", 400, "failed", "refused"),
    ("our token is no good", 401, "failed", "refused"),
    ("somewhere else: who knows where our token would go", 307, "failed", "refused"),
    ("it took it and hung up", "close", "in_doubt", "answer_lost"),
    ("it took it and says nothing", "hang", "in_doubt", "answer_lost"),
]


@pytest.mark.parametrize(("why", "answer", "state", "reason"), ANSWERS, ids=[row[0] for row in ANSWERS])
def test_what_the_gateway_says_decides(planned, by_gateway, monkeypatch, why, answer, state, reason):
    monkeypatch.setattr(text, "SECONDS", 0.2)
    by_gateway.answer = answer
    message = planned()
    dispatch.send_due()
    dispatch.send_due()
    assert (state_of(message), len(by_gateway.asked)) == ((state, reason), 1), why
    assert Task.objects.count() == (state in {"failed", "in_doubt"})


def test_a_second_try_says_the_same_under_the_same_key(planned, by_gateway):
    by_gateway.answer = 503
    message = planned()
    dispatch.send_due()
    by_gateway.answer = 200
    Message.objects.filter(pk=message.pk).update(due_at=ago(seconds=1))
    assert dispatch.send_due() == 1
    first, second = by_gateway.asked
    assert first == second


def closed_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


AWAY = [
    ("nobody listens", lambda: f"http://127.0.0.1:{closed_port()}/"),
    ("no such host", lambda: "https://gateway.invalid/"),
    ("no gateway any more", lambda: ""),
    ("a folder that can't be written", lambda: "folder:///proc/texts"),
]


@pytest.mark.parametrize(("why", "url"), AWAY, ids=[row[0] for row in AWAY])
def test_no_gateway_costs_the_other_texts_no_try_and_holds_up_no_mail(planned, plan, note, by_smtp, settings, monkeypatch, why, url):
    settings.TEXT_URL = url()
    first, second, mail = planned(), planned(), plan()
    says = {"text": note["says"], "mail": Envelope("person@demo.example", "Appointment", "Come on Monday.")}
    monkeypatch.setitem(dispatch.kinds._PREPARERS, "note", lambda message: says[message.channel])
    assert dispatch.send_due() == 1, why
    assert (state_of(first), state_of(second), state_of(mail)[0]) == (("planned", "no_answer"), ("planned", ""), "sent")
    assert second.attempts == 0


def test_no_mail_server_holds_up_no_text(planned, plan, by_smtp, by_gateway, settings, monkeypatch):
    settings.EMAIL_PORT = 1
    says = {"text": Envelope(NUMBER, "", WORDS), "mail": Envelope("person@demo.example", "Appointment", "Come on Monday.")}
    mail, _text = plan(), planned()
    monkeypatch.setitem(dispatch.kinds._PREPARERS, "note", lambda message: says[message.channel])
    assert (dispatch.send_due(), state_of(mail)) == (1, ("planned", "no_answer"))


def test_a_way_out_that_a_newer_release_knows_is_left_to_it(plan, by_smtp):
    message = plan(channel="pigeon")
    dispatch.send_due()
    assert state_of(message) == ("planned", "")


def test_what_cannot_be_dialled_is_not_asked_for(planned, note, by_gateway):
    note["says"] = Envelope("+1202555\r\nX: y", "", WORDS)
    message = planned()
    dispatch.send_due()
    assert (state_of(message), by_gateway.asked) == (("failed", "bad_address"), [])


def test_past_its_time_it_is_never_sent(planned, by_gateway):
    message = planned(due_at=ago(minutes=12), stale_at=ago(minutes=2))
    dispatch.send_due()
    assert (state_of(message), by_gateway.asked) == (("stale", "too_late"), [])


def test_sent_again_by_staff_it_is_a_text_still(planned, by_gateway, scheduler):
    by_gateway.answer = 400
    message = planned()
    dispatch.send_due()
    message.refresh_from_db()
    assert doubt.settle(message=message, how="again", by=scheduler).channel == "text"


def test_in_the_demo_it_lies_in_a_folder_to_be_read_like_a_mail(planned, settings, tmp_path):
    settings.TEXT_URL = f"folder://{tmp_path}/all%20texts"
    planned()
    assert dispatch.send_due() == 1
    (file,) = (tmp_path / "all texts").iterdir()
    read = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert (read["To"], read["Subject"], read.get_content().strip()) == (NUMBER, "Text message", WORDS)


NUMBERS = [
    ("as it is dialled", "+12025550142", "+12025550142"),
    ("as people write it", "(202) 555-0142", "+12025550142"),
    ("with the country before it", "1 202 555 0142", "+12025550142"),
    ("of another country", "+44 20 7946 0142", "+442079460142"),
    ("of another country without its number", "020 7946 0142", ""),
    ("too short", "555-0142", ""),
    ("too long", "+1234567890123456", ""),
    ("none", "", ""),
    ("no figures that a gateway knows", "٢٠٢٥٥٥٠١٤٢", ""),
]


def test_a_number_is_dialled_only_where_its_country_is_plain():
    assert [(why, text.dialled(typed)) for why, typed, _ in NUMBERS] == [(why, number) for why, _, number in NUMBERS]


def test_where_the_clinic_is_elsewhere_nobody_guesses(settings):
    settings.CLINIC_PHONE = "+442079460100"
    assert text.dialled("2025550142") == ""
