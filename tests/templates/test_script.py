"""What happens in the browser when a form comes back, when someone leaves quickly, when a button is pressed twice."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

SCRIPT = [("with the script", True), ("without", False)]


@pytest.fixture
def watched(phone: Page) -> Iterator[Page]:
    """A page that reports whatever its policy, or another host, has to complain about."""
    troubles: list[str] = []
    phone.on("console", lambda message: troubles.append(message.text) if "422" not in message.text else None)
    phone.on("pageerror", lambda error: troubles.append(str(error)))
    phone.on("request", lambda request: None if "127.0.0.1" in request.url else troubles.append(request.url))
    yield phone
    assert troubles == []


@pytest.mark.parametrize(("reason", "scripted"), SCRIPT)
def test_a_form_that_comes_back_begins_with_what_is_amiss(browser: Browser, site: str, reason: str, scripted: bool) -> None:
    with browser.new_context(base_url=site, java_script_enabled=scripted) as context:
        page = context.new_page()
        page.goto("/form/")
        page.get_by_label("What should we call you?").fill("Robin")
        with page.expect_response(lambda answer: answer.request.method == "POST") as sent:
            page.get_by_role("button", name="Continue").click()
        assert sent.value.status == 422
        expect(page.locator("#error-summary")).to_be_focused()
        expect(page.get_by_label("What should we call you?")).to_have_value("Robin")
        page.get_by_role("link", name="Say how often you took it").click()
        expect(page.get_by_label("Most days")).to_be_focused()
        expect(page.get_by_text("Did you take it most days?")).to_be_in_viewport()


def test_sent_again_from_a_link_it_begins_at_the_summary_again(phone: Page) -> None:
    phone.goto("/form/")
    phone.get_by_role("button", name="Continue").click()
    phone.get_by_role("link", name="Enter a name").click()
    phone.get_by_role("button", name="Continue").click()
    phone.wait_for_function("document.activeElement.id === 'error-summary'")


def test_pages_obey_their_policy_and_ask_no_other_host(watched: Page) -> None:
    for name in ("form", "words", "help", "list", "record"):
        watched.goto(f"/{name}/")
    answer = watched.goto("/form/")
    assert answer
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    watched.get_by_role("button", name="Continue").click()
    expect(watched.get_by_role("alert")).to_be_visible()


@pytest.mark.parametrize(("reason", "scripted"), SCRIPT)
def test_leaving_quickly(browser: Browser, site: str, reason: str, scripted: bool) -> None:
    with browser.new_context(base_url=site, java_script_enabled=scripted) as context:
        page = context.new_page()
        page.route("https://www.weather.gov/", arrive)
        page.goto("/help/")
        page.goto("/form/")
        page.get_by_role("link", name="Leave quickly").click()
        page.wait_for_url("https://www.weather.gov/")
        page.go_back()
        assert page.url == site + ("/help/" if scripted else "/form/")


def arrive(route: Route) -> None:
    """Play the other site, which must not learn where one came from."""
    assert "referer" not in route.request.all_headers()
    route.fulfill(body="<p>Sunny</p>", content_type="text/html")


PRESSES = """() => {
    window.held = [];
    addEventListener("submit", (event) => { held.push(event.defaultPrevented); event.preventDefault(); });
}"""


def test_a_second_press_is_held_back_for_a_moment(phone: Page) -> None:
    phone.clock.install()
    phone.goto("/form/")
    phone.evaluate(PRESSES)
    button = phone.get_by_role("button", name="Continue")
    button.click()
    button.click()
    phone.clock.fast_forward("00:05")
    button.click()
    assert phone.evaluate("held") == [False, True, False]


def test_the_language_is_switched_on_the_page_itself(phone: Page, site: str) -> None:
    phone.goto("/words/")
    phone.get_by_role("button", name="Español").click()
    assert phone.url == site + "/words/"
    assert phone.evaluate("document.documentElement.lang") == "es"
    expect(phone.get_by_role("button", name="English")).to_be_visible()
