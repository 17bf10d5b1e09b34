"""What the templates of the form show around a form."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from intake.answers.asked import entry_name
from intake.answers.tree import Section, tree
from intake.drafts.autosave import help_for
from intake.drafts.minutes import minutes_left
from intake.drafts.places import Place, preceding
from intake.drafts.tiles import tiles
from intake.questionnaire import GROUP_OF, Document


def page_context(request: HttpRequest, place: Place, document: Document, **more: Any) -> dict[str, Any]:
    """The page's step, where it stands in the form, the way back, and the entries of the group it lists."""
    sections = tree(document, place.step.part)
    group = GROUP_OF.get(place.slug, "")
    return {
        "step": place.step,
        "place": place,
        "progress": _progress(place, sections),
        "minutes": minutes_left(sections, place.step.part),
        "back": reverse("intake:check") if "check" in request.GET else preceding(place, document),
        "subject": _subject(place, document),
        "group": group if group and not place.step.group else "",
        "help_for": help_for(place.step),
        "tiles": tiles(document) if group and not place.step.group else None,
        "section": next((section for section in sections if section.step.slug == place.slug), None),
    } | more


def _progress(place: Place, sections: list[Section]) -> str:
    """Which section of the part this is."""
    home = place.step.section or place.slug
    slugs = [section.step.slug for section in sections if section.step.part == place.step.part]
    if home not in slugs:
        return ""
    text = _("Section {n} of {all}") if place.step.part == 1 else _("Part 2, section {n} of {all}")
    return text.format(n=slugs.index(home) + 1, all=len(slugs))


def _subject(place: Place, document: Document) -> str:
    """The medicine a page is about, once it has a name."""
    return entry_name(document, place.entry) if place.step.group and place.step.slug != "which" else ""
