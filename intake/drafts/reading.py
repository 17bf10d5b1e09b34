"""The draft a person may go on with, and the page they asked for. Reading it is on record."""

from django.http import Http404

from audit.door import record
from intake.answers.document import entries, with_entry
from intake.drafts.places import Place, find
from intake.drafts.services import AlreadySent, OtherDevice
from intake.http import FormRequest
from intake.models import Draft
from intake.questionnaire import PAGES, Document, visible
from intake.questionnaire.steps.medicines import MOST_ENTRIES


def own_draft(request: FormRequest) -> Draft:
    """The person's own draft, unsent. 404 where there is none; raises AlreadySent where it was sent meanwhile, OtherDevice."""
    drafts = Draft.objects.visible_to(request.actor).filter(case=request.case)
    draft = next(iter(drafts), None)  # a case has one at most; `first` would sort
    browser = "" if request.sitting else request.device
    if draft and draft.device and not request.sitting and draft.device != browser:
        raise OtherDevice
    if draft:
        draft.browser = browser
        draft.case = request.case  # with its key: the session has just loaded both
        return draft
    if Draft.objects.filter(case=request.case, sent_at__isnull=False).exists():
        raise AlreadySent
    raise Http404


def read_draft(request: FormRequest) -> tuple[Draft, Document]:
    """The draft with its answers, the reading recorded."""
    draft = own_draft(request)
    record(request.actor, "draft.read", case=draft.case.public_id, about=draft.pk)
    return draft, draft.answers


def place_or_404(slug: str, entry: str = "", page: str = "") -> Place:
    place = find(slug, entry, page)
    if place is None:
        raise Http404
    return place


def applies(place: Place, document: Document) -> bool:
    """Whether the page is one of this form's. The first page of an entry not yet begun is."""
    begun = with_entry(document, place.step.group, place.entry) if _begins(place, document) else document
    return visible(place.step, begun, place.entry)


def _begins(place: Place, document: Document) -> bool:
    group = place.step.group
    return bool(group) and place.step == PAGES[group][0] and len(entries(document, group)) < MOST_ENTRIES


def as_begun(place: Place, document: Document) -> Document:
    """The document the page is drawn from: an entry not yet begun stands in it."""
    return with_entry(document, place.step.group, place.entry) if place.step.group else document
