"""A mail server to be told what to answer, and a kind of message to send by it."""

import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from config import env
from desk import dispatch, kinds, ledger
from desk.kinds import Envelope, Void
from desk.models import Message, Staff
from tests.desk.gateway import Gateway, answering
from tests.desk.postbox import Postbox, serve

FAR = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def a_tick_ends_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dispatcher that sends the same mail without end is a red test after seconds, not a run that nobody waits for."""
    monkeypatch.setattr(dispatch, "TICK_SECONDS_AT_MOST", 10.0)


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    box = Postbox()
    server = serve(box)
    yield box
    box.release.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def by_smtp(settings, postbox: Postbox) -> Postbox:
    """This process sends to the postbox."""
    for name, value in env.mail(postbox.url).items():
        setattr(settings, name, value)
    return postbox


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    """A gateway for text messages to be told what to answer."""
    with answering() as gateway:
        yield gateway


@pytest.fixture
def by_gateway(settings, gateway: Gateway) -> Gateway:
    """This process sends texts to the gateway."""
    settings.TEXT_URL, settings.TEXT_TOKEN = gateway.url, "gateway-token"
    return gateway


@pytest.fixture
def note(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A registered kind "note"; what `says` holds is what its preparer answers, or raises."""
    answer: dict[str, object] = {"says": Envelope("person@demo.example", "Appointment reminder", "Come on Monday.")}

    def prepare(message: Message) -> Envelope | Void:
        if isinstance(answer["says"], Exception):
            raise answer["says"]
        return answer["says"]

    monkeypatch.setitem(kinds._PREPARERS, "note", prepare)
    return answer


@pytest.fixture
def plan(note: dict[str, object]) -> Callable[..., Message]:
    def planned(**more: object) -> Message:
        given = {"key": f"note:{uuid.uuid4()}", "kind": "note", "case": uuid.uuid4(), "subject": uuid.uuid4(), "stale_at": FAR}
        return ledger.plan(**(given | more))

    return planned


@pytest.fixture
def scheduler(db: None) -> Staff:
    return Staff.objects.create(email="desk@demo.example", name="Sam", role="scheduler")


def ago(**how_long: float) -> datetime:
    return datetime.now(UTC) - timedelta(**how_long)
