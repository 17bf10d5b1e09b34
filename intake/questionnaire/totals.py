"""The total of a scale, from what was said. For clinicians: patients see none."""

from intake.questionnaire.scales import Scale
from intake.questionnaire.steps.scale import item_id, skip_id
from intake.questionnaire.visibility import Said


def total(scale: Scale, said: Said) -> float | None:
    """The total, or None unless every item is answered and the scale was not skipped."""
    if said.value(skip_id(scale)):
        return None
    given = {item.number: said.value(item_id(scale, item.number)) for item in scale.items}
    return scale.score({number: score for number, score in given.items() if isinstance(score, int)})
