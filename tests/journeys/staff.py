"""What the people of the clinic do: sign in, read, sign, book."""

import base64
import hashlib
import hmac
import re
import struct
import time

from tests.journeys.visitor import Visitor

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def one_time_code(secret: str, now: float) -> str:
    """What an authenticator app shows (RFC 6238: SHA-1, six digits, thirty seconds)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(now) // 30), hashlib.sha1)
    (number,) = struct.unpack(">I", digest[digest[-1] & 15 :][:4])
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06}"


class Staff(Visitor):
    name = ""

    def sign_in(self, email: str, password: str, totp_secret: str) -> None:
        self.go_to("/clinic/")
        self.write("Email", email)
        self.write("Password", password)
        self.press("Sign in")
        self.find("#id_code").fill(one_time_code(totp_secret, time.time()))
        self.press("")
        self.page.wait_for_url("**/clinic/**")

    def sign_out(self) -> None:
        self.press("Sign out")


class Clinician(Staff):
    def work_all_day(self) -> None:
        """Set hours that leave room whenever this runs."""
        self.go_to("/clinic/consultations/")
        self.page.get_by_role("navigation", name="Clinicians").get_by_role("link", name=self.name).click()
        self.follow("Change hours")
        for day in DAYS:
            self.write(day, "0:00-23:59")
        self.press("Save hours")

    def open_record(self, person: str) -> None:
        self.wait_until(person, "/clinic/")
        self.page.get_by_role("row", name=re.compile(person)).get_by_role("link").first.click()

    def review(self, decision: str, reason: str) -> None:
        self.press("Take this case")
        self.choose("Diagnosis", "Major depressive disorder, confirmed")
        self.choose("Severity now", "Severe")
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
        self.page.get_by_role("textbox").first.fill(note)
        self.press("Close")


class Scheduler(Staff):
    def book(self, person: str, clinician: str) -> str:
        """Book the first free time; return what the page then says."""
        self.go_to("/clinic/consultations/")
        self.page.get_by_role("link", name=f"Book {person}").click()
        self.page.get_by_label("Clinician").select_option(label=clinician)
        self.press("Show times")
        self.page.get_by_role("radio").first.check()
        self.press("Book")
        self.look()
        return self.words
