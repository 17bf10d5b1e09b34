"""Journeys touch a browser and the mailbox, nothing else. Each makes its own patient and its own staff."""

import email
import email.policy
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.fixtures.commands import Commands
from tests.fixtures.live import LiveStack
from tests.journeys.names import address, surname
from tests.journeys.staff import Staff
from tests.journeys.visitor import PHONE, Visitor


@pytest.fixture
def visit(browser: Browser, live_stack: LiveStack) -> Iterator[Callable[..., Visitor]]:
    """`visit(Patient, screen=PHONE, script=False)`: a person at a browser of their own. At the end no page may have had a fault."""
    with visitors_of(browser, live_stack) as come:
        yield come


@pytest.fixture(scope="session")
def at_work(browser: Browser, live_stack: LiveStack, hire: Callable[[str], dict[str, str]]) -> Iterator[Callable[..., Staff]]:
    """`at_work(Clinician, screen=DESKTOP)`: one of each role, who signs in once for all journeys of a run.

    For journeys that say nothing of the way in; what a person's own name or hours would change needs one of its own.
    """
    staff: dict[type[Staff], Staff] = {}
    with visitors_of(browser, live_stack) as come:

        def called(who: type[Staff], *, screen: ViewportSize = PHONE) -> Staff:
            if who not in staff:
                staff[who], login = come(who), hire(who.__name__.lower())
                staff[who].name = login["name"]
                staff[who].sign_in(login["email"], login["password"], login["totp_secret"])
            staff[who].page.set_viewport_size(screen)
            return staff[who]

        yield called


@contextmanager
def visitors_of(browser: Browser, live_stack: LiveStack) -> Iterator[Callable[..., Visitor]]:
    visitors, contexts = [], []

    def come(who: type[Visitor], *, screen: ViewportSize = PHONE, script: bool = True, locale: str = "en-US") -> Visitor:
        contexts.append(browser.new_context(viewport=screen, java_script_enabled=script, locale=locale, reduced_motion="reduce"))
        visitors.append(who(contexts[-1].new_page(), live_stack.base_url, script=script))
        return visitors[-1]

    yield come
    for context in contexts:
        context.close()
    assert [fault for visitor in visitors for fault in visitor.faults] == []
    assert {host for visitor in visitors for host in visitor.hosts} <= {live_stack.base_url.split("/")[2]}


@pytest.fixture(scope="session")
def command(live_stack: LiveStack) -> Iterator[Commands]:
    """`command("invite", ...)`: a command of manage.py on the stack; returns what it printed."""
    with Commands(live_stack.environment) as command:
        yield command


@pytest.fixture(scope="session")
def hire(command: Commands) -> Callable[[str], dict[str, str]]:
    """`hire("clinician")`: a new member of staff with a name, password and authenticator secret of their own."""

    def hire(role: str) -> dict[str, str]:
        name = f"{role.title()} {surname()}"
        told = command("add_staff", "--email", address(), "--name", name, "--role", role, "--json")
        return {"name": name, **json.loads(told.splitlines()[-1])}

    return hire


@pytest.fixture
def invite(command: Commands) -> Callable[..., dict[str, str]]:
    """`invite()`: a new patient, born 4 March 1980, with a link; `invite("--language", "es")` says more of them."""

    def invite(*more: str) -> dict[str, str]:
        name, email = f"Robin {surname()}", address()
        told = command(
            "invite", "--name", name, "--date-of-birth", "1980-03-04", "--email", email, "--phone", "+15555550142", "--json", *more
        )
        return {"name": name, "email": email, **json.loads(told.splitlines()[-1])}

    return invite


@pytest.fixture
def mailbox(live_stack: LiveStack) -> Callable[[str], list[EmailMessage]]:
    """`mailbox(address)`: what was delivered to this address, oldest first."""

    def read(address: str) -> list[EmailMessage]:
        files = sorted(live_stack.mail.glob("[!.]*"), key=lambda file: file.stat().st_mtime)
        theirs = [text for text in (file.read_bytes() for file in files) if address.encode() in text]  # to parse all takes longer
        mails = [email.message_from_bytes(text, policy=email.policy.default) for text in theirs]
        return [mail for mail in mails if mail["To"] == address]

    return read
