"""Who opened and changed what. Looking is itself written down."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render

from audit.door import record
from clinic.access.roles import CLINICAL, MANAGING, StaffRequest, staff_only
from clinic.audit import reading
from clinic.audit.forms import Search


@staff_only(*{*CLINICAL, *MANAGING})
@transaction.atomic
def entries(request: StaffRequest) -> HttpResponse:
    form = Search(request.GET, by=request.actor)
    if not form.is_valid():
        return render(request, "clinic/audit/entries.html", {"form": form}, status=422)
    lines, before = reading.page(form.wanted, staff=request.user)
    record(request.actor, "audit.read", case=form.wanted.case or "", count=len(lines))
    query = request.GET.copy()
    query["before"] = str(before)
    context = {"form": form, "lines": lines, "older": query.urlencode() if before else "", "sealed_at": reading.sealed_at()}
    return render(request, "clinic/audit/entries.html", context)
