"""What the rules say now otherwise than in the report that the latest review was signed for."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import trd
from clinic import wording
from clinic.review.report import Report
from clinic.review.staging import stages
from clinic.wording import Words

BECAUSE: dict[str, Words] = {
    "nothing": gettext_lazy("The rules read the answers again and found the same facts."),
    "facts": gettext_lazy("The rules read the answers again, with what the review confirms."),
    "rules": gettext_lazy("Newer rules have read the answers since."),
    "facts_and_rules": gettext_lazy("Newer rules have read the answers since, with what the review confirms."),
}


@dataclass(frozen=True)
class Moved:
    """`lines` is empty where everything came out the same."""

    because: Words
    lines: list[str]


def moved(before: Report | None, after: Report | None) -> Moved | None:
    """None where no newer report stands than the one that was signed for."""
    if before is None or after is None:
        return None
    found = trd.compare(before.document, after.document)
    conclusions = (_conclusion(after, change) for change in found["conclusions"])
    return Moved(BECAUSE[found["because"]], [*conclusions, *_caveats(before, after), *_stages(before, after), *_tests(found["tests"])])


def _conclusion(after: Report, change: dict[str, str]) -> str:
    """A rule that only one of the reports knows has no conclusion in the other."""
    was, now = (wording.CHIPS[change[side] or ""] for side in ("before", "after"))
    name = after.about_profile(change["profile"])["name"] if change["after"] else change["profile"]
    return f"{name}: {was} → {now}"


def _caveats(before: Report, after: Report) -> Iterator[str]:
    """Under the profile read, if both reports know it."""
    if after.profile not in before.document["profiles"]:
        return
    was, now = _open(before, after.profile), _open(after, after.profile)
    yield from (_("%(condition)s: no longer open") % {"condition": wording.CONDITIONS.get(name, name)} for name in was if name not in now)
    yield from (_("%(condition)s: open now") % {"condition": wording.CONDITIONS.get(name, name)} for name in now if name not in was)


def _open(report: Report, profile: str) -> list[str]:
    return [caveat["condition"] for caveat in report.document["profiles"][profile]["caveats"]]


def _stages(before: Report, after: Report) -> Iterator[str]:
    for was, now in zip(stages(before), stages(after), strict=True):
        if was.value != now.value:
            yield f"{now.name}: {was.value} → {now.value}"


def _tests(changed: list[dict[str, str]]) -> Iterator[str]:
    if changed:
        yield _("Tests of trials that came out otherwise: %(count)s") % {"count": len(changed)}
