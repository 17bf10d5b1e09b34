"""Staff begin to fill in a form for somebody; what is then saved says in which sitting it was given."""

import datetime
import secrets

from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit.actor import Actor
from audit.door import record
from desk.models import Staff
from intake import cases
from intake.answers import variants_of
from intake.answers.given import WITNESSED
from intake.invitations.drafts import start_draft
from intake.models import Case, Draft, Sitting
from intake.questionnaire import Document
from intake.questionnaire.agreement import in_language
from intake.questionnaire.steps.consent import AGREE, SIGNATURE
from vault.seal import seal


class ConsentMissing(Exception):
    """Nobody's answers are written down before they agreed."""


class SentMeanwhile(Exception):
    """The form was sent: there is nothing to fill in any more."""


@transaction.atomic
def begin(*, case: Case, how: str, paper_on: datetime.date | None = None, consent: str = "", agreed_for: str = "", by: Staff) -> Sitting:
    """Open a person's form to one member of staff, for four hours. How the person agreed is kept, never a signature.

    Raises PermissionDenied for who may not read answers, SentMeanwhile, ConsentMissing.
    """
    if not by.actor.sees_answers:
        raise PermissionDenied
    draft = _draft(case)
    locked = draft.case
    if draft.sent_at is not None:
        raise SentMeanwhile
    if not (consent or _agreed(draft)):
        raise ConsentMissing
    sitting = Sitting(case=locked, how=how, paper_on=paper_on, consent=consent, began_by=by)
    sitting.agreed_for = seal(locked.data_key, sitting.pk, "agreed_for", agreed_for.strip()) if agreed_for.strip() else None
    sitting.save()
    record(by.actor, "sitting.began", case=locked.public_id, about=sitting.pk, how=how, consent=consent)
    _agree(draft, sitting)
    if locked.state == Case.State.INVITED:
        cases.move(case=locked, to=Case.State.STARTED, by=by.actor)
    return sitting


def has_agreed(case: Case) -> bool:
    """Whether the person agreed before: by themselves, or in an earlier sitting."""
    draft = Draft.objects.select_related("case__data_key").filter(case=case).first()
    return draft is not None and _agreed(draft)


def _agreed(draft: Draft) -> bool:
    answers = draft.answers["answers"]
    return all(answers.get(id, {}).get("state") in ("answered", WITNESSED) for id in (AGREE, SIGNATURE))


def sitting_of(case: Case, by: Actor) -> Sitting | None:
    """In which sitting this person writes: None for patients. Raises PermissionDenied for staff without one."""
    if by.kind != "staff":
        return None
    sitting = Sitting.objects.own(by).filter(case=case).order_by("-began_at").first()
    if sitting is None:
        raise PermissionDenied
    return sitting


def marked(document: Document, before: Document, sitting: Sitting) -> Document:
    """The document with the sitting named beside each answer that was not there before. What a patient gives carries no name."""
    known = before["answers"]
    answers = {name: _marked(answer, variants_of(known.get(name)), sitting) for name, answer in document["answers"].items()}
    return document | {"answers": answers}


def _marked(answer: Document, known: list[Document], sitting: Sitting) -> Document:
    standing, *others = [each if each in known else each | {"sitting": str(sitting.pk)} for each in variants_of(answer)]
    return standing | {"rivals": others} if others else standing


def _draft(case: Case) -> Draft:
    """The draft, locked as every page that is saved locks it, before the case; made where there is none.

    Whoever opened it blank, with link and birthday, must not find in it what staff write: it gets a mark that no device has.
    """
    start_draft(case=case)
    draft = Draft.objects.select_for_update(of=("self",)).select_related("case__data_key").get(case=case)
    if not draft.device:
        draft.device = secrets.token_hex(8)
        draft.save(update_fields=["device"])
    return draft


def _agree(draft: Draft, sitting: Sitting) -> None:
    """The words of the person's language are what they agreed to; in place of a signature stands how they did."""
    if not sitting.consent:
        return
    document, rev = draft.answers, draft.rev + 1
    said = {
        AGREE: {"state": "answered", "value": in_language(draft.case.language).value},
        SIGNATURE: {"state": WITNESSED, "value": sitting.consent},
    }
    beside = {"rev": rev, "sitting": str(sitting.pk)}
    draft.seal_answers(document | {"answers": document["answers"] | {id: each | beside for id, each in said.items()}})
    draft.rev = rev
    draft.save(update_fields=["document", "rev"])
