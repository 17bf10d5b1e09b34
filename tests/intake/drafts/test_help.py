"""Help first, whichever way an answer about death is given."""

from urllib.parse import unquote

import pytest

from intake.models import SafetyEvent
from intake.safety.services import close_event
from tests.intake.drafts.sending import rev, send, settle
from tests.intake.filling import PHQ9
from tests.intake.people import staff

pytestmark = pytest.mark.django_db


def test_item_9_shows_help_before_anything_else_and_then_goes_on(client, draft):
    response = send(client, "/intake/phq9/", PHQ9 | {"phq9_item9": "2"})
    assert response.status_code == 303
    assert unquote(response["Location"]) == "/pause/?next=/intake/more-questions/"
    assert SafetyEvent.objects.get().tier == 2


def test_item_9_counts_on_a_page_that_is_otherwise_not_finished(client, draft):
    response = send(client, "/intake/phq9/", {"phq9_item9": "1"}, later="1")
    assert unquote(response["Location"]) == "/pause/?next=/intake/phq9/"
    assert SafetyEvent.objects.get().tier == 1


def test_item_9_counts_while_two_windows_disagree(client, draft, said):
    seen = rev(client.get("/intake/phq9/"))
    client.post("/intake/phq9/", {"rev": seen, **PHQ9})
    response = client.post("/intake/phq9/", {"rev": seen, **PHQ9, "phq9_item9": "3"})
    assert response["Location"].startswith("/pause/")
    assert SafetyEvent.objects.get().tier == 2
    assert said()["phq9.item9"]["value"] == 0
    assert "Which answer is right?" in client.get("/intake/phq9/").content.decode()


CHOSEN = [
    ("the graver one", "More than half the days", True, 1),
    ("the lighter one", "Several days", True, 1),
]


@pytest.mark.parametrize(("why", "words", "helped", "events"), CHOSEN)
def test_choosing_between_two_answers_to_item_9_shows_help(client, draft, said, why, words, helped, events):
    seen = rev(client.get("/intake/phq9/"))
    client.post("/intake/phq9/", {"rev": seen, **PHQ9, "phq9_item9": "2"})
    client.post("/intake/phq9/", {"rev": seen, **PHQ9, "phq9_item9": "1"})
    response = settle(client, "/intake/phq9/", client.get("/intake/phq9/"), words)
    assert response["Location"].startswith("/pause/") is helped
    assert SafetyEvent.objects.count() == events


def test_choosing_what_staff_closed_before_opens_a_new_event(client, draft):
    seen = rev(client.get("/intake/phq9/"))
    client.post("/intake/phq9/", {"rev": seen, **PHQ9, "phq9_item9": "2"})
    client.post("/intake/phq9/", {"rev": seen, **PHQ9})
    close_event(event=SafetyEvent.objects.get(), outcome="spoken_with", note="Spoken.", by=staff())
    settle(client, "/intake/phq9/", client.get("/intake/phq9/"), "More than half the days")
    assert SafetyEvent.objects.get(closing=None).tier == 2


def test_choosing_not_at_all_goes_on_and_the_event_stands(client, draft):
    seen = rev(client.get("/intake/phq9/"))
    client.post("/intake/phq9/", {"rev": seen, **PHQ9, "phq9_item9": "2"})
    client.post("/intake/phq9/", {"rev": seen, **PHQ9})
    assert settle(client, "/intake/phq9/", client.get("/intake/phq9/"), "Not at all")["Location"] == "/intake/phq9/"
    assert SafetyEvent.objects.get(closing=None).tier == 2


def test_the_way_past_the_scale_stands_above_it(client, draft):
    page = client.get("/intake/phq9/").content.decode()
    order = [page.index(text) for text in ('name="phq9_skip"', "Over the last 2 weeks", 'name="phq9_item1"')]
    assert order == sorted(order)


def test_item_9_at_zero_goes_on(client, draft):
    assert send(client, "/intake/phq9/", PHQ9)["Location"] == "/intake/medicines/"
    assert not SafetyEvent.objects.exists()


def test_skipping_the_scale_goes_on_without_an_event(client, draft):
    assert send(client, "/intake/phq9/", {"phq9_skip": "yes"})["Location"] == "/intake/medicines/"
    assert not SafetyEvent.objects.exists()


def test_the_words_before_item_9_are_on_the_page_before_it(client, draft):
    page = client.get("/intake/phq9/").content.decode()
    assert page.index("Some of these questions are about thoughts of death") < page.index("Thoughts that you would be better off dead")
    assert page.index("Moving or speaking so slowly") < page.index("Some of these questions are about thoughts of death")
