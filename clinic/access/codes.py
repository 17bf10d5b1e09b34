"""A code works once, for as long as any clock could still take it."""

from allauth.mfa import app_settings
from django.core.cache import cache

from desk.models import Staff


def use(staff: Staff, code: str) -> bool:
    """Whether this is the first use. allauth remembers one period; with a tolerance a code lives for three."""
    periods = 2 * app_settings.TOTP_TOLERANCE + 2
    letters = "".join(filter(str.isalnum, code)).lower()  # "123 456" is no other code than "123456"
    first: bool = cache.add(f"second-factor-{staff.pk}-{letters}", True, periods * app_settings.TOTP_PERIOD)
    return first
