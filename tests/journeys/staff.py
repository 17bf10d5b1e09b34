"""What the people of the clinic do: sign in, read, sign, book."""

import base64
import hashlib
import hmac
import re
import secrets
import struct
import time

from tests.journeys.names import address, surname
from tests.journeys.visitor import Visitor

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PERIOD_SECONDS = 30


def one_time_code(secret: str, now: float) -> str:
    """What an authenticator app shows (RFC 6238: SHA-1, six digits, thirty seconds)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(now) // PERIOD_SECONDS), hashlib.sha1)
    (number,) = struct.unpack(">I", digest[digest[-1] & 15 :][:4])
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06}"


class Staff(Visitor):
    """Hardly a script on their pages: tests/looks holds them as the server gives them, and a journey where it asks for it."""

    name = ""
    period = 0

    def press(self, button: str) -> None:
        """Every button of theirs leads to a page: it is there when this returns."""
        with self.page.expect_navigation():
            self.click(button)

    def follow(self, link: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=link).first.click()

    def sign_in(self, email: str, password: str, totp_secret: str) -> None:
        self.go_to("/clinic/")
        self.write("Email", email)
        self.write("Password", password)
        self.press("Sign in")
        self.find("#id_code").fill(self.code(totp_secret))
        self.press("")
        self.page.wait_for_url("**/clinic/**")

    def join(self, login: dict[str, str]) -> dict[str, str]:
        """Sign in for the first time: set up the app, keep the recovery codes, choose a password. Returns the login from then on."""
        self.go_to("/clinic/")
        self.write("Email", login["email"])
        self.write("Password", login["password"])
        self.click("Sign in")
        secret, password = self.find("code").inner_text(), secrets.token_urlsafe(18)
        self.write("Code from the app", self.code(secret))
        self.click("Finish")
        self.page.get_by_role("link", name="I have kept them; go on").click()
        for label, text in (("Current password", login["password"]), ("New password", password), ("The new password again", password)):
            self.write(label, text)
        self.click("Save the new password")
        self.page.wait_for_url("**/clinic/**")
        self.name = login["name"]
        return login | {"password": password, "totp_secret": secret}

    def code(self, secret: str) -> str:
        """What the app shows; a code works once, so after the first the next, as on a telephone half a minute fast."""
        self.period = max(int(time.time()) // PERIOD_SECONDS, self.period + 1)
        return one_time_code(secret, self.period * PERIOD_SECONDS)

    def let_in(self, person: str) -> None:
        """Having called the number on file."""
        self.go_to("/clinic/invitations/")
        with self.page.expect_navigation():
            self.page.get_by_role("row", name=re.compile(person)).get_by_role("button", name="I spoke with this person").click()

    def sign_out(self) -> None:
        self.press("Sign out")


class Clinician(Staff):
    def work_all_day(self) -> None:
        """Set hours that leave room whenever this runs."""
        self.go_to("/clinic/consultations/")
        with self.page.expect_navigation():
            self.page.get_by_role("navigation", name="Clinicians").get_by_role("link", name=self.name).click()
        self.follow("Change hours")
        for day in DAYS:
            self.write(day, "0:00-23:59")
        self.press("Save hours")

    def open_record(self, person: str) -> None:
        self.wait_until(person, "/clinic/")
        with self.page.expect_navigation():
            self.page.get_by_role("row", name=re.compile(person)).get_by_role("link").first.click()

    def review(self, decision: str, reason: str) -> None:
        self.press("Take this case")
        self.choose("Diagnosis", "Major depressive disorder, confirmed")
        self.choose("Severity now", "Severe")
        self.page.get_by_role("group", name="Diagnosis").wait_for()
        for group in self.page.get_by_role("radio", name="Confirmed absent").all():
            group.check()
        self.choose("Your decision", decision)
        self.write("Why", reason)
        self.choose("See this person?", "Yes, plan a visit")
        self.write("Sign with your full name", self.name)
        self.press("Sign this review")

    def close_safety(self, person: str, note: str) -> None:
        self.go_to("/clinic/")
        self.page.get_by_role("region", name="Open safety events").get_by_role("link", name=person).last.click()
        self.press("I am on it")
        self.page.get_by_role("radio", name="Spoken with the person; plan made").check()
        self.write("What was said and done", note)
        self.write("The plan", "Their sister stays tonight; we speak again tomorrow at nine.")
        self.press("Close this event")

    def read_closing(self, person: str) -> None:
        """As the second person."""
        self.go_to("/clinic/")
        self.page.get_by_role("region", name="Open safety events").get_by_role("link", name=person).last.click()
        self.choose("Is this event dealt with?", "Yes, nothing is left open")
        self.press("Sign that I have read it")


class Lead(Clinician):
    def take_on(self, role: str) -> dict[str, str]:
        """Add somebody on the staff pages; their name, address and the one-time password that the page shows."""
        name, email = f"{role} {surname()}", address()
        self.go_to("/clinic/people/")
        self.follow("Add someone")
        self.write("Name", name)
        self.write("Email", email)
        self.tick(f"{role}: ")
        self.press("Add")
        return {"name": name, "email": email, "password": self.find("code").inner_text()}


class Scheduler(Staff):
    def invite(self, born: tuple[str, str, str]) -> dict[str, str]:
        """Invite somebody new; the link goes to their address."""
        name, email = f"Robin {surname()}", address()
        self.go_to("/clinic/invitations/")
        self.write("What is the person's full name?", name)
        for label, text in zip(("Month", "Day", "Year"), born, strict=True):
            self.write(label, text)
        self.write("Where do we send the link?", email)
        self.write("Which number can we call?", "+1 555 555 0142")
        self.press("Make the link")
        self.reads("We mail it to the address on file")
        return {"name": name, "email": email}

    def book(self, person: str, clinician: str) -> str:
        """Book a time soon, but not the very next: it may begin before its reminder is due. Return what the page then says."""
        self.go_to("/clinic/consultations/")
        self.follow(f"Book {person}")
        self.page.get_by_label("Clinician").select_option(label=clinician)
        self.press("Show times")
        self.page.get_by_role("radio").nth(2).check()
        self.press("Book")
        self.look()
        return self.words

    def messages(self, person: str, tab: str) -> int:
        """How many lines of the ledger are about somebody."""
        self.go_to(f"/clinic/reminders/?show={tab}")
        return self.page.get_by_role("row", name=re.compile(person)).count()
