"""What the staff frame needs: who is here, and where they may go."""

from django.http import HttpRequest


def staff(request: HttpRequest) -> dict[str, object]:
    return {"nav": []}
