"""Two windows on one form: what one changed, another neither overwrites nor loses unseen."""

import pytest

from tests.intake.drafts.sending import ABOUT_YOU, rev, send, settle
from tests.intake.filling import ABOUT

pytestmark = pytest.mark.django_db


def two_windows(client, first, second):
    seen = rev(client.get(ABOUT_YOU))
    client.post(ABOUT_YOU, {"rev": seen, **ABOUT, "about_place": first})
    return client.post(ABOUT_YOU, {"rev": seen, **ABOUT, "about_place": second})


def test_an_older_window_is_asked_which_is_right(client, draft, said):
    send(client, ABOUT_YOU, ABOUT)
    response = two_windows(client, "Dayton, Ohio", "Bangor, Maine")
    assert response.status_code == 409
    page = response.content.decode()
    assert "Which answer is right?" in page
    assert "Dayton, Ohio" in page
    assert "Bangor, Maine" in page
    assert said()["about.place"]["value"] == "Dayton, Ohio"
    assert "Bangor, Maine" in client.get(ABOUT_YOU).content.decode()  # the question stays until it is answered


@pytest.mark.parametrize("place", ["Dayton, Ohio", "Bangor, Maine"])
def test_the_chosen_one_stands(client, draft, said, place):
    send(client, ABOUT_YOU, ABOUT)
    page = two_windows(client, "Dayton, Ohio", "Bangor, Maine")
    assert settle(client, ABOUT_YOU, page, place)["Location"] == ABOUT_YOU
    answer = said()["about.place"]
    assert (answer["value"], "rivals" in answer) == (place, False)
    assert f'value="{place}"' in client.get(ABOUT_YOU).content.decode()


def test_an_answer_that_came_since_the_question_was_drawn_is_asked_about_too(client, draft, said):
    send(client, ABOUT_YOU, ABOUT)
    page = two_windows(client, "Dayton, Ohio", "Bangor, Maine")
    client.post(ABOUT_YOU, {"rev": "0", **ABOUT, "about_place": "Reno, Nevada"})
    settle(client, ABOUT_YOU, page, "Dayton, Ohio")
    again = client.get(ABOUT_YOU)
    assert all(place in again.content.decode() for place in ("Dayton, Ohio", "Bangor, Maine", "Reno, Nevada"))
    settle(client, ABOUT_YOU, again, "Reno, Nevada")
    assert said()["about.place"]["value"] == "Reno, Nevada"


def test_the_same_answer_twice_asks_nothing(client, draft):
    assert two_windows(client, "Dayton, Ohio", "Dayton, Ohio").status_code == 303


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 30, "٣"])
def test_a_rev_that_is_none_is_an_old_window(client, draft, said, seen):
    send(client, ABOUT_YOU, ABOUT)
    assert client.post(ABOUT_YOU, {"rev": seen, **ABOUT, "about_place": "Bangor, Maine"}).status_code == 409
    assert said()["about.place"]["value"] == "Springfield"
