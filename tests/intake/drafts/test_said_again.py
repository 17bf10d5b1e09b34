"""Pages sent again: help each time it is needed, and nothing typed is lost when a page stopped applying meanwhile."""

import pytest

from intake.models import SafetyEvent
from tests.intake.filling import PHQ9

pytestmark = pytest.mark.django_db
AGAIN = [("said again after taking it back", "202", 1), ("less than before", "31", 1), ("more than before", "12", 2)]


@pytest.mark.parametrize(("reason", "values", "events"), AGAIN, ids=[row[0] for row in AGAIN])
def test_help_is_shown_each_time_item_9_changes_to_more_than_zero(client, draft, reason, values, events):
    for value in values:
        response = client.post("/intake/phq9/", PHQ9 | {"rev": "99", "phq9_item9": value})
        assert response["Location"].startswith("/pause/") is (value != "0")
    assert SafetyEvent.objects.count() == events
    same = client.post("/intake/phq9/", PHQ9 | {"rev": "99", "phq9_item9": values[-1]})
    assert same["Location"] == "/intake/more-questions/"


def test_a_page_that_stopped_applying_meanwhile_keeps_what_was_typed(client, draft, said):
    response = client.post("/intake/more-f/", {"rev": "99", "therapy_kind": "cbt"})
    assert (response.status_code, response["Location"]) == (302, "/intake/")
    assert set(said()) == {"therapy.kind"}
    assert client.get("/intake/").status_code == 200
