"""What every page has: a language, a neutral title, help in a crisis, a way out. And pages that say what went wrong."""

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from tests.templates.drawing import page
from tests.templates.forms import Everything
from tests.templates.tree import Tree

pytestmark = pytest.mark.usefixtures("static_files")
CLINIC = {"name": "Willow Clinic", "phone": "(555) 555-0100", "phone_href": "tel:+15555550100"}
WENT_WRONG = ["400.html", "403.html", "404.html", "405.html", "500.html", "503.html"]


@pytest.mark.parametrize("name", WENT_WRONG)
def test_a_page_about_trouble_says_what_to_do_and_where_help_is(name: str) -> None:
    tree = page(name)
    assert tree.one("h1").words
    assert tree.one("title").words == tree.one("h1").words
    assert len([one for one in tree.all("p") if one.inside("div") is tree.one("div", class_="card")]) >= 2
    assert {"tel:988", "sms:988", "tel:911", "/help-now/"} <= {one["href"] for one in tree.all("a")}


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_a_page_about_a_broken_site_needs_nothing_that_may_be_broken(name: str, settings: object) -> None:
    settings.STORAGES = {"staticfiles": {"BACKEND": "gone"}}  # type: ignore[attr-defined]
    settings.TEMPLATES[0]["OPTIONS"]["context_processors"] = ["gone"]  # type: ignore[attr-defined]
    assert Tree(render_to_string(name)).one("h1").words


def test_a_stale_form_is_told_apart_from_a_closed_door() -> None:
    assert page("403.html").one("h1").words == "You cannot open this page"
    assert page("403.html", stale=True).one("h1").words == "This page was open too long"


def test_the_frame_of_patients() -> None:
    tree = page("base.html", clinic=CLINIC)
    assert (tree.one("html")["lang"], tree.one("html")["class"]) == ("en", "patient")
    assert tree.one("title").words == "Willow Clinic"
    assert tree.one("a", class_="skip")["href"] == "#main"
    assert tree.one("main")["id"] == "main"
    assert tree.one("a", class_="leave")["rel"] == "noreferrer"
    assert tree.one("p", class_="crisis").words == "In crisis? Call or text 988 any time. In an emergency call 911. More help now"
    assert tree.one("p", class_="contact").words == "Questions? Call us: (555) 555-0100"
    assert tree.one("meta", name="robots")["content"] == "noindex, nofollow"


def test_the_title_says_when_something_is_amiss() -> None:
    assert page("base.html", form=Everything({})).one("title").words.startswith("Error:")
    assert not page("base.html", form=Everything()).one("title").words.startswith("Error:")


def test_the_page_says_its_language() -> None:
    with override("es"):
        assert page("base.html").one("html")["lang"] == "es"


NAV = [{"url": "/clinic/", "label": "Queue", "current": True}, {"url": "/accounts/logout/", "label": "Sign out", "current": False}]


def test_the_frame_of_staff() -> None:
    tree = page("clinic/base.html", nav=NAV)
    links = [one for one in tree.all("a") if one.inside("nav")]
    assert [(one.words, one["href"], one["aria-current"]) for one in links] == [
        ("Queue", "/clinic/", "page"),
        ("Sign out", "/accounts/logout/", None),
    ]
    assert tree.one("html")["class"] == "staff"
    assert not tree.all("a", class_="leave")
    assert not tree.all("footer")


def test_who_is_not_signed_in_sees_no_sections() -> None:
    assert not page("clinic/base.html", nav=[]).all("nav")
