"""Saving under the draft's lock: two threads, a draft that was sent, a rule that breaks."""

import pytest

from intake.drafts import services
from intake.drafts.services import AlreadySent, remove_entry, save_step, settle_step
from intake.models import Draft
from intake.questionnaire import step_named
from tests.crowd import Crowd
from tests.intake.filling import ABOUT, query
from tests.intake.sent import filled, submitted

STEP = step_named("about-you")
DISTINCT = ("about.call_me", "about.pronouns", "about.phone", "about.place")


def save(draft, fields):
    return save_step(draft=draft, step=STEP, posted=query(fields), by=draft.case.patient)


@pytest.mark.django_db
def test_a_sent_draft_takes_nothing_more():
    submission = submitted()
    draft = submission.draft
    for act in (
        lambda: save(draft, ABOUT),
        lambda: settle_step(draft=draft, step=STEP, posted=query({}), by=draft.case.patient),
        lambda: remove_entry(draft=draft, group="medicine", entry="m-1", seen=0, by=draft.case.patient),
    ):
        with pytest.raises(AlreadySent):
            act()


@pytest.mark.django_db
def test_saving_nothing_new_changes_no_counter():
    draft = filled()
    first = save(draft, {"rev": "99", "about_place": "Dayton"})
    second = save(draft, {"rev": "99", "about_place": "Dayton"})
    assert (first.rev, second.rev) == (1, 1)


@pytest.mark.django_db
def test_a_draft_that_was_read_before_another_window_saved_loses_nothing():
    """What the lock finds is what counts, not what was read before it."""
    early = filled()
    save(Draft.objects.get(pk=early.pk), {"rev": "99", "about_place": "Dayton"})
    saved = save(early, {"rev": "99", "about_phone": "555 555 0177"})
    said = Draft.objects.get(pk=early.pk).answers["answers"]
    assert (said["about.place"]["value"], said["about.phone"]["value"], saved.rev) == ("Dayton", "555 555 0177", 2)
    assert early.rev == 0, "the caller's own copy does not move"


@pytest.mark.django_db
def test_taking_out_an_entry_leaves_the_place_that_another_window_reached():
    draft = filled()
    Draft.objects.filter(pk=draft.pk).update(place="phq9")
    remove_entry(draft=draft, group="medicine", entry="m-1", seen=99, by=draft.case.patient)
    assert Draft.objects.get(pk=draft.pk).place == "phq9"


@pytest.mark.django_db
def test_a_save_that_cannot_notice_safety_saves_nothing(monkeypatch):
    """The event and the answer are one transaction: neither without the other."""
    draft = filled()

    def broken(**_):
        raise RuntimeError

    monkeypatch.setattr(services, "notice", broken)
    with pytest.raises(RuntimeError):
        save(draft, {"rev": "99", "about_place": "Dayton"})
    assert Draft.objects.get(pk=draft.pk).answers["answers"]["about.place"]["value"] == "Springfield"


def test_windows_that_save_at_once_lose_nothing(own_database):
    """Eight threads, two for each of four questions: the first answer stands, the second waits beside it."""
    draft = filled()
    draft.rev = 5
    draft.save()
    posts = [{"rev": "5", f"{name.replace('.', '_')}": f"555 555 010{number}"} for name in DISTINCT for number in (1, 2)]

    with Crowd(8) as crowd:
        revs = crowd.at_once([lambda fields=fields: save(draft, fields).rev for fields in posts])
    answers = Draft.objects.get(pk=draft.pk).answers["answers"]
    assert sorted(revs) == list(range(6, 14))
    for name in DISTINCT:
        assert {answers[name]["value"], answers[name]["rivals"][0]["value"]} == {"555 555 0101", "555 555 0102"}
