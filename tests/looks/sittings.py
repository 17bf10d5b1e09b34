"""Staff at a form they fill in for somebody."""

from django.http import HttpResponse
from django.test import Client

from intake.evaluations.services import evaluate
from tests.clinic.factories import again, drafted, opened
from tests.clinic.form import form, medicine
from tests.clinic.sittings.test_sittings import HOME, PAPER, YOUNG, sit
from tests.clinic.staff import signed_in

NAME = "Jordan Featherstonehaugh-Quillfeather"


def _list() -> HttpResponse:
    client = signed_in("clinician")
    sit(opened(name=NAME), client)
    return client.get(HOME)


def _minor() -> HttpResponse:
    client = signed_in("lead")
    return client.get(client.post(HOME, YOUNG)["Location"])


def _begin(said: dict[str, str] | None = None) -> HttpResponse:
    client, path = signed_in("clinician"), f"{HOME}{opened(name=NAME, state='started').public_id}/"
    return client.get(path) if said is None else client.post(path, said)


def _agreed() -> HttpResponse:
    return signed_in("clinician").get(f"{HOME}{drafted(form(medicine())).case.public_id}/")


def _at(page: str, **said: str) -> HttpResponse:
    return sit(opened(name=NAME), **said).get(page)


def _unsafe() -> HttpResponse:
    return sit(opened(name=NAME)).post("/intake/phq9/", {"phq9_item9": "2", "rev": "9"}, follow=True)


def _ended() -> HttpResponse:
    client: Client = sit(opened())
    client.staff.is_active = False  # type: ignore[attr-defined]
    client.staff.save()  # type: ignore[attr-defined]
    return client.post("/intake/this-episode/", {"episode_words": "Mornings", "form": "x"})


def _record() -> HttpResponse:
    case = drafted(form(medicine())).case
    client = signed_in("clinician")
    client.post(f"{HOME}{case.public_id}/", {**PAPER, "consent": ""})
    client.post("/intake/must-exclude/", {"exclude_dementia": "not_sure", "rev": "9", "only": "exclude_dementia"})
    client.post("/intake/medicines/m-00000001/dose/", {"highest_dose": "100", "rev": "9", "only": "highest_dose"})
    client.post("/intake/send/")
    evaluate(case_id=case.pk)
    return client.get(f"/clinic/review/{again(case).public_id}/")


PAGES = [
    ("forms that staff fill in", 200, _list),
    ("somebody without a link, left empty", 422, lambda: signed_in("clinician").post(HOME, {})),
    ("a form to fill in for somebody", 200, _begin),
    ("a form to fill in for somebody under 18", 200, _minor),
    ("a form to fill in, from no paper", 422, lambda: _begin({"how": "paper"})),
    ("a form to fill in for somebody who agreed before", 200, _agreed),
    ("staff at a page of somebody's form", 200, lambda: _at("/intake/phq9/")),
    ("staff at somebody's form, from paper", 200, lambda: _at("/intake/", **PAPER)),
    ("staff read what to do now", 200, _unsafe),
    ("staff whose session ended at somebody's form", 403, _ended),
    ("a record that staff entered", 200, _record),
]
