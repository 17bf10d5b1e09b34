"""The site as it is where DEMO is true, and two addresses where something breaks."""

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from tests.clinic.demo import urls as demo

handler400, handler403, handler404, handler500 = demo.handler400, demo.handler403, demo.handler404, demo.handler500


def breaks(request: HttpRequest) -> HttpResponse:
    raise ValueError("a fault of the program")


def is_slow(request: HttpRequest) -> HttpResponse:
    """The database gives up, as it does under too much load or while it restarts."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 1")
        cursor.execute("SELECT pg_sleep(1)")
    return HttpResponse()


urlpatterns = [path("breaks/", breaks), path("is-slow/", is_slow), *demo.urlpatterns]
