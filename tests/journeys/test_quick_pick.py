"""Picking medicines in a browser: found in the page by any name, ticked, mistyped about, unticked again only after a question."""

import re

from playwright.sync_api import expect

from tests.journeys.patient import Patient
from tests.journeys.test_whole_way import BORN
from trd import search

NAMES = [
    "zoloft", "Zolof", "sertralin", "lexipro", "prozak", "welbutrin xl", "the generic of Lexapro", "effexor", "cymbolta", "remeron",
    "nardil", "amitriptylin", "seroquel", "trazadone", "celexia", "PAXIL",
]  # fmt: skip


def shown(patient):
    """The names of the ticks in sight."""
    return patient.page.eval_on_selector_all(
        ".tiles .choice", "all => all.filter(e => e.checkVisibility()).map(e => e.querySelector('input').value)"
    )


def tile(patient, name):
    return patient.page.get_by_role("group", name="Which of these").get_by_label(name, exact=True)


def ticked(patient, name):
    return tile(patient, name).is_checked()


def test_found_ticked_told_of_and_unticked(visit, invite):
    picking = visit(Patient)
    picking.open_link(invite()["link"], BORN)
    picking.go_to("/intake/medicines/")
    what_the_server_would_find_is_found_in_the_page(picking)
    a_tick_is_kept_without_going_on(picking)
    ticked_by_its_name_and_named_though_not_in_the_list(picking)
    what_was_mistyped_is_kept_and_explained(picking)
    picking.tell("150")
    unticked_only_after_a_question(picking)
    assert picking.faults == []


def what_the_server_would_find_is_found_in_the_page(picking):
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


def a_tick_is_kept_without_going_on(picking):
    picking.choose("Which of these have you ever taken?", "Zoloft")
    expect(picking.page.locator("#saved")).to_have_text(re.compile(r"^Saved at"), timeout=30_000)
    picking.choose("Which of these have you ever taken?", "Effexor XR")
    picking.page.get_by_role("link", name="Back", exact=True).click()  # at once: the page waits for what is being saved
    picking.page.wait_for_url(lambda url: "/medicines/" not in url)
    picking.go_to("/intake/medicines/")
    for name in ("Zoloft", "Effexor XR"):
        assert ticked(picking, name)


def ticked_by_its_name_and_named_though_not_in_the_list(picking):
    box = picking.page.get_by_label("Another one? Type its name.")
    box.fill("nardl")
    picking.reads("Tick it below if it is there.")
    picking.tick("Nardil")
    assert box.input_value() == ""
    box.fill("Wonder pills")
    picking.reads("Not in our list. We keep the name as you type it.")
    picking.press("Continue")
    picking.reads("How much and how long")


def what_was_mistyped_is_kept_and_explained(picking):
    picking.write("What was the most you took in one day?", "a hundred")
    picking.press("Continue")
    picking.reads("Enter the dose as a number of milligrams, like 50.")
    picking.look()
    dose = picking.page.url
    picking.go_to("/intake/")
    picking.go_to(dose)
    assert picking.page.get_by_label("What was the most you took in one day?").first.input_value() == "a hundred"


def unticked_only_after_a_question(picking):
    picking.go_to("/intake/medicines/")
    for name in ("Zoloft", "Nardil", "Wonder pills"):
        assert ticked(picking, name)
    tile(picking, "Zoloft").uncheck()
    picking.reads("What you unticked stays on your list until you press Continue.")
    picking.press("Continue")
    picking.reads("Remove this medicine?")
    picking.follow("Keep it")
    assert ticked(picking, "Zoloft")
