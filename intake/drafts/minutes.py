"""Honest minutes: how long what is left of part 1 takes."""

from intake.answers.tree import Section
from intake.questionnaire import PAGES


def minutes_left(sections: list[Section]) -> int:
    """Minutes of the sections of part 1 that miss something, an unfinished entry by its pages; at least one while anything is open."""
    open_ones = [section for section in sections if section.step.part == 1 and section.missing]
    return sum(section.step.minutes + _entries(section) for section in open_ones)


def _entries(section: Section) -> int:
    a_medicine = sum(page.minutes for pages in PAGES.values() for page in pages)
    return a_medicine * sum(entry.missing for entry in section.entries)
