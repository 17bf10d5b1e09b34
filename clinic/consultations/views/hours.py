"""When a clinician works: seven lines of text."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.access.roles import CLINICAL, StaffRequest, staff_only
from clinic.consultations import hours as working_hours
from clinic.consultations import people
from clinic.consultations.hours import HoursForm
from intake.http import SeeOther


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(*CLINICAL)
def hours(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    clinician = get_object_or_404(people.hours_editable_by(request.actor), public_id=public_id)
    form = HoursForm(request.POST if request.method == "POST" else None, initial=working_hours.as_text(clinician))
    if form.is_valid():
        outside = working_hours.change(clinician=clinician, spans=form.spans(), by=request.user)
        messages.success(request, _("The hours are saved."))
        if outside:
            messages.warning(request, _("%(count)s booked visits lie outside these hours. They stay as they are.") % {"count": outside})
        return SeeOther(reverse("clinic:consultations") + f"?clinician={clinician.public_id}")
    shown = {"form": form, "clinician": clinician}
    return render(request, "clinic/consultations/hours.html", shown, status=422 if form.is_bound else 200)
