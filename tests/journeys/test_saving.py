"""Saving while typing, as a person meets it: two windows, the way back, help at once, a session that ended."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.journeys.patient import PHQ9, Patient
from tests.journeys.test_whole_way import BORN
from tests.journeys.visitor import DEADLINE_SECONDS

PLACE = "Where are you right now?"
NUMBER = "What number can we call you on today?"


@pytest.fixture
def inside(visit, invite):
    patient = visit(Patient)
    patient.link = invite()["link"]
    patient.open_link(patient.link, BORN)
    patient.go_to("/intake/about-you/")
    return patient


def saved(patient):
    """Saved, and nothing besides: "Saved, but in another window…" is another line."""
    expect(patient.page.locator("#saved")).to_have_text(re.compile(r"^Saved at \d+:\d\d\s[AP]M\.$"), timeout=30_000)


def box(patient, label):
    return patient.page.get_by_label(re.compile(f"^{re.escape(label)}")).first


def test_two_windows_keep_what_both_were_told_and_ask_where_they_differ(inside):
    other = Patient(inside.page.context.new_page(), inside.base_url)
    other.go_to("/intake/about-you/")
    inside.write(PLACE, "Dayton")
    saved(inside)
    other.write(NUMBER, "555 555 0142")
    saved(other)
    inside.choose("May we leave a message there?", "Yes")
    saved(inside)
    inside.press("Save and come back later")
    inside.page.wait_for_url("**/intake/")
    other.write(PLACE, "Reno")
    expect(other.page.locator("#saved")).to_contain_text("We ask which one is right", timeout=30_000)
    other.look()
    other.press("Save and come back later")
    other.reads("Which answer is right?")
    other.reads("Dayton")
    other.reads("Reno")
    other.choose(PLACE, "Dayton")
    other.press("Continue")
    assert (box(other, PLACE).input_value(), box(other, NUMBER).input_value()) == ("Dayton", "555 555 0142")
    assert other.faults == []


def test_one_message_at_a_time_is_on_its_way_and_the_next_holds_all_that_came_since(inside):
    held = []
    inside.page.route("**/intake/about-you/", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    box(inside, PLACE).press_sequentially("Dayton", delay=50)
    wait_for(inside, held, 1)
    inside.write(PLACE, "Dayton, Ohio")
    inside.write(NUMBER, "555 555 0142")
    inside.page.wait_for_timeout(1500)  # a key's pause is over; what was typed waits for the answer all the same
    assert [route.request.post_data.count("Dayton&") for route in held] == [1], "six keys, one message"
    held[0].continue_()
    wait_for(inside, held, 2)
    assert all(words in held[1].request.post_data for words in ("Dayton%2C+Ohio", "555+555+0142"))
    held[1].continue_()
    saved(inside)
    assert len(held) == 2
    inside.page.unroute("**/intake/about-you/")
    without_network(inside)
    inside.page.evaluate(OF_AN_EARLIER_PAGE)
    inside.write(PLACE, "Dayton")
    expect(inside.page.locator("#saved")).to_contain_text("Some of what stands here is not saved", timeout=30_000)


# A question that the server does not ask any more.
OF_AN_EARLIER_PAGE = """() => { const form = document.querySelector('form[data-autosave]'); form.elements.asked.value = 'earlier'
    form.append(Object.assign(document.createElement('input'), {name: 'about_garden', value: 'Roses'})) }"""


def without_network(inside):
    """The page says so, is not left without a question, and saves by itself once the network is back."""
    asked = []
    inside.page.context.set_offline(True)
    inside.write(PLACE, "Akron")
    expect(inside.page.locator("#saved")).to_contain_text("there is no connection", timeout=30_000)
    inside.page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    inside.page.evaluate("setTimeout(() => location.assign('/intake/'))")
    wait_for(inside, asked, 1)
    inside.page.context.set_offline(False)
    saved(inside)
    assert (asked, box(inside, PLACE).input_value()) == (["beforeunload"], "Akron")


def wait_for(visitor, held, number):
    deadline = time.monotonic() + DEADLINE_SECONDS
    while len(held) < number:
        assert time.monotonic() < deadline, f"{len(held)} of {number}"
        visitor.page.wait_for_timeout(50)


def test_going_back_and_another_language_lose_nothing(inside):
    inside.write(PLACE, "Dayton")
    inside.page.get_by_role("link", name="Back", exact=True).click()  # at once: the page waits for what is being saved
    inside.page.wait_for_url("**/intake/consent/")
    inside.page.go_back()
    assert box(inside, PLACE).input_value() == "Dayton"
    inside.write(PLACE, "Springfield")
    inside.page.get_by_role("button", name="Español").click()
    expect(inside.page.locator("html")).to_have_attribute("lang", "es")
    assert inside.page.locator("#id_about_place").input_value() == "Springfield"
    inside.page.locator("#id_about_place").fill("Reno")
    inside.page.goto("about:blank")  # no link of ours: the page says it while it goes
    inside.wait_until("Reno", "/intake/check/")


def test_help_stands_there_at_once_and_comes_again_when_the_page_is_sent(inside):
    inside.go_to("/intake/phq9/")
    inside.page.route("**/intake/phq9/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    inside.choose(PHQ9[-1], "More than half the days")
    expect(inside.page.locator(".help-at-once")).to_contain_text("Call or text 988", timeout=2_000)
    expect(inside.page.locator("#saved")).to_contain_text("Not saved yet", timeout=30_000)
    inside.look()
    inside.page.unroute("**/intake/phq9/")
    saved(inside)
    inside.press("Continue")
    inside.page.wait_for_url("**/pause/**")
    a_name_that_the_list_has_no_room_for_is_not_called_saved(inside)


def a_name_that_the_list_has_no_room_for_is_not_called_saved(inside):
    inside.go_to("/intake/medicines/")
    inside.write("Another one?", ", ".join(f"Pill {number}" for number in range(1, 42)))
    expect(inside.page.locator("#saved")).to_contain_text("This is not saved: Pill 41. Please write it down", timeout=30_000)
    inside.look()


def test_after_the_session_ended_what_is_typed_stays_and_is_saved_once_the_link_is_open_again(inside):
    inside.write(PLACE, "Dayton")
    saved(inside)
    inside.page.context.clear_cookies(name="session")
    inside.write(PLACE, "Dayton, Ohio")
    expect(inside.page.locator("#saved")).to_contain_text("your form closed, to keep it private", timeout=30_000)
    inside.look()
    inside.page.get_by_role("button", name="Continue").first.click()
    assert box(inside, PLACE).input_value() == "Dayton, Ohio"  # the page is not given up
    other = Patient(inside.page.context.new_page(), inside.base_url)
    other.open_link(inside.link, BORN)
    inside.page.bring_to_front()
    saved(inside)
    other.wait_until("Dayton, Ohio", "/intake/check/")
