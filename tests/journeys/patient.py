"""What a patient does, in their words."""

import re
from fnmatch import fnmatch

from tests.journeys.visitor import Visitor

PHQ9 = (
    "Little interest or pleasure in doing things",
    "Feeling down, depressed, or hopeless",
    "Trouble falling or staying asleep, or sleeping too much",
    "Feeling tired or having little energy",
    "Poor appetite or overeating",
    "Feeling bad about yourself",
    "Trouble concentrating on things",
    "Moving or speaking so slowly",
    "Thoughts that you would be better off dead",
)


MOST_PAGES = 40
# The first choice and the first tick of each question that has none, and something in each box that stands alone.
FIRST_OF_ALL = """() => {
    const form = document.querySelector('form[data-autosave]')
    const named = name => [...form.querySelectorAll(`[name="${name}"]`)]
    const fill = {highest_dose: '100', number: '', typed: '', age: '', words: '', year: '2025', tel: '555 555 0142', decimal: '8'}
    for (const name of new Set([...form.elements].filter(e => e.name && e.checkVisibility()).map(e => e.name))) {
        const [first, ...more] = named(name)
        if (first.type == 'radio' || (first.type == 'checkbox' && more.length)) {
            named(name).some(e => e.checked) || first.click()
        } else if (first.matches('textarea, [type=text], [type=tel]') && !first.value) {
            first.value = fill[name] ?? fill[name.split('_').pop()] ?? fill[first.type] ?? fill[first.inputMode] ?? 'In my own words'
            first.dispatchEvent(new Event('input', {bubbles: true}))
        }
    }
}"""


class Patient(Visitor):
    def open_link(self, link: str, born: tuple[str, str, str]) -> None:
        self.go_to(link)
        for label, text in zip(("Month", "Day", "Year"), born, strict=True):
            self.write(label, text)
        self.press("Open my form")

    def consent(self) -> None:
        self.tick("I have read this and I agree")
        self.write("Type your full name to sign", "Robin Example")
        self.press("Continue")

    def about_me(self) -> None:
        self.write("What number can we call you on today?", "555 555 0142")
        self.choose("May we leave a message there?", "Yes")
        self.write("Where are you right now?", "Springfield")
        self.choose("Is someone helping you with this form?", "No, I fill it in myself")
        self.choose("What sex were you given at birth?", "Female")
        self.press("Continue")

    def this_low_time(self) -> None:
        self.write("Year", "2024")
        self.choose("Had you been through a time like this before?", "No")
        self.write("What is hardest for you right now?", "Getting up in the morning")
        self.press("Continue")

    def last_two_weeks(self, item9: str = "Not at all") -> None:
        for item in PHQ9[:-1]:
            self.choose(item, "More than half the days")
        self.choose(PHQ9[-1], item9)
        self.press("Continue")

    def second_stage(self, wished_to_be_dead: str, now: str = "No") -> None:
        """The ASQ: shown, not offered. A yes brings help again and one question more."""
        self.choose("have you wished you were dead?", wished_to_be_dead)
        for item in ("you or your family would be better off", "thoughts about killing yourself?", "Have you ever tried"):
            self.choose(item, "No")
        self.press("Continue")
        if wished_to_be_dead == "Yes":
            self.reads("Call or text 988.")
            self.follow("I am safe and want to go on")
            self.choose("right now?", now)
            self.press("Continue")

    def before_it(self) -> None:
        self.reads("No one checks this form day and night.")
        self.press("Continue")

    def pick(self, *medicines: str) -> None:
        """Tick what was ever taken."""
        self.choose("Which of these have you ever taken?", *medicines)
        self.press("Continue")

    def tell(self, dose: str) -> None:
        """Tell of a medicine taken long enough at a dose, regularly, that did not help enough."""
        self.write("What was the most you took in one day?", dose)
        self.choose("About how long did you take it in all?", "8 weeks or more")
        self.choose("Do you still take it?", "No")
        self.choose("What did you take it for?", "Low mood or depression")
        if self.page.get_by_role("group", name="Was it added to another medicine").count():
            self.choose("Was it added to another medicine", "No")
        self.press("Continue")
        self.choose("How long did you take", "8 weeks or more")
        self.choose("Did you take it most days?", "Yes, most days")
        self.choose("When it helped most", "Not at all, or only a little")
        self.choose("Did it help at first and then stop", "No")
        self.press("Continue")
        self.choose("Why did you stop?", "It did not help enough")
        self.write_in("About when did you start it?", "Year", "2025")
        self.write_in("About when did you stop?", "Year", "2025")
        self.choose("Did you take it in this low time?", "Yes")
        with self.page.expect_navigation():
            self.press("Continue")

    @property
    def about(self) -> str:
        """What the page asks about, and for which medicine."""
        return f"{self.heading} {' '.join(self.find('.progress').all_inner_texts())}"

    def answer_all(self) -> None:
        """Answer whatever is asked here, as somebody who takes the first of everything."""
        self.page.evaluate(FIRST_OF_ALL)
        with self.page.expect_navigation():
            self.click("Continue")

    def answer_all_until(self, address: str) -> list[str]:
        """Page after page; what the pages were about."""
        told = []
        while not fnmatch(self.page.url, address):
            told.append(self.about)
            self.answer_all()
            assert len(told) < MOST_PAGES, f"no end: {told[-1]}"
        return told

    def medicines(self) -> None:
        """Two antidepressants of two classes: enough for most rules."""
        self.pick("Zoloft", "Effexor XR")
        self.tell("150")
        self.tell("225")
        self.choose("Were there other medicines", "No")
        self.press("Continue")

    def other_treatments(self) -> None:
        self.choose("Which of these have you ever had?", "None of these")
        self.press("Continue")

    def what_changes_the_plan(self) -> None:
        for question in (
            "bipolar disorder",
            "far more energy",
            "heard or seen things",
            "schizophrenia",
            "dementia",
            "drinking or using drugs",
        ):
            self.choose(question, "No")
        self.choose("Are you pregnant", "No, or this does not apply to me")
        self.press("Continue")

    def part_one(self, item9: str = "Not at all") -> None:
        self.follow("Start")
        for step in (self.consent, self.about_me, self.this_low_time, self.before_it):
            step()
        self.last_two_weeks(item9)
        if item9 != "Not at all":
            self.reads("Call or text 988")
            self.follow("I am safe and want to go on")
            self.second_stage(wished_to_be_dead="No")
        for step in (self.medicines, self.other_treatments, self.what_changes_the_plan):
            step()

    def send(self) -> str:
        """Send the answers and return the receipt's number."""
        self.go_to("/intake/check/")
        self.press("Send my answers")
        self.page.wait_for_url("**/intake/done/")
        self.look()
        found = re.search(r"Your receipt number: (\S+)", self.words)
        assert found, self.words
        return found[1]
