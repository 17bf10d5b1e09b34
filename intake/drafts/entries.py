"""Entries of a group: one more, and one taken out again."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from intake.answers.asked import entry_name
from intake.answers.document import entries, is_entry, new_entry
from intake.answers.given import Posted
from intake.answers.picks import unticked
from intake.answers.seen import Seen
from intake.drafts.places import Place
from intake.drafts.reading import own_draft, place_or_404, read_draft
from intake.drafts.services import ChangedMeanwhile, remove_entry
from intake.http import FormRequest, SeeOther
from intake.patient import patient_only
from intake.questionnaire import GROUP_OF, PAGES, Document
from intake.questionnaire.steps.medicines import MOST_ENTRIES, SLUG


@require_safe
@patient_only
def add(request: FormRequest, slug: str) -> HttpResponse:
    """To the first page of an entry with an id of its own. Nothing is written before that page is sent."""
    place_or_404(slug)
    group = GROUP_OF.get(slug)
    if group is None or len(entries(own_draft(request).answers, group)) >= MOST_ENTRIES:
        messages.info(request, _("That is as many as we can list here. Tell us about the others at your visit."))
        return redirect("intake:step", slug)
    return redirect(Place(PAGES[group][0], new_entry(group)).url)


@require_http_methods(["GET", "HEAD", "POST"])
@patient_only
def remove(request: FormRequest, slug: str, entry: str) -> HttpResponse:
    """Ask before an entry and its answers are taken out."""
    place_or_404(slug)
    back, group = _then(request, slug), GROUP_OF.get(slug, "")
    if request.method != "POST":
        return _ask(request, group, entry, back)
    try:
        remove_entry(draft=own_draft(request), group=group, entry=entry, seen=Seen.of(request.POST).rev, by=request.actor)
    except ChangedMeanwhile:
        return _ask(request, group, entry, back, changed=True)
    return SeeOther(back)


def taking_out(place: Place, document: Document, posted: Posted) -> str:
    """Where each medicine that was unticked is asked about, one after the other; empty where none was."""
    gone = unticked(document, posted, Seen.of(posted)) if place.slug == SLUG and not place.step.group else []
    return _address(place.slug, gone) if gone else ""


def _then(request: FormRequest, slug: str) -> str:
    """The next one to ask about, or the list."""
    rest = [entry for entry in request.GET.get("then", "").split(".") if is_entry(entry)]
    return _address(slug, rest) if rest else reverse("intake:step", args=[slug])


def _address(slug: str, gone: list[str]) -> str:
    address = reverse("intake:remove", args=[slug, gone[0]])
    return f"{address}?then={'.'.join(gone[1:])}" if gone[1:] else address


@transaction.atomic
def _ask(request: FormRequest, group: str, entry: str, back: str, changed: bool = False) -> HttpResponse:
    draft, document = read_draft(request)
    if entry not in entries(document, group):
        return redirect(back)
    context = {"name": entry_name(document, entry), "back": back, "rev": draft.rev, "changed": changed}
    return render(request, "intake/drafts/remove.html", context, status=409 if changed else 200)
