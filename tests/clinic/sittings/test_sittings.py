"""Staff fill in the form for somebody: the same pages and rules, each answer under who entered it, no signature forged."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audit.models import Entry
from desk.models import Task
from intake.answers import required
from intake.by_phone.services import BY_PHONE
from intake.invitations import links
from intake.models import Case, Draft, SafetyEvent, Sitting, Submission
from intake.questionnaire.agreement import CURRENT
from intake.questionnaire.steps import asq
from intake.sittings.services import ConsentMissing, SentMeanwhile, begin
from intake.submissions.services import submit
from tests.clinic.factories import drafted, opened, sent
from tests.clinic.form import form, medicine
from tests.clinic.staff import make, signed_in
from tests.intake.filling import CONSENT, EPISODE
from tests.intake.people import BOXES, invited

pytestmark = pytest.mark.django_db
HOME = "/clinic/sittings/"
PHONE = {"how": "phone", "consent": "read_aloud"}
PAPER = {"how": "paper", "paper_on_month": "3", "paper_on_day": "2", "paper_on_year": "2026", "consent": "on_paper"}
PERSON = {"name": "Ada Example", "email": "", "phone": "(555) 555-0123", "language": "es"}
EPISODE_PAGE = "/intake/this-episode/"


def sit(case: Case, client: Client | None = None, **said: str) -> Client:
    """A clinician's browser at the form of this person."""
    client = client or signed_in("clinician")
    answer = client.post(f"{HOME}{case.public_id}/", PHONE | said)
    assert (answer.status_code, answer.headers.get("Location")) == (303, "/intake/")
    return client


def answers(case: Case) -> dict:
    return Draft.objects.select_related("case__data_key").get(case=case).answers["answers"]


def source(case: Case, name: str) -> str:
    return answers(case)[name].get("sitting", "")


def patient(invitation) -> Client:
    """The person's own browser, let in by staff where answers stand already."""
    client = Client()
    invitation.release_until = timezone.now() + datetime.timedelta(hours=1)
    invitation.save()
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    return client


def test_staff_may_go_one_question_at_a_time_and_are_offered_no_call():
    case = opened()
    client = sit(case)
    client.post("/intake/calm/", {"calm": "1"})
    page = client.get(f"{EPISODE_PAGE}?one=2").content.decode()
    assert "question 2 of 3 here" in page
    assert "by phone instead" not in page
    client.post(f"{EPISODE_PAGE}?one=2", {"rev": "9", "only": "episode_before", "episode_before": "no"})
    assert source(case, "episode.before")
    client.post("/intake/by-phone/")
    assert not Task.objects.filter(kind=BY_PHONE).exists()


def test_each_answer_is_kept_under_the_sitting_it_was_given_in():
    case = opened()
    client = sit(case)
    assert client.post(EPISODE_PAGE, EPISODE | {"rev": "9"}).status_code == 303
    [sitting] = Sitting.objects.all()
    assert (sitting.began_by, sitting.how, sitting.case) == (client.staff, "phone", case)
    assert {source(case, name) for name in ("episode.start", "episode.before")} == {str(sitting.pk)}
    saved = Entry.objects.filter(action="draft.saved").latest("pk")
    assert (saved.actor_kind, saved.actor_id, saved.detail["sitting"]) == ("staff", client.staff.actor.id, str(sitting.pk))
    assert Entry.objects.filter(action="draft.read", actor_id=client.staff.actor.id).count() == 0
    assert client.get(EPISODE_PAGE).status_code == 200
    assert Entry.objects.filter(action="draft.read", actor_id=client.staff.actor.id, case=case.public_id).count() == 1


def test_the_page_says_whose_form_it_is_and_the_title_does_not():
    client = sit(opened(name="Canary Underhill"))
    page = client.get(EPISODE_PAGE).content.decode()
    assert "Canary Underhill" in page
    assert "Canary" not in page.partition("</title>")[0]


def test_the_person_sees_it_with_their_link_and_what_they_change_is_their_own():
    invitation = invited()
    case = invitation.case
    sit(case).post(EPISODE_PAGE, EPISODE | {"rev": "9"})
    own = patient(invitation)
    assert 'value="2024"' in own.get(EPISODE_PAGE).content.decode()
    own.post(EPISODE_PAGE, EPISODE | {"episode_before": "yes", "rev": "9"})
    assert answers(case)["episode.before"]["value"] == "yes"
    assert source(case, "episode.before") == ""
    assert source(case, "episode.start"), "saying the same again leaves its source"


def test_without_a_release_the_persons_device_stays_shut():
    invitation = invited()
    sit(invitation.case)
    answer = Client().post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    assert answer.status_code == 403


CONSENTS = [("read aloud, in Spanish", PHONE, "es", 1), ("signed on paper", PAPER, "en", 0)]


@pytest.mark.parametrize(("reason", "said", "language", "words"), CONSENTS, ids=[row[0] for row in CONSENTS])
def test_how_they_agreed_is_kept_and_no_signature(reason, said, language, words):
    case = opened(language=language)
    client = sit(case, **said)
    assert answers(case)["consent.agree"]["value"] == CURRENT[words].value
    assert answers(case)["consent.signature"] | {"rev": 0} == {
        "state": "witnessed", "value": said["consent"], "sitting": str(Sitting.objects.get().pk), "rev": 0,
    }  # fmt: skip
    assert "consent" not in [each.step for each in missing(case)]
    assert client.post("/intake/consent/", CONSENT | {"rev": "9"}).status_code == 302, "nobody signs for somebody else"
    assert answers(case)["consent.signature"]["state"] == "witnessed"


def missing(case: Case):
    return required.missing(Draft.objects.select_related("case__data_key").get(case=case).answers)


WRONG = [
    ("nothing said", {}, "Choose how you get the answers."),
    ("they did not agree", {"how": "phone"}, "If they did not, do not fill in this form."),
    ("paper without a date", PAPER | {"paper_on_year": "", "paper_on_day": "", "paper_on_month": ""}, "Enter the date on the paper"),
    ("paper of a day to come", PAPER | {"paper_on_year": "2999"}, "past"),
    ("paper of no day", PAPER | {"paper_on_day": "x"}, "as numbers"),
]


@pytest.mark.parametrize(("reason", "said", "told"), WRONG, ids=[row[0] for row in WRONG])
def test_what_is_wrong_opens_nothing(reason, said, told):
    case, client = opened(), signed_in("clinician")
    answer = client.post(f"{HOME}{case.public_id}/", said)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Sitting.objects.exists()
    assert client.get(EPISODE_PAGE).status_code == 403


def test_who_agreed_before_is_not_asked_again_and_their_signature_stands():
    case = drafted(form(medicine())).case
    client = signed_in("clinician")
    assert "How did they agree?" not in client.get(f"{HOME}{case.public_id}/").content.decode()
    assert client.post(f"{HOME}{case.public_id}/", {"how": "phone"}).status_code == 303
    assert answers(case)["consent.signature"]["value"] == "Canary Quillfeather"


def test_nobody_begins_without_consent_through_the_service_either():
    with pytest.raises(ConsentMissing):
        begin(case=opened(), how="phone", by=make())
    assert not Sitting.objects.exists()


def test_a_form_that_was_sent_is_not_filled_in():
    case = sent()
    assert signed_in("clinician").get(f"{HOME}{case.public_id}/").status_code == 404
    with pytest.raises(SentMeanwhile):
        begin(case=case, how="phone", consent="read_aloud", by=make())


ITEM9 = {"phq9_item9": "1", "rev": "9"}


def test_a_safety_answer_opens_the_event_and_tells_staff_what_to_do():
    case = opened()
    client = sit(case, **PAPER)
    page = client.get("/intake/phq9/").content.decode()
    assert "This answer opens a safety event" in page, "also before any network"
    answer = client.post("/intake/phq9/", ITEM9, follow=True)
    assert answer.request["PATH_INFO"] == f"{HOME}{case.public_id}/help/"
    [event] = SafetyEvent.objects.filter(case=case)
    page = answer.content.decode()
    assert f"/clinic/safety/{event.pk}/" in page
    assert "call 911 for where they are" in page
    assert f"/intake/{asq.FIRST.slug}/" in page, "the second stage comes next"
    assert Entry.objects.get(action="safety.raised").actor_id == client.staff.actor.id


def test_the_next_page_stays_in_the_form():
    case = opened()
    client = signed_in("clinician")
    for planted in ("https://evil.test/", "/clinic/people/", "/intake/../clinic/"):
        assert planted not in client.get(f"{HOME}{case.public_id}/help/", {"next": planted}).content.decode().partition("<main")[2]


def test_what_is_sent_says_who_entered_it():
    case = drafted(form(medicine())).case
    client = signed_in("clinician")
    client.post(f"{HOME}{case.public_id}/", {"how": "phone"})
    answer = client.post("/intake/send/", follow=True)
    submission = Submission.objects.select_related("case__data_key").get(case=case)
    assert submission.receipt in answer.content.decode()
    assert submission.answers["sitting"] == str(Sitting.objects.get().pk)
    made = Entry.objects.get(action="submission.made")
    assert (made.actor_kind, made.actor_id) == ("staff", client.staff.actor.id)


def test_what_a_patient_sends_names_no_sitting():
    draft = drafted(form(medicine()))
    submission = submit(draft=draft, by=draft.case.patient)
    assert "sitting" not in submission.answers
    assert "witnessed" not in submission.answers["consent"]


def test_the_words_agreed_to_are_sent_with_how_and_before_whom():
    case = opened()
    sit(case)
    draft = Draft.objects.select_related("case__data_key").get(case=case)
    document = form(medicine())
    document["answers"] |= {name: draft.answers["answers"][name] for name in ("consent.agree", "consent.signature")}
    draft.seal_answers(document)
    draft.save()
    kept = submit(draft=draft, by=case.patient).answers["consent"]
    assert (kept["signature"], kept["witnessed"], kept["sitting"]) == ("", "read_aloud", str(Sitting.objects.get().pk))
    assert kept["text"] == CURRENT[0].text


YOUNG = PERSON | {"date_of_birth_month": "3", "date_of_birth_day": "27", "date_of_birth_year": "2012"}


def test_somebody_under_18_is_entered_by_staff_with_who_agreed_for_them():
    client = signed_in("lead")
    to = client.post(HOME, YOUNG)["Location"]
    case = Case.objects.get()
    assert to == f"{HOME}{case.public_id}/"
    assert not case.invitations.exists(), "nobody under 18 is sent a link"
    assert client.post(to, PHONE).status_code == 422, "somebody agrees for them"
    assert client.post(to, PHONE | {"agreed_for": "Bea Example, mother"}).status_code == 303
    sitting = Sitting.objects.select_related("case__data_key").get()
    assert sitting.guardian == "Bea Example, mother"
    assert b"Bea" not in bytes(sitting.agreed_for)
    assert "Ada Example" in client.get(HOME).content.decode(), "found again"


def test_the_same_person_entered_twice_is_one_case():
    client = signed_in("clinician")
    first, again = (client.post(HOME, YOUNG)["Location"] for _ in range(2))
    other = client.post(HOME, YOUNG | {"date_of_birth_year": "2013"})["Location"]
    assert first == again != other
    assert Case.objects.count() == 2
    client.post(first, PHONE | {"agreed_for": "Bea Example, mother"})
    listed = client.get(HOME).content.decode()
    assert listed.index(first) < listed.index(other), "the last begun first, below it who was only entered"


def test_only_who_may_read_answers_sits_with_somebody():
    case = opened()
    for role in ("scheduler", "administrator"):
        client = signed_in(role)
        assert client.post(f"{HOME}{case.public_id}/", PHONE).status_code == 403
        assert client.get(EPISODE_PAGE).status_code == 403
    assert not Sitting.objects.exists()
    scheduler = signed_in("scheduler").get("/clinic/invitations/").content.decode()
    assert HOME not in scheduler


def test_what_is_a_patients_alone_stays_so():
    client = sit(opened())
    found = {path: client.get(path).status_code for path in ("/intake/visit/", "/pause/noted/", "/pause/asked/")}
    found |= {path: client.post(path).status_code for path in ("/intake/visit/move/", "/help-now/not-safe/", "/help-now/call-me/")}
    assert set(found.values()) == {403}, found


def test_the_record_says_beside_each_answer_who_entered_it_and_how():
    case = drafted(form(medicine())).case
    client = signed_in(make("clinician", name="Robin Underhill"))
    client.post(f"{HOME}{case.public_id}/", {**PAPER, "consent": ""})
    client.post("/intake/must-exclude/", {"exclude_dementia": "not_sure", "rev": "9", "only": "exclude_dementia"})
    client.post("/intake/send/")
    page = client.get(f"/clinic/review/{case.public_id}/").content.decode()
    day = timezone.localdate().strftime("%b %-d, %Y")
    told = f"entered by Robin Underhill on {day} from paper of Mar 2, 2026"
    assert page.count(told) == 2, "once above, once beside the one answer"
    assert f"1 answer {told}" in page
    assert "The form was sent from there." in page


def test_the_record_of_who_typed_everything_says_nothing_of_it():
    page = signed_in("clinician").get(f"/clinic/review/{sent().public_id}/").content.decode()
    assert "Not all of this was typed by the patient." not in page
