"""The list of crisis resources, for pages in both languages, those about trouble too."""

from django import template
from django.conf import settings

from desk.context import spoken
from intake.safety.resources import Resource, load

register = template.Library()


@register.simple_tag
def more_help() -> list[Resource]:
    return load(settings.CRISIS_FILE).more


@register.filter
def name_in(resource: Resource, language: str) -> str:
    return resource.name[language]


@register.filter
def as_spoken(number: str) -> str:
    return spoken(number)
