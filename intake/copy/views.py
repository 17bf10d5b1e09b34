"""A copy for the person to keep: what they wrote, before it is sent. Afterwards there is none."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from audit.door import record
from intake import clock
from intake.answers import tree
from intake.copy.paper import NotDrawn, paper
from intake.drafts.reading import read_draft
from intake.http import FormRequest
from intake.patient import patient_only

FILE = "my-copy.pdf"  # says nothing of what stands in it, whoever sees the list of downloads


@require_safe
@patient_only
def copy(request: FormRequest) -> HttpResponse:
    """The answers as a PDF. Where none can be drawn the person is told: the page they came from can be printed."""
    try:
        drawn = paper(render_to_string("intake/copy/copy.html", _written(request), request))
    except NotDrawn:
        messages.info(request, _("We can't make the file right now. You can print this page instead."))
        return redirect("intake:check")
    return HttpResponse(drawn, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{FILE}"'})


@transaction.atomic
def _written(request: FormRequest) -> dict[str, Any]:
    """The tree that the check page shows. That a copy was taken is on record; it is drawn outside the transaction."""
    draft, document = read_draft(request)
    record(request.actor, "draft.copied", case=draft.case.public_id, about=draft.pk)
    sections = tree(document)
    left_out = [section.title for section in sections if section.step.part == 2 and section.state == "empty"]
    return {"sections": sections, "left_out": left_out, "copy": True, "now": clock.now()}
