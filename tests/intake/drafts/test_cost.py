"""What part 1 with three medicines costs a person, walked through the pages themselves; docs/completion-cost.md keeps the tables."""

import pytest

from intake.questionnaire import question_named
from tests.intake.drafts.cost import Cost, Eyes
from tests.intake.drafts.test_quick_pick import drawn
from tests.intake.filling import ABOUT, CONSENT, DOSE, EFFECT, EPISODE, EXCLUDED, PHQ9, TREATMENTS, WHEN
from tests.metatests.sources import ROOT

pytestmark = pytest.mark.django_db
TABLES = ROOT / "docs/completion-cost.md"
DATES = {"start_year": "2024", "stop_year": "2025", "stop_not_sure": ""}
FLOORS = {"sertraline": "weeks_at_50", "fluoxetine": "weeks_at_20", "duloxetine": "weeks_at_60"}
MOST_MINUTES, MOST_MINUTES_READING = 8, 18


def cost(fields, source, eyes):
    """Of one page: a tap for each tick, choice and box, and for the button; a box's text is typed; every new word is read."""
    given = {name: value for name, value in fields.items() if value}
    taps = sum(len(value) if isinstance(value, list) else 1 for value in given.values())
    typed = sum(len(value) for name, value in given.items() if name == "typed" or name.endswith(("_year", "_age")) or _is_typed(name))
    return Cost(1, taps + 1, typed, eyes.read(source))


def _is_typed(name):
    question = question_named(name) or question_named(name.replace("_", ".", 1))
    return question is not None and question.kind in ("dose", "text", "long_text", "phone", "signature", "number")


def medicines():
    """What is sent from each page of the medicines, in order."""
    yield {"picked": list(FLOORS)}
    effect = {name: value for name, value in EFFECT.items() if not name.startswith("weeks_at")}
    for weeks in FLOORS.values():
        yield from (DOSE, effect | {weeks: "8_more"}, WHEN | DATES)
    yield {"medicines_unnamed": "0"}


def walk(client, eyes, url, pages, until):
    """What these pages cost together; the last one leads to `until`."""
    spent = Cost()
    for fields in pages:
        page = client.get(url)
        spent = spent.plus(cost(fields, page.content.decode(), eyes))
        answer = client.post(url, drawn(page) | fields)
        assert answer.status_code == 303, url
        url = answer["Location"]
    assert url == until
    return spent


def test_part_1_with_three_medicines(client, draft):
    eyes = Eyes()
    home = cost({}, client.get("/intake/").content.decode(), eyes)
    before = walk(client, eyes, "/intake/consent/", (CONSENT, ABOUT, EPISODE, {}, PHQ9), "/intake/medicines/")
    pills = walk(client, eyes, "/intake/medicines/", medicines(), "/intake/other-treatments/")
    after = walk(client, eyes, "/intake/other-treatments/", (TREATMENTS, EXCLUDED), "/intake/check/")
    check = cost({}, client.get("/intake/check/").content.decode(), eyes)
    spent = home.plus(before).plus(pills).plus(after).plus(check)
    rows = [pills.row("now"), spent.row("now")]
    print("the medicines alone, then all of part 1:", *rows, sep="\n")
    assert spent.minutes <= MOST_MINUTES
    assert spent.minutes_reading <= MOST_MINUTES_READING
    last = [table.strip().splitlines()[-1] for table in TABLES.read_text("utf-8").split("\n\n") if table.startswith("| when")]
    assert [told(row)[:4] for row in last] == [told(row)[:4] for row in rows], "docs/completion-cost.md: say what it costs now"
    assert [told(row)[4:] for row in last] == [pytest.approx(told(row)[4:], rel=0.1) for row in rows], "docs/completion-cost.md: words"


def told(row):
    """The figures of a line."""
    return [float(cell.replace(",", "")) for cell in row.strip("| ").split("|")[1:]]
