"""A lead takes somebody on; they set up their sign-in by themselves; the audit shows it. Every page and its error state."""

import secrets

from tests.journeys.names import address, surname
from tests.journeys.staff import Lead, Staff


def wrong_tries(lead: Lead, login: dict[str, str]) -> None:
    lead.go_to("/clinic/")
    lead.write("Email", login["email"])
    lead.write("Password", "not the password at all")
    lead.press("Sign in")
    lead.reads("We don't know that email address with that password")
    lead.look()
    lead.go_to("/accounts/signup/")
    lead.look()


def take_on_a_clinician(lead: Lead) -> dict[str, str]:
    """What stands on the page once is their password."""
    name, email = f"Newcomer {surname()}", address()
    lead.go_to("/clinic/people/")
    lead.follow("Add someone")
    lead.press("Add")
    lead.reads("There are 3 problems")
    lead.write("Name", name)
    lead.write("Email", email)
    lead.tick("Clinician: reads and reviews records")
    lead.press("Add")
    lead.look()
    password = lead.find("code").inner_text()
    lead.follow("I have noted it")
    lead.follow(name)
    lead.look()
    assert password not in lead.page.content()
    return {"name": name, "email": email, "password": password}


def set_up(newcomer: Staff, login: dict[str, str]) -> dict[str, str]:
    """Sign in for the first time, with a wrong try at each step. Returns the login from then on."""
    newcomer.go_to("/clinic/")
    newcomer.write("Email", login["email"])
    newcomer.write("Password", login["password"])
    newcomer.press("Sign in")
    newcomer.write("Code from the app", "000000")
    newcomer.press("Finish")
    newcomer.reads("That code did not work")
    secret = newcomer.find("code").inner_text()
    newcomer.write("Code from the app", newcomer.code(secret))
    newcomer.press("Finish")
    newcomer.reads("Each of these opens your account once")
    newcomer.follow("I have kept them; go on")
    assert newcomer.heading == "Choose a new password"
    new = secrets.token_urlsafe(18)
    for label, text in (("Current password", "wrong"), ("New password", "short"), ("The new password again", "other")):
        newcomer.write(label, text)
    newcomer.press("Save the new password")
    newcomer.reads("That is not your current password")
    for label, text in (("Current password", login["password"]), ("New password", new), ("The new password again", new)):
        newcomer.write(label, text)
    newcomer.press("Save the new password")
    newcomer.reads("Queue")
    newcomer.name = login["name"]
    return login | {"password": new, "totp_secret": secret}


def shown_in_the_audit(lead: Lead) -> None:
    lead.go_to("/clinic/audit/?day=yesterday")
    lead.reads("Enter the day as month/day/year")
    lead.look()
    lead.go_to("/clinic/audit/")
    lead.reads("staff.second_factor_added")
    lead.look()


def leave(newcomer: Staff) -> None:
    newcomer.go_to("/accounts/")
    newcomer.sign_out()
    newcomer.go_to("/clinic/")
    assert newcomer.heading == "Staff sign-in"
