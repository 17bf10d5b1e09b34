"""Choices that may have a hint each, and an "or" before one of them: "Not sure" stands a little apart from the answers."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise

Text = str | Promise


class HintedChoices(forms.RadioSelect):
    """`hints`: the words below a choice, by its value. `divider_before`: the value of the choice to set apart."""

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        choices: Iterable[tuple[Any, Any]] = (),
        *,
        hints: Mapping[str, Text] | None = None,
        divider_before: str | None = None,
    ) -> None:
        super().__init__(attrs, choices)
        self.hints = hints or {}
        self.divider_before = divider_before

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        option["hint"] = self.hints.get(str(value), "")
        option["divider"] = str(value) == self.divider_before
        if option["hint"] and option["attrs"].get("id"):
            option["attrs"]["aria-describedby"] = f"{option['attrs']['id']}_hint"
        return option


class Radios(HintedChoices):
    """One answer of several."""


class Ticks(HintedChoices, forms.CheckboxSelectMultiple):
    """Any number of answers."""
