"""Pages of the demo alone: what was mailed, who can sign in, an invitation to try. The addresses exist only where DEMO is true."""

import datetime

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.demo import outbox as folder
from clinic.demo import staff
from intake.invitations import links
from intake.invitations.services import invite

VISITOR = "Sample Visitor"
BORN = datetime.date(1985, 4, 12)
PHONE = "+12025550142"  # for a code that lets a second device in: it lies in the outbox


@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/outbox.html", {"mails": folder.mails()})


@require_safe
def sign_in(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/sign_in.html", {"logins": staff.logins(), "seconds_left": staff.seconds_left()})


@transaction.atomic
def invitation(request: HttpRequest) -> HttpResponse:
    """Looking changes nothing; the button makes an invitation for an invented person."""
    link = ""
    if request.method == "POST":
        link = links.url(invite(name=VISITOR, date_of_birth=BORN, email="visitor@patients.example", phone=PHONE, by=staff.DEMO))
    return render(request, "demo/invitation.html", {"link": link, "born": BORN})
