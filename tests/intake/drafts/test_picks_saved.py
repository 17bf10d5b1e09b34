"""Ticks of the quick pick that the script saves in between, before the page is sent."""

import pytest

from intake.models import Draft
from tests.intake.drafts.test_quick_pick import LIST, agents, drawn
from tests.intake.filling import DOSE

pytestmark = pytest.mark.django_db

ONE, TWO = "0" * 16, "f" * 16
KEPT = [
    ("a tick", [{"picked": ["sertraline"]}], ["sertraline"]),
    ("ticked and unticked", [{"picked": ["sertraline"]}, {"picked": []}], []),
    ("unticked and ticked again", [{"picked": ["sertraline"]}, {"picked": []}, {"picked": ["sertraline"]}], ["sertraline"]),
    ("another tick", [{"picked": ["sertraline"]}, {"picked": ["sertraline", "fluoxetine"]}], ["sertraline", "fluoxetine"]),
    ("a name half typed, then all of it", [{"typed": "zol"}, {"typed": "Zoloft"}], ["sertraline"]),
    ("a name typed and left as it is", [{"typed": "zol"}], ["invalid"]),
    ("a name typed, then ticked instead", [{"typed": "nardl"}, {"typed": "", "picked": ["phenelzine"]}], ["phenelzine"]),
    ("two names", [{"typed": "Nardil"}, {"typed": "Nardil, Parnate"}], ["phenelzine", "tranylcypromine"]),
]


@pytest.mark.parametrize("last", [{"auto": "1"}, {}])
@pytest.mark.parametrize(("why", "turns", "expected"), KEPT)
def test_ticks_are_saved_as_they_are_given(client, draft, why, turns, expected, last):
    page = drawn(client.get(LIST))
    for turn, fields in enumerate(turns, 1):
        client.post(LIST, page | fields | {"auto": "1", "only": ["picked", "typed"], "window": f"{ONE}:{turn}"})
    client.post(LIST, page | turns[-1] | last | {"only": [""], "window": f"{ONE}:{len(turns) + 1}"})
    assert agents() == expected


def test_a_late_message_unticks_nothing(client, draft):
    page = drawn(client.get(LIST))
    client.post(LIST, page | {"picked": ["sertraline"], "window": f"{ONE}:2"})
    client.post(LIST, page | {"picked": [], "auto": "1", "window": f"{ONE}:1"})
    assert agents() == ["sertraline"]


def test_only_the_window_that_ticked_takes_it_back_in_between(client, draft):
    page = drawn(client.get(LIST))
    client.post(LIST, page | {"picked": ["sertraline"], "auto": "1", "window": f"{ONE}:1"})
    client.post(LIST, page | {"picked": [], "auto": "1", "window": f"{TWO}:1"})
    assert agents() == ["sertraline"]
    later = drawn(client.get(LIST))
    client.post(LIST, later | {"picked": [], "auto": "1", "window": f"{TWO}:2"})
    assert agents() == ["sertraline"]  # what stood ticked goes only when the page is sent
    client.post(LIST, later | {"picked": [], "window": f"{TWO}:3"})
    assert agents() == []


def test_what_was_told_of_is_not_taken_back_in_between(client, draft):
    page = drawn(client.get(LIST))
    client.post(LIST, page | {"picked": ["sertraline"], "auto": "1", "window": f"{ONE}:1"})
    entry = Draft.objects.get().answers["groups"]["medicine"][0]
    client.post(f"{LIST}{entry}/dose/", {"rev": "9"} | DOSE)
    client.post(LIST, page | {"picked": [], "auto": "1", "window": f"{ONE}:2"})
    assert agents() == ["sertraline"]
    assert client.post(LIST, page | {"picked": [], "window": f"{ONE}:3"})["Location"] == f"{LIST}{entry}/remove/"
