"""Each field is asked so that everybody can hear, see and answer it."""

import pytest
from django.forms import BoundField

from tests.templates.drawing import answered, draw, empty, wrong
from tests.templates.forms import GOOD, Everything, Plain
from tests.templates.tree import Tree

BOXES = ["name", "email", "phone", "dose", "cost", "state", "more", "agree"]
GROUPS = ["born", "often", "brought"]


@pytest.mark.parametrize("name", BOXES)
def test_a_label_names_its_box(name: str) -> None:
    tree = empty()
    label = tree.one("label", **{"for": f"id_{name}"})
    assert label.words.startswith(str(Everything().fields[name].label))
    assert tree.one(id=f"id_{name}").tag in {"input", "select", "textarea"}


@pytest.mark.parametrize("name", GROUPS)
def test_a_legend_asks_the_question_of_a_group(name: str) -> None:
    tree = empty()
    group = tree.one("fieldset", id=f"div_id_{name}")
    legend = next(one for one in tree.all("legend") if one.parents[-1] is group)
    assert legend.words == Everything().fields[name].label
    inputs = [one for one in tree.all("input") if group in one.parents]
    assert len(inputs) == 3
    for one in inputs:
        assert tree.one("label", **{"for": one["id"] or "?"}).words


DESCRIBED = [
    ("hint only", empty, "name", "id_name_helptext"),
    ("error only", wrong, "email", "id_email_error"),
    ("hint, then error", wrong, "name", "id_name_helptext id_name_error"),
    ("neither", empty, "email", None),
    ("a group is described as a whole", wrong, "born", "id_born_helptext id_born_error"),
    ("a single tick", wrong, "agree", "id_agree_helptext id_agree_error"),
]


@pytest.mark.parametrize(("reason", "drawn", "name", "ids"), DESCRIBED)
def test_what_describes_a_field_is_on_the_page(reason: str, drawn: object, name: str, ids: str | None) -> None:
    tree: Tree = drawn()  # type: ignore[operator]
    asked = tree.one("fieldset", id=f"div_id_{name}") if name in GROUPS else tree.one(id=f"id_{name}")
    assert asked["aria-describedby"] == ids
    for id in (ids or "").split():
        assert tree.one(id=id).words


def test_a_wrong_field_says_so_once_more_for_screen_readers() -> None:
    tree = wrong()
    assert tree.one(id="id_name_error").words == "Error: Enter a name"
    assert tree.one(id="id_name")["aria-invalid"] == "true"


OPTIONAL = [("required", "name", False), ("not required", "phone", True), ("a tick says what it is", "agree", False)]


@pytest.mark.parametrize(("reason", "name", "marked"), OPTIONAL)
def test_what_may_be_left_out_is_marked_in_words(reason: str, name: str, marked: bool) -> None:
    assert ("(optional)" in empty().one("label", **{"for": f"id_{name}"}).words) is marked
    assert "*" not in empty().one("label", **{"for": f"id_{name}"}).words


def test_the_mark_can_be_left_out() -> None:
    form = Plain()
    form.helper.hide_optional = True
    assert "(optional)" not in draw(form).one("legend").words
    assert "(optional)" in draw(Plain()).one("legend").words


def test_choices_have_hints_and_an_or() -> None:
    tree = empty()
    some = tree.one("input", id="id_often_1")
    assert some["aria-describedby"] == "id_often_1_hint"
    assert tree.one(id="id_often_1_hint").words == "For example, only on weekdays"
    assert not tree.one("input", id="id_often_0").has("aria-describedby")
    order = [one["id"] or one.words for one in tree.elements if one.tag == "input" or one["class"] == "divider"]
    assert order[order.index("id_often_1") + 1 :][:2] == ["or", "id_often_2"]
    assert order[order.index("id_brought_1") + 1 :][:2] == ["or", "id_brought_2"]


def test_a_unit_is_seen_beside_the_box_and_heard_with_the_label() -> None:
    tree = empty()
    assert tree.one("label", **{"for": "id_dose"}).words == "What is the most you took in a day? (mg)"
    assert tree.one("label", **{"for": "id_cost"}).words == "What did it cost? (optional) ($)"
    assert [(one.words, one["aria-hidden"]) for one in tree.all("span", class_="unit")] == [("mg", "true"), ("$", "true")]


def test_boxes_of_a_date_have_labels_and_no_stray_attribute() -> None:
    tree = empty()
    boxes = [tree.one("input", id=f"id_born_{number}") for number in range(3)]
    assert [tree.one("label", **{"for": box["id"] or ""}).words for box in boxes] == ["Month", "Day", "Year"]
    assert [box["name"] for box in boxes] == ["born_month", "born_day", "born_year"]
    assert all(box["inputmode"] == "numeric" and box["type"] == "text" and not box.has("label") for box in boxes)


def test_a_hidden_field_brings_nothing_to_see() -> None:
    tree = empty()
    assert tree.one("input", id="id_step")["type"] == "hidden"
    assert not tree.all(id="div_id_step")


def test_nothing_typed_is_lost() -> None:
    tree = answered(email="not an address")
    assert tree.one(id="id_email")["value"] == "not an address"
    assert tree.one(id="id_more").words == GOOD["more"]
    assert [tree.one(id=f"id_born_{box}")["value"] for box in range(3)] == ["3", "27", "1980"]
    assert [one["id"] for one in tree.all("input") if one.has("checked")] == ["id_often_1", "id_brought_0", "id_brought_1", "id_agree"]
    assert [one["value"] for one in tree.all("option") if one.has("selected")] == ["VT"]


def test_words_never_become_markup() -> None:
    form = Everything()
    for name in form.fields:
        form.fields[name].label = form.fields[name].help_text = "<b>bold</b>"
    tree = draw(form)
    assert not tree.all("b")
    assert tree.one(id="id_name_helptext").words == "<b>bold</b>"


def test_every_visible_field_is_drawn_once() -> None:
    form = Everything()
    tree = draw(form)
    fields: list[BoundField] = form.visible_fields()
    for field in fields:
        assert len(tree.all(id=f"div_{field.auto_id}")) == 1
    ids = [one["id"] for one in tree.elements if one.has("id")]
    assert len(ids) == len(set(ids))
