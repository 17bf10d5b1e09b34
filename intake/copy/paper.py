"""From a page to a PDF, on machines that have what drawing needs."""

import structlog

log = structlog.get_logger(__name__)


class NotDrawn(Exception):
    """No PDF came of it; the log says why."""


def paper(html: str) -> bytes:
    """The page as a PDF. Raises NotDrawn, also where the libraries are missing: only here are they asked for."""
    try:
        from intake.copy.drawing import draw

        return draw(html)
    except Exception as error:
        log.error("copy was not drawn", error=type(error).__name__)
        raise NotDrawn from error
