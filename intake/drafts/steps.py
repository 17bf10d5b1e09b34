"""One page of the form: drawn, saved, gone on from."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from intake.answers.document import entries, was_removed
from intake.drafts import calm
from intake.drafts.autosave import is_autosave, refused, told
from intake.drafts.calm import One
from intake.drafts.forms import StepForm, WhichForm, disputed
from intake.drafts.onward import after_help, leaving, onward
from intake.drafts.pages import page_context
from intake.drafts.places import Place, is_open
from intake.drafts.reading import applies, as_begun, own_draft, place_or_404, read_draft
from intake.drafts.services import Saved, confirm_step, save_step, settle_step, switch_calm
from intake.http import FormRequest, SeeOther
from intake.models import Draft
from intake.patient import patient_only
from intake.questionnaire import Document
from intake.questionnaire.steps import consent

TEMPLATE = "intake/drafts/step.html"
STILL_RIGHT = "still_right"


@require_http_methods(["GET", "HEAD", "POST"])
@patient_only
def step(request: FormRequest, slug: str, entry: str = "", page: str = "") -> HttpResponse:
    """A page of the form. A POST keeps what was sent, then says what to do about it or goes on."""
    place = place_or_404(slug, entry, page)
    if slug == consent.STEP.slug and request.sitting:
        messages.info(request, _("How they agreed was kept when you began. Only they can sign here, with their own link."))
        return redirect("intake:home")
    if request.method != "POST":
        return _draw(request, place)
    return _settle(request, place) if "settle" in request.POST else _save(request, place)


@transaction.atomic
def _draw(request: FormRequest, place: Place) -> HttpResponse:
    draft, document = read_draft(request)
    if not applies(place, document):
        return redirect("intake:home")
    document = as_begun(place, document)
    one, instead = calm.asked_for(place, document, request.GET)
    if instead:
        return redirect(instead)
    if disputed(place.step, document, place.entry, one):
        return _which(request, place, document, draft.rev, 200, one)
    form = StepForm(place.step, document, place.entry, one=one)
    return render(request, TEMPLATE, page_context(request, place, document, one, form=form, rev=draft.rev))


def _save(request: FormRequest, place: Place) -> HttpResponse:
    draft = own_draft(request)
    document = draft.answers
    one = calm.numbered(place, as_begun(place, document), request.GET)
    fits = applies(place, document) or was_removed(document, place.step.group, place.entry)
    if place.step.group and not fits and place.entry not in entries(document, place.step.group):
        return refused() if is_autosave(request) else _refuse(request, place)
    saved = save_step(draft=draft, step=place.step, entry=place.entry, posted=request.POST, by=request.actor, one=one)
    return told(saved) if is_autosave(request) else _go_on(request, draft, place, saved, fits)


def _go_on(request: FormRequest, draft: Draft, place: Place, saved: Saved, fits: bool) -> HttpResponse:
    """`fits`: the page was one of this form's when it was sent."""
    if calm.CALM in request.POST:
        switch_calm(draft=draft, on=request.POST[calm.CALM] == "1", by=request.actor)
    if saved.merged.back:
        messages.info(
            request, _("You removed this medicine in another window. It is back, with what you just sent. You can remove it again.")
        )
    if STILL_RIGHT in request.POST and fits and not (saved.help_first or saved.merged.conflicts):
        return _confirm(request, draft, place)
    if fits or saved.help_first:
        return _answer(request, place, saved)
    return redirect("intake:home")  # kept: another window may bring the page back


def _confirm(request: FormRequest, draft: Draft, place: Place) -> HttpResponse:
    """One press for a whole page. What was typed on it was saved first; what it still misses is asked there."""
    document = confirm_step(draft=draft, step=place.step, entry=place.entry, by=request.actor)
    return SeeOther(place.url if is_open(place, document) else onward(request, place, None, document))


def _refuse(request: FormRequest, place: Place) -> HttpResponse:
    """No page of this form: an address that was made up, or one more entry than there is room for."""
    messages.info(request, _("This could not be saved: there is no room for more here. Tell us about it at your visit."))
    return redirect("intake:step", place.slug)


def _answer(request: FormRequest, place: Place, saved: Saved) -> HttpResponse:
    """Help first; then what two windows say differently; then what is wrong; then the next page."""
    next_one = onward(request, place, saved.one, saved.document)
    asked_away = leaving(request, place, saved.one)
    there = asked_away or (next_one if saved.valid else request.get_full_path())
    if saved.help_first or "help" in request.POST:  # due since an answer that the script saved
        return SeeOther(after_help(there))
    if saved.merged.conflicts:
        return _which(request, place, saved.document, saved.rev, 409, saved.one)
    if saved.lost:
        return _again(request, place, saved, next_one)
    if "later" in request.POST:
        messages.success(request, _("Your answers are saved. You can close this page and come back with the same link."))
        return SeeOther(reverse("intake:home"))
    if asked_away or saved.valid:
        return SeeOther(there)
    return _again(request, place, saved, next_one)


def _again(request: FormRequest, place: Place, saved: Saved, skip: str) -> HttpResponse:
    """The page once more, with what to do about it and what of it could not be kept."""
    more = {"form": saved.form, "rev": saved.rev, "no_room": saved.merged.no_room, "lost": saved.lost, "skip": skip}
    return render(request, TEMPLATE, page_context(request, place, saved.document, saved.one, **more), status=422)


def _settle(request: FormRequest, place: Place) -> HttpResponse:
    helped = settle_step(draft=own_draft(request), step=place.step, entry=place.entry, posted=request.POST, by=request.actor)
    return SeeOther(after_help(request.get_full_path()) if helped else request.get_full_path())


def _which(request: FormRequest, place: Place, document: Document, rev: int, status: int, one: One | None) -> HttpResponse:
    form = WhichForm(place.step, document, place.entry, one)
    context: dict[str, Any] = page_context(request, place, document, one, form=form, rev=rev)
    return render(request, "intake/drafts/which.html", context, status=status)
