"""The conclusion, in words that say what a history meets and never what a person has."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from clinic.review.figures import spoken
from clinic.review.report import Report


@dataclass(frozen=True)
class Source:
    citation: str
    mark: str
    read: str


@dataclass(frozen=True)
class Conclusion:
    """`statement` first; `count` beside it whatever it says; then what it rests on and what it leaves out."""

    statement: str
    count: str
    lifetime: str
    caveats: list[str]
    besides: str
    requirements: list[str]
    citation: str
    note: str
    sources: list[Source]
    versions: dict[str, str]


def conclusion(report: Report) -> Conclusion:
    about = report.about
    return Conclusion(
        statement=_statement(report),
        count=about["sentence"],
        lifetime=_lifetime(report),
        caveats=about["caveats"],
        besides=_besides(report),
        requirements=about["asks_besides"],
        citation=f"{about['citation']} ({about['date']})",
        note=about["note"],
        sources=[Source(**report.sources[key]) for key in about["sources"]],
        versions=report.document["engine"],
    )


def _statement(report: Report) -> str:
    words = {
        "met": _("Possible TRD: history meets the count used by %(profile)s. For clinician review."),
        "not_met": _("History does not meet the count used by %(profile)s. For clinician review."),
        "undetermined": _("Not enough is known to say whether the history meets the count used by %(profile)s. For clinician review."),
        "excluded": _("Check the diagnosis first: an answer takes this history out of %(profile)s. For clinician review."),
        "out_of_scope": _("Under 18: %(profile)s reads adults only. For clinician review."),
    }
    return words[report.conclusion] % {"profile": report.about["name"]}


def _lifetime(report: Report) -> str:
    """Beside the flag where nobody knows when the episode began."""
    counted = report.document["flag"].get("lifetime_failed_trials")
    if counted is None:
        return ""
    return _("The start of this episode is not known. Over the whole lifetime the count is %(count)s.") % {"count": spoken(counted)}


def _besides(report: Report) -> str:
    further = len(report.about["asks_besides"])
    if not further:
        return ""
    if report.conclusion == "met":
        return _("Trial count met; %(further)s further requirements are not checked here:") % {"further": further}
    return _("%(further)s further requirements are not checked here:") % {"further": further}
