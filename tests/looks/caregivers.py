"""Somebody close: their own pages, the patient's page about them, the staff's."""

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from intake.caregivers import services
from intake.caregivers.forms import LONGEST
from intake.invitations import links
from intake.models import Draft, Invitation
from intake.submissions.services import submit
from tests.clinic.factories import sent
from tests.clinic.form import form, medicine
from tests.clinic.staff import make, signed_in
from tests.intake.caregivers.test_caregivers import CLOSE, OWN, SAID, TELL, door, inside, patient, permitted
from tests.intake.people import BOXES, WRONG, invited


def _named() -> HttpResponse:
    client, _invitation = patient()
    return client.post(OWN, CLOSE | {"agree": "on"}, follow=True)


def _staff(*people: dict[str, str], **posted: str) -> HttpResponse:
    case, by = invited().case, make()
    for person in people:
        caregiver = services.permit(case=case, person=person, by=by)
        if person is not people[-1]:
            services.withdraw(caregiver=caregiver, by=by)
    client, path = signed_in("scheduler"), f"/clinic/caregivers/{case.public_id}/"
    return client.post(path, posted) if posted else client.get(path)


def _ended() -> HttpResponse:
    caregiver = permitted()
    client = inside(caregiver)
    Invitation.objects.filter(caregiver=caregiver).update(revoked_at="2026-01-01T00:00Z")
    return client.post(TELL, SAID | {"form": "x"})


def _record() -> HttpResponse:
    case = sent()
    caregiver = permitted(case)
    inside(caregiver).post(TELL, SAID | {"changed": "Slept all day with the first one, and never went out. " * 9})
    services.withdraw(caregiver=caregiver, by=make())
    return signed_in("clinician").get(f"/clinic/review/{case.public_id}/")


LONG = CLOSE | {"name": "Jordan Featherstonehaugh-Quillfeather", "email": "a.very.long.address.of.somebody@close.example"}
SPANISH = {"accept-language": "es"}


def _elsewhere(named: bool) -> HttpResponse:
    """Link and birthday alone, once the form was sent."""
    _client, invitation = patient()
    draft = Draft.objects.select_related("case__data_key").get(case=invitation.case)
    draft.seal_answers(form(medicine()))
    draft.save()
    submit(draft=draft, by=invitation.case.patient)
    if named:
        permitted(invitation.case)
    client = Client()
    client.post(links.url(invitation).removeprefix(settings.PUBLIC_URL), BOXES)
    return client.get(OWN)


PAGES = [
    ("a caregiver's link", 200, lambda: Client().get(door(permitted()))),
    ("a caregiver's link with a wrong date", 422, lambda: Client().post(door(permitted()), WRONG)),
    ("what a caregiver is asked", 200, lambda: inside(permitted()).get(TELL)),
    ("what a caregiver is asked, in Spanish", 200, lambda: inside(permitted()).get(TELL, headers=SPANISH)),
    ("a caregiver's page left empty", 422, lambda: inside(permitted()).post(TELL, {})),
    ("a worried caregiver wrote too much", 422, lambda: inside(permitted()).post(TELL, {"more": "x " * LONGEST, "worry": "now"})),
    ("a worried caregiver", 200, lambda: inside(permitted()).post(TELL, SAID | {"worry": "yes"}, follow=True)),
    ("a caregiver who told", 200, lambda: inside(permitted()).post(TELL, SAID, follow=True)),
    ("a caregiver whose link was taken back", 403, _ended),
    ("naming someone close", 200, lambda: patient()[0].get(OWN)),
    ("naming nobody", 422, lambda: patient()[0].post(OWN, {})),
    ("somebody close was named", 200, _named),
    ("somebody close was named elsewhere", 200, lambda: _elsewhere(named=True)),
    ("nobody was named elsewhere", 200, lambda: _elsewhere(named=False)),
    ("staff hear whom the patient names", 200, _staff),
    ("staff hear nothing", 422, lambda: _staff(name="Bea")),
    ("those whom a patient named", 200, lambda: _staff(CLOSE, LONG)),
    ("a record with words of somebody close", 200, _record),
]
