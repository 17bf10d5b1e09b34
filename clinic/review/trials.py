"""Trial by trial: what was taken, what was said of it, and what the rule makes of each fact."""

from dataclasses import dataclass
from typing import Any

from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import trd
from clinic import wording
from clinic.review.answers import Quote, Quotes
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
WEEKS_AT, ALSO_AT = "weeks_at_", "weeks_also_at_"  # one question for each dose floor, and one for a lower floor after it
# What a test reads in the person's own answers to a medicine, and what to call each there ("": it speaks for itself).
READS: dict[str, dict[str, Words]] = {
    "is_antidepressant": {"agent": "", "twice": "", "added_to": gettext_lazy("added to another")},
    "for_depression": {"purposes": ""},
    "dose": {"highest_dose": ""},
    "duration": {"weeks_total": gettext_lazy("in all"), **dict.fromkeys((WEEKS_AT, ALSO_AT), gettext_lazy("at %(mg)s mg or more"))},
    "adherence": {"adherence": ""},
    "failed": {"helped": "", "wore_off": gettext_lazy("wore off")},
    "in_scope": {
        "still_taking": gettext_lazy("still taken"),
        "start": gettext_lazy("began"),
        "stop": gettext_lazy("stopped"),
        "this_episode": gettext_lazy("in this episode"),
    },
    INTOLERANCE: {"stopped_because": ""},
}


@dataclass(frozen=True)
class Test:
    """One test under the profile: verdict, sentence, how the figure behind it was verified, and the person's words."""

    name: Words
    code: str
    verdict: str
    word: Words
    sentence: str
    status: str
    said: list[Quote]


@dataclass(frozen=True)
class Trial:
    """`counts` is yes, no or unknown; `because` the sentences that decide it; `nameless` where nobody knows which it was."""

    id: str
    name: str
    nameless: bool
    dose: str
    weeks: str
    helped: str
    start: str
    stop: str
    adds_to: str
    counts: str
    counts_word: Words
    because: list[str]
    tests: list[Test]

    @property
    def told(self) -> bool:
        """Whether anything was said of it: of one that is only counted nothing was."""
        return any(test.said for test in self.tests)

    @property
    def source(self) -> str:
        """Who entered all that is said of it, where that is one of the staff at one time: said once."""
        sources = self._sources
        return sources.pop() if len(sources) == 1 else ""

    @property
    def partly_by_staff(self) -> bool:
        return not self.source and any(self._sources)

    @property
    def _sources(self) -> set[str]:
        return {quote.source for test in self.tests for quote in test.said}


def trials(report: Report, said: Quotes) -> list[Trial]:
    """Every trial of the history, in its order."""
    return [_trial(report, fact, said) for fact in report.history.get("trials", [])]


def _trial(report: Report, fact: Document, said: Quotes) -> Trial:
    id_, counts = fact["id"], report.section["trials"][fact["id"]]["counts"]
    tests = [_test(report, found, said(id_, READS[found["test"]])) for found in trd.findings_of(report.document, report.profile, id_)]
    return Trial(
        id=id_,
        name=report.name_of(id_),
        nameless=report.nameless(id_),
        dose=spoken(fact.get("max_daily_dose_mg"), _("mg a day")),
        weeks=spoken(fact.get("weeks_total"), _("weeks")),
        helped=spoken(fact.get("improvement_percent"), _("% better")),
        **_when(fact),
        adds_to=report.name_of(fact["augments"]) if fact.get("augments") else "",
        counts=counts,
        counts_word=wording.COUNTS[counts],
        because=_because(counts, tests),
        tests=tests,
    )


def _test(report: Report, found: Document, said: list[Quote]) -> Test:
    verdict = found["verdict"]
    return Test(
        NAMES[found["test"]], found["test"], verdict, wording.VERDICTS[verdict], report.named(found["sentence"]), found["status"], said
    )


def _because(counts: str, tests: list[Test]) -> list[str]:
    """The tests that decide: those with the same verdict as the whole. Side effects count for a trial, never against it."""
    if counts == "yes":
        return [test.sentence for test in tests if test.code == INTOLERANCE and test.verdict == "yes"]
    return [test.sentence for test in tests if test.verdict == counts and test.code != INTOLERANCE]


def _when(fact: dict[str, Any]) -> dict[str, str]:
    """Both empty where neither end is known; else a question mark for the one that is not."""
    start, stop = _month(fact.get("start")), _month(fact.get("stop"))
    if "still_taking" in (fact.get("stopped_because") or []):
        stop = _("now")
    return {"start": start or "?", "stop": stop or "?"} if start or stop else {"start": "", "stop": ""}


def _month(partial: str | None) -> str:
    """`Mar 2025` for 2025-03, 2025 for itself."""
    year, _dash, rest = (partial or "").partition("-")
    return f"{MONTHS_3[int(rest[:2])].capitalize()} {year}" if rest else year
