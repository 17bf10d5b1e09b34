"""A person may not be safe: an event, a task for staff and the case's tier, in the transaction of the answer itself."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from audit.actor import Actor
from audit.door import record
from desk import work
from desk.escalation import climb
from desk.models import Staff
from desk.models.task import READING, SAFETY
from intake import clock
from intake.models import Case, SafetyClosing, SafetyEvent
from intake.safety import rules
from intake.safety.findings import Finding, findings
from vault.seal import seal

NOT_SAFE = "not_safe_now"
CALL_ME = "call_me"
BY_STAFF = "staff"

Document = dict[str, Any]


class AlreadyClosed(Exception):
    """Somebody closed this event before."""


class NoteMissing(Exception):
    """An event is closed with words about what was done, or not at all."""


@transaction.atomic(savepoint=False)  # with every save, and it has nothing to undo by itself
def notice(*, case: Case, before: Document, after: Document, by: Actor) -> list[SafetyEvent]:
    """Compare the answers before and after a save; raise an event where item 9 or the ASQ says more than staff already know.

    An event stands whatever the answer becomes. Saying the same again makes no second one, saying more does, and so does
    saying it again after staff closed the first. Every change of an answer that raised one is on record.
    """
    changed = _changed(before, after)
    raised = [_hear(case, finding, after.get("questionnaire"), by) for finding in changed]
    return [event for event in raised if event]


def help_first(*, before: Document, after: Document) -> bool:
    """Whether a save made an answer say more than nothing: help is shown each time, also where staff know already."""
    return any(finding.tier for finding in _changed(before, after))


@transaction.atomic
def not_safe(*, case: Case, by: Actor) -> SafetyEvent:
    """The person said in so many words that they are not safe now: the highest tier. Pressing twice makes one event."""
    return _once(case, NOT_SAFE, rules.NOT_SAFE_TIER, by)


@transaction.atomic
def ask_for_call(*, case: Case, by: Actor) -> SafetyEvent:
    """The person wants the clinic to call: as urgent as what is open, and closed like it, with what came of it."""
    return _once(case, CALL_ME, max(case.open_tier, rules.CALL_TIER), by)


@transaction.atomic
def raise_by_staff(*, case: Case, tier: int, reason: str, by: Staff) -> SafetyEvent:
    """Somebody of the clinic heard or read that a person may not be safe: on paper, by telephone, from somebody close.

    Schedulers may, though they can't read it afterwards. Raises PermissionDenied for anybody else, NoteMissing.
    """
    if not (by.actor.sees_answers or by.actor.schedules):
        raise PermissionDenied
    if not reason.strip():
        raise NoteMissing
    return raise_event(case, BY_STAFF, tier, {"question": BY_STAFF, "value": tier, "words": reason.strip()}, by.actor)


@transaction.atomic
def close_event(*, event: SafetyEvent, outcome: str, note: str, by: Staff, plan: str = "") -> SafetyClosing:
    """Close an event with what came of it; the case's tier is that of the events still open.

    From tier 2 on it stays open until a second person has read it. Raises PermissionDenied for who may not read answers,
    NoteMissing, AlreadyClosed.
    """
    if not by.actor.sees_answers:
        raise PermissionDenied
    if not note.strip():
        raise NoteMissing
    case = Case.objects.for_update().get(pk=event.case_id)
    if SafetyClosing.objects.filter(event=event).exists():
        raise AlreadyClosed
    closing = SafetyClosing(event=event, outcome=SafetyClosing.Outcome(outcome), closed_by=by, needs_reader=rules.needs_reader(event.tier))
    closing.note = seal(case.data_key, closing.pk, "note", note.strip())
    closing.plan = seal(case.data_key, closing.pk, "plan", plan.strip()) if plan.strip() else None
    closing.save()
    work.close_task(key=task_key(event), by=by)
    if closing.needs_reader:
        due_at = settings.CLINIC_HOURS.close_of_day(clock.now(), 1)
        work.open_task(key=reading_key(event), kind=READING, case=case.public_id, tier=event.tier, due_at=due_at)
    left = lower(case)
    record(by.actor, "safety.closed", case=case.public_id, about=event.pk, outcome=closing.outcome, left=left)
    return closing


def lower(case: Case) -> int:
    """Bring the case's tier down to that of the events still open. The caller holds the case's lock."""
    left = case.safety_events.open().aggregate(tier=Max("tier"))["tier"] or 0
    Case.objects.filter(pk=case.pk).update(open_tier=left)
    return left


def task_key(event: SafetyEvent) -> str:
    return f"safety:{event.pk}"


def reading_key(event: SafetyEvent) -> str:
    return f"safety_reading:{event.pk}"


def _changed(before: Document, after: Document) -> list[Finding]:
    """What each screen says now, where it said something else before."""
    pairs = zip(findings(before), findings(after), strict=True)
    return [now for was, now in pairs if was.value != now.value]


def _hear(case: Case, finding: Finding, questionnaire: str | None, by: Actor) -> SafetyEvent | None:
    known = _known_value(case, finding.trigger)
    if known:
        record(by, "safety.answer_changed", case=case.public_id)
    if finding.tier == 0 or finding.value <= known:
        return None
    said = {"question": finding.trigger, "value": finding.value, "questionnaire": questionnaire}
    said |= {"answers": finding.answers} if finding.answers else {}
    return raise_event(case, finding.trigger, finding.tier, said, by)


def _known_value(case: Case, trigger: str) -> int:
    """The gravest of a screen's answers that stand open before staff; 0 if none."""
    return max((event.words["value"] for event in case.safety_events.unclosed().filter(trigger=trigger)), default=0)


def _once(case: Case, trigger: str, tier: int, by: Actor) -> SafetyEvent:
    Case.objects.for_update().get(pk=case.pk)
    standing = case.safety_events.unclosed().filter(trigger=trigger).first()
    return standing or raise_event(case, trigger, tier, {"question": trigger}, by)


def raise_event(case: Case, trigger: str, tier: int, said: Document, by: Actor) -> SafetyEvent:
    """Event, task with its clocks, tier on the case: all in the caller's transaction."""
    event = SafetyEvent(case=case, trigger=trigger, tier=tier, resources_version=rules.resources_version())
    event.said = seal(case.data_key, event.pk, "said", said)
    event.save()
    climb.begin(work.open_task(key=task_key(event), kind=SAFETY, case=case.public_id, tier=tier))
    locked = Case.objects.for_update().get(pk=case.pk)
    case.open_tier = max(locked.open_tier, tier)
    Case.objects.filter(pk=case.pk).update(open_tier=case.open_tier)
    record(by, "safety.raised", case=case.public_id, about=event.pk, tier=tier, trigger=trigger)
    return event
