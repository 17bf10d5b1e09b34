"""The headers that every answer carries, whoever asks and whatever for."""

from django.http import HttpResponse

WANTED = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = {
    "default-src": "'self'",
    "img-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
}
SWITCHED_OFF = ["camera", "geolocation", "microphone", "payment", "usb"]
SENSITIVE = ["unsafe", "data:", "*", "http", "blob:"]


def faults(answer: HttpResponse) -> list[str]:
    """What is wrong with the headers of an answer."""
    wrong = [name for name, value in WANTED.items() if answer.get(name) != value]
    policy = answer.get("Content-Security-Policy", "")
    wrong += [name for name, value in POLICY.items() if f"{name} {value}" not in policy.split("; ")]
    wrong += [word for word in SENSITIVE if word in policy]
    wrong += [name for name in SWITCHED_OFF if f"{name}=()" not in answer.get("Permissions-Policy", "")]
    kind = answer.get("Content-Type", "")
    return wrong + ([kind] if kind.startswith("text/") and "charset=utf-8" not in kind and answer.content not in {b"ok", b""} else [])
