"""How often one may be wrong at the sign-in.

Tight for an account from one address, wide for an address: a clinic's staff share one. Over all addresses an account
is only slowed, so that nobody outside can shut it for the person whose it is. See docs/adr/0013.
"""

from allauth.core.internal.ratelimit import get_ip
from django.http import HttpRequest

from clinic.access.tallies import Limit, forget
from desk.models import Staff

MINUTE, HOUR, DAY = 60, 60 * 60, 24 * 60 * 60
ACCOUNT_HERE = Limit("password, account and address", 5, 5 * MINUTE)
ADDRESS = Limit("password, address", 200, 5 * MINUTE)
ACCOUNT = Limit("password, account", 25, 15 * MINUTE)
SLOWED = Limit("password, account and address, slowed", 1, MINUTE)
CODE_HERE = Limit("code, account and address", 5, 5 * MINUTE)
# A code has a million values and three of them work: over all addresses nobody may try many. Whoever tries has the
# password already, so this shuts out no one else; addresses the person signed in from, and recovery codes, go on.
CODES_OF_STRANGERS = Limit("code, account", 20, HOUR)
RECOVERY_CODES_OF_STRANGERS = Limit("recovery code, account", 100, HOUR)
KNOWN = Limit("signed in from here", 0, 90 * DAY)
APP_DIGITS = 6


def password(request: HttpRequest, email: str) -> bool:
    """Whether one more password may be tried for this account, there or not, from here."""
    here = get_ip(request)
    if not (ACCOUNT_HERE.take(email, here) and ADDRESS.take(here)):
        return False
    return ACCOUNT.take(email) or SLOWED.take(email, here)


def password_was_right(request: HttpRequest, email: str) -> None:
    here = get_ip(request)
    for limit, whose in ((ACCOUNT_HERE, (email, here)), (ADDRESS, (here,)), (ACCOUNT, (email,)), (SLOWED, (email, here))):
        limit.give_back(*whose)


def code(request: HttpRequest, staff: Staff, digits: str) -> str:
    """ "" where one more code may be tried, else the name of what to say."""
    who, here = str(staff.public_id), get_ip(request)
    if not CODE_HERE.take(who, here):
        return "too_many_login_attempts"
    if KNOWN.counts(who, here) or _strangers(digits).take(who):
        return ""
    return "too_many_codes"


def code_was_right(request: HttpRequest, staff: Staff, digits: str) -> None:
    who, here = str(staff.public_id), get_ip(request)
    CODE_HERE.give_back(who, here)
    if not KNOWN.counts(who, here):
        _strangers(digits).give_back(who)
    KNOWN.take(who, here)
    forget()


def _strangers(digits: str) -> Limit:
    app = sum(map(str.isalnum, digits)) <= APP_DIGITS
    return CODES_OF_STRANGERS if app else RECOVERY_CODES_OF_STRANGERS
