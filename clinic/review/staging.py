"""Staging, small: three scores as intervals, each with what its note says."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from clinic.review.figures import spoken
from clinic.review.report import Document, Report

ROMAN = ("0", "I", "II", "III", "IV", "V")


@dataclass(frozen=True)
class Stage:
    name: str
    value: str
    note: str


def stages(report: Report) -> list[Stage]:
    staging = report.document["staging"]
    thase_rush, mgh_s = staging["thase_rush"], staging["mgh_s"]
    return [
        Stage(_("Maudsley Staging Method"), _maudsley(staging["maudsley"]), staging["maudsley"]["note"]),
        Stage(_("Thase–Rush"), _roman(thase_rush["stage"]), thase_rush["note"]),
        Stage(_("MGH-S without optimisation points"), spoken(mgh_s["score"]), mgh_s["note"]),
    ]


def _maudsley(scored: Document) -> str:
    if scored["status"] == "not_applicable":
        return _("does not apply: no trial counts")
    text = _("%(score)s of 15 (%(bands)s)") % {"score": spoken(scored["score"]), "bands": _(" or ").join(scored["bands"])}
    return text + _("; may not apply") if scored["may_not_apply"] else text


def _roman(stage: Document) -> str:
    low, high = ROMAN[stage["min"]], ROMAN[stage["max"]]
    return low if low == high else _("%(low)s to %(high)s") % {"low": low, "high": high}
