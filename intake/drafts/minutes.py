"""Honest minutes: how long what is left of a part takes."""

from intake.answers.document import new
from intake.answers.tree import Section, tree
from intake.questionnaire import PAGES


def minutes_in_all() -> int:
    """What part 1 takes as it is begun: the number that the front door and the form's home both say."""
    return minutes_left(tree(new(), part=1))


def minutes_left(sections: list[Section], part: int = 1) -> int:
    """Minutes of the sections that are open, an unfinished entry by its pages. In part 2, where all may be left out: of those not begun."""
    open_ones = [
        section for section in sections if section.step.part == part and (section.missing if part == 1 else section.state == "empty")
    ]
    return sum(section.step.minutes + _entries(section) for section in open_ones)


def _entries(section: Section) -> int:
    a_medicine = sum(page.minutes for pages in PAGES.values() for page in pages)
    return a_medicine * sum(entry.missing for entry in section.entries)
