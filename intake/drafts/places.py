"""Where a person is in the form, what comes next, and how to get there."""

from dataclasses import dataclass

from django.urls import reverse

from intake.answers.document import entries, is_entry
from intake.answers.required import missing_in, missing_list
from intake.questionnaire import GROUP_OF, LIST_OF, PAGES, STEPS, Document, Step, page_named, step_named, visible


@dataclass(frozen=True)
class Place:
    """A page of the form; `entry` for a page of a group."""

    step: Step
    entry: str = ""

    @property
    def slug(self) -> str:
        """The step in the address: for a page of a group, the group's list."""
        return LIST_OF[self.step.group] if self.step.group else self.step.slug

    @property
    def url(self) -> str:
        if self.step.group:
            return reverse("intake:entry", args=[self.slug, self.entry, self.step.slug])
        return reverse("intake:step", args=[self.slug])

    @property
    def name(self) -> str:
        """As the draft keeps it in clear: a page that only some people see is named by its section, so it tells nothing."""
        if self.step.group:
            return f"{self.slug}/{self.entry}/{self.step.slug}"
        return self.step.section or self.slug

    @property
    def exact_name(self) -> str:
        """As only the sealed document may keep it."""
        return self.name if self.step.group else self.slug


def find(slug: str, entry: str = "", page: str = "") -> Place | None:
    """The place with this address, or None."""
    if not page:
        step = step_named(slug)
        return Place(step) if step else None
    step = page_named(GROUP_OF.get(slug, ""), page)
    return Place(step, entry) if step and is_entry(entry) else None


def named(name: str, document: Document) -> Place | None:
    """The place a draft remembers, if it still applies."""
    found = find(*name.split("/")) if name and name.count("/") in (0, 2) else None
    return found if found and visible(found.step, document, found.entry) else None


def following(place: Place, document: Document) -> str:
    """The address after this page: the group's next page, its list, the next step of the part, the check page."""
    if place.step.group:
        inside = _within(place, 1, document)
        return (inside.url if inside else "") or _next_entry(place, document) or _after(_list(place), document)
    if missing_list(place.step, document):
        return reverse("intake:add", args=[place.slug])
    return _next_entry(place, document) or _after(place.step, document)


def before(place: Place, document: Document) -> Place | None:
    """The page before this one; None before the first."""
    if place.step.group:
        return _within(place, -1, document) or Place(_list(place))
    steps = _steps(document)
    earlier = steps[: steps.index(place.step)] if place.step in steps else []
    return Place(earlier[-1]) if earlier else None


def preceding(place: Place, document: Document) -> str:
    """The address before this page."""
    found = before(place, document)
    return found.url if found else reverse("intake:home")


def is_open(place: Place, document: Document) -> bool:
    """Whether the page misses something."""
    return bool(missing_in(place.step, document, place.entry) or missing_list(place.step, document))


def first_open(document: Document) -> Place | None:
    """The first page of part 1 that misses something."""
    steps = [step for step in _steps(document) if step.part == 1]
    return next((place for step in steps for place in (Place(step), *_of_entries(step, document)) if is_open(place, document)), None)


def _of_entries(step: Step, document: Document) -> list[Place]:
    group = GROUP_OF.get(step.slug, "")
    return [Place(page, entry) for entry in entries(document, group) for page in PAGES[group]]


def _steps(document: Document) -> list[Step]:
    return [step for step in STEPS if visible(step, document)]


def _after(step: Step, document: Document) -> str:
    """The next step of the part, or the check page."""
    steps = _steps(document)
    later = steps[steps.index(step) + 1 :] if step in steps else []
    same_part = [each for each in later if each.part == step.part]
    return Place(same_part[0]).url if same_part else reverse("intake:check")


def _list(place: Place) -> Step:
    return next(step for step in STEPS if step.slug == place.slug)


def _next_entry(place: Place, document: Document) -> str:
    """The first open page of an entry further down in the list. Those above were left on purpose; the check page names them."""
    listed = entries(document, GROUP_OF.get(place.slug, ""))
    below = listed[listed.index(place.entry) + 1 :] if place.entry in listed else listed
    pages = (each for each in _of_entries(_list(place), document) if each.entry in below)
    return next((each.url for each in pages if is_open(each, document)), "")


def _within(place: Place, way: int, document: Document) -> Place | None:
    """The next (1) or previous (-1) page of the same entry that applies; None at either end."""
    pages = PAGES[place.step.group]
    index = pages.index(place.step)
    rest = pages[index + 1 :] if way > 0 else pages[:index][::-1]
    return next((Place(page, place.entry) for page in rest if visible(page, document, place.entry)), None)
