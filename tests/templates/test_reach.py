"""Everybody can use the pages: with a narrow screen, large letters, a keyboard, a screen reader, in the dark, without script."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import violations

PAGES = ["form", "wrong", "words", "help", "list", "record"]
SCREENS = [  # by day, every page of the site is looked at in tests/looks
    ("a phone at night", {"width": 375, "height": 720}, {"color_scheme": "dark"}),
    ("a desk at night", {"width": 1280, "height": 800}, {"color_scheme": "dark"}),
    ("colours of the reader's own", {"width": 375, "height": 720}, {"forced_colors": "active"}),
]
NARROWEST = 320  # CSS pixels: a desk of 1280 at 400 %


def visit(page: Page, name: str) -> None:
    page.goto("/form/" if name == "wrong" else f"/{name}/")
    if name == "wrong":
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("alert")).to_be_visible()


@pytest.mark.parametrize(("reason", "size", "taste"), SCREENS, ids=[row[0] for row in SCREENS])
def test_nothing_stands_in_anybodys_way(browser: Browser, site: str, reason: str, size: dict, taste: dict) -> None:
    with browser.new_context(base_url=site, viewport=size, **taste) as context:
        page = context.new_page()
        for name in PAGES:
            visit(page, name)
            assert (name, violations(page)) == (name, [])


def test_the_rules_find_what_is_wrong(phone: Page) -> None:
    phone.set_content("<main><img src='/static/logo.svg'><input></main>")
    found = " ".join(violations(phone))
    assert "image-alt" in found
    assert "label" in found


def test_nobody_scrolls_sideways(browser: Browser, site: str) -> None:
    with browser.new_context(base_url=site, viewport={"width": NARROWEST, "height": 640}) as context:
        page = context.new_page()
        for name in PAGES:
            visit(page, name)
            assert (name, page.evaluate("document.documentElement.scrollWidth")) <= (name, NARROWEST)


def test_letters_grow_with_the_readers_setting(phone: Page) -> None:
    phone.context.new_cdp_session(phone).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    phone.goto("/form/")
    assert phone.evaluate("parseFloat(getComputedStyle(document.querySelector('label')).fontSize)") >= 32
    assert phone.evaluate("document.documentElement.scrollWidth") <= 375


def test_what_is_pressed_is_big_enough(phone: Page) -> None:
    phone.goto("/form/")
    small = phone.evaluate("""() => [...document.querySelectorAll('.choice, main input:not([type=radio], [type=checkbox], [type=hidden]), select')]
        .filter(one => one.getBoundingClientRect().height < 44).map(one => one.outerHTML)""")
    assert small == []
    radio = phone.get_by_label("Some days").bounding_box()
    assert radio
    assert (radio["width"], radio["height"]) == (24, 24)


def test_the_whole_row_of_a_choice_can_be_pressed(phone: Page) -> None:
    phone.goto("/form/")
    row = phone.locator(".choice").filter(has_text="For example, only on weekdays")
    box = row.bounding_box()
    assert box
    for corner in [(box["width"] - 3, 3), (3, box["height"] - 3), (box["width"] / 2, box["height"] - 10)]:
        phone.get_by_label("Most days").check()
        row.click(position={"x": corner[0], "y": corner[1]})
        expect(phone.get_by_label("Some days")).to_be_checked()


def test_hints_are_read_with_what_they_belong_to(phone: Page) -> None:
    phone.goto("/form/")
    expect(phone.get_by_role("radio", name="Some days")).to_have_accessible_description("For example, only on weekdays")
    expect(phone.get_by_role("textbox", name="What is the most you took in a day? (mg)")).to_be_visible()
    expect(phone.get_by_role("group", name="What is your date of birth?")).to_have_accessible_description("For example, 3 27 1980")
    expect(phone.get_by_role("checkbox", name=re.compile("^I have read"))).to_have_accessible_description("You can change your mind")


@pytest.mark.parametrize("language", ["en-US", "es-ES"])
def test_the_top_of_a_phone_is_one_line(browser: Browser, site: str, language: str) -> None:
    with browser.new_context(base_url=site, viewport={"width": 375, "height": 720}, locale=language) as context:
        page = context.new_page()
        page.goto("/form/")
        box = page.locator(".top").bounding_box()
        assert box
        assert box["height"] < 70


def test_the_keyboard_skips_to_the_page_and_answers(phone: Page) -> None:
    phone.goto("/form/")
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("link", name="Skip to main content")).to_be_focused()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("link", name="Back")).to_be_focused()
    phone.get_by_label("Most days").focus()
    phone.keyboard.press("ArrowDown")
    expect(phone.get_by_label("Some days")).to_be_checked()


def test_tables_become_cards_that_say_what_each_figure_is(phone: Page) -> None:
    phone.goto("/list/")
    cell = phone.locator("td.number").first
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content").startswith('"Waiting')
    assert cell.evaluate("cell => getComputedStyle(cell).display") == "block"


def test_paper_shows_the_words_and_not_the_controls(phone: Page) -> None:
    phone.goto("/record/")
    phone.emulate_media(media="print")
    expect(phone.get_by_role("heading", name="Medicines")).to_be_visible()
    expect(phone.get_by_role("button", name="Sign")).to_be_hidden()
