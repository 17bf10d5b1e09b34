"""Words as far apart as a reader may set them (WCAG 2.2, 1.4.12): nothing is cut off, nothing lies on something else."""

from typing import Final

# The page is left as it was. Its own policy refuses a new style; rules in the sheet that stands are let through, and taken out again. Lines of words
# must stay in the boxes they stand in, up to the screen's own, and clear of one another.
SET_WIDER: Final = """() => {
  const found = new Set(), lines = [], boxes = new Map(), sheet = document.styleSheets[0], range = document.createRange()
  if (!document.documentElement.matches(".patient")) return []
  sheet.insertRule("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }", 0)
  sheet.insertRule("p { margin-bottom: 2em !important }", 0)
  const held = holder => {
    if (!boxes.has(holder)) boxes.set(holder, getComputedStyle(holder).display === "inline" ? null : holder.getBoundingClientRect())
    return boxes.get(holder)
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement, words = node.data.trim().slice(0, 40)
    if (!words || parent.closest(".unseen, .skip, .scroll, script, select") || !parent.checkVisibility({ visibilityProperty: true })) continue
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ box, parent, words })
  }
  for (const { box, parent, words } of lines) for (let holder = parent; holder !== document.body; holder = holder.parentElement) {
    const around = held(holder)
    if (!around) continue
    const out = Math.max(box.right - around.right, around.left - box.left, box.bottom - around.bottom, around.top - box.top)
    if (out > 3) found.add(`"${words}" sticks out by ${Math.round(out)} px`)
  }
  lines.sort((one, other) => one.box.top - other.box.top)
  lines.forEach(({ box, parent, words }, at) => {
    for (let next = at + 1; next < lines.length && lines[next].box.top < box.bottom - 2; next++) {
      const other = lines[next]
      if (other.parent !== parent && other.box.left < box.right - 2 && box.left < other.box.right - 2) found.add(`"${other.words}" lies on "${words}"`)
    }
  })
  sheet.deleteRule(0)
  sheet.deleteRule(0)
  return [...found].map(fault => `words set wider: ${fault}`)
}"""
