"""What somebody close is told where something is wrong: in words about them, not about a patient's form."""

import pytest
from django.test import Client

from tests.intake.caregivers.test_caregivers import TELL, door, inside, permitted
from tests.intake.people import WRONG

pytestmark = pytest.mark.django_db


def test_a_date_that_does_not_fit_is_told_of_their_page_not_of_a_form():
    page = Client().post(door(permitted()), WRONG).content.decode()
    assert "We could not open a page with this link" in page
    assert "a form" not in page


def test_what_was_left_open_is_named_above_the_page():
    page = inside(permitted()).post(TELL, {}).content.decode()
    assert '<a href="#id_worry_0">Are you worried that they may hurt themselves?</a>' in page
