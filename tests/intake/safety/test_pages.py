"""Help on the screen: for everybody, without a session, a script or a queue; honest about who calls."""

import re
import tomllib

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from desk.models import Task
from intake.invitations import links
from intake.models import Case, SafetyEvent
from intake.safety import rules, services
from tests.intake.people import BOXES, invited

pytestmark = pytest.mark.django_db
CALL = "Someone from our team will try to call you. Please do not wait for our call if you need help now."
TOLD = (
    "Thank you for telling us. You told us you have had thoughts of being better off dead or of hurting yourself. "
    "Many people with depression have these thoughts. You do not have to face them alone. You can talk to someone right now. "
    "Call or text 988. It is free and open day and night. If you are in danger now, call 911 or go to the nearest emergency room. "
)


def words(response):
    """The page's text as it is read."""
    body = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", body.split(">", 1)[1]).split()).replace(" .", ".").replace(" ,", ",")


@pytest.fixture
def case(client):
    invitation = invited()
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    return invitation.case


def test_everybody_gets_help_without_a_session(client):
    page = client.get("/help-now/")
    assert page.status_code == 200
    assert not Session.objects.exists()
    text = page.content.decode()
    assert 'href="tel:988"' in text
    assert 'href="sms:988"' in text
    assert 'href="tel:911"' in text
    assert 'lang="en"' in text
    assert 'lang="es"' in text
    assert "<form" not in text.split("<main", 1)[1].split("</main>")[0]


def test_the_page_and_the_list_of_what_was_verified_agree(client):
    """No number stands on the page that nobody looked up, and none that was is missing."""
    resources = tomllib.loads((rules.DATA / "crisis.toml").read_text())["resource"]
    listed = {resource[way] for resource in resources for way in ("call", "text") if way in resource}
    linked = set(re.findall(r'href="(?:tel|sms):([+0-9]+)"', client.get("/help-now/").content.decode()))
    assert linked - {"+15555550100"} == listed


def test_who_fills_in_the_form_can_tell_the_clinic_from_there(client, case):
    page = client.get("/help-now/").content.decode()
    assert reverse("intake:not_safe") in page
    assert reverse("intake:call_me") in page


@pytest.mark.parametrize(("value", "calls"), [(1, False), (2, True), (3, True)])
def test_after_item_9_the_words_are_exact_and_promise_only_what_is_meant(client, case, value, calls):
    after = {"answers": {"phq9.item9": {"state": "answered", "value": value, "rev": 1}}}
    services.notice(case=case, before={"answers": {}}, after=after, by=case.patient)
    said = words(client.get(reverse("intake:after_item9")))
    assert said.startswith(TOLD)
    assert "We check these answers in clinic hours." in said
    assert (CALL in said) is calls
    assert ("will try to call" in said) is calls
    assert "You can finish this form later. Your answers are saved." in said
    for button in ("Call 988", "Text 988", "I want a call from the clinic", "I am safe and want to go on"):
        assert button in said
    assert said.index("Call or text 988") < said.index("I am safe and want to go on")


GOING_ON = [
    ("the next step", "/intake/medicines/", "/intake/medicines/"),
    ("nothing", "", "/intake/"),
    ("another site", "https://evil.example/intake/", "/intake/"),
    ("another site in disguise", "//evil.example/intake/", "/intake/"),
    ("a script", "javascript:alert(1)", "/intake/"),
    ("staff pages", "/clinic/", "/intake/"),
    ("out of the folder", "/intake/../clinic/", "/intake/"),
]


@pytest.mark.parametrize(("reason", "asked", "leads_to"), GOING_ON, ids=[row[0] for row in GOING_ON])
def test_going_on_stays_in_the_form(client, case, reason, asked, leads_to):
    page = client.get(reverse("intake:after_item9"), {"next": asked})
    assert page.context["next"] == leads_to


def test_not_safe_now_is_tier_3_and_the_page_says_who_calls(client, case):
    response = client.post(reverse("intake:not_safe"))
    assert (response.status_code, response["Location"]) == (303, reverse("intake:told"))
    said = words(client.get(reverse("intake:told")))
    assert said.index("call 911") < said.index("Call or text 988")
    assert CALL in said
    assert SafetyEvent.objects.get().tier == Task.objects.get(kind="safety").tier == Case.objects.get().open_tier == 3


def test_a_wish_for_a_call_is_noted(client, case):
    response = client.post(reverse("intake:call_me"))
    assert (response.status_code, response["Location"]) == (303, reverse("intake:call_noted"))
    said = words(client.get(response["Location"]))
    assert "Someone from our team will" not in said
    assert "We will try to call you in clinic hours. If we may not have your number, please call us" in said
    assert "Please do not wait for our call if you need help now. Call or text 988." in said
    assert "call 911" in said
    assert SafetyEvent.objects.get().trigger == "call_me"


@pytest.mark.parametrize("page", ["not_safe", "call_me", "told", "call_noted", "after_item9"])
def test_telling_the_clinic_needs_to_know_who_tells(client, page):
    ask = client.post if page in {"not_safe", "call_me"} else client.get
    response = ask(reverse(f"intake:{page}"))
    assert response.status_code == 403
    assert 'href="tel:988"' in response.content.decode()
    assert not SafetyEvent.objects.exists()


@pytest.mark.parametrize("page", ["not_safe", "call_me"])
def test_a_get_tells_nobody_anything(client, case, page):
    assert client.get(reverse(f"intake:{page}")).status_code == 405
    assert not SafetyEvent.objects.exists()


SECOND = {"asq_item1": "yes", "asq_item2": "no", "asq_item3": "no", "asq_item4": "no"}


def post(client, slug, **fields):
    """Send a page of the form; where it leads."""
    return client.post(f"/intake/{slug}/", {"rev": "999"} | fields)["Location"]


def onward(client, address):
    """The link of the help page that leads on."""
    return client.get(address).context["next"]


def test_the_second_stage_comes_right_after_help_even_where_the_page_is_not_finished(client, case):
    helped = post(client, "phq9", phq9_item9="1")
    assert helped.startswith(reverse("intake:after_item9"))
    assert onward(client, helped) == "/intake/more-questions/"


def test_a_yes_shows_help_again_and_then_the_fifth_question(client, case):
    post(client, "phq9", phq9_item9="1")
    helped = post(client, "more-questions", **SECOND)
    assert CALL in words(client.get(helped))
    assert onward(client, helped) == "/intake/one-more-question/"


def test_four_times_no_goes_on_without_another_stop(client, case):
    post(client, "phq9", phq9_item9="1")
    assert post(client, "more-questions", **SECOND | {"asq_item1": "no"}) == "/intake/medicines/"


def test_left_out_is_looked_into_the_same_day(client, case):
    post(client, "phq9", phq9_item9="1")
    assert onward(client, post(client, "more-questions", asq_skip="yes")) == "/intake/one-more-question/"
    assert Case.objects.get().open_tier == 2


def test_yes_now_puts_911_first_and_offers_a_call(client, case):
    post(client, "phq9", phq9_item9="1")
    post(client, "more-questions", **SECOND)
    helped = post(client, "one-more-question", asq_item5="yes")
    said = words(client.get(helped))
    assert said.index("call 911") < said.index("Call or text 988")
    assert "I want a call from the clinic" in said
    assert said.index("Call 988") < said.index("I am safe and want to go on")
    assert (Case.objects.get().open_tier, onward(client, helped)) == (3, "/intake/medicines/")


def test_ways_to_reach_help_stand_above_the_questions(client, case):
    post(client, "phq9", phq9_item9="1")
    for slug in ("next-questions", "more-questions"):
        page = client.get(f"/intake/{slug}/").content.decode()
        assert 'class="leave" href="https://' in page
        main = page.split("<main", 1)[1]
        assert main.index('href="tel:988"') < main.index("<form")
