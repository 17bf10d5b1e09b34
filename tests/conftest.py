"""The fixtures every room may use; what they give stands in their docstrings.

- `services`: the run's PostgreSQL and Valkey, for tests of the servers themselves.
- `@pytest.mark.django_db`: the ORM as role trellis_app, rolled back after the test.
- `own_database`: a database to commit in, with workers on demand; `owner_cursor`: the owner in it.
- the language of a request stays in the thread that served it: each test begins in the site's own.
- an answer's `context` is the pages' own: to copy it again for each field and part that is drawn is a twentieth of a page.
- a form's token is of four letters only: at random a word that a page must not say would stand in one now and then.
- `live_stack`: gunicorn, worker and beat for journeys; `browser`: the Chromium that walks them.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.middleware import csrf
from django.test import client
from django.utils import translation

from tests.fixtures.browser import browser
from tests.fixtures.database import databases, django_db_setup, own_database, owner_cursor, services, static_files
from tests.fixtures.live import live_stack

__all__ = ["browser", "databases", "django_db_setup", "live_stack", "own_database", "owner_cursor", "services", "static_files"]

csrf.CSRF_ALLOWED_CHARS = "xzXZ"
PARTS = ("django/forms/", "trellis/", "includes/")
store_all = client.store_rendered_templates


def store_pages(store: dict[str, Any], signal: Any, sender: Any, template: Any, context: Any, **kwargs: Any) -> None:
    if template.name and template.name.startswith(PARTS):
        store.setdefault("templates", []).append(template)
    else:
        store_all(store, signal, sender, template, context, **kwargs)


client.store_rendered_templates = store_pages


@pytest.fixture(autouse=True)
def _language_of_the_next_test() -> Iterator[None]:
    yield
    translation.deactivate()
