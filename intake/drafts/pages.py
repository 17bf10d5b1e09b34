"""What the templates of the form show around a form."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from intake.answers.asked import entry_name
from intake.answers.proposed import proposals
from intake.answers.tree import Section, tree
from intake.drafts import calm
from intake.drafts.autosave import help_for
from intake.drafts.calm import One
from intake.drafts.calm_page import calm_context
from intake.drafts.minutes import minutes_left
from intake.drafts.outdated import NOW
from intake.drafts.places import Place, preceding
from intake.drafts.tiles import tiles
from intake.http import FormRequest
from intake.questionnaire import GROUP_OF, Document


def page_context(request: FormRequest, place: Place, document: Document, one: One | None = None, **more: Any) -> dict[str, Any]:
    """The page's step, where it stands in the form, the way back, and the entries of the group it lists."""
    sections = tree(document, place.step.part)
    lists = place.slug in GROUP_OF and not place.step.group and (one is None or one.id == calm.PICKS)
    return {
        "step": place.step,
        "asked": NOW,
        "place": place,
        "progress": _progress(place, sections),
        "minutes": minutes_left(sections, place.step.part),
        "back": _back(request, place, document, one),
        "subject": _subject(place, document),
        "group": GROUP_OF[place.slug] if lists else "",
        "help_for": help_for(place.step),
        "tiles": tiles(document) if lists else None,
        "section": next((section for section in sections if section.step.slug == place.slug), None),
        "proposals": proposals(document, place.step, place.entry),
        **calm_context(place, document, one, sections),
    } | more


def _back(request: FormRequest, place: Place, document: Document, one: One | None) -> str:
    if "check" in request.GET and (one is None or one.number == 1):
        return reverse("intake:check")
    return calm.back(place, one, document, **calm.from_check(request.GET)) if calm.is_on(document) else preceding(place, document)


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
