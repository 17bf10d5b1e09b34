"""Asked by phone instead: what that means, and the button."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from intake.by_phone.services import ask_by_phone, wanted
from intake.http import FormRequest, SeeOther, next_in_form
from intake.patient import patient_only


@require_http_methods(["GET", "HEAD", "POST"])
@patient_only
def by_phone(request: FormRequest) -> HttpResponse:
    """Ask for the call; or read that it was asked for, and go on with the form meanwhile."""
    case = request.case
    if request.sitting:
        return redirect("intake:home")  # staff who fill it in are the call
    if request.method == "POST":
        ask_by_phone(case=case, by=request.actor)
        return SeeOther(request.get_full_path())
    return render(request, "intake/by_phone/by_phone.html", {"wanted": wanted(case), "next": next_in_form(request)})
