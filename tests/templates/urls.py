"""Sample pages in the shipped frames, behind the shipped middleware."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from tests.templates.forms import Everything, Plain

PAGES = Path(__file__).parent / "pages"
NAV = [{"url": f"/{name}/", "label": name.title(), "current": name == "list"} for name in ("list", "record", "form", "help")]


def form(request: HttpRequest) -> HttpResponse:
    return draw(request, "form", Everything(request.POST if request.method == "POST" else None))


def page(request: HttpRequest, name: str) -> HttpResponse:
    return draw(request, name, None)


def draw(request: HttpRequest, name: str, form: Everything | None) -> HttpResponse:
    template = engines["django"].from_string((PAGES / f"{name}.html").read_text("utf-8"))
    wrong = form is not None and form.is_bound and not form.is_valid()
    return HttpResponse(
        template.render({"form": form, "plain": Plain(), "nav": NAV, "user": {"name": "Dr. Example"}}, request),
        status=422 if wrong else 200,
    )


urlpatterns = [
    path("form/", form),
    *[path(f"{name}/", page, {"name": name}) for name in ("words", "help", "list", "record")],
    path("", include("config.urls")),  # whatever the frames may link to
]
