"""Far more than any answer needs: its beginning is kept, and the person is told where it ends."""

import pytest

from intake.answers.reading import MOST_KEPT
from intake.drafts.fields import fields_of
from intake.questionnaire import PAGES, STEPS, key
from tests.intake.drafts.sending import WHICH
from tests.intake.filling import ENTRY

pytestmark = pytest.mark.django_db


def boxes_of(step):
    """Each box of a page in which words can be typed: its question, its field. One dose floor stands for all."""
    for question in (each for each in step.questions if "_at_" not in each.id or each.id.endswith("_at_50")):
        for name, field in fields_of(question).items():
            if getattr(field.widget, "input_type", "text") in ("text", "tel"):
                yield question, f"{name}_year" if question.kind == "month" and name == question.field else name


PAGES_WITH_BOXES = [step for step in [*STEPS, *(page for pages in PAGES.values() for page in pages)] if any(boxes_of(step))]


@pytest.mark.parametrize("step", PAGES_WITH_BOXES, ids=[step.slug for step in PAGES_WITH_BOXES])
def test_a_megabyte_in_any_box_keeps_its_beginning_and_says_so(client, draft, said, step):
    client.post(WHICH, {"rev": "0", "agent": "sertraline"})
    url = f"/intake/medicines/{ENTRY}/{step.slug}/" if step.group else f"/intake/{step.slug}/"
    text = ("0123456789" * 100_000)[: 10**6]
    for sent, (question, name) in enumerate(boxes_of(step)):
        response = client.post(url, {"rev": str(sent), name: text})
        assert response.status_code in (302, 303, 422, 409), name
        kept = [str(each) for each in strings(said()[key(question.id, ENTRY if step.group else "")])]
        assert text[:MOST_KEPT] in kept, name
        if response.status_code == 422:
            assert "We kept the first 20,000 characters" in response.content.decode(), name
    assert client.get(url, follow=True).status_code == 200


def strings(thing):
    """Every text of a document's part."""
    if isinstance(thing, str):
        return [thing]
    return [
        text for each in (thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else []) for text in strings(each)
    ]
