"""What holds for every answer of the web server."""

from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render

from vault.seal import Erased, Tampered

Handler = Callable[[HttpRequest], HttpResponse]
ECHOES_NOTHING = {"", "check=1"}
log = structlog.get_logger(__name__)


def no_store(get_response: Handler) -> Handler:
    """Nothing that may hold a person's data stays in a cache. Static files are answered before this."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Cache-Control"] = "no-store"
        return response

    return answer


def packed(get_response: Handler) -> Handler:
    """Pages of patients travel compressed, staff's never: a page must not hold a secret and a stranger's words at once (ADR 18).

    A query string is the one thing that a stranger's link could add to a patient's page, so with one it travels as it is.
    Django pads what it compresses by a random length. A telephone on a weak line gets the form in a quarter of the time.
    """
    gzip = GZipMiddleware(get_response)

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        ours = request.resolver_match is not None and "intake" in request.resolver_match.app_names
        page = response.get("Content-Type", "").startswith("text/html")
        plain = request.META.get("QUERY_STRING", "") in ECHOES_NOTHING
        if ours and page and plain:
            gzip.process_response(request, response)
        return response

    return answer


def wrong_way(get_response: Handler) -> Handler:
    """A page instead of Django's blank one where a button's address is opened by hand, or by a telephone that brings tabs back."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 405 or request.method != "GET":
            return response
        page = render(request, "405.html", status=405)
        page["Allow"] = response["Allow"]
        return page

    return answer


def shut_record(get_response: Handler) -> Handler:
    """A sealed value that does not open is shown nowhere in part: one page says so, and the log raises the alarm.

    What the view had begun is rolled back by then. The log names row and field, which say nothing of the person.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Tampered | Erased):
            return None
        erased = isinstance(error, Erased)
        if not erased:
            log.error("sealed value does not open", id=str(error), where=request.resolver_match.view_name if request.resolver_match else "")
        page = "clinic/sealed.html" if request.path.startswith("/clinic/") else "intake/sealed.html"
        return render(request, page, {"erased": erased}, status=410 if erased else 500)

    answer.process_exception = process_exception  # type: ignore[attr-defined]
    return answer
