"""Logs as JSON lines with an allow-list of keys: what is not named here is never written."""

import logging
import re
from typing import Any

import structlog
from django.views.debug import SafeExceptionReporterFilter

ALLOWED = {
    "event",
    "level",
    "logger",
    "timestamp",
    "request_id",
    "method",
    "status",
    "task",
    "task_id",
    "count",
    "kind",
    "state",
    "id",
    "error",
    "where",
    "seconds",
}

# Not a template: gunicorn has pasted into it whatever it could not read, which may be somebody's link.
_PASTED = re.compile("(Invalid request) from ip=.*")


class NothingPrivate(SafeExceptionReporterFilter):
    """An exception report without request data, cookies, settings or local variables."""

    def get_post_parameters(self, request: Any) -> dict[str, str]:
        return {}

    def get_traceback_frame_variables(self, request: Any, tb_frame: Any) -> Any:
        return []

    def get_safe_settings(self) -> dict[str, Any]:
        return {}


def _foreign(_: Any, __: str, event: dict[str, Any]) -> dict[str, Any]:
    """Keep of a library's record its template and the exception's class and place, never its values."""
    record = event.get("_record")
    if isinstance(record, logging.LogRecord) and not event.get("_from_structlog"):
        event["event"] = _PASTED.sub(r"\1", str(record.msg).splitlines()[0][:200]) if record.msg else ""
    raised = event.pop("exc_info", None)
    if isinstance(raised, tuple) and raised[0]:
        event |= {"error": raised[0].__name__, "where": _place(raised[2])}
    return event


def _place(trace: Any) -> str:
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{'/'.join(trace.tb_frame.f_code.co_filename.split('/')[-2:])}:{trace.tb_lineno}" if trace else ""


def _allowed(_: Any, __: str, event: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in event.items() if key in ALLOWED}


_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
_FINISH: list[Any] = [_foreign, structlog.stdlib.ProcessorFormatter.remove_processors_meta, _allowed, structlog.processors.JSONRenderer()]

structlog.configure(
    processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)


def formatter() -> structlog.stdlib.ProcessorFormatter:
    """How every line is written, ours and a library's."""
    return structlog.stdlib.ProcessorFormatter(foreign_pre_chain=_SHARED, processors=_FINISH)


LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": formatter}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        # Django's own handler mails request data to ADMINS; ours writes a line.
        "django": {"handlers": [], "propagate": True},
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
        "celery.app.trace": {"level": "WARNING"},
        "weasyprint.progress": {"level": "WARNING"},  # a line for every page drawn
    },
}
