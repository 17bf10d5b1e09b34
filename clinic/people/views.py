"""Staff accounts, for leads and administrators."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clinic.access.roles import MANAGING, StaffRequest, staff_only
from clinic.people import services
from clinic.people.forms import NewPerson
from desk.models import Staff


@staff_only(*MANAGING)
def people(request: StaffRequest) -> HttpResponse:
    staff = Staff.objects.visible_to(request.actor).with_second_factor().by_name()
    return render(request, "clinic/people/people.html", {"people": staff})


@staff_only(*MANAGING)
def add(request: StaffRequest) -> HttpResponse:
    form = NewPerson(request.POST if request.method == "POST" else None)
    if form.is_valid():
        staff, password = services.add(**form.cleaned_data, by=request.actor)
        return render(request, "clinic/people/password.html", {"person": staff, "password": password})
    return render(request, "clinic/people/add.html", {"form": form}, status=422 if form.is_bound else 200)


@staff_only(*MANAGING)
def person(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    staff = Staff.objects.visible_to(request.actor).with_second_factor()
    found = get_object_or_404(staff, public_id=public_id)
    return render(request, "clinic/people/person.html", {"person": found, "oneself": found == request.user})


@require_POST
@staff_only(*MANAGING)
def disable(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    return _done(request, public_id, services.disable)


@require_POST
@staff_only(*MANAGING)
def enable(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    return _done(request, public_id, services.enable)


@require_POST
@staff_only(*MANAGING)
def reset(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    return _done(request, public_id, services.reset_sign_in)


def _done(request: StaffRequest, public_id: uuid.UUID, verb: services.Verb) -> HttpResponse:
    """Do it; back to the person, or on to the one page that shows their one-time password."""
    found = get_object_or_404(Staff.objects.visible_to(request.actor), public_id=public_id)
    try:
        password = verb(staff=found, by=request.actor)
    except services.Refused:
        return render(request, "clinic/people/person.html", {"person": found, "oneself": True}, status=409)
    if password:
        return render(request, "clinic/people/password.html", {"person": found, "password": password})
    return redirect("clinic:person", public_id)
