"""Answers as synthetic people give them, and cases brought to where they have sent them."""

from intake import questionnaire
from intake.invitations import links
from intake.invitations.opening import open_invitation
from intake.models import Case
from intake.questionnaire.steps.consent import AGREED
from intake.submissions.services import submit
from tests.intake.people import BORN, invited

ABOUT = {
    "consent.agree": AGREED,
    "consent.signature": "Canary Larkspur",
    "about.phone": "555 555 0123",
    "about.message": "yes",
    "about.place": "Springfield",
    "about.helper": "alone",
    "about.sex": "female",
    "episode.start": {"year": 2024, "month": 5},
    "episode.before": "no",
}
PHQ9 = {f"phq9.item{number}": 1 for number in range(1, 9)} | {"phq9.item9": 0}
ASQ = {"asq__item1": "yes", "asq__item2": "no", "asq__item3": "no", "asq__item4": "no", "asq__item5": "no"}
TREATMENTS = {"treatments.had": ["none"]}
EXCLUDED = {f"exclude.{name}": "no" for name in ("bipolar", "high_energy", "psychosis", "schizophrenia", "dementia", "substances", "birth")}
TRIAL = {
    "weeks_total": 16,
    "weeks_at_50": "8_more",
    "weeks_at_150": "8_more",
    "still_taking": "no",
    "purposes": ["depression"],
    "added_to": "alone",
    "adherence": "most_days",
    "helped": "0_24",
    "wore_off": "no",
    "stopped_because": ["no_benefit"],
    "this_episode": "yes",
    "start": None,
    "stop": None,
}
FIRST, SECOND = {"agent": "sertraline", "highest_dose": 150}, {"agent": "venlafaxine-xr", "highest_dose": 150}


def document(**changes):
    """A complete part 1 with two medicines that did not help; `changes` maps ids (`.` as `__`) to values, None to not sure."""
    said = ABOUT | PHQ9 | TREATMENTS | EXCLUDED | {"medicines.unnamed": "0"}
    for entry, medicine in (("m-1", FIRST), ("m-2", SECOND)):
        said |= {f"medicine/{entry}/{key}": value for key, value in (TRIAL | medicine).items()}
    said |= {key.replace("__", "."): value for key, value in changes.items()}
    answers = {key: {"state": "answered" if value is not None else "not_sure", "value": value, "rev": 1} for key, value in said.items()}
    return {
        "schema": "trellis.answers/1",
        "questionnaire": questionnaire.VERSION,
        "language": "en",
        "groups": {"medicine": ["m-1", "m-2"]},
        "answers": answers,
    }


def filled(**changes):
    """A draft with a complete part 1, opened by its person."""
    invitation = invited()
    draft = open_invitation(token=links.token(invitation), date_of_birth=BORN, knows=lambda draft: True).draft
    draft.seal_answers(document(**changes))
    draft.save()
    return draft


def submitted(**changes):
    draft = filled(**changes)
    return submit(draft=draft, by=draft.case.patient)


def case_of(submission):
    return Case.objects.get(pk=submission.case_id)
