"""What is still missing, as things a person can be asked, and what no answer can settle."""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clinic.review.report import Document, Report
from clinic.wording import Words

FACTS: dict[str, Words] = {
    "agent": _("what kind of medicine it was"),
    "purposes": _("what it was taken for"),
    "max_daily_dose_mg": _("the highest dose in a day"),
    "weeks_at_or_above": _("how many weeks at a full dose"),
    "adherence": _("how regularly it was taken"),
    "improvement_percent": _("how much it helped at best"),
    "in_current_episode": _("whether it was taken in this episode"),
    "stop": _("when it was stopped"),
    "stopped_because": _("why it was stopped"),
}


@dataclass(frozen=True)
class Missing:
    """All that is open about one medicine."""

    medicine: str
    facts: list[Words]


def questions(report: Report) -> list[str]:
    """The fewest questions that could change the conclusion, in words to say aloud."""
    asked = [entry["question"] for entry in report.about["questions"] if not _is_nameless(report, entry)]
    names = any(_is_nameless(report, entry) for entry in (*report.about["questions"], *report.section["would_settle"]))
    return [*asked, *([_nameless()] if names else [])]


def missing(report: Report) -> list[Missing]:
    """Every open fact that would help to settle the conclusion, trial by trial."""
    found: dict[str, list[Words]] = {}
    for entry in report.section["would_settle"]:
        if _is_nameless(report, entry):
            continue
        found.setdefault(entry["trial"], []).append(FACTS[entry["missing"]])
    return [Missing(report.name_of(trial), list(dict.fromkeys(facts))) for trial, facts in found.items()]


def unanswerable(report: Report) -> list[str]:
    """Medicines for which no dose floor is known: nobody is asked for it."""
    unknown = [entry for entry in report.section["unknown_floors"] if not _is_nameless(report, entry)]
    return list(dict.fromkeys(report.name_of(entry["trial"]) for entry in unknown))


def _nameless() -> str:
    return gettext("Which were the medicines without a name? Old bottles, the pharmacy or earlier records may tell.")


def _is_nameless(report: Report, entry: Document) -> bool:
    return bool(entry["trial"]) and report.nameless(entry["trial"])
