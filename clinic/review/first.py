"""What matters first: red flags, what looks like resistance and may not be, answers that can't stand together."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.review.report import Document, Report
from intake.models import Case


@dataclass(frozen=True)
class Matter:
    """A sentence, and the medicines it names."""

    text: str
    medicines: str


def red_flags(case: Case) -> list[str]:
    """What must be seen soon, whatever the count. The safety banner stands above these."""
    flags = [
        (case.psychotic_features, _("Reports psychosis, now or before")),
        (case.recent_birth, _("Gave birth within the last 12 months")),
        (case.item9_unknown, _("PHQ-9 item 9 was not answered: ask in person. Not answered is not “no”")),
    ]
    return [text for raised, text in flags if raised]


def confounders(report: Report) -> list[Matter]:
    """Where to look before calling it resistance."""
    return [_matter(report, entry) for entry in report.document["confounders"]]


def contradictions(report: Report) -> list[Matter]:
    """Answers to ask about. Nothing was corrected."""
    return [_matter(report, entry) for entry in report.document.get("contradictions", [])]


def _matter(report: Report, entry: Document) -> Matter:
    names = [report.name_of(trial) for trial in entry["trials"] if not report.nameless(trial)]
    nameless = len(entry["trials"]) - len(names)
    more = [ngettext("one that nobody can name", "%(number)s that nobody can name", nameless) % {"number": nameless}] if nameless else []
    return Matter(report.named(entry["because"]), ", ".join(names + more))
