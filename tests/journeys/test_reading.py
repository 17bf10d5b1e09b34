"""The pages of patients for other eyes: 200 % and 400 %, in the dark, in colours of one's own, without motion; and what they weigh.

One walk for all: cold at the door; then each page as it comes, the scripts of the form with the first that needs them.
"""

from intake.questionnaire import STEPS
from tests.axe import violations
from tests.journeys.patient import Patient
from tests.journeys.scales import Scales
from tests.journeys.test_whole_way import BORN
from tests.journeys.visitor import PHONE

# A window of 1280 by 1024 as the page sees it at 200 % and at 400 %.
ZOOMED = {"200 %": {"width": 640, "height": 512}, "400 %": {"width": 320, "height": 256}}
STEPS_READ = (
    "consent", "about-you", "this-episode", "phq9", "medicines", "other-treatments", "must-exclude", "conditions", "labs-asked", "check",
)  # fmt: skip
READ = {"/intake/", "/help-now/", *(f"/intake/{step}/" for step in STEPS_READ)}
WEIGHED = ["/intake/", *(f"/intake/{step.slug}/" for step in STEPS if step.when is None), "/intake/check/", "/help-now/", "/"]
FIRST_PAGE, FURTHER_PAGE, SCRIPTS = 40_000, 15_000, 12_000
FOR_EVER = "max-age=315360000, public, immutable"
WIDER = """() => {
  const within = (one) => one.closest('.scroll, pre, .unseen, .skip');
  const out = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && !within(one)
    && (one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1));
  const inside = [...document.querySelectorAll('.scroll')].filter((one) => one.scrollWidth > one.clientWidth + 1);
  return [...out, ...inside].map((one) => one.outerHTML.slice(0, 100));
}"""
MOVING = """() => [...document.querySelectorAll('body, body *')].filter((one) => {
  const style = getComputedStyle(one);
  return style.animationName !== 'none' || style.transitionDuration.split(',').some((time) => parseFloat(time) > 0) || style.scrollBehavior === 'smooth';
}).map((one) => one.outerHTML.slice(0, 100))"""
# In colours of one's own backgrounds and shadows are gone: what is pressed has an edge, what is chosen another one.
EDGELESS = """() => [...document.querySelectorAll('.button, .choice, input, select, textarea')].filter((one) => one.checkVisibility()
  && !one.matches('[type=radio], [type=checkbox]') && parseFloat(getComputedStyle(one).borderTopWidth) < 1).map((one) => one.outerHTML.slice(0, 100))"""
CHOSEN = """() => { const edge = (one) => one && getComputedStyle(one).borderTopColor;
  return edge(document.querySelector('.choice:has(:checked)')) === edge(document.querySelector('.choice:not(:has(:checked))')); }"""
SUMMARY = "#error-summary a"
LANDS = """(link) => { link.click(); const at = document.activeElement, box = at.getBoundingClientRect();
  return at !== link && at.matches('input, select, textarea') && box.top >= 0 && box.bottom <= innerHeight && Boolean(at.closest('.wrong')); }"""


class Reader(Patient):
    """Gathers what is wrong with a page, with the way it was looked at."""

    def read_on(self) -> None:
        self.page.wait_for_load_state()
        self.zoomed()
        self.page.emulate_media(reduced_motion="reduce", color_scheme="dark")
        self.faults += [f"{self._here} in the dark: {fault}" for fault in violations(self.page, "color-contrast")]
        self.faults += [f"{self._here} moves: {part}" for part in self.page.evaluate(MOVING)]
        self.page.emulate_media(forced_colors="active")
        self.faults += [f"{self._here} in one's own colours, without an edge: {part}" for part in self.page.evaluate(EDGELESS)]
        self.page.emulate_media(forced_colors="none", color_scheme="light")

    def zoomed(self) -> None:
        for zoom, size in ZOOMED.items():
            self.page.set_viewport_size(size)
            self.faults += [f"{self._here} at {zoom}: wider: {part}" for part in self.page.evaluate(WIDER)]
        self.page.set_viewport_size(PHONE)


def test_every_page_for_every_eye(visit, invite):
    reader, link, further = visit(Reader), invite()["link"], {}
    scales = Scales(reader.page)
    reader.go_to(link)
    first = scales.read()
    reader.read_on()
    reader.open_link(link, BORN)
    for path in WEIGHED:
        scales.now = 0
        reader.go_to(path)
        further[path] = scales.read()
        if path in READ:
            reader.read_on()
    assert further.keys() >= READ
    what_is_chosen_is_seen_in_colours_of_ones_own(reader)
    each_line_of_what_is_missing_lands_on_its_question(reader)
    assert reader.faults == []
    the_form_is_light(scales, first, further)


def the_form_is_light(scales, first, further):
    assert 1_000 < first <= FIRST_PAGE
    assert {path: weight for path, weight in further.items() if not 500 < weight <= FURTHER_PAGE} == {}
    assert 1_000 < scales.scripts <= SCRIPTS
    assert {name.split(".")[0] for name in scales.files} == {"trellis", "logo", "autosave", "tiles"}
    assert {name: kept for name, kept in scales.files.items() if kept not in {("gzip", FOR_EVER), ("br", FOR_EVER)}} == {}


def what_is_chosen_is_seen_in_colours_of_ones_own(reader):
    reader.page.emulate_media(forced_colors="active")
    reader.go_to("/intake/must-exclude/")
    reader.choose("bipolar disorder", "No")
    reader.faults += ["what is chosen looks like what is not"] if reader.page.evaluate(CHOSEN) else []
    reader.page.emulate_media(forced_colors="none")


def each_line_of_what_is_missing_lands_on_its_question(reader):
    """At 400 %, where a question is easily out of sight."""
    reader.page.set_viewport_size(ZOOMED["400 %"])
    for page in ("consent/", "about-you/", "phq9/"):
        reader.go_to(f"/intake/{page}")
        reader.click("Continue")
        reader.find("#error-summary").wait_for()
        lines = reader.find(SUMMARY).all()
        assert lines, page
        reader.faults += [f"{page}: does not land: {line.inner_text()}" for line in lines if not line.evaluate(LANDS)]
        reader.faults += [f"{page} with errors: wider: {part}" for part in reader.page.evaluate(WIDER)]
