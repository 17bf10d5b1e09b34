"""What stands above a page that misses something: short lines, each leading to its question; what to do stands at the question."""

import re

import pytest

from intake.drafts.forms import LONGEST_LINE
from tests.intake.drafts.sending import ABOUT_YOU, send
from tests.intake.filling import EPISODE

pytestmark = pytest.mark.django_db


def summary(response):
    """Heading and lines."""
    page = response.content.decode()
    part = page[page.index('id="error-summary"') : page.index("</ul>", page.index('id="error-summary"'))]
    return re.search("<h2>(.*?)</h2>", part, re.S)[1].strip(), re.findall(r"<li>\s*<a [^>]*>(.*?)</a>\s*</li>", part, re.S)


def test_what_has_no_answer_is_named_and_no_more(client, draft):
    heading, lines = summary(send(client, "/intake/this-episode/", {}))
    assert (heading, lines) == (
        "2 questions have no answer yet",
        ["When did this low time start?", "Had you been through a time like this before?"],
    )


def test_one_question_is_spoken_of_as_one(client, draft):
    heading, lines = summary(send(client, "/intake/this-episode/", EPISODE | {"episode_before": ""}))
    assert (heading, lines) == ("One question has no answer yet", ["Had you been through a time like this before?"])


def test_what_can_not_be_read_says_what_to_do(client, draft):
    heading, lines = summary(send(client, ABOUT_YOU, {"about_phone": "call me"}))
    assert heading == "There are 5 problems"
    assert lines[0] == "What number can we call you on today? Enter a phone number with its area code, like 555 555 0100."


def test_coming_back_says_which_answer_could_not_be_read(client, draft):
    send(client, ABOUT_YOU, {"about_phone": "call me", "about_place": "Dayton"}, later="1")
    page = client.get(ABOUT_YOU).content.decode()
    assert re.findall("We could not read this answer.*?</p>", page, re.S) == [
        "We could not read this answer. Please look at it again:<br><strong>What number can we call you on today?</strong></p>"
    ]
    assert "We could not read" not in client.get("/intake/this-episode/").content.decode()


def test_no_line_is_longer_than_a_line(client, draft):
    for slug in ("phq9", "must-exclude"):
        _heading, lines = summary(send(client, f"/intake/{slug}/", {}))
        assert max(map(len, lines)) <= LONGEST_LINE, slug
    assert lines[2] == "Have you ever heard or seen things that others did not? Or felt sure …"


def test_what_to_do_stands_at_the_question(client, draft):
    page = send(client, "/intake/must-exclude/", {}).content.decode()
    assert page.count("Choose an answer. “I&#x27;m not sure” is an answer too.") == 7
