"""Every page a patient can reach, with real arguments: taken from the resolver, so that a new one can't be forgotten."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from intake.invitations import links
from intake.models import Case, Invitation
from intake.questionnaire import GROUP_OF, LIST_OF, PAGES, STEPS
from tests.intake.copy.paper import text_of
from tests.intake.filling import EPISODE
from tests.intake.people import WRONG
from tests.metatests.doors import DOORS, PATIENT, Address, addresses

Arguments = list[tuple[str, ...]]
LAST = ("intake:remove", "intake:send")  # after these less is to be seen


def entries(case: Case) -> list[tuple[str, str]]:
    """Group and name of each entry that the person has told of."""
    return [(group, entry) for group, found in case.draft.answers["groups"].items() for entry in found]


# What goes into an address in place of what `doors` made up.
REAL: dict[str, Callable[[Case], Arguments]] = {
    "intake:open": lambda case: [(links.token(found),) for found in Invitation.objects.filter(case=case)],
    "intake:caregiver_open": lambda case: [("somebody-elses",)],
    "intake:step": lambda case: [(step.slug,) for step in STEPS],
    "intake:add": lambda case: [(slug,) for slug in GROUP_OF],
    "intake:entry": lambda case: [(LIST_OF[group], entry, page.slug) for group, entry in entries(case) for page in PAGES[group]],
    "intake:remove": lambda case: [(LIST_OF[group], entry) for group, entry in entries(case)],
}


def own() -> list[Address]:
    """The addresses open to patients; what sends or takes away last."""
    found = [address for address in addresses() if PATIENT in DOORS.get(address.name, frozenset())]
    return sorted(found, key=lambda address: (address.name in LAST, address.name))


def paths(address: Address, case: Case) -> list[str]:
    """Where it leads for this person.

    Raises NoReverseMatch for an address with arguments and without a row in `REAL`: made-up ones show only "not found".
    """
    return [reverse(address.name, args=given) for given in REAL.get(address.name, lambda case: [()])(case)]


@dataclass(frozen=True)
class Page:
    what: str
    answer: HttpResponse

    @property
    def is_page(self) -> bool:
        return bool(self.answer.context) and self.answer["Content-Type"].startswith("text/html")

    @property
    def source(self) -> str:
        """All that was sent but the form's random token; of a copy on paper what can be read."""
        if self.answer.get("Content-Type", "") == "application/pdf":
            return text_of(self.answer.content)
        context = self.answer.context
        token = str(context["csrf_token"]) if context and "csrf_token" in context else ""
        return self.answer.content.decode().replace(token or "\0", "")


def walk(client: Client, case: Case, *, each: bool = True) -> Iterator[Page]:
    """Look at every page, then send each empty, then what needs words of its own. Without `each` one page of an address stands for all."""
    everywhere = [(address.name, path) for address in own() for path in paths(address, case)[: None if each else 1]]
    for method in ("get", "post"):
        pages = [Page(f"{method} {name}", getattr(client, method)(path)) for name, path in everywhere]
        yield from pages
        yield from whereto(client, pages)
    yield from afterwards(client, case)


def whereto(client: Client, pages: list[Page]) -> Iterator[Page]:
    """The page behind each address that they lead on to, once: once the form is sent, nearly all lead to the receipt."""
    for there in sorted({page.answer["Location"] for page in pages if "Location" in page.answer}):
        yield Page(f"led to {there}", client.get(there, follow=True))


def afterwards(client: Client, case: Case) -> Iterator[Page]:
    for what, path, said in [
        ("a wrong date of birth", reverse("intake:open", args=REAL["intake:open"](case)[0]), WRONG),
        ("an answer of two windows", "/intake/this-episode/", EPISODE | {"episode_start_year": "2001", "rev": "0"}),
    ]:
        yield Page(what, client.post(path, said, follow=True))
