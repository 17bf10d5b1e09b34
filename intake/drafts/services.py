"""Saving a page, letting one of two answers stand, taking an entry out. Answers are kept before anything is said of them."""

import datetime
from copy import copy
from dataclasses import dataclass

from django.db import transaction
from django.db.models.functions import Now
from django.http import QueryDict
from django.utils import timezone

from audit.actor import Actor
from audit.door import record
from intake.answers import Merged, merge, settle
from intake.answers.document import last_change, without_entry
from intake.answers.picks import AUTO
from intake.answers.proposed import confirmed
from intake.answers.seen import Seen
from intake.drafts import calm
from intake.drafts.calm import One
from intake.drafts.forms import StepForm
from intake.drafts.outdated import lost
from intake.drafts.places import Place
from intake.models import Draft
from intake.questionnaire import Document, Step
from intake.safety.services import help_first, notice
from intake.sittings.services import marked, sitting_of


class AlreadySent(Exception):
    """The form was sent: its draft takes no more answers."""


class OtherDevice(Exception):
    """Answers of an earlier form came into the draft after this browser was let in."""


class ChangedMeanwhile(Exception):
    """Another window answered more since the person was asked."""


@dataclass(frozen=True)
class Saved:
    """A page as it is now that it was kept: what came of it, the draft's counter, whether help is shown first."""

    step: Step
    entry: str
    posted: QueryDict
    merged: Merged
    rev: int
    help_first: bool = False
    one: One | None = None

    @property
    def lost(self) -> list[str]:
        """What was sent and is not kept, since no question takes it any more."""
        return lost(self.step, self.posted)

    @property
    def document(self) -> Document:
        return self.merged.document

    @property
    def valid(self) -> bool:
        return self.merged.valid

    @property
    def form(self) -> StepForm:
        """The page drawn again, with what to do about it. Most saves never need it."""
        return StepForm(self.step, self.document, self.entry, self.posted, self.merged.problems, one=self.one)


@transaction.atomic
def save_step(*, draft: Draft, step: Step, entry: str | None = None, posted: QueryDict, by: Actor, one: One | None = None) -> Saved:
    """Keep what a page sent, valid or not, under the draft's lock, and notice what is not safe in the same transaction.

    The page says what its window knew (`Seen`). `one` is the question that was asked alone, if one was: nothing else of the page
    is judged, and the draft remembers where the person is. Raises AlreadySent.
    """
    locked, now = _lock(draft)
    before, today = locked.answers, timezone.localdate(now)
    merged = merge(document=before, step=step, entry=entry or "", posted=posted, seen=Seen.of(posted), rev=locked.rev + 1, today=today)
    notice(case=locked.case, before=before, after=merged.document, by=by)
    merged = merged.about(one.id) if one else merged
    kept = merged.document if merged.changes else before
    _write(locked, _left_at(kept, one, merged, posted), Place(step, entry or "").name, by, merged.changes)
    return Saved(step, entry or "", posted, merged, locked.rev, help_first(before=before, after=merged.document), one)


@transaction.atomic
def settle_step(*, draft: Draft, step: Step, entry: str | None = None, posted: QueryDict, by: Actor) -> bool:
    """Let the chosen one of several answers stand; says whether help is shown first. Raises AlreadySent.

    `posted["rev"]` is the counter the question was drawn with: an answer that got another rival since is asked about again.
    Choosing is saying it: an answer about death counts as if it had just been given.
    """
    locked, _now = _lock(draft)
    before = locked.answers
    after, settled = settle(document=before, step=step, entry=entry or "", posted=posted, seen=Seen.of(posted).rev, rev=locked.rev + 1)
    unsaid = before | {"answers": {name: answer for name, answer in before["answers"].items() if name not in settled}}
    helped = help_first(before=unsaid, after=after)
    notice(case=locked.case, before=unsaid if helped else before, after=after, by=by)
    _write(locked, after, Place(step, entry or "").name, by, len(settled))
    return helped


@transaction.atomic
def remove_entry(*, draft: Draft, group: str, entry: str, seen: int, by: Actor) -> None:
    """Take an entry and its answers out of the draft. Raises AlreadySent, and ChangedMeanwhile where it got answers after `seen`."""
    locked, _now = _lock(draft)
    if last_change(locked.answers, group, entry) > seen:
        raise ChangedMeanwhile
    _write(locked, without_entry(locked.answers, group, entry), "", by, 1)


@transaction.atomic
def confirm_step(*, draft: Draft, step: Step, entry: str = "", by: Actor) -> Document:
    """Take in what a page proposes from the form before, said to be still right. Raises AlreadySent."""
    locked, _now = _lock(draft)
    before = locked.answers
    after, changes = confirmed(before, step, entry, locked.rev + 1)
    notice(case=locked.case, before=before, after=after, by=by)
    _write(locked, after, Place(step, entry).name, by, changes)
    return after


@transaction.atomic
def switch_calm(*, draft: Draft, on: bool, by: Actor) -> None:
    """Ask one question at a time from now on, or whole pages again. Raises AlreadySent."""
    locked, _now = _lock(draft)
    locked.seal_answers(calm.switched(locked.answers, on))
    locked.save(update_fields=["document"])
    record(by, "draft.calm_switched", case=locked.case.public_id, about=locked.pk)


def _left_at(document: Document, one: One | None, merged: Merged, posted: QueryDict) -> Document:
    """With the question the person is at; they go on from it where it was answered and they did not stop."""
    return calm.left_at(document, one, merged.valid and "later" not in posted and AUTO not in posted) if one else document


def _lock(draft: Draft) -> tuple[Draft, datetime.datetime]:
    """The draft as it stands, its row held, and the time by the database's clock: all that may have moved since it was read, in one question."""
    locked = copy(draft)
    held = Draft.objects.select_for_update().values_list("document", "rev", "place", "sent_at", "device", Now())
    locked.document, locked.rev, locked.place, sent_at, locked.device, now = held.get(pk=draft.pk)
    if sent_at is not None:
        raise AlreadySent
    if locked.device not in {draft.device, draft.browser}:
        raise OtherDevice
    return locked, now


def _write(draft: Draft, document: Document, place: str, by: Actor, changes: int) -> None:
    sitting = sitting_of(draft.case, by)
    if changes or calm.is_on(document):
        draft.seal_answers(marked(document, draft.answers, sitting) if sitting else document)
    draft.rev += bool(changes)
    draft.place = place or draft.place
    draft.device = draft.device or (draft.browser if changes else "")
    columns = {"document": draft.document, "rev": draft.rev, "place": draft.place, "device": draft.device}
    Draft.objects.filter(pk=draft.pk).update(**columns, saved_at=Now())
    where = {"sitting": str(sitting.pk)} if sitting else {}
    record(by, "draft.saved", case=draft.case.public_id, about=draft.pk, changes=changes, **where)
