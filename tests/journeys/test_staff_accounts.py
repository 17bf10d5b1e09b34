"""A lead takes somebody on; they set up their sign-in by themselves; the audit shows it. Every page and its error state."""

import secrets
import time

import pytest

from tests.journeys.staff import Staff, one_time_code
from tests.journeys.visitor import DESKTOP, PHONE


@pytest.mark.parametrize(("reason", "screen", "script"), [("on a phone", PHONE, True), ("without script, on a desk", DESKTOP, False)])
def test_somebody_new_signs_in(visit, hire, reason, screen, script):
    lead = visit(Staff, screen=screen, script=script)
    login = hire("lead")
    wrong_tries(lead, login)
    lead.sign_in(login["email"], login["password"], login["totp_secret"])

    email = f"{secrets.token_hex(4)}@demo.example"
    password = take_on(lead, email)
    newcomer = visit(Staff, screen=screen, script=script)
    set_up(newcomer, email, password)
    newcomer.reads("Queue")

    lead.go_to("/clinic/audit/?day=yesterday")
    lead.reads("Enter the day as month/day/year")
    lead.look()
    lead.go_to("/clinic/audit/")
    lead.reads("staff.second_factor_added")
    lead.look()
    newcomer.go_to("/accounts/")
    newcomer.sign_out()
    newcomer.go_to("/clinic/")
    assert newcomer.heading == "Staff sign-in"


def wrong_tries(lead, login):
    lead.go_to("/clinic/")
    lead.write("Email", login["email"])
    lead.write("Password", "not the password at all")
    lead.press("Sign in")
    lead.reads("We don't know that email address with that password")
    lead.look()
    lead.go_to("/accounts/signup/")
    lead.look()


def take_on(lead, email):
    """Add a clinician; what stands on the page once is their password."""
    lead.go_to("/clinic/people/")
    lead.follow("Add someone")
    lead.press("Add")
    lead.reads("There are 3 problems")
    lead.write("Name", f"Newcomer {email[:4]}")
    lead.write("Email", email)
    lead.tick("Clinician: reads and reviews records")
    lead.press("Add")
    lead.look()
    password = lead.find("code").inner_text()
    lead.follow("I have noted it")
    lead.follow(f"Newcomer {email[:4]}")
    lead.look()
    assert password not in lead.page.content()
    return password


def set_up(newcomer, email, password):
    newcomer.go_to("/clinic/")
    newcomer.write("Email", email)
    newcomer.write("Password", password)
    newcomer.press("Sign in")
    newcomer.write("Code from the app", "000000")
    newcomer.press("Finish")
    newcomer.reads("That code did not work")
    newcomer.write("Code from the app", one_time_code(newcomer.find("code").inner_text(), time.time()))
    newcomer.press("Finish")
    newcomer.reads("Each of these opens your account once")
    newcomer.follow("I have kept them; go on")
    assert newcomer.heading == "Choose a new password"
    new = secrets.token_urlsafe(18)
    for label, text in (("Current password", "wrong"), ("New password", "short"), ("The new password again", "other")):
        newcomer.write(label, text)
    newcomer.press("Save the new password")
    newcomer.reads("That is not your current password")
    for label, text in (("Current password", password), ("New password", new), ("The new password again", new)):
        newcomer.write(label, text)
    newcomer.press("Save the new password")


def test_the_demos_own_pages(visit):
    visitor = visit(Staff)
    for path in ("/demo/sign-in/", "/demo/outbox/", "/demo/invitation/"):
        visitor.go_to(path)
        visitor.look()
    visitor.press("Make an invitation")
    visitor.reads("April 12, 1985")
    visitor.look()


def test_the_pages_in_spanish(visit):
    visitor = visit(Staff)
    visitor.go_to("/")
    visitor.press("Español")
    visitor.reads("Antes de su cita")
    for path in ("/", "/help-now/", "/no-such-page/"):
        visitor.go_to(path)
        assert visitor.find("html").get_attribute("lang") == "es"
        visitor.look()
