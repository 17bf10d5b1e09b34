"""Drawing with WeasyPrint. Importing this needs Pango, so nothing imports it before a PDF is wanted."""

from pathlib import Path
from threading import Lock
from typing import Any, Final, NoReturn

from weasyprint import CSS, HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher

STYLE: Final = Path(__file__).with_name("copy.css")
ONE_AT_A_TIME: Final = Lock()  # a long form takes seconds of a core: the other threads go on with pages


class Reached(Exception):
    """A page asked for something that does not stand in it."""


class Nothing(URLFetcher):
    """Refuses every address, `file:` and `data:` too."""

    def fetch(self, url: str, headers: Any = None) -> NoReturn:
        raise Reached


def draw(html: str) -> bytes:
    """A tagged PDF (PDF/UA-1) with the page's language and title. Raises Reached: then the page is ours to mend."""
    nothing = Nothing(fail_on_errors=True)
    try:
        with ONE_AT_A_TIME:
            style = CSS(string=STYLE.read_text(), url_fetcher=nothing)
            drawn: bytes = HTML(string=html, url_fetcher=nothing).write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1")
    except FatalURLFetchingError as error:  # no Exception, in their book
        raise Reached from error
    return drawn
