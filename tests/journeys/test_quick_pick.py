"""Picking medicines in a browser: found in the page by any name, ticked, unticked again only after a question."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.patient import Patient
from tests.journeys.test_whole_way import BORN
from trd import search

NAMES = [
    "zoloft", "Zolof", "sertralin", "lexipro", "prozak", "welbutrin xl", "the generic of Lexapro", "effexor", "cymbolta", "remeron",
    "nardil", "amitriptylin", "seroquel", "trazadone", "celexia", "PAXIL",
]  # fmt: skip


@pytest.fixture
def picking(visit, invite):
    patient = visit(Patient)
    patient.open_link(invite()["link"], BORN)
    patient.go_to("/intake/medicines/")
    return patient


def shown(patient):
    """The names of the ticks in sight."""
    return patient.page.eval_on_selector_all(
        ".tiles .choice", "all => all.filter(e => e.checkVisibility()).map(e => e.querySelector('input').value)"
    )


def test_what_the_server_would_find_is_found_in_the_page(picking):
    box = picking.page.get_by_label("Another one? Type its name.")
    missed = {}
    for name in NAMES:
        box.fill(name)
        first = search(name)[0].agent.id
        if first not in shown(picking):
            missed[name] = first
    assert missed == {}
    box.fill("")
    assert len(shown(picking)) < 20
    assert picking.faults == []


def test_ticked_told_of_and_unticked(picking):
    box = picking.page.get_by_label("Another one? Type its name.")
    box.fill("nardl")
    picking.reads("Tick it below if it is there.")
    picking.tick("Nardil")
    assert box.input_value() == ""
    box.fill("Wonder pills")
    picking.reads("Not in our list. We keep the name as you type it.")
    picking.choose("Which of these have you ever taken?", "Zoloft")
    picking.press("Continue")
    picking.reads("How much and how long")
    picking.tell("150")
    picking.go_to("/intake/medicines/")
    for name in ("Zoloft", "Nardil", "Wonder pills"):
        assert picking.page.get_by_role("group", name="Which of these").get_by_label(name, exact=True).is_checked()
    picking.page.get_by_role("group", name="Which of these").get_by_label("Zoloft", exact=True).uncheck()
    picking.reads("What you unticked stays on your list until you press Continue.")
    picking.press("Continue")
    picking.reads("Remove this medicine?")
    picking.follow("Keep it")
    assert picking.page.get_by_role("group", name="Which of these").get_by_label("Zoloft", exact=True).is_checked()
    assert picking.faults == []


def test_a_tick_is_kept_without_going_on(picking):
    picking.choose("Which of these have you ever taken?", "Zoloft")
    expect(picking.page.locator("#saved")).to_have_text(re.compile(r"^Saved at"), timeout=30_000)
    picking.choose("Which of these have you ever taken?", "Effexor XR")
    picking.page.get_by_role("link", name="Back", exact=True).click()  # at once: the page waits for what is being saved
    picking.page.wait_for_url(lambda url: "/medicines/" not in url)
    picking.go_to("/intake/medicines/")
    for name in ("Zoloft", "Effexor XR"):
        assert picking.page.get_by_role("group", name="Which of these").get_by_label(name, exact=True).is_checked()
    assert picking.faults == []
