"""What was sent after the session had ended: look at it, send it now, or throw it away."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from clinic.access.roles import EVERYBODY, StaffRequest, staff_only
from clinic.kept import services
from intake.http import SeeOther


@staff_only(*EVERYBODY)
def kept(request: StaffRequest) -> HttpResponse:
    found = services.find(request.user)
    if found is None:
        return HttpResponseRedirect(services.HOME)
    if request.method == "POST":
        services.forget(request.user)
        return SeeOther(found.page)
    return render(request, "clinic/kept/kept.html", {"kept": found})
