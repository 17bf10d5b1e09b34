"""A patient's own labs, in words for their page."""

from clinic.models import LabRequest
from intake.labs.own import OwnLab
from intake.models import Case
from intake.questionnaire.labs import lab
from intake.questionnaire.words import say


def of(case: Case) -> list[OwnLab]:
    """What still stands for each lab, those not there yet first. A lab asked for again is not there yet."""
    asked = LabRequest.objects.visible_to(case.patient).filter(case=case).exclude(state=LabRequest.State.WAIVED)
    newest = {request.lab: request for request in asked.order_by("requested_at", "pk")}
    found = [OwnLab(_plain(code), request.state == LabRequest.State.RESULTED) for code, request in newest.items()]
    return sorted(found, key=lambda each: (each.there, each.name))


def _plain(code: str) -> str:
    found = lab(code)
    return say(found.plain) if found else code
