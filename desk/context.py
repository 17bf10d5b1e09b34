"""The clinic's neutral name and telephone, for every page and message."""

from django.conf import settings
from django.http import HttpRequest


def clinic(request: HttpRequest | None = None) -> dict[str, object]:
    return {
        "clinic": {"name": settings.CLINIC_NAME, "phone": spoken(settings.CLINIC_PHONE), "phone_href": f"tel:{settings.CLINIC_PHONE}"},
        "demo": settings.DEMO,
    }


def spoken(phone: str) -> str:
    """A US number as people write it; any other stays in its international form."""
    digits = phone.removeprefix("+1")
    return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}" if phone.startswith("+1") and len(digits) == 10 else phone
