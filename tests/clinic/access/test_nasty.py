"""Whatever stands in an address or a form, a staff page answers: the names are those that the page itself asks for."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from audit.actor import system
from clinic.labs.services import request_labs
from desk import work
from desk.models import Message
from intake.invitations.services import invite
from tests.clinic.factories import sent, unsafe
from tests.clinic.form import form
from tests.clinic.staff import make, signed_in
from tests.clinic.visits import clinician, ready, visit
from tests.intake.people import BORN

pytestmark = pytest.mark.django_db
# What people, scanners and broken links put in the place of a value.
NASTY = [
    ("nothing", ""),
    ("NUL", "\x00"),
    ("NUL within", "2026\x00-11-21"),
    ("the first day there is", "0001-01-01"),
    ("the last day there is", "9999-12-31"),
    ("the first day, as people write it", "01/01/0001"),
    ("the last day, as people write it", "12/31/9999"),
    ("the first moment there is", "0001-01-01T00:00+14:00"),
    ("the last moment there is", "9999-12-31T23:59-12:00"),
    ("a very great number", "1" + "0" * 30),
    ("a number past the database's", str(2**63)),
    ("a number below none", "-1"),
    ("digits of another script", "٣٤"),
    ("a letter of another plane", "😀"),
    ("half a letter", "\ud83d"),
    ("right to left", "\u202e%s{{0}}"),
    ("an id of nobody", "00000000-0000-0000-0000-000000000000"),
    ("a long text", "x" * 9000),
]
# A form draws a whole page for each: those at which something once broke, or might. Nothing at all is sent to each of them anyway.
DULL = [each for each in NASTY if each[0] in {"NUL", "a very great number", "half a letter", "a long text"}]


def patterns() -> list[URLPattern]:
    clinic = next(found for found in get_resolver().url_patterns if str(found.pattern) == "clinic/")
    return [view for part in clinic.url_patterns for view in part.url_patterns]


NAMES = [view.name for view in patterns()]


def addresses() -> dict[str, str]:
    """An address of every staff page with something behind it."""
    case, staff, link = sent(form()), make(), invite(name="Canary", date_of_birth=BORN, email="a@b.example", by=system("test"))
    # Of one time a week: a page that offers forty is drawn no other way, three times as long.
    booked, event = visit(staff=clinician("10:00-11:00", days=range(1))), unsafe(case)
    lab = request_labs(case=case, labs=["tsh"], due_in_days=1, by=staff)[0]
    task = work.open_task(key="odd:1", kind="odd", case=case.public_id)
    things = {
        "invitation": link.pk, "task": task.pk, "safety": event.pk, "lab": lab.pk, "consultation": booked.pk, "message": Message.objects.first().pk,
        "person": staff.public_id, "hours": booked.clinician.public_id, "book": ready().public_id,
    }  # fmt: skip
    return {view.name: _address(view, things, case.public_id) for view in patterns()}


def _address(view: URLPattern, things: dict, otherwise: object) -> str:
    """The thing whose word stands in the page's name; a case where none does."""
    thing = next((found for word, found in things.items() if word in view.name), otherwise)
    return reverse(f"clinic:{view.name}", kwargs=dict.fromkeys(view.pattern.converters, thing))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """The names that were asked of an address or a form."""
    names: set[str] = set()

    def watch(method: str) -> None:
        real = getattr(QueryDict, method)

        def noted(self, name, *rest):
            names.add(name)
            return real(self, name, *rest)

        monkeypatch.setattr(QueryDict, method, noted)

    for method in ("__getitem__", "__contains__", "get", "getlist", "pop"):
        watch(method)
    return names


def answers(client: Client, method: str, address: str, names: set[str], values: list[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """What each value under each name is answered, alone: beside another bad one it might never be looked at."""
    found = {(why, name): send(client, method, address, [(name, value)]) for why, value in values for name in names}
    return found | twice(client, method, address, names)


def twice(client: Client, method: str, address: str, names: set[str]) -> dict[tuple[str, str], int]:
    return {("twice", "all at once"): send(client, method, address, [(name, each) for name in names for each in ("x", "")])}


def send(client: Client, method: str, address: str, said: list[tuple[str, str]]) -> int:
    """Byte by byte, as a broken browser would: half a letter too."""
    text = urlencode(said, errors="surrogatepass")
    if method == "get":
        return client.get(f"{address}?{text}").status_code
    return client.post(address, text, content_type="application/x-www-form-urlencoded").status_code


KNOWN = [
    ("queue", {"state", "conclusion", "mine", "after"}),
    ("audit", {"case", "actor", "day", "before"}),
    ("book", {"clinician", "minutes", "week"}),
    ("consultations", {"clinician", "week"}),
]


def test_a_page_asks_for_what_it_is_known_to_ask(asked: set[str]) -> None:
    lead, there = signed_in("lead"), addresses()
    for name, known in KNOWN:
        asked.clear()
        lead.get(there[name], {"x": "x"})
        assert asked >= known, name


WHO = [("lead", NAMES), ("scheduler", ["queue", "tasks"])]  # a scheduler has first pages of their own


@pytest.mark.parametrize(("role", "names"), WHO, ids=[row[0] for row in WHO])
def test_no_address_breaks_a_page(asked: set[str], role: str, names: list[str]) -> None:
    client, there, broken, read = signed_in(role), addresses(), {}, {}
    for name in names:
        asked.clear()
        client.get(there[name], {"x": "x"})
        read[name] = asked - {"x"}
        # The free times are looked for by one form on both pages that choose among them.
        same = read["book"] & read[name] if name == "move_consultation" else set()
        found = answers(client, "get", there[name], read[name] - same, NASTY) | answers(client, "get", there[name], same, DULL)
        broken |= {(name, *key): status for key, status in found.items() if status >= 500}
    assert broken == {}


def test_no_form_breaks_a_page(asked: set[str]) -> None:
    """With nothing in it a form of several fields is refused, and so is one with a value in a single field: nothing else runs.

    It looks at each of its fields whatever the others hold: the same value goes into all of them at once, and into each alone
    only where the page did not ask for all of them then, or where nothing at all was enough for it.
    """
    client, broken, everywhere = signed_in("lead"), {}, {"kept"}
    for name, address in addresses().items():
        asked.clear()
        wants_more = client.post(address).status_code == 422
        # What every page reads is read in one place: one page that asks nothing else shows it.
        names = {each for each in asked if not each.startswith("csrf")} - (everywhere if name != "queue" else set())
        together = each_at_once(client, address, names, asked) if wants_more and len(names) > 2 else {}
        found = together or answers(client, "post", address, names, DULL)
        broken |= {(name, *key): status for key, status in found.items() if status >= 500}
    assert broken == {}


def each_at_once(client: Client, address: str, names: set[str], asked: set[str]) -> dict[tuple[str, str], int]:
    """What each value in all the fields is answered; nothing where a field was passed over."""
    found = {}
    for why, value in DULL:
        asked.clear()
        found[why, "all at once"] = send(client, "post", address, [(name, value) for name in names])
        if not names <= asked:
            return {}
    return found | twice(client, "post", address, names)


FAR = [
    ("the audit of a day nobody lived", "audit", {"day": "12/31/9999"}, 422, "There is no record of that day"),
    ("the audit of the first day", "audit", {"day": "0001-01-01"}, 422, "There is no record of that day"),
    ("a calendar week nobody lives", "consultations", {"week": "9999-12-31"}, 404, ""),
]


@pytest.mark.parametrize(("why", "name", "said", "status", "words"), FAR, ids=[row[0] for row in FAR])
def test_a_day_out_of_reach_is_said_clearly(why: str, name: str, said: dict, status: int, words: str) -> None:
    answer = signed_in("lead").get(reverse(f"clinic:{name}"), said)
    assert answer.status_code == status
    assert words in answer.text


@pytest.mark.parametrize("start", ["0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00", "1999-12-31T23:59Z"])
def test_a_time_out_of_reach_is_no_time(start: str) -> None:
    case, staff = ready(), clinician()
    answer = signed_in("lead").post(
        f"/clinic/consultations/book/{case.public_id}/?clinician={staff.public_id}&minutes=60", {"start": start}
    )
    assert answer.status_code == 422
    assert "Choose one of the times below." in answer.text
