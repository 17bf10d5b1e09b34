"""System checks: a clinic does not open without somebody to page and help to show. Settings refuse the same, in processes that run no checks."""

import datetime
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from desk.escalation.ladder import ladders
from intake.safety.resources import load


@register()
def someone_to_page(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """In production there is an address for pages while nobody stands on the roster."""
    if not settings.PRODUCTION or settings.ON_CALL_MAIL:
        return []
    return [Error("Nobody would be paged for a safety event.", hint="Set ON_CALL_MAIL.", id="intake.E001")]


@register()
def files_that_can_be_used(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Crisis resources and escalation ladder can be read; the resources were looked at in time."""
    try:
        ladders(settings.ESCALATION_FILE)
        resources = load(settings.CRISIS_FILE)
    except ValueError as error:
        return [Error(str(error), hint="Mend CRISIS_FILE or ESCALATION_FILE.", id="intake.E002")]
    if resources.review_again_by >= datetime.date.today():  # noqa: DTZ011 (a day more or less is no matter)
        return []
    hint = "Call or look up each line, then write the day and the next one into the file."
    return [Warning(f"The crisis resources were to be looked at again by {resources.review_again_by}.", hint=hint, id="intake.W001")]
