"""Who is on call, where their pages go, and whether pages arrive: the staff's side of the escalation."""

import datetime
import uuid
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.actor import Actor
from clinic.reminders.listing import STATES
from clinic.wording import Words
from desk import work
from desk.escalation import drill, roster
from desk.models import OnCall, Page, Staff, Task
from desk.models.escalation import Whom
from desk.models.message import Message
from desk.models.task import DRILL
from intake.safety.resources import load


@dataclass(frozen=True)
class Place:
    """A rung and who stands there; `reached_at` is empty where a page would go to the clinic's own address."""

    whom: Whom
    person: OnCall | None

    @property
    def reached_at(self) -> str:
        return self.person.reached_at if self.person else ""


def places(actor: Actor) -> list[Place]:
    standing = {each.whom: each for each in OnCall.objects.visible_to(actor).select_related("staff")}
    return [Place(whom, standing.get(whom)) for whom in Whom]


def problems(actor: Actor, now: datetime.datetime) -> list[Words]:
    """What keeps a page from reaching somebody, in words for a lead."""
    found = places(actor)
    nobody = _("Nobody is on call: pages go to the clinic's own address.")
    missed = _("The last daily test page was not confirmed: nobody knows whether pages arrive.")
    review = _("The crisis numbers that patients see were to be looked at again by now.")
    old = load(settings.CRISIS_FILE).review_again_by < now.date()
    return [words for words, wrong in ((nobody, not found[0].reached_at), (missed, drill.missed(now)), (review, old)) if wrong]


@dataclass(frozen=True)
class Sent:
    """A page of one task and what became of its mail, in the ledger's words; empty where there was no address."""

    page: Page
    state: str

    @property
    def words(self) -> Words:
        return STATES[self.state]


def sent(task: Task | None, actor: Actor) -> list[Sent]:
    """Every page of a task, the newest last."""
    pages = list(Page.objects.visible_to(actor).select_related("staff").filter(task=task).order_by("number", "paged_at")) if task else []
    states = Message.objects.in_bulk([page.message for page in pages if page.message])
    return [Sent(page, states[page.message].state if page.message in states else "") for page in pages]


class OnCallForm(forms.Form):
    """For each rung: who, and where pages go if not to their sign-in address."""

    def __init__(self, data: Any, *, actor: Actor) -> None:
        super().__init__(data)
        people = Staff.objects.visible_to(actor).clinicians().by_name()
        standing = {each.whom: each for each in OnCall.objects.visible_to(actor)}
        for whom in Whom:
            now = standing.get(whom)
            self.fields[f"{whom}_staff"] = forms.ModelChoiceField(
                people,
                label=_("Who"),
                required=False,
                empty_label=_("Nobody"),
                initial=now.staff_id if now else None,
                error_messages={"invalid_choice": _("Choose a clinician or lead who works here.")},
            )
            self.fields[f"{whom}_staff"].label_from_instance = lambda staff: staff.name  # type: ignore[attr-defined]
            self.fields[f"{whom}_address"] = forms.EmailField(
                label=_("Where pages go"),
                required=False,
                initial=now.address if now else "",
                help_text=_("A mail address; empty: where they sign in with. Many telephones turn a mail into a message."),
                error_messages={"invalid": _("Enter an email address, like robin@clinic.org.")},
            )
        self.helper = FormHelper()
        self.helper.hide_optional = True
        rungs = [Fieldset(whom.label, f"{whom}_staff", f"{whom}_address") for whom in Whom]
        self.helper.layout = Layout(*rungs, Submit("save", _("Save")))

    @transaction.atomic
    def save(self, by: Staff) -> None:
        for whom in Whom:
            staff, address = self.cleaned_data[f"{whom}_staff"], self.cleaned_data[f"{whom}_address"]
            roster.put(whom=whom, staff=staff, address=address, by=by, actor=by.actor)


@transaction.atomic
def arrived(pk: uuid.UUID, *, actor: Actor, by: Staff) -> bool:
    """Somebody says that a daily test arrived; False where there is no such test."""
    task = Task.objects.visible_to(actor).filter(pk=pk, kind=DRILL).first()
    if task:
        work.acknowledge(task=task, by=by)
        work.close_task(key=task.key, by=by)
    return task is not None
