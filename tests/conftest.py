"""The fixtures every room may use; what they give stands in their docstrings.

- `services`: the run's PostgreSQL and Valkey, for tests of the servers themselves.
- `@pytest.mark.django_db`: the ORM as role trellis_app, rolled back after the test.
- `own_database`: a database to commit in, with workers on demand; `owner_cursor`: the owner in it.
- the language of a request stays in the thread that served it: each test begins in the site's own.
- an answer's `context` is the pages' own, without the copies for fields and parts.
- a form's token is of four letters only: at random a word that a page must not say would stand in one now and then.
- `live_stack`: gunicorn, worker and beat for journeys; `browser`: the Chromium that walks them.
"""

from collections.abc import Iterator

import pytest
from django.middleware import csrf
from django.utils import translation

from tests.fixtures.browser import browser
from tests.fixtures.client import hash_as_if_nobody_guessed, keep_pages_only, look_through_static_files_once
from tests.fixtures.database import databases, django_db_setup, own_database, owner_cursor, services, static_files
from tests.fixtures.live import live_stack

__all__ = ["browser", "databases", "django_db_setup", "live_stack", "own_database", "owner_cursor", "services", "static_files"]

csrf.CSRF_ALLOWED_CHARS = "xzXZ"
keep_pages_only()
look_through_static_files_once()
hash_as_if_nobody_guessed()


@pytest.fixture(autouse=True)
def _language_of_the_next_test() -> Iterator[None]:
    yield
    translation.deactivate()
