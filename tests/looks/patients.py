"""What a patient can meet: the door, each page of the form empty and left empty, checking, sending, help."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from intake import answers
from intake.invitations import links
from intake.invitations.again import invite_again
from intake.invitations.services import release_device
from intake.models import Draft, Invitation
from intake.questionnaire import PAGES as PAGES_OF
from intake.questionnaire import STEPS
from intake.questionnaire.conditions import Is, Ticked
from intake.questionnaire.steps import packs
from intake.questionnaire.visibility import key, visible
from intake.safety import services as safety
from intake.submissions.services import submit
from tests.clinic.form import form, medicine
from tests.intake.people import BOXES, WRONG, invited, staff
from tests.intake.phone_code import conftest as phone_code

Document = dict[str, Any]
ENTRY = "m-00000001"
# The pages that say what is missing. The others may be left as they are.
MUST_BE_ANSWERED = {step.slug for step in STEPS if step.part == 1} - {"next-questions", "more-questions"}


def whole(document: Document) -> Document:
    """The same with "not sure" wherever an answer is missing."""
    for lack in answers.missing(document):
        document["answers"][key(lack.question, lack.entry)] = {"state": "not_sure", "rev": 1}
    return document


def parts(condition: Any) -> Iterator[Any]:
    """A condition and those it is made of."""
    yield condition
    for part in getattr(condition, "conditions", ()):
        yield from parts(part)


def opening() -> dict[str, Any]:
    """Answers that bring up every page that not everybody is asked."""
    asked = [part for step in STEPS for part in parts(step.when)]
    chosen = {each.question: each.values[0] for each in asked if isinstance(each, Is)}
    ticked = [each for each in asked if isinstance(each, Ticked)]
    ticks = {each.question: [value for other in ticked if other.question == each.question for value in other.values] for each in ticked}
    return {question: {"state": "answered", "value": value, "rev": 1} for question, value in (chosen | ticks).items()}


def begun(*entries: str) -> Document:
    """What makes every page apply, and nothing else."""
    agents = {f"medicine/{entry}/agent": {"state": "answered", "value": "sertraline", "rev": 1} for entry in entries}
    return answers.new("en", packs.NAMES) | {"groups": {"medicine": list(entries)}, "answers": opening() | agents}


def applying(slug: str) -> Document:
    """What makes this page of a medicine apply, and nothing else."""
    if slug == "same":
        return begun("m-00000002", ENTRY)
    document = begun(ENTRY)
    if slug == "longer":
        said = {"agent": "venlafaxine-xr", "highest_dose": 225, "weeks_at_150": "under_4"}
        document["answers"] |= {f"medicine/{ENTRY}/{id}": {"state": "answered", "value": value, "rev": 1} for id, value in said.items()}
    return document


def everything() -> Document:
    """Two medicines, every page asked, every question answered or not known."""
    document = form(medicine(), medicine(agent="duloxetine", highest_dose=60, weeks_at_50=..., weeks_at_60="8_more"))
    document |= {"packs": list(packs.NAMES)}
    document["answers"] |= opening()
    return whole(document)


EVERYTHING = everything()


def door(**changed: Any) -> str:
    """The address of a link; `changed` are columns of its row."""
    invitation = invited()
    Invitation.objects.filter(pk=invitation.pk).update(**changed)
    return reverse("intake:open", args=[links.token(invitation)])


def inside(document: Document | None = None) -> Client:
    """A browser with a person's form open in it."""
    client, invitation = Client(), invited()
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    client.draft = Draft.objects.select_related("case__data_key").get(case=invitation.case)
    client.draft.seal_answers(document or answers.new("en"))
    client.draft.save()
    return client


def _other_device() -> HttpResponse:
    address = door()
    Client().post(address, BOXES)
    draft = Draft.objects.get()
    draft.seal_answers(EVERYTHING)
    draft.save()
    return Client().post(address, BOXES)


def _code(typed: str | None = None) -> HttpResponse:
    client = phone_code.waits(phone_code.begun())
    return client.page if typed is None else client.post(phone_code.TYPE, {"code": typed})


def _two_windows() -> HttpResponse:
    client, seen = inside(), "0"
    for place in ("Springfield", "Bangor, Maine"):
        answer = client.post("/intake/about-you/", {"rev": seen, "about_place": place})
    return answer


def _help_after(value: int) -> Callable[[], HttpResponse]:
    def draw() -> HttpResponse:
        client = inside()
        safety.notice(case=client.draft.case, before={"answers": {}}, after=form(phq9__item9=value), by=client.draft.case.patient)
        return client.get("/pause/?next=/intake/medicines/")

    return draw


def _many_medicines() -> HttpResponse:
    return inside(form(*[medicine()] * 12)).get("/intake/medicines/")


def _calm(document: Document | None, path: str, posted: dict[str, str] | None = None) -> HttpResponse:
    client = inside((document or answers.new("en")) | {"calm": {"on": True}})
    return client.get(path) if posted is None else client.post(path, posted)


def _sent() -> HttpResponse:
    client = inside(EVERYTHING)
    submit(draft=client.draft, by=client.draft.case.patient)
    return client.get("/intake/done/")


def _later(let_in: bool = True) -> Client:
    """A browser with a form open that follows one that was sent."""
    first = inside(EVERYTHING).draft
    submit(draft=first, by=first.case.patient)
    invitation, client = invite_again(case=first.case, by=first.case.patient), Client()
    if let_in:
        invitation = release_device(invitation=invitation, by=staff())
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    return client


def _as_a_clinic() -> HttpResponse:
    with override_settings(DEMO=False):
        return Client().get("/")


def _steps() -> Iterator[tuple[str, int, Callable[[], HttpResponse]]]:
    """Each page of the form as it was filled in, and as it is sent empty."""
    for step in STEPS:
        path = f"/intake/{step.slug}/"
        yield f"{step.slug} filled in", 200, lambda path=path: inside(EVERYTHING).get(path)
        if step.slug in MUST_BE_ANSWERED:
            nothing = begun(ENTRY) if step.when else None
            yield f"{step.slug} left empty", 422, lambda path=path, nothing=nothing: inside(nothing).post(path, {})


def _medicine() -> Iterator[tuple[str, int, Callable[[], HttpResponse]]]:
    """The same for the pages of one medicine."""
    for number, page in enumerate(PAGES_OF["medicine"]):
        path, said = f"/intake/medicines/{ENTRY}/{page.slug}/", applying(page.slug) if number else begun()
        full = EVERYTHING if visible(page, EVERYTHING, ENTRY) else whole(applying(page.slug))
        yield f"a medicine's {page.slug} filled in", 200, lambda path=path, full=full: inside(full).get(path)
        yield f"a medicine's {page.slug} left empty", 422, lambda path=path, said=said: inside(said).post(path, {})


def _part_2_gone_wrong() -> Iterator[tuple[str, int, Callable[[], HttpResponse]]]:
    """Nothing there must be answered; what people are likely to get wrong all the same."""
    typed = {
        "family, none ticked and some": ("family", {"family_had": ["none", "depression"]}),
        "results with a year too short": ("more-e", {"lab_tsh_value": "2,1", "lab_tsh_when_year": "22"}),
        "someone on your side, a number in words": ("support", {"support_phone": "her cell"}),
    }
    for reason, (slug, said) in typed.items():
        yield reason, 422, lambda slug=slug, said=said: inside(EVERYTHING).post(f"/intake/{slug}/", said | {"rev": "9"})


PAGES = [
    ("the front door", 200, _as_a_clinic),
    ("the front door of the demo", 200, lambda: Client().get("/")),
    ("the front door in Spanish", 200, lambda: Client(headers={"accept-language": "es"}).get("/")),
    ("a link before its question is answered", 200, lambda: Client().get(door())),
    ("a link without a date", 422, lambda: Client().post(door(), {})),
    ("a link with a wrong date", 422, lambda: Client().post(door(), WRONG)),
    ("a link tried too often", 422, lambda: Client().post(door(tries=Invitation.MAX_TRIES), BOXES)),
    ("a link too old", 422, lambda: Client().post(door(expires_at="2020-01-01T00:00:00Z"), BOXES)),
    ("another device", 403, _other_device),
    ("another device, a code can be sent", 403, lambda: phone_code.waits(phone_code.begun(), asks=False).page),
    ("a code is on its way", 200, _code),
    ("no code was typed", 422, lambda: _code("")),
    ("a code that does not open", 422, lambda: _code("000000")),
    ("not let in", 403, lambda: Client().get("/intake/")),
    ("the session ended while a page was filled in", 403, lambda: Client().post("/intake/about-you/", {"about_place": "Bangor"})),
    ("the form before it is begun", 200, lambda: inside().get("/intake/")),
    ("the form half done", 200, lambda: inside(begun(ENTRY)).get("/intake/")),
    ("the form ready to send", 200, lambda: inside(EVERYTHING).get("/intake/")),
    ("the form one question at a time", 200, lambda: _calm(begun(ENTRY), "/intake/")),
    ("one question", 200, lambda: _calm(EVERYTHING, "/intake/about-you/?one=3")),
    ("one question left empty", 422, lambda: _calm(None, "/intake/about-you/?one=4", {"only": "about_message"})),
    ("one question of a scale", 200, lambda: _calm(EVERYTHING, "/intake/phq9/?one=9")),
    ("one question after another", 200, lambda: _calm(form(treatments__had=["tms"]), "/intake/other-treatments/?one=2")),
    ("medicines, one question at a time", 200, lambda: _calm(EVERYTHING, "/intake/medicines/?one=1")),
    ("a wish to be asked by phone", 200, lambda: inside().get("/intake/by-phone/")),
    ("a wish to be asked by phone, heard", 200, lambda: inside().post("/intake/by-phone/", follow=True)),
    ("saved for later", 200, lambda: inside().post("/intake/about-you/", {"about_phone": "call me", "rev": "0", "later": "1"}, follow=True)),
    *_steps(),
    *_medicine(),
    ("a new medicine", 200, lambda: inside(EVERYTHING).get("/intake/medicines/add/", follow=True)),
    ("many medicines", 200, _many_medicines),
    ("taking a medicine out", 200, lambda: inside(EVERYTHING).get(f"/intake/medicines/{ENTRY}/remove/")),
    *_part_2_gone_wrong(),
    ("two windows differ", 409, _two_windows),
    ("a page that changed meanwhile", 422, lambda: inside().post("/intake/about-you/", {"asked": "earlier", "about_garden": "Roses"})),
    ("checking with something missing", 200, lambda: inside(begun(ENTRY)).get("/intake/check/")),
    ("checking with nothing missing", 200, lambda: inside(EVERYTHING).get("/intake/check/")),
    ("sent", 200, _sent),
    ("a form after an earlier one, blank", 200, lambda: _later(let_in=False).get("/intake/")),
    ("a form after an earlier one, its answers beside it", 200, lambda: _later().get("/intake/")),
    ("a page with what was told last time", 200, lambda: _later().get("/intake/this-episode/")),
    ("medicines of last time", 200, lambda: _later().get("/intake/medicines/")),
    ("help for everybody", 200, lambda: Client().get("/help-now/")),
    ("help for who fills in the form", 200, lambda: inside().get("/help-now/")),
    ("after item 9, some days", 200, _help_after(1)),
    ("after item 9, most days", 200, _help_after(2)),
    ("told that it is not safe", 200, lambda: inside().post("/help-now/not-safe/", follow=True)),
    ("a call was asked for", 200, lambda: inside().post("/help-now/call-me/", follow=True)),
]  # fmt: skip
