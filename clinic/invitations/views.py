"""Inviting people, and helping those who can't get in."""

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic.access.roles import CLINICAL, VISITS, StaffRequest, staff_only
from clinic.invitations import listing
from clinic.invitations.forms import InviteForm
from desk.context import spoken
from intake.http import SeeOther
from intake.invitations import services
from intake.invitations.again import NothingSent, invite_again
from intake.models import Case, Invitation


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(*VISITS)
def invitations(request: StaffRequest) -> HttpResponse:
    """The form, and below it who was invited and has not sent anything yet."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = services.invite(**form.cleaned_data, by=request.actor)
        except services.UnderAge as refusal:
            services.call_family(by=request.actor, once=form.cleaned_data["once"])
            form.add_error("date_of_birth", str(refusal))
        except services.SentBefore as refusal:
            form.ask_again(str(refusal))
        else:
            return SeeOther(reverse("clinic:invitation_link", args=[made.pk]))
    page = listing.page(actor=request.actor, after=request.GET.get("after"))
    status, shown = 422 if form.is_bound else 200, {"form": form, "page": page, "fills_in": request.actor.sees_answers}
    return render(request, "clinic/invitations/list.html", shown, status=status)


@require_safe
@staff_only(*VISITS)
@transaction.atomic
def link(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The link itself, to be passed on by hand. Each look is on record."""
    invitation = _found(request, pk)
    shown = services.show_link(invitation=invitation, by=request.user)
    person = invitation.case.person
    facts = {"link": shown, "name": person["name"], "phone": spoken(person["phone"]), "mailed": bool(person["email"])}
    return render(request, "clinic/invitations/link.html", facts | {"invitation": invitation})


@require_POST
@staff_only(*VISITS)
def revoke(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    services.revoke(invitation=_found(request, pk), by=request.user)
    return SeeOther(reverse("clinic:invitations"))


@require_POST
@staff_only(*VISITS)
def renew(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """A new link for the same person and the same answers."""
    fresh = services.renew(invitation=_found(request, pk), by=request.user)
    return SeeOther(reverse("clinic:invitation_link", args=[fresh.pk]))


@require_POST
@staff_only(*CLINICAL)
def again(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    """A form to follow the one that was sent; pressed twice it is one."""
    case = get_object_or_404(Case.objects.with_answers_for(request.actor), public_id=public_id)
    try:
        made = invite_again(case=case, by=request.actor)
    except (NothingSent, services.UnderAge):
        messages.info(request, _("There is no form to follow, or this person is under 18: take the history with them."))
        return SeeOther(reverse("clinic:record", args=[public_id]))
    return SeeOther(reverse("clinic:invitation_link", args=[made.pk]))


@require_POST
@staff_only(*VISITS)
def release(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    services.release_device(invitation=_found(request, pk), by=request.user)
    return SeeOther(reverse("clinic:invitations"))


def _found(request: StaffRequest, pk: uuid.UUID) -> Invitation:
    """One that is still of use: not taken back, not sent, the person not erased."""
    return get_object_or_404(Invitation.objects.visible_to(request.actor).unsent(), pk=pk)
