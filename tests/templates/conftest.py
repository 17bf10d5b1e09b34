"""Where the sample pages are, and a browser page on them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.fixtures.serving import serving
from tests.templates.server import SampleHandler


@pytest.fixture(scope="session")
def site(static_files: None) -> Iterator[str]:
    """The address of the sample pages."""
    with serving(SampleHandler()) as address:
        yield address


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """A page as wide as a small telephone; addresses are relative to the sample pages."""
    with browser.new_context(base_url=site, viewport={"width": 375, "height": 720}) as context:
        yield context.new_page()
