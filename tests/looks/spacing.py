"""Words as far apart as a reader may set them (WCAG 2.2, 1.4.12): nothing is cut off, nothing lies on something else."""

from typing import Final

from playwright.sync_api import Page

# The page's own policy refuses a new style; a rule in the sheet that stands is let through, and taken out again.
WIDER: Final = """() => { const sheet = document.styleSheets[0]
  sheet.insertRule("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }", 0)
  sheet.insertRule("p { margin-bottom: 2em !important }", 0) }"""
AS_BEFORE: Final = "() => [0, 0].forEach(rule => document.styleSheets[0].deleteRule(rule))"

# Lines of words must stay in the boxes they stand in, up to the screen's own, and clear of one another.
LAID_ILL: Final = """() => {
  const found = new Set(), lines = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange()
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement
    if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true }) || parent.closest(".unseen, .skip, script, select")) continue
    range.selectNodeContents(node)
    lines.push(...[...range.getClientRects()].filter(box => box.width > 1).map(box => ({ box, parent, words: node.data.trim().slice(0, 40) })))
  }
  for (const { box, parent, words } of lines) {
    if (parent.closest(".scroll")) continue
    for (let holder = parent; holder !== document.body; holder = holder.parentElement) {
      if (getComputedStyle(holder).display === "inline") continue
      const held = holder.getBoundingClientRect(), out = Math.max(box.right - held.right, held.left - box.left, box.bottom - held.bottom, held.top - box.top)
      if (out > 3) found.add(`"${words}" sticks out by ${Math.round(out)} px`)
    }
  }
  lines.sort((one, other) => one.box.top - other.box.top)
  lines.forEach(({ box, parent, words }, at) => {
    for (let next = at + 1; next < lines.length && lines[next].box.top < box.bottom - 2; next++) {
      const other = lines[next]
      if (other.parent !== parent && other.box.left < box.right - 2 && box.left < other.box.right - 2) found.add(`"${other.words}" lies on "${words}"`)
    }
  })
  return [...found]
}"""


def wider_apart(page: Page) -> list[str]:
    """What goes wrong on a patient's page as soon as its words stand wider; the page is left as it was."""
    if not page.evaluate("document.documentElement.matches('.patient')"):
        return []
    page.evaluate(WIDER)
    found = [f"words set wider: {fault}" for fault in page.evaluate(LAID_ILL)]
    page.evaluate(AS_BEFORE)
    return found
