"""The first rows of a list, and how many more there are, in one question."""

from typing import Any, TypeVar

from django.db.models import Count, Model, QuerySet, Window

Row = TypeVar("Row", bound=Model)


def first_of(rows: QuerySet[Row], *order: str, most: int) -> tuple[list[Row], int]:
    counted: QuerySet[Any] = rows.annotate(of_all=Window(Count("pk")))
    found = list(counted.order_by(*order)[:most])
    return found, found[0].of_all - len(found) if found else 0
