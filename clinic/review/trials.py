"""Trial by trial: what was taken, what was said of it, and what the rule makes of each fact."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import trd
from clinic import wording
from clinic.review.figures import spoken
from clinic.review.report import Document, Report
from clinic.wording import Words

NAMES: dict[str, Words] = {
    "is_antidepressant": gettext_lazy("Antidepressant"),
    "for_depression": gettext_lazy("For depression"),
    "dose": gettext_lazy("Dose"),
    "duration": gettext_lazy("Duration"),
    "adherence": gettext_lazy("Taken regularly"),
    "failed": gettext_lazy("Not enough benefit"),
    "in_scope": gettext_lazy("In the time read"),
    "intolerance": gettext_lazy("Side effects"),
}
INTOLERANCE = "intolerance"
# What a test reads, in the person's own answers to a medicine.
READS: dict[str, tuple[str, ...]] = {
    "is_antidepressant": ("agent", "added_to"),
    "for_depression": ("purposes",),
    "dose": ("highest_dose",),
    "duration": ("weeks_total", "weeks_at_"),
    "adherence": ("regularly",),
    "failed": ("helped", "wore_off"),
    "in_scope": ("this_episode", "start", "stop"),
    INTOLERANCE: ("stopped_because",),
}
Said = Callable[[str, tuple[str, ...]], list[str]]  # the person's words for questions of one medicine


@dataclass(frozen=True)
class Test:
    """One test under the profile: verdict, sentence, how the figure behind it was verified, and the person's words."""

    name: Words
    code: str
    verdict: str
    word: Words
    sentence: str
    status: str
    said: list[str]


@dataclass(frozen=True)
class Trial:
    """`counts` is yes, no or unknown; `because` the sentences that decide it."""

    id: str
    name: str
    called: str
    dose: str
    weeks: str
    helped: str
    when: str
    adds_to: str
    counts: str
    counts_word: Words
    because: list[str]
    tests: list[Test]


def trials(report: Report, said: Said) -> list[Trial]:
    """Every trial of the history, in its order."""
    return [_trial(report, fact, said) for fact in report.history.get("trials", [])]


def _trial(report: Report, fact: Document, said: Said) -> Trial:
    id_, counts = fact["id"], report.section["trials"][fact["id"]]["counts"]
    tests = [_test(report, found, said(id_, READS[found["test"]])) for found in trd.findings_of(report.document, report.profile, id_)]
    name = report.name_of(id_)
    return Trial(
        id=id_,
        name=name,
        called=_called(name, said(id_, ("agent",))),
        dose=spoken(fact.get("max_daily_dose_mg"), _("mg a day")),
        weeks=spoken(fact.get("weeks_total"), _("weeks")),
        helped=spoken(fact.get("improvement_percent"), _("% better")),
        when=_when(fact),
        adds_to=report.name_of(fact["augments"]) if fact.get("augments") else "",
        counts=counts,
        counts_word=wording.COUNTS[counts],
        because=_because(counts, tests),
        tests=tests,
    )


def _test(report: Report, found: Document, said: list[str]) -> Test:
    verdict = found["verdict"]
    return Test(
        NAMES[found["test"]], found["test"], verdict, wording.VERDICTS[verdict], report.named(found["sentence"]), found["status"], said
    )


def _because(counts: str, tests: list[Test]) -> list[str]:
    """The tests that decide: those with the same verdict as the whole. Side effects count for a trial, never against it."""
    if counts == "yes":
        return [test.sentence for test in tests if test.code == INTOLERANCE and test.verdict == "yes"]
    return [test.sentence for test in tests if test.verdict == counts and test.code != INTOLERANCE]


def _called(name: str, said: list[str]) -> str:
    """What the person calls it, where that is another word."""
    words = said[0] if said else ""
    return "" if words.casefold() == name.casefold() else words


def _when(fact: dict[str, Any]) -> str:
    start, stop = fact.get("start"), fact.get("stop")
    still = "still_taking" in (fact.get("stopped_because") or [])
    if not (start or stop or still):
        return _("dates not known")
    return f"{start or '?'} – {_('now') if still else stop or '?'}"
