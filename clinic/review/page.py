"""What the record page shows, in the order it is read: evidence before conclusion."""

import datetime
from typing import Any

import trd
from audit.actor import Actor
from clinic.labs.requested import requested
from clinic.models import Consultation
from clinic.review import answers, asking, concluding, entered, first, moved, rules, staging, still_right, timeline, told, trials
from clinic.review.record import Record
from clinic.review.report import Report
from intake.models import Case, SafetyEvent
from intake.questionnaire import Document

TO_REVIEW = (Case.State.SUBMITTED, Case.State.IN_REVIEW, Case.State.WAITING)


def shown(record: Record, actor: Actor, now: datetime.datetime) -> dict[str, Any]:
    """The template's context. Parts that there are no facts for yet are left out."""
    case = record.case
    parts: dict[str, Any] = {
        "record": record,
        "case": case,
        "person": record.person,
        "days": (now - case.submitted_at).days if case.submitted_at else None,
        "alarms": SafetyEvent.objects.visible_to(actor).open().filter(case=case).order_by("-tier", "created_at"),
        "visit": Consultation.objects.visible_to(actor).filter(case=case, state=Consultation.State.BOOKED).first(),
        "flags": first.red_flags(case),
        "labs": requested(case, actor, now),
        "takeable": takeable(case, actor),
        "tellings": told.tellings(case, actor),
    }
    sources = entered.sources(case, actor)
    if record.answers is not None:
        parts |= {"entered": entered.entered(case, record.answers, actor), "still_right": still_right.still_right(record.answers)}
        parts |= {"said": answers.parts(record.answers, sources), "story": answers.story(record.answers)}
    return parts | _evidence(record.report, record.answers or {}, sources, record.reviewed) if record.report else parts


def takeable(case: Case, actor: Actor) -> bool:
    """Whether there is something to take: it waits for somebody, or it is with somebody else."""
    mine = case.reviewer is not None and str(case.reviewer.public_id) == actor.id
    return case.state in TO_REVIEW and not mine


def _evidence(report: Report, document: Document, sources: dict[str, str], reviewed: Report | None) -> dict[str, Any]:
    every = trials.trials(report, answers.of_medicine(document, sources))
    named = [trial for trial in every if not trial.nameless]
    return {
        "report": report,
        "confounders": first.confounders(report),
        "contradictions": first.contradictions(report),
        "trials": named,
        "picture": timeline.picture(report, named),
        "set_aside": answers.set_aside(document, sources),
        "nameless": [trial for trial in every if trial.nameless],
        "matrix": rules.matrix(report, [trial.id for trial in named]),
        "questions": asking.questions(report),
        "missing": asking.missing(report),
        "unanswerable": asking.unanswerable(report),
        "stages": staging.stages(report),
        "conclusion": concluding.conclusion(report),
        "moved": moved.moved(reviewed, report),
    }


def excluding(report: Report) -> list[str]:
    """The conditions that take a case out of the profile read: each is confirmed with the review."""
    return next((list(profile.excludes) for profile in trd.profiles() if profile.id == report.profile), [])
