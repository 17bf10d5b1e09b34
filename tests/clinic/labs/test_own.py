"""A person's own labs: what they were asked for and whether it is there, never what it showed; names only where they may see answers."""

import pytest
from django.test import Client
from django.urls import reverse

from audit.models import Entry
from clinic.consultations.services import cancel
from clinic.labs import services
from clinic.models import LabRequest
from intake.invitations import links
from intake.models import Case, Draft
from intake.submissions.services import submit
from tests.clinic.staff import make
from tests.clinic.visits import scheduler, visit
from tests.intake.filling import part_1
from tests.intake.people import BOXES, invited
from tests.intake.submissions.test_pages import fill

pytestmark = pytest.mark.django_db
PAGE, VISIT = "/intake/labs/", "/intake/visit/"


def link(case: Case) -> str:
    return reverse("intake:open", args=[links.token(case.invitations.get())])


@pytest.fixture
def patient() -> Client:
    """The browser in which a form was filled in and sent."""
    client, case = Client(), invited().case
    client.post(link(case), BOXES)
    fill(case.draft, part_1())
    Draft.objects.filter(case=case).update(device=client.session["patient"]["device"])  # as the first answer does
    submit(draft=case.draft, by=case.patient)
    client.case = Case.objects.select_related("data_key").get(pk=case.pk)
    return client


def ask(case: Case, *labs: str) -> list[LabRequest]:
    return services.request_labs(case=case, labs=labs, due_in_days=14, by=make())


def text(client: Client) -> str:
    answer = client.get(PAGE)
    assert answer.status_code == 200
    return answer.text


def test_it_names_what_was_asked_for_and_says_what_is_there(patient) -> None:
    thyroid, _blood = ask(patient.case, "tsh", "cbc")
    services.settle(request=thyroid, state="resulted", by=make())
    page = " ".join(text(patient).split())
    assert "We still wait for 1 test." in page
    assert page.index("Blood count") < page.index("Not here yet") < page.index("Thyroid test (TSH)") < page.index("We have it")


WHAT_STANDS = [
    ("called off", ["waived"], "We have not asked you for any tests."),
    ("there", ["resulted"], "We have all of them. Thank you."),
    ("there, and asked for again", ["resulted", None], "We still wait for 1 test."),
    ("called off, and asked for again", ["waived", None], "We still wait for 1 test."),
    ("asked for again, and there again", ["resulted", "resulted"], "We have all of them. Thank you."),
]


@pytest.mark.parametrize(("reason", "states", "said"), WHAT_STANDS, ids=[row[0] for row in WHAT_STANDS])
def test_the_newest_word_on_a_lab_stands(patient, reason, states, said) -> None:
    for state in states:
        (request,) = ask(patient.case, "tsh")
        if state:
            services.settle(request=request, state=state, by=make())
    page = text(patient)
    assert said in page
    assert page.count("Thyroid") == (0 if "not asked" in said else 1)


def test_another_device_with_link_and_birthday_learns_how_many_and_no_name(patient) -> None:
    ask(patient.case, "tsh", "hba1c")
    stranger = Client()
    stranger.post(link(patient.case), BOXES)
    for _ in range(2):  # having been there once makes it no friend
        page = text(stranger)
        assert "We still wait for 2 tests." in page
        assert not [word for word in ("Thyroid", "sugar", "TSH", "A1c") if word in page]
        stranger.post(link(patient.case), BOXES)
    assert "Thyroid" in text(patient)
    patient.post(link(patient.case), BOXES)
    assert "Thyroid" in text(patient), "the browser of the form knows them in a new session too"


def test_nobody_elses_labs_are_on_it(patient) -> None:
    other = Client()
    case = invited().case
    other.post(link(case), BOXES)
    ask(patient.case, "tsh")
    assert "We have not asked you for any tests." in text(other)
    assert not LabRequest.objects.visible_to(case.patient).exists()
    assert LabRequest.objects.visible_to(patient.case.patient).count() == 1


def test_without_a_session_there_is_nothing(patient) -> None:
    assert Client().get(PAGE).status_code == 403


def test_reading_is_on_record_without_a_name(patient) -> None:
    ask(patient.case, "tsh")
    text(patient)
    entry = Entry.objects.get(action="labs.read_own")
    assert (entry.case, entry.detail) == (str(patient.case.public_id), {"named": True})


LEADS = [("/intake/done/", PAGE), ("/intake/visit/", PAGE), ("/intake/done/", VISIT), (PAGE, VISIT)]


def test_tests_and_visit_are_offered_once_there_are_any(patient) -> None:
    def offered() -> list[tuple[str, str]]:
        return [(path, there) for path, there in LEADS if f'href="{there}"' in patient.get(path).text]

    assert offered() == []
    (asked,) = ask(patient.case, "tsh")
    assert offered() == LEADS[:2]
    Case.objects.filter(pk=patient.case.pk).update(state="signed", plans_visit=True)
    booked = visit(patient.case)
    assert offered() == LEADS
    services.settle(request=asked, state="waived", by=make())
    assert offered() == LEADS[2:]
    cancel(consultation=booked, reason="patient_asked", by=scheduler())
    assert offered() == []


def test_in_spanish_the_tests_have_spanish_names(patient, settings) -> None:
    ask(patient.case, "cbc")
    patient.cookies[settings.LANGUAGE_COOKIE_NAME] = "es"
    page = text(patient)
    assert "Blood count" not in page
    assert "Todavía esperamos 1 prueba." in page
