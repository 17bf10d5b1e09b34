"""Lines of the ledger: to whom, about what, what became of it and why. Never the words."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from audit.actor import Actor
from clinic.person import Person, listed
from clinic.reminders import plan
from desk import doubt
from desk.models import Message
from desk.models.message import MessageQuerySet
from intake.models import Case

Words = str | Promise
State = Message.State
KINDS: dict[str, Words] = {
    plan.BOOKED: _("Visit booked"),
    plan.REMINDER: _("Reminder"),
    plan.MOVED: _("Visit moved"),
    plan.CANCELLED: _("Visit cancelled"),
    "invitation": _("Invitation"),
    "caregiver_link": _("Link for somebody close"),
    "phone_code": _("Code to the phone"),
    "safety_page": _("Page to staff"),
}
STATES: dict[str, Words] = {
    State.PLANNED: _("Planned"),
    State.CLAIMED: _("Being sent"),
    State.HANDED_OVER: _("Being sent"),
    State.SENT: _("Sent"),
    State.FAILED: _("Not sent"),
    State.IN_DOUBT: _("In doubt"),
    State.CANCELLED: _("Called off"),
    State.STALE: _("Too late"),
}
REASONS: dict[str, Words] = {
    "moved": _("the visit was moved"),
    "cancelled": _("the visit was cancelled"),
    "attended": _("the visit has taken place"),
    "missed": _("the visit was missed"),
    "gone": _("there is no such visit any more"),
    "taken_on": _("somebody had taken it on"),
    "no_address": _("no mail address on file"),
    "no_number": _("no number on file that can be dialled"),
    "bad_address": _("the address or number is not one"),
    "refused": _("the server refused it for good"),
    "no_answer": _("the server did not take it; tried again"),
    "answer_lost": _("the server's answer was lost"),
    "worker_lost": _("the program stopped while sending"),
    "not_prepared": _("the program could not write it"),
    "too_late": _("its time had passed"),
    "arrived": _("staff: it arrived"),
    "again": _("staff: sent again"),
    "told": _("staff: told another way"),
    "erased": _("the person was erased"),
    "replaced": _("they asked for a new one"),
    "revoked": _("the link was taken back"),
    "not_usable": _("the link can't be used any more"),
    "already_sent": _("the form was sent already"),
}
HOW: dict[str, Words] = {"arrived": _("It arrived"), "again": _("Send it again"), "told": _("I told them another way")}
# The lists a person chooses from: a word in the address, what it is called, which states.
TABS: dict[str, tuple[Words, tuple[str, ...]]] = {
    "look": (_("Needs a look"), (State.IN_DOUBT, State.FAILED)),
    "waiting": (_("Waiting"), (State.PLANNED, State.CLAIMED, State.HANDED_OVER)),
    "sent": (_("Sent"), (State.SENT,)),
    "off": (_("Called off"), (State.CANCELLED, State.STALE)),
}


@dataclass(frozen=True)
class Line:
    message: Message
    kind: Words
    state: Words
    reason: Words
    case: Case | None = None
    person: Person | None = None

    @property
    def visit(self) -> str:
        """Where the visit it speaks of is looked at, if it speaks of one."""
        return reverse("clinic:consultation", args=[self.message.subject]) if self.message.kind in plan.KINDS else ""

    @property
    def ways(self) -> list[tuple[str, Words]]:
        """What a person may say of it."""
        return [(how, HOW[how]) for how in doubt.WAYS.get(self.message.state, ())]


def lines(messages: Iterable[Message]) -> list[Line]:
    """Without the people: for a page that is about one person already."""
    return [_line(message, None) for message in messages]


def lines_with_people(messages: Iterable[Message], actor: Actor) -> list[Line]:
    """One question more for the people, however many lines."""
    found = list(messages)
    cases = Case.objects.visible_to(actor).select_related("data_key").in_bulk({m.case for m in found}, field_name="public_id")
    return [_line(message, cases.get(message.case)) for message in found]


def page(visible: MessageQuerySet, tab: str, *, after: Message | None, limit: int) -> list[Message]:
    """What waits: soonest first. Everything else: newest first. Without OFFSET."""
    rows, soonest = visible.filter(state__in=TABS[tab][1]), tab == "waiting"
    if after is not None:
        rows = rows.filter(_behind(after.due_at, after, "gt" if soonest else "lt"))
    return list(rows.order_by(*(("due_at", "pk") if soonest else ("-due_at", "-pk")))[:limit])


def _behind(due_at: datetime.datetime, message: Message, way: str) -> Q:
    """`(due_at, id)` beyond that of the last line shown, said so that an index on `due_at` serves it."""
    return Q(**{f"due_at__{way}e": due_at}) & (Q(**{f"due_at__{way}": due_at}) | Q(**{f"pk__{way}": message.pk}))


def _line(message: Message, case: Case | None) -> Line:
    reason = REASONS.get(message.reason, message.reason)
    return Line(message, KINDS.get(message.kind, message.kind), STATES[message.state], reason, case, listed(case) if case else None)
