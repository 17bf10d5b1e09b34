"""Which answers were not given anew but said to be still right, and from which form they are."""

import datetime
from collections import Counter
from dataclasses import dataclass

from intake.questionnaire import Document


@dataclass(frozen=True)
class StillRight:
    """How many answers are from the form that was sent on this day."""

    sent_on: datetime.date
    answers: int


def still_right(document: Document) -> list[StillRight]:
    """One line for each form that answers came from, the latest first."""
    counted = Counter(answer["from"]["sent_on"] for answer in document["answers"].values() if "from" in answer)
    return [StillRight(datetime.date.fromisoformat(day), counted[day]) for day in sorted(counted, reverse=True)]
