"""The ledger of messages: what is due, what left, what is in doubt, what was called off and why."""

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from audit.door import record
from clinic.access.roles import SCHEDULING, VISITS, StaffRequest, staff_only
from clinic.reminders import listing
from desk import doubt
from desk.models import Message
from intake import clock
from intake.http import SeeOther

PAGE = 30


@require_safe
@staff_only(*VISITS)
@transaction.atomic
def reminders(request: StaffRequest) -> HttpResponse:
    tab = request.GET.get("show", "look")
    if tab not in listing.TABS:
        raise Http404
    visible = Message.objects.visible_to(request.actor)
    found = listing.page(visible, tab, after=_after(request), limit=PAGE + 1)
    lines = listing.lines_with_people(found[:PAGE], request.actor)
    record(request.actor, "ledger.read", rows=len(lines), show=tab)
    tabs = [(word, label, word == tab) for word, (label, _states) in listing.TABS.items()]
    shown = {"tabs": tabs, "tab": tab, "lines": lines, "now": clock.now(), "settles": request.actor.schedules}
    shown |= {"doubts": visible.need_a_look().count(), "after": request.GET.get("after")}
    shown["next"] = found[PAGE - 1].pk if len(found) > PAGE else None
    return render(request, "clinic/reminders/ledger.html", shown)


@require_POST
@staff_only(*SCHEDULING)
def settle(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """What a person found out about a message in doubt, or did instead."""
    message = get_object_or_404(Message.objects.visible_to(request.actor), pk=pk)
    how = request.POST.get("how", "")
    if how not in listing.HOW:
        raise Http404
    try:
        doubt.settle(message=message, how=how, by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("Noted."))
    except doubt.Settled:
        messages.warning(request, _("Somebody has settled this message already."))
    return SeeOther(reverse("clinic:reminders"))


def _after(request: StaffRequest) -> Message | None:
    """The message that a page begins behind."""
    wanted = request.GET.get("after")
    if wanted is None:
        return None
    try:
        return get_object_or_404(Message.objects.visible_to(request.actor), pk=uuid.UUID(wanted))
    except ValueError:
        raise Http404 from None
