"""The same word said wherever anybody may say one, and every page that may show it."""

from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from typing import Any

from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import reverse

from clinic.kept import services as kept
from clinic.review import services as review
from desk.models import Staff
from intake.evaluations.services import evaluate
from intake.invitations import links
from intake.models import Case, Draft
from intake.questionnaire import PAGES, STEPS
from intake.submissions.services import submit
from tests.clinic.factories import again
from tests.clinic.staff import signed_in
from tests.intake.people import BOXES, invited
from tests.intake.sent import document
from tests.metatests import world
from tests.metatests.doors import addresses
from tests.metatests.patient_pages import own, paths

ON_PAPER = {"intake:copy"}  # a PDF has no bones and takes long to draw: tests/intake/copy says that words stay words in it
TYPED = {"text", "long_text", "signature", "phone"}
ASKED = ["q", "case", "actor", "day", "before", "after", "profile", "next", "state", "tab", "week", "name", "show"]
Skeleton = list[tuple[str, tuple[str, ...]]]


class Bones(HTMLParser):
    """The elements of a page and the names of their attributes, in order; addresses that run are a bone of their own."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: Skeleton = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))
        self.found += [("runs", (name,)) for name, value in attrs if name in {"href", "src", "action", "formaction"} and runs(value or "")]


def runs(address: str) -> bool:
    return "".join(address.split()).lower().startswith(("javascript:", "data:", "vbscript:"))


def bones(html: str) -> Skeleton:
    return Bones(html).found


def said(word: str) -> dict[str, Any]:
    """A whole form with the word in every question that takes words; of one medicine, for another's pages are the same."""
    once = [question.id for step in STEPS if not step.group for question in step.questions if question.kind in TYPED]
    each = [question.id for page in PAGES["medicine"] for question in page.questions if question.kind in TYPED]
    whole = document(**dict.fromkeys([*once, *(f"medicine/m-1/{question}" for question in each)], word))
    whole["groups"]["medicine"] = ["m-1"]
    return whole


def patient(word: str) -> tuple[Client, Case]:
    """Somebody of that name who said nothing else, and their browser."""
    invitation, client = invited(name=word), Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    draft = Draft.objects.get(case=invitation.case)
    draft.seal_answers(said(word))
    draft.save()
    return client, draft.case


def reviewed(case: Case, lead: Staff, word: str) -> Case:
    """Sent, read by the rules, and signed with the word for a reason."""
    submit(draft=Draft.objects.get(case=case), by=case.patient)
    evaluate(case_id=case.pk)
    case = again(case)
    found = {"reason": word, "diagnosis": "unsure", "severity": "mild", "exclusions": {}}
    given = {"findings": found, "name": lead.name, "by": lead, "decision": "agree", "plans_visit": True}
    review.sign(case=case, evaluation_id=case.evaluation_id, **given)
    return again(case)


def pages(word: str) -> Iterator[tuple[str, str]]:
    """Name and source of every page, once the word was said everywhere."""
    client, case = patient(word)
    for address in (each for each in own() if each.name not in ON_PAPER):
        yield from ((f"{address.name} {number}", shown(client, path)) for number, path in enumerate(paths(address, case)))
    lead = signed_in("lead")
    Staff.objects.filter(pk=lead.staff.pk).update(name=word)
    lead.staff.name = word
    things = world.furnish() | dict.fromkeys(
        ["clinic:record", "clinic:request_labs", "clinic:book"], reviewed(case, lead.staff, word).public_id
    )
    kept.keep_trusted(RequestFactory().post(f"/clinic/?{word}", {"reason": word, word: word}), lead.staff)
    for address in addresses(things):
        if address.name.startswith(("clinic:", "mfa_index")):
            yield f"get {address.name}", shown(lead, f"{address.path}")
            yield f"asked {address.name}", shown(lead, address.path, dict.fromkeys(ASKED, word))
            yield f"sent {address.name}", source(partial(lead.post, address.path, dict.fromkeys(world.BAG, word)))
    yield "sign-in", source(partial(Client().post, f"/accounts/login/?next={word}", {"login": word, "password": word}))
    yield "nowhere", shown(Client(), "/nowhere/" + word.replace("/", ""))


def shown(client: Client, path: str, query: dict[str, str] | None = None) -> str:
    return source(partial(client.get, path, query or {}))


def source(ask: partial[Any]) -> str:
    answer = ask()
    return str(answer.content.decode()) if answer.get("Content-Type", "").startswith("text/html") else ""
