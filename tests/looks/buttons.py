"""Buttons that crowd what follows them, and buttons of several widths below one another on a phone."""

from typing import Final

# From a form that ends in a button to what follows it: 6 CSS pixels at least.
CROWDED: Final = """() => [...document.querySelectorAll(".card form")]
  .map(form => [form, form.nextElementSibling])
  .filter(([form, next]) => next && form.getClientRects().length && next.getClientRects().length)
  .map(([form, next]) => [form.innerText.trim().split("\\n").pop(), next.getBoundingClientRect().top - form.getBoundingClientRect().bottom])
  .filter(([words, gap]) => Math.abs(gap) < 6)
  .map(([words, gap]) => `"${words}" stands ${Math.round(gap)} px above what follows`)"""

# A phone is at most 480 CSS pixels wide.
UNEVEN: Final = """() => innerWidth > 480 ? [] : [...document.querySelectorAll(".patient .card")].flatMap(card => {
  const widths = [...card.querySelectorAll(".button")]
    .filter(button => button.offsetParent && !button.closest(".outside, .notice"))
    .map(button => Math.round(button.getBoundingClientRect().width))
  return Math.max(...widths) - Math.min(...widths) > 2 ? [`buttons of ${widths.join(", ")} px`] : []
})"""
