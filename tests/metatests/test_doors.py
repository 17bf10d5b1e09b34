"""Every address refuses whoever has no business there, by GET and by POST, and does nothing for them. Every answer has its headers."""

import datetime
import uuid
from collections.abc import Mapping
from functools import partial

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver

from audit.actor import system
from audit.models import Entry
from intake import patient
from intake.invitations import services
from intake.models import Invitation
from tests.clinic import staff
from tests.metatests import world
from tests.metatests.doors import ANONYMOUS, DOORS, PATIENT, ROLES, STAFF, Address, addresses
from tests.metatests.headers import faults

pytestmark = pytest.mark.django_db
METHODS = ["get", "post"]
BIRTH = datetime.date(1980, 3, 27)


def invitation() -> Invitation:
    return services.invite(name="Canary", date_of_birth=BIRTH, email="", by=system("test"))


def browser(role: str) -> Client:
    """A browser of somebody with this role, all the way in."""
    if role in STAFF:
        return staff.signed_in(role)
    client = Client()
    if role == PATIENT:
        opened, now = client.session, patient.time.time()
        link = invitation()
        opened[patient.KEY] = {"case": str(link.case.public_id), "invitation": str(link.pk), "opened_at": now, "seen_at": now}
        opened.save()
    return client


def refused(answer, role: str) -> bool:
    """403, or for whoever is not staff the way to the sign-in."""
    to_the_door = answer.status_code == 302 and answer["Location"].startswith("/accounts/login/")
    return answer.status_code == 403 or (to_the_door and role not in STAFF)


def not_this_way(answer) -> bool:
    """405: a page for the other method. It was asked for that one too."""
    return answer.status_code == 405


def pages(things: Mapping[str, uuid.UUID] | None = None) -> list[Address]:
    return [address for address in addresses(things) if not address.name.startswith("demo:")]


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert {address.name for address in pages()} == set(DOORS)


@pytest.mark.parametrize("role", ROLES)
def test_who_has_no_business_there_is_refused(role: str) -> None:
    """Everything asked for is really there, so that a check that comes after the act is found by what it left."""
    shut = [address for address in pages(world.furnish()) if role not in DOORS[address.name]]
    client, answers = browser(role), {}
    before = world.digest()
    for method in METHODS:
        cache.clear()  # whoever is refused at one page twice within a while is noted once
        answers |= {(address.name, method): world.written(partial(getattr(client, method), address.path, world.BAG)) for address in shut}
        assert world.digest() == before, method
    found = {asked: answer for asked, (answer, _) in answers.items()}
    assert {asked: answer.status_code for asked, answer in found.items() if not (refused(answer, role) or not_this_way(answer))} == {}
    assert {asked: tables for asked, (_, tables) in answers.items() if tables} == {}
    assert noted() == sorted(
        name for (name, _), answer in found.items() if answer.status_code == 403 and role in STAFF and "clinic:" in name
    )
    assert without_a_way(shut, found) == []
    assert {asked: wrong for asked, answer in found.items() if (wrong := faults(answer))} == {}


def without_a_way(asked: list[Address], found: Mapping[tuple[str, str], HttpResponse]) -> list[str]:
    """Addresses that take neither of the two methods."""
    return [address.name for address in asked if all(not_this_way(found[address.name, method]) for method in METHODS)]


def noted() -> list[str]:
    return sorted(page for (page,) in Entry.objects.filter(action="access.refused").values_list("detail__page"))


def test_a_thing_is_there_for_every_address_that_speaks_of_one() -> None:
    assert world.unfurnished(world.furnish()) == []


@pytest.mark.parametrize("role", ROLES)
def test_who_has_business_there_is_let_in(role: str) -> None:
    open_to = sorted((address for address in pages() if role in DOORS[address.name]), key=lambda address: address.name == "account_logout")
    client = browser(role)
    found = {(address.name, method): getattr(client, method)(address.path) for method in METHODS for address in open_to}
    assert {asked: answer.status_code for asked, answer in found.items() if refused(answer, role) or answer.status_code >= 500} == {}
    assert without_a_way(open_to, found) == []
    assert {asked: wrong for asked, answer in found.items() if (wrong := faults(answer))} == {}


def test_nothing_is_done_without_the_forms_token() -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = browser("lead").cookies
    for address in pages():
        answer = client.post(address.path)
        assert answer.status_code in {302, 403, 405}, address.name
        assert answer.status_code != 302 or answer["Location"].startswith("/accounts/"), address.name


def test_staff_views_name_their_roles() -> None:
    """A view that nobody guarded has no list of roles on it."""
    clinic = next(found for found in get_resolver().url_patterns if str(found.pattern) == "clinic/")
    unguarded = [view.name for part in clinic.url_patterns for view in part.url_patterns if not getattr(view.callback, "roles", None)]
    assert unguarded == []


def test_the_rule_sees_a_page_that_lets_in(settings) -> None:
    client = browser(ANONYMOUS)
    assert not refused(client.get("/help-now/"), ANONYMOUS)
    assert refused(client.get("/clinic/people/"), ANONYMOUS)
    assert not refused(browser("lead").get("/clinic/people/"), "lead")
    assert refused(browser("scheduler").get("/clinic/people/"), "scheduler")
