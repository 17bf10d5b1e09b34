"""What a layout holds arrives on the page: legends, buttons, words between. So does a form without a layout."""

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Button, Field, Hidden, Layout

from tests.templates.drawing import draw, empty
from tests.templates.forms import Everything, Plain


def test_parts_have_their_legends() -> None:
    tree = empty()
    assert [one.words for one in tree.all("legend") if "part" in (one.parents[-1]["class"] or "")] == ["About you", "Your medicine"]
    assert (tree.one(id="id_dose").inside("fieldset") or tree.elements[0])["class"] == "part"


def test_buttons_stand_side_by_side_at_the_end() -> None:
    first, second = empty().all("input", type="submit")
    assert (first["name"], first["value"], second["value"]) == ("next", "Continue", "Come back later")
    assert "secondary" not in (first["class"] or "")
    assert "secondary" in (second["class"] or "")
    assert first.parents[-1] is second.parents[-1]
    assert first.parents[-1]["class"] == "actions"


def test_words_and_boxes_of_a_layout_are_there() -> None:
    tree = empty()
    assert "Before you go on" in [one.words for one in tree.all("p")]
    assert tree.one(id="id_more") in [one for one in tree.elements if tree.one("div", id="rest") in one.parents]
    assert tree.one(id="id_email").parents[-2]["class"] == "row"


def test_a_form_without_a_layout_is_drawn_with_the_buttons_of_its_helper() -> None:
    tree = draw(Plain())
    assert tree.one("input", type="submit")["value"] == "Save"
    assert tree.one("label", **{"for": "id_city"}).words == "City"
    assert len(tree.all("input", type="radio")) == 3


def test_the_browser_leaves_checking_to_us() -> None:
    form = empty().one("form")
    assert (form["method"], form.has("novalidate"), form.has("action")) == ("post", True, False)


TOKENS = [("a posted form proves where it comes from", "post", 1), ("a search changes nothing", "get", 0)]


@pytest.mark.parametrize(("reason", "method", "tokens"), TOKENS)
def test_only_posted_forms_carry_the_token(reason: str, method: str, tokens: int) -> None:
    form = Plain()
    form.helper.form_method = method
    assert len(draw(form).all("input", name="csrfmiddlewaretoken")) == tokens


def test_a_form_may_stand_in_a_form_of_the_page() -> None:
    form = Plain()
    form.helper.form_tag = False
    assert not draw(form).all("form")


def test_other_inputs_of_a_layout() -> None:
    form = Everything()
    form.helper = FormHelper()
    form.helper.layout = Layout(
        Hidden("page", "3"), Button("show", "Show more"), Field("name", wrapper_class="narrow", autocomplete="nickname")
    )
    tree = draw(form)
    assert (tree.one("input", name="page")["type"], tree.one("input", name="page")["value"]) == ("hidden", "3")
    assert "secondary" in (tree.one("input", type="button")["class"] or "")
    assert tree.one(id="id_name")["autocomplete"] == "nickname"
    assert "narrow" in (tree.one(id="div_id_name")["class"] or "")
