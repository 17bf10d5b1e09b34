"""The pages that say what went wrong, each brought about as a person would."""

from django.conf import settings
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from intake.invitations import links
from intake.models import Case, Draft
from tests.clinic.factories import opened, row, unsafe
from tests.clinic.staff import signed_in
from tests.intake.people import BOXES, invited
from vault.seal import erase


def _too_much() -> HttpResponse:
    boxes = {f"box{number}": "" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    return Client().post("/accounts/login/", boxes)


def _too_often() -> HttpResponse:
    with override_settings(ACCOUNT_RATE_LIMITS={"login": "1/m/ip"}):
        return [Client().post("/accounts/login/", {"login": "robin@clinic.test", "password": "x"}) for _ in range(2)][1]


def _tampered() -> HttpResponse:
    case = row()
    Case.objects.filter(pk=case.pk).update(identity=opened(name="Somebody Else").identity)
    return signed_in().get(f"/clinic/review/{case.public_id}/")


def _tampered_form() -> HttpResponse:
    client, invitation = Client(), invited()
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    Draft.objects.update(document=b"not what was sealed")
    return client.get("/intake/")


def _erased_meanwhile() -> HttpResponse:
    found = unsafe(row())
    erase(found.case.data_key)
    return signed_in().post(f"/clinic/safety/{found.pk}/close/", {"outcome": "spoken_with", "note": "Spoke at noon."})


PAGES = [
    ("nobody understands what was sent", 400, _too_much),
    ("somebody else's door", 403, lambda: signed_in("scheduler").get("/clinic/audit/")),
    ("a form older than its token", 403, lambda: Client(enforce_csrf_checks=True).post("/accounts/login/")),
    ("there is no such page", 404, lambda: Client().get("/no-such-page/")),
    ("there is no such page, in Spanish", 404, lambda: Client(headers={"accept-language": "es"}).get("/no-such-page/")),
    ("no such record", 404, lambda: signed_in().get("/clinic/review/00000000-0000-4000-8000-000000000000/")),
    ("a button's address opened as a page", 405, lambda: Client().get("/intake/send/")),
    ("a button's address opened as a page, by staff", 405, lambda: signed_in().get("/help-now/not-safe/")),
    ("a person erased meanwhile", 410, _erased_meanwhile),
    ("a record that does not open", 500, _tampered),
    ("a patient's form that does not open", 500, _tampered_form),
    ("too many tries", 429, _too_often),
    ("the program broke", 500, lambda: Client(raise_request_exception=False).get("/breaks/")),
    ("the database does not answer", 503, lambda: Client(raise_request_exception=False).get("/is-slow/")),
]
