"""From due to its end: what the server says decides, and nothing is sent twice or silently given up."""

import pytest
from django.db.models.functions import Now

from audit.models import Entry
from desk import dispatch, fate, ledger
from desk.kinds import Void
from desk.models import Message, Task
from tests.desk.conftest import ago
from vault.seal import Erased

pytestmark = pytest.mark.django_db


def state_of(message: Message) -> tuple[str, str]:
    message.refresh_from_db()
    return message.state, message.reason


def test_what_is_due_leaves_once(plan, by_smtp):
    message = plan()
    assert (dispatch.send_due(), dispatch.send_due()) == (1, 0)
    assert state_of(message) == ("sent", "")
    assert (message.fence, message.attempts, message.lease_until) == (1, 1, None)
    assert [mail["Message-ID"] for mail in by_smtp.mails] == [f"<{message.pk}@127.0.0.1>"]
    assert Entry.objects.get().action == "message.sent"


def test_what_is_not_due_stays(plan, by_smtp):
    plan(due_at=ago(minutes=-1))
    assert dispatch.send_due() == 0
    assert by_smtp.mails == []


def test_a_kind_of_a_newer_release_is_left_to_a_newer_worker(plan, by_smtp):
    message = plan(kind="not known here")
    dispatch.send_due()
    assert state_of(message) == ("planned", "")


ANSWERS = [
    ("a full mailbox may empty", {"RCPT": "452 full"}, "planned", "no_answer", None),
    ("busy at the greeting", {"EHLO": "421 busy", "HELO": "421 busy"}, "planned", "no_answer", None),
    ("busy after the words", {"DATA": "451 later"}, "planned", "no_answer", None),
    ("no such mailbox", {"RCPT": "550 unknown"}, "failed", "refused", "message_failed"),
    ("words refused", {"DATA": "554 no"}, "failed", "refused", "message_failed"),
]


@pytest.mark.parametrize(("why", "answers", "state", "reason", "task"), ANSWERS)
def test_what_the_server_says_decides(plan, by_smtp, why, answers, state, reason, task):
    by_smtp.answers = answers
    message = plan()
    dispatch.send_due()
    assert state_of(message) == (state, reason), why
    assert list(Task.objects.values_list("kind", flat=True)) == ([task] if task else []), why


def test_an_answer_lost_after_the_words_is_a_doubt_and_a_task(plan, by_smtp):
    by_smtp.after_data = "close"
    message = plan()
    dispatch.send_due()
    dispatch.send_due()
    assert state_of(message) == ("in_doubt", "answer_lost")
    assert Task.objects.get().kind == "message_in_doubt"
    assert len(by_smtp.mails) == 1


def test_no_server_ends_the_tick_and_costs_the_others_no_try(plan, by_smtp, settings):
    first, second = plan(), plan()
    settings.EMAIL_PORT = 1
    assert dispatch.send_due() == 0
    assert state_of(first) == ("planned", "no_answer")
    second.refresh_from_db()
    assert second.attempts == 0


def tries(message: Message, number: int) -> list[int]:
    """So many tries, each when it is due; the waits after them in minutes."""
    waits = []
    for _ in range(number):
        Message.objects.filter(pk=message.pk).update(due_at=ago(seconds=1))
        dispatch.send_due()
        message.refresh_from_db()
        waits.append(round((message.due_at - ago()).total_seconds() / 60))
    return waits


def kinds_open() -> list[str]:
    return list(Task.objects.waiting().values_list("kind", flat=True))


NOBODY_ANSWERS = [("the server says later", {"RCPT": "451 later"}, None), ("there is no server", {}, 1)]


@pytest.mark.parametrize(("why", "answers", "port"), NOBODY_ANSWERS, ids=[row[0] for row in NOBODY_ANSWERS])
def test_while_nobody_answers_it_is_tried_each_hour_and_staff_hear_of_it(plan, by_smtp, settings, why, answers, port):
    by_smtp.answers, there = answers, settings.EMAIL_PORT
    settings.EMAIL_PORT = port or there
    message = plan()
    assert tries(message, 4) == [1, 5, 15, 60]
    assert kinds_open() == []
    assert tries(message, 40) == [60] * 40, "days, not 81 minutes"
    assert (state_of(message), kinds_open()) == (("planned", "no_answer"), ["message_late"])
    by_smtp.answers, settings.EMAIL_PORT = {}, there
    tries(message, 1)
    assert (state_of(message), kinds_open(), len(by_smtp.mails)) == (("sent", ""), [], 1)


def test_never_later_than_it_is_worth(plan, by_smtp):
    by_smtp.answers = {"RCPT": "451 later"}
    message = plan(stale_at=ago(minutes=-30))
    Message.objects.filter(pk=message.pk).update(attempts=7)
    assert tries(message, 1) == [30]


def test_late_and_then_too_late_is_another_task(plan, by_smtp):
    by_smtp.answers = {"RCPT": "451 later"}
    message = plan()
    tries(message, 5)
    Message.objects.filter(pk=message.pk).update(due_at=ago(hours=2), stale_at=ago(hours=1))
    dispatch.send_due()
    assert (state_of(message), kinds_open()) == (("stale", "too_late"), ["message_stale"])


def test_late_and_then_taken_back_is_no_task(plan, by_smtp):
    by_smtp.answers = {"RCPT": "451 later"}
    message, other = plan(), plan()
    tries(message, 5)
    tries(other, 5)
    ledger.cancel(subject=message.subject, reason="moved")
    assert list(Task.objects.waiting().values_list("key", flat=True)) == [fate.late_key(other.pk)]


def test_what_we_cannot_write_is_tried_after_1_5_15_60_minutes_and_ends_with_a_task(plan, note, by_smtp):
    note["says"] = KeyError("x")
    message = plan()
    assert tries(message, 4) == [1, 5, 15, 60]
    tries(message, 1)
    assert (state_of(message), kinds_open()) == (("failed", "not_prepared"), ["message_failed"])


def test_a_silent_server_counts_for_nothing_against_us(plan, note, by_smtp):
    by_smtp.answers = {"RCPT": "451 later"}
    message, says = plan(), note["says"]
    tries(message, 9)
    note["says"] = KeyError("x")
    assert tries(message, 1) == [1]
    note["says"], by_smtp.answers = says, {}
    tries(message, 1)
    assert state_of(message) == ("sent", "")


VOIDS = [
    ("nothing to say any more", Void("moved"), "cancelled", "moved"),
    ("the person's key is gone", Erased("x"), "cancelled", "erased"),
    ("the preparer is broken", KeyError("x"), "planned", "not_prepared"),
]


@pytest.mark.parametrize(("why", "says", "state", "reason"), VOIDS)
def test_it_is_looked_at_again_before_it_leaves(plan, note, by_smtp, why, says, state, reason):
    note["says"] = says
    message = plan()
    dispatch.send_due()
    assert state_of(message) == (state, reason), why
    assert by_smtp.mails == []


def test_a_broken_one_does_not_hold_up_the_others(plan, note, by_smtp, monkeypatch):
    from desk import kinds

    monkeypatch.setitem(kinds._PREPARERS, "broken", lambda message: 1 // 0)
    plan(kind="broken", due_at=ago(hours=1))
    plan()
    assert dispatch.send_due() == 1


def test_an_address_that_is_none_is_a_task(plan, note, by_smtp):
    note["says"] = dispatch.kinds.Envelope("a@b.example\nBcc: c@d.example", "s", "b")
    message = plan()
    dispatch.send_due()
    assert state_of(message) == ("failed", "bad_address")
    assert (by_smtp.mails, Task.objects.count()) == ([], 1)


def test_past_its_time_it_is_stale_and_not_sent(plan, by_smtp):
    message = plan(due_at=ago(hours=2), stale_at=ago(hours=1))
    dispatch.send_due()
    assert state_of(message) == ("stale", "too_late")
    assert by_smtp.mails == []
    assert kinds_open() == ["message_stale"], "somebody was never told"


def lost(message: Message, state: str, faults: int = 0) -> None:
    """As a worker that died leaves it."""
    Message.objects.filter(pk=message.pk).update(
        state=state, lease_until=ago(seconds=1), fence=1, attempts=1, faults=faults, handed_over_at=Now()
    )


LOST = [
    ("claimed only: plan it again", "claimed", 0, "planned"),
    ("claimed for the fourth time", "claimed", 3, "planned"),
    ("claimed five times, killing each worker", "claimed", 4, "failed"),
    ("handed over: nobody knows", "handed_over", 0, "in_doubt"),
]


@pytest.mark.parametrize(("why", "state", "faults", "becomes"), LOST)
def test_what_lost_its_worker(plan, why, state, faults, becomes):
    message = plan()
    lost(message, state, faults)
    fate.settle_expired()
    assert state_of(message) == (becomes, "worker_lost"), why
    assert Task.objects.exists() == (becomes != "planned"), why


def test_a_lease_that_still_runs_is_left_alone(plan, by_smtp):
    message = plan()
    claimed = dispatch.claim()
    dispatch.send_due()
    assert state_of(message)[0] == "claimed"
    assert dispatch.hand_over(claimed) is not None


def test_a_worker_whose_claim_was_taken_hands_nothing_over(plan, by_smtp):
    message = plan()
    late = dispatch.claim()
    lost(message, "claimed")
    dispatch.send_due()
    assert dispatch.deliver(late) is None
    assert state_of(message) == ("sent", "")
    assert len(by_smtp.mails) == 1


def test_a_worker_whose_lease_ran_out_marks_nothing(plan, by_smtp):
    message = plan()
    late = dispatch.claim()
    dispatch.hand_over(late)
    lost(message, "handed_over")
    fate.settle_expired()
    dispatch.mark(late, dispatch.Outcome.SENT)
    assert state_of(message) == ("in_doubt", "worker_lost")


def test_taken_back_between_claim_and_hand_over(plan, by_smtp):
    message = plan()
    claimed = dispatch.claim()
    ledger.cancel(subject=message.subject, reason="cancelled")
    assert dispatch.deliver(claimed) is None
    assert by_smtp.mails == []


def test_a_worker_that_wakes_while_another_holds_the_claim_hands_nothing_over(plan, by_smtp):
    message = plan()
    late = dispatch.claim()
    lost(message, "claimed")
    fate.settle_expired()
    holder = dispatch.claim()
    assert (late.fence, holder.fence) == (1, 2)
    assert dispatch.deliver(late) is None
    assert dispatch.deliver(holder) is dispatch.Outcome.SENT
    assert len(by_smtp.mails) == 1
