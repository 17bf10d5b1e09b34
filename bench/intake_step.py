"""Sending a page of the form, against a bare view with the same middleware, session, CSRF, one row written and one audit entry.

The two are asked in turn in one run, so that a busy machine slows both. Run by `make bench`, over throw-away services.
"""

from __future__ import annotations

import datetime
import os
import statistics
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import transaction  # noqa: E402
from django.db.models import F  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.middleware.csrf import get_token  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import include, path, reverse  # noqa: E402

from audit.actor import system  # noqa: E402
from audit.door import record  # noqa: E402
from intake.invitations import links  # noqa: E402
from intake.invitations.services import invite  # noqa: E402
from intake.models import Draft  # noqa: E402
from intake.patient import KEY, mark  # noqa: E402

ROUNDS, WARM = 400, 40
MOST_P50, MOST_P95 = 2.0, 2.5
BORN = datetime.date(1980, 3, 27)
BOXES = {"date_of_birth_month": "3", "date_of_birth_day": "27", "date_of_birth_year": "1980"}
PAGE = {"about_phone": "555 555 0123", "about_message": "yes", "about_helper": "alone", "about_sex": "female"}


def bare(request: HttpRequest) -> HttpResponse:
    """What any view that keeps something has to do: know who asks, write a row, write it down."""
    if request.method == "GET":
        return HttpResponse(get_token(request))
    case = request.session[KEY]["case"]
    with transaction.atomic():
        Draft.objects.filter(case__public_id=case).update(rev=F("rev") + 1)
        record(system("bench"), "bench.saved", case=case, changes=1)
    return HttpResponse(status=303, headers={"Location": "/"})


urlpatterns = [path("bench/", bare), path("", include("config.urls"))]


def inside() -> tuple[Client, Draft]:
    """A browser in which a person has opened their form."""
    invitation = invite(name="Synthetic Person", date_of_birth=BORN, email="", by=system("bench"))
    client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    link = reverse("intake:open", args=[links.token(invitation)])
    client.get(link)
    client.post(link, BOXES | {"csrfmiddlewaretoken": token(client)})
    return client, Draft.objects.get(case=invitation.case)


def token(client: Client) -> str:
    return client.get("/bench/").content.decode()


def asked(client: Client, url: str, fields: dict[str, str]) -> float:
    """Seconds until the answer."""
    started = time.perf_counter()
    answer = client.post(url, fields)
    seconds = time.perf_counter() - started
    if answer.status_code != 303:
        raise SystemExit(f"{url} answered {answer.status_code}")
    return seconds


def p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


def main() -> None:
    """Print both, and how many times as long the page takes."""
    settings.ROOT_URLCONF = __spec__.name if __spec__ else __name__
    (client, draft), (other, _) = inside(), inside()
    known = {"csrfmiddlewaretoken": token(client), "form": mark(draft.case)}
    plain = {"csrfmiddlewaretoken": token(other), "about_place": "Springfield"}
    step, alone = [], []
    for number in range(ROUNDS + WARM):
        step.append(asked(client, "/intake/about-you/", PAGE | known | {"rev": "999999", "about_place": f"Springfield {number}"}))
        alone.append(asked(other, "/bench/", PAGE | plain))
    step, alone = step[WARM:], alone[WARM:]
    middle, late = statistics.median(step) / statistics.median(alone), p95(step) / p95(alone)
    for name, seconds in (("step", step), ("bare view", alone)):
        print(f"{name:<10} p50 {statistics.median(seconds) * 1e3:6.2f} ms   p95 {p95(seconds) * 1e3:6.2f} ms")
    verdict = "within" if middle <= MOST_P50 and late <= MOST_P95 else "OVER"
    print(f"intake step: p50 {middle:.2f} x (aim {MOST_P50}), p95 {late:.2f} x (aim {MOST_P95}) of a bare view: {verdict}")


if __name__ == "__main__":
    main()
