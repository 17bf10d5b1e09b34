"""Proposals of an earlier form: apart from the answers, question by question, and never for what must be asked anew."""

import pytest

from intake.answers import frozen, missing, new, tree
from intake.answers.document import without_entry
from intake.answers.proposed import ANEW, ANEW_PAGES, PART, confirmed, laid_beside, proposals
from intake.history import history
from intake.questionnaire import PAGES, STEPS, key, step_named
from intake.questionnaire.whole import SCALES, homes
from tests.intake.filling import BORN, ENTRY, TODAY, filled, medicine, page, part_1
from tests.looks.patients import everything

SOURCE = {"submission": "s", "sent_on": "2026-05-02"}


def beside(document=None, earlier=None):
    return laid_beside(document or new(), earlier or frozen(medicine(part_1())), SOURCE)


def taken(document, *pages):
    for slug, *entry in pages:
        document = confirmed(document, page(slug), entry[0] if entry else "", 7)[0]
    return document


def test_beside_the_answers_they_count_for_nothing():
    blank, laid = new(), beside()
    assert missing(laid) == missing(blank)
    assert tree(laid) == tree(blank)
    assert frozen(laid) == frozen(blank)
    assert history(laid, TODAY, BORN) == history(blank, TODAY, BORN)


def test_nothing_of_safety_of_a_scale_or_of_agreeing_is_ever_proposed():
    """Every question answered last time: those pages lie nowhere in the new document, and ask nothing."""
    full = everything()
    for id, (step, question) in homes().items():
        value = [choice.value for choice in question.choices][:1] if question.kind == "choices" else "x"
        full["answers"][key(id, ENTRY) if step.group else id] = {"state": "answered", "value": value, "rev": 1}
    laid = beside(earlier=full)[PART]["answers"]
    anew = {question.id for step in STEPS if {step.slug, step.section} & ANEW_PAGES for question in step.questions} | ANEW
    assert {"phq9.item9", "asq.item5", "consent.signature", "about.place", "exclude.birth"} <= anew
    assert {f"{scale.id}.item1" for scale in SCALES.values()} & set(homes()) <= anew
    assert {name.rsplit("/", 1)[-1] for name in laid} == set(homes()) - anew
    assert [step.slug for step in STEPS if {step.slug, step.section} & ANEW_PAGES and proposals(beside(earlier=full), step)] == []


def test_every_page_that_stands_for_safety_is_among_them():
    assert {step.slug for step in STEPS if step.help or step.slug in SCALES} <= ANEW_PAGES
    assert {
        step.slug
        for step in STEPS
        for question in step.questions
        if question.id.split(".")[0] in SCALES and not {step.slug, step.section} & ANEW_PAGES
    } == set()
    assert set(homes()) >= ANEW


def test_a_whole_form_comes_back_page_by_page():
    """What was sent and may be proposed is what was confirmed, no more and no less."""
    earlier = frozen(medicine(filled(("more-medicines", "medicines_unnamed=0"), document=part_1())))
    document = beside(earlier=earlier)
    pages = [(step.slug,) for step in STEPS] + [(step.slug, ENTRY) for step in PAGES["medicine"]]
    after = taken(document, *pages)
    assert after["groups"] == earlier["groups"]
    assert {name: answer["value"] for name, answer in after["answers"].items() if answer["state"] == "answered"} == {
        name: answer["value"] for name, answer in document[PART]["answers"].items() if answer["state"] == "answered"
    }
    assert {answer["from"]["sent_on"] for answer in after["answers"].values()} == {"2026-05-02"}
    assert {answer["rev"] for answer in after["answers"].values()} == {7}


ASIDE = [
    ("answered anew", lambda document: filled(("this-episode", "episode_start_year=2020"), document=document)),
    ("answered and taken back", lambda document: document | {"cleared": {"episode.start": {"state": "", "rev": 3}}}),
]


@pytest.mark.parametrize(("reason", "change"), ASIDE, ids=[row[0] for row in ASIDE])
def test_what_the_person_touched_is_left_alone(reason, change):
    document = change(beside())
    before = document["answers"].get("episode.start")
    assert "When did this low time start?" not in [each.label for each in proposals(document, step_named("this-episode"))]
    assert taken(document, ("this-episode",))["answers"].get("episode.start") == before


def test_a_medicine_that_was_removed_does_not_come_back():
    document = without_entry(taken(beside(), ("medicines",)), "medicine", ENTRY)
    assert proposals(document, step_named("medicines")) == []


def test_a_medicine_is_proposed_by_its_name():
    first = proposals(beside(), step_named("medicines"))[0]
    assert (first.label, first.words) == ("A medicine you tried", "Zoloft (sertraline)")


GONE = [
    ("a choice that is no longer offered", "about.sex", {"state": "answered", "value": "gone", "rev": 1}),
    ("a tick that is no longer offered", "treatments.had", {"state": "answered", "value": ["none", "gone"], "rev": 1}),
    ("a question that is no longer asked", "about.gone", {"state": "answered", "value": "x", "rev": 1}),
    ("what could not be read", "episode.start", {"state": "invalid", "raw": "x", "rev": 1}),
    ("a medicine that is not on the new list", f"medicine/{ENTRY}/added_to", {"state": "answered", "value": "m-ffffffff", "rev": 1}),
]


@pytest.mark.parametrize(("reason", "name", "answer"), GONE, ids=[row[0] for row in GONE])
def test_what_does_not_fit_any_more_is_asked_anew(reason, name, answer):
    earlier = frozen(medicine(part_1()))
    earlier["answers"][name] = answer
    pages = [(step.slug,) for step in STEPS] + [(step.slug, ENTRY) for step in PAGES["medicine"]]
    assert name not in taken(beside(earlier=earlier), *pages)["answers"]


def test_what_only_shows_after_an_answer_is_proposed_after_it():
    earlier = frozen(part_1(this_episode={"episode_start_year": "2024", "episode_before": "yes"}))
    earlier["answers"]["episodes.count"] = {"state": "answered", "value": "2_3", "rev": 1}
    document = beside(earlier=earlier)
    more = next(step for step in STEPS if any(question.id == "episodes.count" for question in step.questions))
    assert proposals(document, more) == []
    assert [each.label for each in proposals(taken(document, ("this-episode",)), more)] != []
