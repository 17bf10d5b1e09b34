"""Part 1 with a keyboard alone: Tab, arrows, Space, Enter and letters. Where the keys are is seen at every stop."""

import re

from playwright.sync_api import Locator, expect

from tests.journeys.patient import Patient
from tests.journeys.test_whole_way import BORN

MOST_STOPS = 120
# What is wrong with the mark of where the keys are: a choice is marked by its row.
# Between the last stop and the first the browser itself has the keys.
STOP = """(target) => {
  const one = document.activeElement, said = (what) => [one === target, `${what}: ${one.outerHTML.slice(0, 120)}`];
  if (one === document.body) return [false, ''];
  const host = one.matches('.choice input') ? one.closest('.choice') : one;
  const style = getComputedStyle(host), box = host.getClientRects()[0];
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return said('no mark');
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  if (bottom - top < Math.min(box.height, 20)) return said('out of sight');
  const there = document.elementFromPoint((box.left + box.right) / 2, (top + bottom) / 2);
  return host.contains(there) || there.contains(host) ? [one === target, ''] : said('covered');
}"""


class Fingers(Patient):
    """A patient without a mouse."""

    def reach(self, target: Locator) -> None:
        """Tab until the keys are there."""
        goal = target.element_handle()  # looked for once: a stop asks no more than where the keys are
        for _ in range(MOST_STOPS):
            there, wrong = goal.evaluate(STOP)
            self.faults += [f"{self._here}: {wrong}"] if wrong else []
            if there:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{self.page.url}: Tab never comes to {target}")

    def choose(self, question: str, *answers: str) -> None:
        group = self.page.get_by_role("group", name=question)
        group.wait_for()
        for answer in answers:
            whole = group.get_by_label(answer, exact=True)
            self.mark(whole if whole.count() else group.get_by_label(answer).first)

    def mark(self, target: Locator) -> None:
        """Space ticks; among radios, which are one stop, the arrows go to the next."""
        if target.get_attribute("type") != "radio":
            self.reach(target)
            self.page.keyboard.press("Space")
            return
        self.reach(self.page.locator(f"input[name='{target.get_attribute('name')}']").first)
        self.page.keyboard.press("Space")
        goal = target.element_handle()
        while not goal.is_checked():
            self.page.keyboard.press("ArrowDown")

    def tick(self, words: str) -> None:
        self.mark(self.page.get_by_label(words))

    def write(self, label: str, text: str) -> None:
        self.type(self.page.get_by_label(re.compile(rf"^{re.escape(label)}")), text)

    def write_in(self, question: str, label: str, text: str) -> None:
        self.type(self.page.get_by_role("group", name=question).get_by_label(label, exact=True), text)

    def type(self, box: Locator, text: str) -> None:
        self.reach(box)
        self.page.keyboard.type(text)

    def press(self, button: str) -> None:
        self.enter(self.page.get_by_role("button", name=button).first)

    def follow(self, link: str) -> None:
        self.enter(self.page.get_by_role("link", name=link).first)

    def enter(self, target: Locator) -> None:
        target.wait_for()
        self.reach(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


def test_part_one_without_a_mouse(visit, invite):
    patient = visit(Fingers)
    patient.open_link(invite()["link"], BORN)
    patient.follow("Start")
    patient.consent()
    lands_where_something_is_missing(patient)
    for step in (patient.about_me, patient.this_low_time, patient.before_it, patient.last_two_weeks):
        step()
    patient.pick("Zoloft")
    patient.tell("150")
    patient.choose("Were there other medicines", "No")
    patient.press("Continue")
    patient.other_treatments()
    patient.what_changes_the_plan()
    patient.press("Send my answers")
    patient.reads("Your receipt number")


def lands_where_something_is_missing(patient):
    """A page sent empty: the keys are at the list of what is missing, and Enter on a line goes to the question."""
    patient.press("Continue")
    expect(patient.page.locator("#error-summary")).to_be_focused()
    patient.page.keyboard.press("Tab")
    link = patient.page.locator("#error-summary a").first
    expect(link).to_be_focused()
    field = link.get_attribute("href")
    patient.page.keyboard.press("Enter")
    expect(patient.page.locator(field)).to_be_focused()
