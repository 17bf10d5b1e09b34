"""The interrupted way, on a stack of its own: web and database stop between keystrokes, and no word is lost."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connection
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from psycopg import sql

from config.stack.ports import free_port
from config.stack.processes import Child
from intake.invitations import links
from intake.models import Draft, Invitation
from tests.fixtures.databases import Databases
from tests.fixtures.own import OwnDatabase
from tests.intake.people import invited
from tests.journeys.visitor import PHONE

WORDS = "Getting up in the morning"


def test_no_word_is_lost_while_the_server_and_the_database_come_and_go(
    own_database: OwnDatabase, databases: Databases, static_files: None, browser: Browser
) -> None:
    invitation, port = invited(), free_port()
    web = start(own_database, port)
    with browser.new_context(viewport=PHONE, base_url=f"http://127.0.0.1:{port}") as context:
        page = context.new_page()
        page.goto(reverse("intake:open", args=[links.token(invitation)]))
        for label, text in (("Month", "3"), ("Day", "27"), ("Year", "1980")):
            page.get_by_label(label).fill(text)
        page.get_by_role("button", name="Open my form").click()
        page.goto("/intake/this-episode/")
        box = page.get_by_label(re.compile("^What is hardest for you"))

        box.type(WORDS[:7])
        told(page, "Saved at")
        own_database.family.stop(web)
        box.type(WORDS[7:14])
        told(page, "Not saved yet")
        page.get_by_role("button", name="Continue").first.click()
        assert box.input_value() == WORDS[:14]
        web = start(own_database, port)
        told(page, "Saved at")
        assert kept(invitation) == WORDS[:14].strip()
        with away(databases, own_database.name):
            box.type(WORDS[14:])
            told(page, "Not saved yet")
        told(page, "Saved at")
        page.reload()
        assert box.input_value() == WORDS
    assert kept(invitation) == WORDS


def start(own: OwnDatabase, port: int) -> Child:
    web = own.app.start_web(port)
    own.app.wait_for_web(web, port)
    return web


def told(page: Page, words: str) -> None:
    expect(page.locator("#saved")).to_contain_text(words, timeout=40_000)


@contextmanager
def away(databases: Databases, name: str) -> Iterator[None]:
    """The database hangs up on everybody and takes no calls."""
    allow = sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS {}")
    with psycopg.connect(databases.services.admin_url, autocommit=True) as admin:
        admin.execute(allow.format(sql.Identifier(name), sql.SQL("false")))
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            yield
        finally:
            admin.execute(allow.format(sql.Identifier(name), sql.SQL("true")))


def kept(invitation: Invitation) -> str:
    """What the server has, once it is there again; our own line to it was cut as well."""
    connection.close()
    return Draft.objects.select_related("case__data_key").get(case=invitation.case).answers["answers"]["episode.words"]["value"]
