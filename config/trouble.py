"""The database is away, full, locked or may only be read: a page that says so, and gives back what was sent."""

from collections.abc import Iterator

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render
from psycopg.errors import ReadOnlySqlTransaction

RETRY_SECONDS = 30
PRIVATE = "/accounts/"  # a password is typed again, never drawn into a page
LIMIT = 200_000


def is_database(error: BaseException | None) -> bool:
    """Whether this happened because the database could not do what it usually does; a fault of ours is another thing."""
    return any(_away(one) for one in _chain(error))


def unavailable(request: HttpRequest) -> HttpResponse:
    """503 without database, session or context processors. A form that was sent is on it, to be sent again with one press."""
    fields = _sent(request)
    context = {"posted": request.method == "POST", "fields": fields, "path": request.get_full_path()}
    answer = render(None, "503.html", context, status=503)
    answer["Retry-After"] = str(RETRY_SECONDS)
    return answer


def _away(error: BaseException) -> bool:
    read_only = isinstance(error, InternalError) and isinstance(error.__cause__, ReadOnlySqlTransaction)
    return read_only or isinstance(error, OperationalError | InterfaceError)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error, and those it came from."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Every field and value of a form, in order, unless it holds a password or far too much."""
    if request.method != "POST" or request.path.startswith(PRIVATE):
        return []
    try:
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
    except UnreadablePostError:
        return []
    return fields if sum(len(value) for _, value in fields) < LIMIT else []
