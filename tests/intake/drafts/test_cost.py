"""What three medicines cost a person: pages, taps and typed characters, walked through the pages themselves."""

import pytest

from intake.questionnaire import question_named
from tests.intake.drafts.test_quick_pick import drawn
from tests.intake.filling import DOSE, EFFECT, WHEN

pytestmark = pytest.mark.django_db
DATES = {"start_year": "2024", "stop_year": "2025", "stop_not_sure": ""}
FLOORS = {"sertraline": "weeks_at_50", "fluoxetine": "weeks_at_20", "duloxetine": "weeks_at_60"}


def cost(fields):
    """Taps and characters of one page: a tap for each tick, choice and box, and for the button; a box's text is typed."""
    given = {name: value for name, value in fields.items() if value}
    taps = sum(len(value) if isinstance(value, list) else 1 for value in given.values())
    typed = sum(len(value) for name, value in given.items() if name == "typed" or name.endswith("_year") or _is_typed(name))
    return taps + 1, typed


def _is_typed(name):
    question = question_named(name)
    return question is not None and question.kind in ("dose", "text")


def pages():
    """What is sent from each page, in order."""
    yield {"picked": list(FLOORS)}
    effect = {name: value for name, value in EFFECT.items() if not name.startswith("weeks_at")}
    for weeks in FLOORS.values():
        yield from (DOSE, effect | {weeks: "8_more"}, WHEN | DATES)
    yield {"medicines_unnamed": "0"}


def test_three_medicines(client, draft):
    url, spent = "/intake/medicines/", []
    for fields in pages():
        answer = client.post(url, drawn(client.get(url)) | fields)
        assert answer.status_code == 303, url
        spent.append(cost(fields))
        url = answer["Location"]
    assert url == "/intake/other-treatments/"
    taps, typed = (sum(each) for each in zip(*spent, strict=True))
    print(f"three medicines: {len(spent)} pages, {taps} taps, {typed} characters")
    assert len(spent) <= 11
    assert taps <= 54
    assert typed <= 33
