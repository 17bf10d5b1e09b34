"""Numbers of a history or a report as a clinician reads them: one number, a span, or not known."""

from typing import Any

from django.utils.translation import gettext as _

Number = float | int
Figure = Number | dict[str, Any] | None


def spoken(figure: Figure, unit: str = "") -> str:
    """`16 weeks`, `6 to 7 weeks`, `at least 8 weeks`, `not known`."""
    low, high = _ends(figure)
    if low is None and high is None:
        return _("not known")
    if low == high:
        text = _plain(low)
    elif high is None:
        text = _("at least %(low)s") % {"low": _plain(low)}
    elif not low:
        text = _("at most %(high)s") % {"high": _plain(high)}
    else:
        text = _("%(low)s to %(high)s") % {"low": _plain(low), "high": _plain(high)}
    return f"{text} {unit}".strip()


def _ends(figure: Figure) -> tuple[Number | None, Number | None]:
    if isinstance(figure, dict):
        return figure.get("min"), figure.get("max")
    return figure, figure


def _plain(number: Number | None) -> str:
    return "" if number is None else f"{number:.10g}"
