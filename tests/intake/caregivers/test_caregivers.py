"""Somebody close tells what they know: by a link of their own, seeing nothing, heard at once where they worry, kept apart."""

import html
import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from audit.models import Entry
from desk.models import Message, Task
from intake.caregivers import mail, services
from intake.caregivers.forms import LONGEST
from intake.caregivers.questions import QUESTIONS
from intake.invitations import links
from intake.models import Caregiver, Draft, Invitation, SafetyEvent, Telling
from intake.submissions.services import submit
from tests.clinic.factories import drafted, sent
from tests.clinic.form import form, medicine
from tests.clinic.staff import make, signed_in
from tests.intake.people import BOXES, WRONG, invited
from tests.intake.reading_age import grade
from tests.metatests.doors import DOORS, PATIENT, addresses
from tests.metatests.leaks import LANGUAGES, leaks

pytestmark = pytest.mark.django_db
CLOSE = {"name": "Bea Quill", "relation": "sister", "email": "bea@close.example"}
SAID = {"medicines": "Zoloft, a long time ago", "changed": "", "more": "", "worry": "no"}
TELL = "/caregiver/"
OWN = "/intake/someone-close/"


def permitted(case=None) -> Caregiver:
    return services.permit(case=case or drafted(form(medicine())).case, person=CLOSE, by=None)


def door(caregiver: Caregiver) -> str:
    return reverse("intake:caregiver_open", args=[links.token(caregiver.invitations.get())])


def inside(caregiver: Caregiver) -> Client:
    """The caregiver's browser, let in."""
    client = Client()
    answer = client.post(door(caregiver), BOXES)
    assert (answer.status_code, answer["Location"]) == (303, TELL)
    return client


def patient() -> tuple[Client, Invitation]:
    client, invitation = Client(), invited()
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    return client, invitation


def test_the_door_asks_for_their_date_of_birth_and_never_for_yours():
    page = Client().get(door(permitted())).content.decode()
    assert "What is their date of birth?" in page
    assert "your date of birth" not in page
    assert "Open my page" in page


def test_scanners_change_nothing_and_learn_nothing():
    caregiver = permitted()
    before = Invitation.objects.values().get(caregiver=caregiver), Entry.objects.count()
    pages = [Client().get(door(caregiver)).content.decode() for _ in range(7)]
    assert (Invitation.objects.values().get(caregiver=caregiver), Entry.objects.count()) == before
    assert not [word for word in ("Canary", "Bea", "1980-", "depress") if word in "".join(pages)]


def test_neither_link_opens_what_the_other_one_opens():
    invitation = invited()
    caregiver = permitted(invitation.case)
    theirs, own = links.token(caregiver.invitations.get()), links.token(invitation)
    assert Client().post(reverse("intake:open", args=[theirs]), BOXES).status_code == 422
    assert Client().post(reverse("intake:caregiver_open", args=[own]), BOXES).status_code == 422
    assert not Draft.objects.exists()


def test_five_wrong_dates_stop_it_and_staff_are_asked_to_call():
    caregiver = permitted()
    for _ in range(5):
        assert Client().post(door(caregiver), WRONG).status_code == 422
    assert Client().post(door(caregiver), BOXES).status_code == 422
    assert Task.objects.get().kind == "caregiver_link_frozen"


def test_they_see_nothing_of_the_patient():
    caregiver = permitted()
    client = inside(caregiver)
    shown = "".join(client.get(path).content.decode() for path in (TELL, TELL + "pause/", TELL + "done/"))
    assert not [word for word in ("Canary", "Quillfeather", "1980", "sertraline", "Lake Placid", "555-0123") if word in shown]
    closed = [address for address in addresses() if {PATIENT} == DOORS.get(address.name)]
    assert len(closed) > 10
    for method in ("get", "post"):
        found = {address.name: getattr(client, method)(address.path).status_code for address in closed}
        assert set(found.values()) <= {403, 405}, found


@pytest.mark.parametrize("language", LANGUAGES)
def test_their_pages_say_nothing_of_what_the_clinic_thinks(language):
    client = inside(permitted())
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    answers = [client.get(TELL), client.post(TELL, {"worry": "now"}, follow=True), client.get(TELL + "done/"), Client().get(TELL)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 403]
    assert {word for answer in answers for word in leaks(answer.content.decode().replace(str(answer.context["csrf_token"]), ""))} == set()
    assert all(f'lang="{language}"' in answer.content.decode() for answer in answers[:3])


def test_what_they_tell_is_kept_sealed_once_and_not_shown_again():
    caregiver = permitted()
    client = inside(caregiver)
    for words in ("Zoloft, a long time ago", "something else"):
        answer = client.post(TELL, SAID | {"medicines": words}, follow=True)
        assert answer.request["PATH_INFO"] == "/caregiver/done/"
    telling = Telling.objects.select_related("caregiver__case__data_key").get()
    assert telling.words["answers"] == SAID
    assert b"Zoloft" not in bytes(telling.document)
    assert "Zoloft" not in answer.content.decode()
    assert client.get(TELL).status_code == 302
    told = Entry.objects.get(action="caregiver.told")
    assert (told.actor_kind, told.actor_id, told.detail) == ("caregiver", str(caregiver.pk), {})


WORRIES = [("right now", "now", 3), ("not right now", "yes", 2), ("not sure", "not_sure", 1), ("no", "no", 0), ("made up", "maybe", 0)]


@pytest.mark.parametrize(("reason", "worry", "tier"), WORRIES, ids=[row[0] for row in WORRIES])
def test_a_worry_opens_a_safety_event(reason, worry, tier):
    caregiver = permitted()
    answer = inside(caregiver).post(TELL, SAID | {"worry": worry}, follow=True)
    assert [event.tier for event in SafetyEvent.objects.all()] == [tier] * bool(tier)
    assert ("stay with them" in answer.content.decode()) is bool(tier)
    assert Task.objects.filter(kind="safety").count() == bool(tier)


def test_the_event_says_from_whom_and_stands_apart_from_the_patients():
    caregiver = permitted()
    client = inside(caregiver)
    client.post(TELL, SAID | {"worry": "yes"})
    event = SafetyEvent.objects.select_related("case__data_key").get()
    assert event.trigger == "caregiver"
    page = signed_in("clinician").get(f"/clinic/safety/{event.pk}/").content.decode()
    assert "From Bea Quill (sister). Are you worried that they may hurt themselves? Yes, but not right now." in page


def test_a_worry_is_heard_though_the_page_is_not_taken():
    client = inside(permitted())
    answer = client.post(TELL, {"medicines": "x" * (LONGEST + 1), "worry": "yes"})
    assert answer.status_code == 422
    assert "stay with them" in answer.content.decode()
    assert not Telling.objects.exists()
    client.post(TELL, SAID | {"worry": "not_sure"})
    client.post(TELL, SAID | {"worry": "now"})
    assert [event.tier for event in SafetyEvent.objects.order_by("created_at")] == [2, 3], "the same or less makes no second one, more does"


KEPT = {"medicines": 'Zoloft, "long" ago', "changed": "<b>Slept</b> all day", "more": "ñ 💊"}
NOT_TAKEN = [
    ("no word on the worry", KEPT, 422),
    ("one text too long", KEPT | {"more": "x" * (LONGEST + 1), "worry": "no"}, 422),
    ("a character that can't be kept", KEPT | {"more": "a\x00b", "worry": "yes"}, 422),
    ("the session is over", KEPT | {"worry": "no"}, 403),
]


def test_what_was_typed_stays_whatever_is_wrong_with_the_page():
    lost = {}
    for reason, posted, status in NOT_TAKEN:
        client = inside(permitted())
        mark = re.findall('name="form" value="(.*?)"', client.get(TELL).content.decode())[0]
        if status == 403:
            client.cookies.clear()
        answer = client.post(TELL, posted | {"form": mark})
        page = html.unescape(answer.content.decode())
        kept = [name for name, words in posted.items() if name != "worry" and words.replace("\x00", "") in page.replace("\x00", "")]
        lost[reason] = (answer.status_code - status, set(posted) - {*kept, "worry"})
        assert status == 403 or posted.get("worry", "") in re.findall(r'value="(\w+)"[^>]* checked', page) + [""]
    assert set(map(str, lost.values())) == {"(0, set())"}, lost


def test_the_patient_names_somebody_and_takes_it_back():
    client, invitation = patient()
    assert client.post(OWN, CLOSE).status_code == 422, "the box is ticked on purpose"
    assert client.post(OWN, CLOSE | {"agree": "on"}).status_code == 303
    client.post(OWN, CLOSE | {"name": "Somebody Else", "agree": "on"})
    [caregiver] = Caregiver.objects.select_related("case__data_key").all()
    assert (caregiver.person, caregiver.case, caregiver.permitted_by) == (CLOSE, invitation.case, None)
    assert "Bea Quill" in client.get(OWN).content.decode()
    let_in = inside(caregiver)
    assert client.post(OWN + "withdraw/").status_code == 303
    assert let_in.get(TELL).status_code == 403
    assert let_in.post(TELL, SAID | {"worry": "no"}).status_code == 403
    assert Client().post(door(caregiver), BOXES).status_code == 422
    assert Message.objects.get(kind=services.KIND).state == "cancelled"
    assert not Telling.objects.exists()
    assert client.get("/intake/").status_code == 200, "the patient's own link is another one"
    assert client.post(OWN, CLOSE | {"agree": "on"}).status_code == 303
    assert Caregiver.objects.count() == 2


def test_with_link_and_birthday_alone_nobody_is_named_and_no_name_is_seen():
    client, invitation = patient()
    client.post(OWN, CLOSE | {"agree": "on"})
    draft = Draft.objects.select_related("case__data_key").get(case=invitation.case)
    draft.seal_answers(form(medicine()))
    draft.save()
    submit(draft=draft, by=invitation.case.patient)
    other = Client()
    other.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    assert "Bea" in client.get(OWN).content.decode()
    assert "Bea" not in other.get(OWN).content.decode()
    other.post(OWN + "withdraw/")
    assert other.post(OWN, CLOSE | {"agree": "on"}).status_code == 422
    assert not Caregiver.objects.standing().exists()


def test_a_link_taken_back_while_they_wrote_keeps_nothing():
    caregiver = permitted()
    link = caregiver.invitations.get()
    services.withdraw(caregiver=caregiver, by=None)
    with pytest.raises(services.LinkOver):
        services.tell(invitation=link, answers=SAID, language="en")


def test_one_persons_page_is_not_sent_as_anothers():
    first, second = permitted(), permitted()
    mark = inside(first).get(TELL).context["request"].mark
    assert inside(second).post(TELL, SAID | {"form": mark}).status_code == 403
    assert not Telling.objects.exists()


@pytest.mark.parametrize("role", ["scheduler", "clinician", "lead"])
def test_staff_write_down_the_permission_they_heard(role):
    case, client = invited().case, signed_in(role)
    page = f"/clinic/caregivers/{case.public_id}/"
    assert client.post(page, CLOSE).status_code == 422
    client.post(page, CLOSE | {"agree": "on"})
    caregiver = Caregiver.objects.get()
    assert caregiver.permitted_by == client.staff
    assert "Bea Quill" in client.get(page).content.decode()
    client.post(f"/clinic/caregivers/{caregiver.pk}/withdraw/")
    client.post(f"/clinic/caregivers/{caregiver.pk}/withdraw/")
    caregiver.refresh_from_db()
    assert caregiver.withdrawn_by == client.staff
    assert Entry.objects.filter(action="caregiver.withdrawn").count() == 1


def test_the_record_shows_it_beside_the_patients_words_and_no_rule_reads_it():
    case = sent()
    before = case.evaluation.document["history"]
    caregiver = permitted(case)
    inside(caregiver).post(TELL, SAID | {"medicines": "Prozac, and lithium for a year"})
    page = signed_in("clinician").get(f"/clinic/review/{case.public_id}/").content.decode()
    assert "From Bea Quill (sister)" in page
    assert "Prozac, and lithium for a year" in page
    assert "Permission taken back" not in page
    case.refresh_from_db()
    assert case.evaluation.document["history"] == before
    assert "lithium" not in str(case.submission.answers)
    assert list(Telling.objects.visible_to(make("scheduler").actor)) == list(Telling.objects.visible_to(case.patient)) == []
    services.withdraw(caregiver=caregiver, by=None)
    page = signed_in("clinician").get(f"/clinic/review/{case.public_id}/").content.decode()
    assert "Prozac, and lithium" in page
    assert "Permission taken back" in page


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_mail_names_nobody_and_says_nothing_of_why(language):
    caregiver = permitted(invited(language=language).case)
    message = Message.objects.get(kind=services.KIND)
    letter = mail.prepare(message)
    assert letter.to == CLOSE["email"]
    assert door(caregiver) in letter.body
    said = (letter.subject + letter.body).replace(door(caregiver), "")
    assert [word for word in ("Canary", "Bea", "depress", "depres", "medic") if word in said] == []
    services.withdraw(caregiver=caregiver, by=None)
    assert mail.prepare(message).reason == "not_usable"


def test_who_was_erased_has_nobody_close():
    caregiver = permitted()
    client = inside(caregiver)
    caregiver.case.data_key.delete()
    assert client.get(TELL).status_code == 403
    assert Client().post(door(caregiver), BOXES).status_code == 422


def test_the_questions_are_plain_in_both_languages():
    words = [text for asked in QUESTIONS for text in (asked.label, asked.hint, *(choice for _, choice in asked.choices)) if text]
    assert [text.en for text in words if len(text.en.split()) > 4 and grade(text.en) > 6] == []
    assert [text.en for text in words if not text.es] == []
