"""What was on a page that was looked at, and what there is to look at."""

from typing import NamedTuple

from django.http import HttpResponse

from tests.metatests.sources import ROOT, files


class Seen(NamedTuple):
    """`address`: its name. `page`: the template of the whole; `parts`: with those in it. `asks`: a form stood on it."""

    status: int
    address: str
    page: str
    parts: frozenset[str]
    asks: bool


def seen(answer: HttpResponse) -> Seen:
    parts = [template.name for template in answer.templates if template.name]
    address = answer.resolver_match.view_name if answer.status_code not in {403, 404, 405} else ""
    asks = bool(answer.context) and hasattr(answer.context.get("form"), "helper")
    return Seen(answer.status_code, address, next(iter(parts), ""), frozenset(parts), asks)


def templates() -> set[str]:
    """Every template of ours, as a view names it."""
    return {str(path.relative_to(ROOT / "templates")) for path in files("templates", ext="html")}


def error_states_missing(rows: list[Seen]) -> set[str]:
    """Pages that ask something and were never seen as they answer what they do not take."""
    return {row.page for row in rows if row.asks} - {row.page for row in rows if row.asks and row.status in {409, 422}}
