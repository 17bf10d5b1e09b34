"""A person inside their form, as for the pages of the form themselves."""

from tests.intake.drafts.conftest import draft, said  # noqa: F401
