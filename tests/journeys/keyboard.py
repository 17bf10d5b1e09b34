"""A keyboard alone: Tab, arrows, Space, Enter and letters. Where the keys are is seen at every stop."""

from playwright.sync_api import Locator

from tests.journeys.visitor import Visitor

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


class Fingers(Visitor):
    """Somebody without a mouse."""

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

    def type(self, box: Locator, text: str) -> None:
        self.reach(box)
        self.page.keyboard.type(text)

    def click(self, button: str) -> None:
        self.enter(self.page.get_by_role("button", name=button).first)

    def follow(self, link: str) -> None:
        self.look()
        self.enter(self.page.get_by_role("link", name=link).first)

    def enter(self, target: Locator) -> None:
        target.wait_for()
        self.reach(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
