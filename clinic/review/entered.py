"""Which answers staff entered for the person, and how: beside each answer, and summed above them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from audit.actor import Actor
from intake.models import Case, Sitting
from intake.questionnaire import Document


@dataclass(frozen=True)
class Entered:
    """One sitting: who, how and when in words; how many of the answers came from it; who agreed for somebody under 18."""

    words: str
    answers: int
    guardian: str
    sent: bool


def entered(case: Case, document: Document, actor: Actor) -> list[Entered]:
    """The sittings that answers of this document came from, the oldest first."""
    counted = Counter(answer["sitting"] for answer in document["answers"].values() if "sitting" in answer)
    sent = document.get("sitting", "")
    return [Entered(words(each), counted[str(each.pk)], each.guardian, str(each.pk) == sent) for each in _of(case, actor, {*counted, sent})]


def sources(case: Case, actor: Actor) -> dict[str, str]:
    """Sitting → who entered, how and when."""
    return {str(each.pk): words(each) for each in _of(case, actor)}


def words(sitting: Sitting) -> str:
    """Like "entered by Robin Ash by telephone on Nov 21, 2026"."""
    began = formats.date_format(timezone.localtime(sitting.began_at), "M j, Y")
    facts = {"who": sitting.began_by.name, "day": began}
    if sitting.paper_on is None:
        return _("entered by %(who)s as they said it, on %(day)s") % facts
    return _("entered by %(who)s on %(day)s from paper of %(paper)s") % (facts | {"paper": formats.date_format(sitting.paper_on, "M j, Y")})


def _of(case: Case, actor: Actor, named: set[str] | None = None) -> Iterator[Sitting]:
    """Those of the case, its key at hand."""
    for sitting in Sitting.objects.visible_to(actor).filter(case=case).select_related("began_by").order_by("began_at"):
        sitting.case = case
        if named is None or str(sitting.pk) in named:
            yield sitting
