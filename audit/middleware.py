"""A number for each request, in its log lines and its audit entries, so that both can be read together."""

import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse


def request_id(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def answer(request: HttpRequest) -> HttpResponse:
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=str(uuid.uuid4()))
        return get_response(request)

    return answer
