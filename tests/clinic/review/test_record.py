"""The record: evidence before conclusion, the person's own words, the contract's words, every read on record."""

import re

import pytest

from audit.models import Entry
from intake.models import Case
from tests.clinic.factories import again, drafted, opened, sent, unsafe
from tests.clinic.form import UNSURE, form, medicine
from tests.clinic.staff import signed_in
from vault.seal import erase

pytestmark = pytest.mark.django_db
SECOND = medicine(agent="duloxetine", highest_dose=60, weeks_at_50=..., weeks_at_60="8_more")
# Under the clinic's own profile, from a whole form: why, the form, the statement at the end.
CONCLUSIONS = [
    (
        "two courses without benefit",
        form(medicine(), SECOND),
        "Possible TRD: history meets the count used by Intake screen. For clinician review.",
    ),
    ("one course", form(medicine()), "History does not meet the count used by Intake screen. For clinician review."),
    (
        "nobody knows how regularly",
        form(medicine(), SECOND | {"adherence": UNSURE}),
        "Not enough is known to say whether the history meets the count",
    ),
    ("told of bipolar disorder", form(medicine(), SECOND, exclude__bipolar="yes"), "Check the diagnosis first"),
]


def page(case: Case, query: str = "", role: str = "clinician") -> str:
    answer = signed_in(role).get(f"/clinic/review/{case.public_id}/{query}")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(("why", "document", "statement"), CONCLUSIONS, ids=[row[0] for row in CONCLUSIONS])
def test_the_conclusion_is_said_in_the_contracts_words(why: str, document: dict, statement: str) -> None:
    shown = page(sent(document))
    assert statement in shown
    assert "has TRD" not in shown
    assert "Not clinically validated" in shown


def test_who_is_under_18_is_not_read() -> None:
    assert "Under 18: Intake screen reads adults only." in page(sent(born="2012-01-01"))


def test_an_excluded_history_shows_its_count_beside() -> None:
    shown = page(sent(form(medicine(), SECOND, exclude__bipolar="yes")))
    assert "2 medicines tried enough without enough benefit" in shown


def test_the_evidence_stands_before_the_conclusion_and_the_review_after() -> None:
    shown = page(sent(form(medicine(), SECOND)))
    order = [
        "What matters first",
        "Trial by trial",
        "Under the other rules",
        "The rest of what the patient said",
        "Staging",
        '<h2 id="conclusion"',
        "Your review",
    ]
    places = [shown.index(words) for words in order]
    assert places == sorted(places)
    assert "Possible TRD: history meets" not in shown[: places[5]]


def test_nothing_of_the_review_is_chosen_beforehand() -> None:
    assert not re.search(r"<input[^>]* checked", page(sent()))


def test_each_test_stands_with_its_verdict_its_sentence_and_the_persons_words() -> None:
    shown = page(sent(form(medicine(), typed={"medicine/m-00000001/agent": "zolof"})))
    for words in (
        "150 mg a day is at or above the 50 mg floor",
        "<q>150 mg</q>",
        "<q>zolof</q>",
        "at 50 mg or more: <q>8 weeks or more</q>",
    ):
        assert words in shown


def test_answers_that_cannot_both_be_right_are_shown_and_not_mended() -> None:
    shown = page(sent(form(medicine(weeks_total=200))))
    assert "Answers that can’t both be right" in shown


def test_another_rule_is_read_from_the_same_report() -> None:
    case = sent(form(medicine(), SECOND))
    shown = page(case, "?profile=payer_three")
    assert "Read under <strong>Payer rule: three medicines</strong>" in shown
    assert "further requirements are not checked here" in shown
    assert again(case).evaluation_id == case.evaluation_id


@pytest.mark.parametrize("profile", ["staging", "no_such_rule", "../../etc"])
def test_a_rule_that_does_not_exist_is_not_found(profile: str) -> None:
    assert signed_in("clinician").get(f"/clinic/review/{sent().public_id}/", {"profile": profile}).status_code == 404


def test_a_medicine_that_nobody_can_name_is_neither_counted_nor_ruled_out() -> None:
    shown = page(sent(form(medicine(), medicines__unnamed="2")))
    assert "up to 2 more medicines that nobody can name yet" in shown
    assert "forgotten-" not in shown


def test_ids_of_entries_are_never_read_out() -> None:
    adds = medicine(agent="aripiprazole", highest_dose=5, weeks_at_50=..., weeks_at_2="8_more", added_to="m-00000001")
    shown = page(sent(form(medicine(), adds)))
    assert "aripiprazole was added to sertraline" in shown
    assert "trial m-" not in shown


PHQ = [
    ("all nine answered", {}, "Total 16 of 27: moderately severe"),
    ("one left out with the skip control", {"phq9__item3": ..., "phq9__skip": "yes"}, "No total: not every item was answered"),
]


@pytest.mark.parametrize(("why", "said", "words"), PHQ, ids=[row[0] for row in PHQ])
def test_there_is_no_partial_total(why: str, said: dict, words: str) -> None:
    assert words in page(sent(form(medicine(), **said)))


def test_an_item_9_that_was_not_answered_is_to_be_asked_in_person() -> None:
    assert "item 9 was not answered: ask in person" in page(sent(form(medicine(), phq9__item9=..., phq9__skip="yes")))


def test_red_flags_and_the_open_event_come_first() -> None:
    case = sent(form(medicine(), exclude__psychosis="this_episode", exclude__birth="birth"))
    event = unsafe(case)
    shown = page(case)
    assert f'href="/clinic/safety/{event.pk}/"' in shown
    assert "Reports psychosis, now or before" in shown
    assert "Gave birth within the last 12 months" in shown


def test_a_record_that_no_rule_has_read_yet_shows_the_answers() -> None:
    shown = page(sent(evaluated=False))
    assert "the rules have not read them yet" in shown
    assert "Canary: getting out of bed" in shown
    assert "Sign this review" not in shown


def test_a_draft_stays_with_the_patient() -> None:
    shown = page(drafted(form(medicine())).case)
    assert "The form has not been sent yet" in shown
    assert "getting out of bed" not in shown


def test_an_erased_record_says_so_and_nothing_else() -> None:
    case = sent()
    unsafe(case)
    erase(case.data_key)
    shown = page(case)
    assert "This person’s record was erased" in shown
    assert "Canary" not in shown


def test_every_read_is_on_record_with_no_word_of_the_answers() -> None:
    case = sent()
    client = signed_in("lead")
    client.get(f"/clinic/review/{case.public_id}/")
    (entry,) = Entry.objects.filter(action="record.read", case=str(case.public_id))
    assert (entry.actor_id, entry.detail) == (str(client.staff.public_id), {"profile": "intake_screen"})


def test_the_title_says_nobodys_name() -> None:
    assert "<title>Record</title>" in page(sent())


@pytest.mark.parametrize("role", ["scheduler", "administrator"])
def test_who_may_not_read_answers_is_refused_and_leaves_no_read(role: str) -> None:
    case = sent()
    assert signed_in(role).get(f"/clinic/review/{case.public_id}/").status_code == 403
    assert not Entry.objects.filter(action="record.read").exists()


def test_a_record_that_is_not_there_is_not_found() -> None:
    assert signed_in("clinician").get("/clinic/review/00000000-0000-4000-8000-000000000000/").status_code == 404


def test_reading_takes_nothing_and_changes_nothing() -> None:
    case = sent()
    page(case)
    after = again(case)
    assert (after.state, after.reviewer_id) == ("submitted", None)


def test_an_invited_person_has_a_page_with_nothing_to_sign() -> None:
    assert "Sign this review" not in page(opened())
