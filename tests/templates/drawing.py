"""Draws a form through the pack, or a page of the project, without a browser."""

from typing import Any

from crispy_forms.utils import render_crispy_form
from django import forms
from django.template.loader import render_to_string
from django.test import RequestFactory

from tests.templates.forms import GOOD, Everything
from tests.templates.tree import Tree


def draw(form: forms.Form) -> Tree:
    return Tree(render_crispy_form(form, context={"csrf_token": "token"}))


def empty() -> Tree:
    """The form as one first meets it."""
    return draw(Everything())


def wrong() -> Tree:
    """The form after everything required was left out."""
    return draw(Everything({}))


def answered(**changes: Any) -> Tree:
    """The form with good answers, some of them changed."""
    return draw(Everything(GOOD | changes))


def page(name: str, **context: Any) -> Tree:
    return Tree(render_to_string(name, context, RequestFactory().get("/somewhere/")))
