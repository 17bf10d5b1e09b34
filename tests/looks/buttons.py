"""Buttons that crowd what follows them, and buttons of several widths below one another on a phone."""

from typing import Final

from playwright.sync_api import Page

NEAREST_PX: Final = 6  # between a form that ends in a button and what follows it
PHONE_PX: Final = 480

CROWDED: Final = """least => [...document.querySelectorAll(".card form")]
  .map(form => [form, form.nextElementSibling])
  .filter(([form, next]) => next && form.getClientRects().length && next.getClientRects().length)
  .map(([form, next]) => [form.innerText.trim().split("\\n").pop(), next.getBoundingClientRect().top - form.getBoundingClientRect().bottom])
  .filter(([words, gap]) => gap < least && gap > -least)
  .map(([words, gap]) => `"${words}" stands ${Math.round(gap)} px above what follows`)"""

UNEVEN: Final = """() => [...document.querySelectorAll(".patient .card")].flatMap(card => {
  const widths = [...card.querySelectorAll(".button")]
    .filter(button => button.offsetParent && !button.closest(".outside, .notice"))
    .map(button => Math.round(button.getBoundingClientRect().width))
  return Math.max(...widths) - Math.min(...widths) > 2 ? [`buttons of ${widths.join(", ")} px`] : []
})"""


def ill_set(page: Page) -> list[str]:
    """What is wrong with the buttons of this page at its present width."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    return [*page.evaluate(CROWDED, NEAREST_PX), *(page.evaluate(UNEVEN) if width <= PHONE_PX else [])]
