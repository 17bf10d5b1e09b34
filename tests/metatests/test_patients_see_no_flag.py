"""A patient reads no flag, score or severity: on no page, after whatever the clinic made of it, in no language, in no mail."""

import re

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation

from clinic.consultations import services as consultations
from clinic.review import services as review
from desk import kinds
from desk.escalation import climb
from desk.models import Message
from intake.caregivers import services as caregivers
from intake.evaluations.services import evaluate
from intake.invitations import links
from intake.models import Case, Draft
from intake.phone_code import services as phone_code
from intake.safety import services as safety
from intake.safety.second_reader import read_closing
from intake.submissions.services import submit
from tests.clinic.staff import make
from tests.clinic.visits import MONDAY, clinician, scheduler, wall
from tests.intake.people import BOXES, invited
from tests.intake.sent import document
from tests.metatests.leaks import LANGUAGES, leaks
from tests.metatests.patient_pages import Page, own, paths, walk
from tests.metatests.sources import ROOT
from tests.metatests.world import CLOSE

pytestmark = pytest.mark.django_db
WEEKS = ("weeks_total", "weeks_at_50", "weeks_at_150", "weeks_also_at_75")
CONCLUSIONS = [
    ("two medicines that did not help", {}, "met"),
    ("they helped", {"medicine/m-1/helped": "75_100", "medicine/m-2/helped": "75_100"}, "not_met"),
    ("nobody knows how long", {f"medicine/{name}/{weeks}": None for name in ("m-1", "m-2") for weeks in WEEKS}, "undetermined"),
    ("bipolar disorder", {"exclude__bipolar": "yes"}, "excluded"),
]


def opened(language: str = "en", **said: object) -> tuple[Client, Case]:
    """Somebody who has told everything and sent nothing, and the browser they did it in."""
    invitation = invited(language=language)
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    draft = Draft.objects.get(case=invitation.case)
    draft.seal_answers(document(**said))
    draft.save()
    safety.notice(case=draft.case, before={"answers": {}}, after=document(phq9__item9=3), by=draft.case.patient)
    return client, draft.case


def reviewed(case: Case) -> Case:
    """Sent, read by the rules, judged and signed."""
    submit(draft=Draft.objects.get(case=case), by=case.patient)
    evaluate(case_id=case.pk)
    case = Case.objects.select_related("data_key", "evaluation").get(pk=case.pk)
    found = {"reason": "because", "diagnosis": "confirmed", "severity": "severe", "exclusions": {}}
    review.sign(
        case=case, evaluation_id=case.evaluation_id, findings=found, name="Robin Ash", by=make(), decision="agree", plans_visit=True
    )
    case.refresh_from_db()
    return case


def told(pages: list[Page]) -> dict[str, list[str]]:
    """What a page says that it must not, by page."""
    return {page.what: words for page in pages if (words := leaks(page.source))}


@pytest.mark.parametrize(("reason", "said", "conclusion"), CONCLUSIONS)
def test_after_it_was_judged_every_page_is_silent(reason, said, conclusion):
    client, case = opened(**said)
    case = reviewed(case)
    assert case.conclusion == conclusion, reason
    # Once it is sent, the steps and entries of an address all lead to the receipt before they are looked up: the first conclusion shows it of each.
    pages = list(walk(client, case, each=reason == CONCLUSIONS[0][0]))
    assert told(pages) == {}
    assert case.submission.receipt in "".join(page.source for page in pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_form_is_silent_even_where_a_judgement_stands(language):
    """No service opens a sent form again; if one ever does, what was concluded is already in the row."""
    client, case = opened(language)
    case = reviewed(case)
    Case.objects.filter(pk=case.pk).update(submission=None, state="started")
    Draft.objects.filter(case=case).update(sent_at=None)
    pages = list(walk(client, case))
    assert told(pages) == {}
    assert {page.answer.status_code for page in pages} >= {200, 409, 422}
    assert [page.what for page in pages if page.is_page and f'lang="{language}"' not in page.source] == []
    assert "Zoloft" in "".join(page.source for page in pages), "it was the form that was walked"


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_is_kept_out_learns_nothing_either(language):
    """Another device; no session; a form's token that is gone; a host that is not ours."""
    _client, case = opened(language)
    link = reverse("intake:open", args=[links.token(case.invitations.get())])
    case = Case.objects.get(pk=case.pk)
    stranger, careful = Client(), Client(enforce_csrf_checks=True)
    for client in (stranger, careful):
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    pages = [Page("other device", stranger.post(link, BOXES)), Page("no token", careful.post(link, BOXES))]
    pages += [Page("no host", stranger.get("/", headers={"host": "evil.test"})), Page("no page", stranger.get("/no/such/page/"))]
    pages += [Page(address.name, stranger.post(path)) for address in own() for path in paths(address, case)]
    assert {page.answer.status_code for page in pages} >= {400, 403, 404}
    assert told(pages) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_about_trouble_are_silent(language):
    with translation.override(language):
        drawn = {page.name: render_to_string(page.name, {}, RequestFactory().get("/")) for page in (ROOT / "templates").glob("[45]*.html")}
    assert len(drawn) >= 6
    assert {name: words for name, text in drawn.items() if (words := leaks(text))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mail_is_silent(language):
    letters = mails(opened(language)[1])
    to_patients = [kind for kind in kinds.known() if kind != climb.KIND]  # that one goes to staff, and says nothing either
    assert sorted(letters) == to_patients, "a new kind of message: bring it about in `mails`"
    assert {kind: words for kind, text in letters.items() if (words := leaks(text))} == {}
    assert {kind: found[0] for kind, text in letters.items() if (found := HELP_LINES.search(text))} == {}


# On a locked screen a number to call in a crisis says what kind of clinic writes. As a word: a code of six digits is drawn by chance.
HELP_LINES = re.compile(r"\b(988|911)\b|crisis|suicid|emergenc", re.IGNORECASE)


def mails(case: Case) -> dict[str, str]:
    """One of each kind, written when it would leave."""
    phone_code.ask(invitation_id=case.invitations.get().pk, browser="x")
    caregivers.permit(case=case, person=CLOSE, by=None)
    letters = letters_to(case)
    case = reviewed(case)
    closing = safety.close_event(event=case.safety_events.get(), outcome="spoken_with", note="A plan stands.", by=make())
    if closing.needs_reader:
        read_closing(closing=closing, agreed=True, note="", by=make("lead"))
    visit = consultations.book(case=case, clinician=clinician(), start=wall(MONDAY, "10:00"), minutes=60, by=scheduler())
    letters |= letters_to(case)
    visit = consultations.move(consultation=visit, clinician=visit.clinician, start=wall(MONDAY, "11:00"), minutes=60, by=scheduler())
    letters |= letters_to(case)
    consultations.cancel(consultation=visit, reason="other", by=scheduler())
    return letters | letters_to(case)


def letters_to(case: Case) -> dict[str, str]:
    written = {message.kind: kinds.prepare(message) for message in Message.objects.filter(case=case.public_id)}
    return {kind: f"{letter.subject}\n{letter.body}" for kind, letter in written.items() if isinstance(letter, kinds.Envelope)}


LEAKS = [
    ("the chip", '<span class="chip">Possible TRD: history meets the count</span>', ["possible", "trd"]),
    ("the stored word, where nobody looks", '<body data-state="not_met">', ["not_met"]),
    ("a score", "<p>Your score is 17</p>", ["score"]),
    ("a score without the word", "<p>17 of 27</p>", ["17 of 27"]),
    ("a rule's name", "<!-- intake_screen -->", ["intake_screen"]),
    ("in Spanish", "<p>Posible depresión resistente</p>", ["posible", "resistente"]),
    ("a word of the safety pages", "<p>Si es posible que actúe según estos pensamientos ahora, llame al 911.</p>", []),
    ("a condition that one may have", "<label>Insulin resistance</label><p>Some of these count.</p>", []),
]


@pytest.mark.parametrize(("reason", "page", "found"), LEAKS)
def test_the_rule_sees_a_leak(reason, page, found):
    assert leaks(page) == found, reason
