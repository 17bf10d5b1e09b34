"""A person inside their form."""

import pytest
from django.urls import reverse

from intake.invitations import links
from intake.models import Draft
from tests.intake.people import BOXES, invited


@pytest.fixture
def draft(client):
    """An empty draft, open in the client."""
    invitation = invited()
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    return Draft.objects.select_related("case__data_key").get(case=invitation.case)


@pytest.fixture
def said(draft):
    """The answers as they stand now."""

    def read():
        draft.refresh_from_db()
        return draft.answers["answers"]

    return read


@pytest.fixture
def calm(client, draft):
    """The person's browser, where one question is asked at a time."""
    client.post("/intake/calm/", {"calm": "1"})
    return client
