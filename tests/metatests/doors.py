"""Who may open what: a row for every address. An address without a row fails `test_doors`."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

ANONYMOUS, PATIENT = "anonymous", "patient"
STAFF = ["scheduler", "clinician", "lead", "administrator"]
ROLES = [ANONYMOUS, PATIENT, *STAFF]
EVERYBODY = frozenset(ROLES)
ALL_STAFF = frozenset(STAFF)
CLINICAL = frozenset({"clinician", "lead"})
SCHEDULING = frozenset({"scheduler", "lead"})
VISITS = CLINICAL | SCHEDULING
MANAGING = frozenset({"lead", "administrator"})
OWN = frozenset({PATIENT})

DOORS: dict[str, frozenset[str]] = {
    # anybody
    "healthz": EVERYBODY,
    "readyz": EVERYBODY,
    "set_language": EVERYBODY,
    "intake:start": EVERYBODY,
    "intake:open": EVERYBODY,
    "intake:help_now": EVERYBODY,
    "intake:caregiver_open": EVERYBODY,
    # a caregiver's own, with their link: nobody who has a role; see tests/intake/caregivers
    "intake:tell": frozenset(),
    "intake:worried": frozenset(),
    "intake:told_us": frozenset(),
    # for a browser that waits to be let in: nobody who has a role; see tests/intake/phone_code
    "intake:phone_code": frozenset(),
    "intake:send_code": frozenset(),
    # the way in for staff; whoever is in is sent on
    "account_login": EVERYBODY,
    "account_logout": EVERYBODY,
    # one's own sign-in
    "mfa_authenticate": ALL_STAFF,  # and whoever just gave their password; see tests/clinic/access
    "mfa_index": ALL_STAFF,
    "account_reauthenticate": ALL_STAFF,
    "account_change_password": ALL_STAFF,
    "mfa_activate_totp": ALL_STAFF,
    "mfa_deactivate_totp": ALL_STAFF,
    "mfa_view_recovery_codes": ALL_STAFF,
    "mfa_generate_recovery_codes": ALL_STAFF,
    # the patient's own
    "intake:after_item9": OWN,
    "intake:not_safe": OWN,
    "intake:told": OWN,
    "intake:call_me": OWN,
    "intake:call_noted": OWN,
    "intake:home": OWN,
    "intake:calm": OWN,
    "intake:by_phone": OWN,
    "intake:step": OWN,
    "intake:add": OWN,
    "intake:entry": OWN,
    "intake:remove": OWN,
    "intake:check": OWN,
    "intake:copy": OWN,
    "intake:labs": OWN,
    "intake:send": OWN,
    "intake:done": OWN,
    "intake:someone_close": OWN,
    "intake:withdraw": OWN,
    "intake:visit": OWN,
    "intake:ask_to_move": OWN,
    # the clinic
    "clinic:queue": ALL_STAFF,  # each sees their own; an administrator is sent to the staff accounts
    "clinic:tasks": VISITS,
    "clinic:acknowledge_task": VISITS,
    "clinic:close_task": VISITS,
    "clinic:invitations": VISITS,
    "clinic:invitation_link": VISITS,
    "clinic:invite_again": CLINICAL,
    "clinic:invitation_revoke": VISITS,
    "clinic:invitation_renew": VISITS,
    "clinic:invitation_release": VISITS,
    "clinic:sittings": CLINICAL,
    "clinic:sitting": CLINICAL,
    "clinic:sitting_help": CLINICAL,
    "clinic:leave_sitting": CLINICAL,
    "clinic:caregivers": VISITS,
    "clinic:withdraw_caregiver": VISITS,
    "clinic:record": CLINICAL,
    "clinic:take": CLINICAL,
    "clinic:sign": CLINICAL,
    "clinic:safety": CLINICAL,
    "clinic:acknowledge_safety": CLINICAL,
    "clinic:close_safety": CLINICAL,
    "clinic:note_attempt": CLINICAL,
    "clinic:read_safety": CLINICAL,
    "clinic:raise_safety": VISITS,
    "clinic:on_call": CLINICAL | MANAGING,
    "clinic:change_on_call": MANAGING,
    "clinic:test_arrived": CLINICAL,
    "clinic:request_labs": CLINICAL,
    "clinic:lab_resulted": CLINICAL,
    "clinic:lab_waived": CLINICAL,
    "clinic:consultations": VISITS,
    "clinic:book": VISITS,
    "clinic:consultation": VISITS,
    "clinic:move_consultation": VISITS,
    "clinic:cancel_consultation": VISITS,
    "clinic:mark_consultation": VISITS,
    "clinic:hours": CLINICAL,
    "clinic:reminders": VISITS,
    "clinic:settle_message": SCHEDULING,
    "clinic:people": MANAGING,
    "clinic:add_person": MANAGING,
    "clinic:person": MANAGING,
    "clinic:disable_person": MANAGING,
    "clinic:enable_person": MANAGING,
    "clinic:reset_person": MANAGING,
    "clinic:kept": ALL_STAFF,
    "clinic:audit": CLINICAL | MANAGING,
}
ARGUMENTS = {"uuid": uuid.UUID(int=7), "str": "x", "slug": "x", "int": 1}


@dataclass(frozen=True)
class Address:
    """A page, with made-up arguments unless others were given: refusing comes before looking."""

    name: str
    path: str


def addresses(things: Mapping[str, uuid.UUID] | None = None) -> list[Address]:
    """Every address of the site that has a name, in the order of the resolver; `things` gives ids that are there, by name."""
    return list(_walk(get_resolver(), "", things or {}))


def _walk(resolver: URLResolver, space: str, things: Mapping[str, uuid.UUID]) -> Iterator[Address]:
    for found in resolver.url_patterns:
        if isinstance(found, URLResolver):
            yield from _walk(found, f"{space}{found.namespace}:" if found.namespace else space, things)
        else:
            yield _address(found, f"{space}{found.name}", things)


def _address(pattern: URLPattern, name: str, things: Mapping[str, uuid.UUID]) -> Address:
    arguments = ARGUMENTS | {"uuid": things.get(name, ARGUMENTS["uuid"])}
    given = {
        key: arguments[type(kind).__name__.removesuffix("Converter").lower().replace("string", "str")]
        for key, kind in pattern.pattern.converters.items()
    }
    return Address(name, reverse(name, kwargs=given))
