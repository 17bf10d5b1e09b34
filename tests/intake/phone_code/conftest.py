"""A form begun on one device, and the same link on another."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from desk import dispatch
from intake.invitations import links
from intake.models import Draft, Invitation
from tests.desk.gateway import Gateway, answering
from tests.intake.people import BOXES, invited

NUMBER = "+12025550142"
SEND, TYPE = "/intake/phone-code/send/", "/intake/phone-code/"
SAID = "Larkspur"


def path(invitation: Invitation) -> str:
    return reverse("intake:open", args=[links.token(invitation)])


def begun(**details: str) -> Invitation:
    """Somebody with a telephone whose form holds an answer, given on another device."""
    invitation = invited(**{"phone": "(202) 555-0142"} | details)
    first = Client()
    first.post(path(invitation), BOXES)
    draft = Draft.objects.get(case=invitation.case)
    draft.seal_answers(draft.answers | {"answers": {"about.call_me": {"state": "answered", "value": SAID, "rev": 1}}})
    draft.device = first.session["patient"]["device"]
    draft.save()
    return invitation


def waits(invitation: Invitation, asks: bool = True) -> Client:
    """A browser that the link does not know, with a code asked for."""
    client = Client()
    client.page = client.post(path(invitation), BOXES)
    if asks:
        client.page = client.post(SEND, follow=True)
    return client


@pytest.fixture
def gateway(settings) -> Gateway:
    with answering() as gateway:
        settings.TEXT_URL, settings.TEXT_TOKEN = gateway.url, "gateway-token"
        yield gateway


@pytest.fixture
def texts(gateway: Gateway) -> Callable[[], list[str]]:
    """What came to the telephone, after a look by the worker."""

    def read() -> list[str]:
        dispatch.send_due()
        return [asked.said["text"] for asked in gateway.asked if asked.said["to"] == NUMBER]

    return read
