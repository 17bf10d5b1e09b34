"""What somebody close told, beside the patient's own words and never among them."""

import datetime
import uuid
from dataclasses import dataclass

from audit.actor import Actor
from intake.caregivers.questions import QUESTIONS
from intake.models import Case, Telling
from intake.questionnaire.words import say


@dataclass(frozen=True)
class Told:
    """`rows` are question and answer, where there was one."""

    id: uuid.UUID
    name: str
    relation: str
    told_at: datetime.datetime
    withdrawn_at: datetime.datetime | None
    rows: list[tuple[str, str]]


def tellings(case: Case, actor: Actor) -> list[Told]:
    """The oldest first; none once the person was erased."""
    if case.data_key is None:
        return []
    found = Telling.objects.visible_to(actor).filter(caregiver__case=case).select_related("caregiver").order_by("told_at")
    return [_told(telling, case) for telling in found]


def _told(telling: Telling, case: Case) -> Told:
    caregiver = telling.caregiver
    caregiver.case = case
    who, said = caregiver.person, telling.words["answers"]
    rows = [(say(asked.label), asked.words(said[asked.id])) for asked in QUESTIONS if said.get(asked.id)]
    return Told(telling.pk, who["name"], who["relation"], telling.told_at, caregiver.withdrawn_at, rows)
