"""The words of the staff's side for what is stored as a word or a number, in one place for list and record."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise

# The chip beside a name: short, and no colour says more than it does.
CHIPS: dict[str, Words] = {
    "met": _("Possible TRD"),
    "not_met": _("Count not met"),
    "undetermined": _("Facts missing"),
    "excluded": _("Check the diagnosis first"),
    "out_of_scope": _("Under 18: not read"),
    "": _("Not evaluated yet"),
}
VERDICTS: dict[str, Words] = {"yes": _("yes"), "no": _("no"), "unknown": _("cannot tell")}
COUNTS: dict[str, Words] = {"yes": _("Counts"), "no": _("Does not count"), "unknown": _("Cannot tell")}
CONDITIONS: dict[str, Words] = {
    "bipolar": _("Bipolar disorder"),
    "psychosis": _("Psychosis, now or before"),
    "primary_psychotic_disorder": _("Primary psychotic disorder"),
    "dementia": _("Dementia"),
    "substance_use": _("Substance use"),
}
TRIGGERS: dict[str, Words] = {
    "phq9.item9": _("PHQ-9 item 9"),
    "asq": _("ASQ, the second stage after item 9"),
    "caregiver": _("Somebody close to the person is worried"),
    "staff": _("Raised by the clinic’s staff"),
    "second_reader": _("The second reader did not agree with how an event was closed"),
    "not_safe_now": _("Said: I am not safe right now"),
    "call_me": _("Asked for a call"),
}
# What somebody must do, by the kind of desk task. Nothing clinical: schedulers read these too.
TASKS: dict[str, Words] = {
    "safety": _("Look at a safety event"),
    "ask_patient": _("Call the patient with the clinician's questions"),
    "evaluation_refused": _("The rules could not read this form: tell whoever looks after the system"),
    "link_frozen": _("Five wrong dates of birth: call, and send a new link"),
    "release_device": _("The patient is on another device: call, then let it in"),
    "visit_link_frozen": _("Five wrong dates of birth on the link to a visit: call the patient"),
    "caregiver_link_frozen": _("Five wrong dates of birth on the link of somebody close: call the patient"),
    "move_visit": _("The patient asks to move their visit: call them"),
    "form_by_phone": _("The patient asks to go through the form by phone: call them"),
    "under_age": _("Somebody under 18 was to be invited: call the family"),
    "message_in_doubt": _("A message may not have arrived: check it under Messages"),
    "message_failed": _("A message could not be sent: call instead"),
    "message_late": _("A message cannot leave, the mail server does not answer: call if it cannot wait"),
    "message_stale": _("A message never left and its time has passed: make sure the person knows"),
}
# Where the thing to do is done, if it has a page.
PLACES: dict[str, str] = {
    "link_frozen": "clinic:invitations",
    "release_device": "clinic:invitations",
    "form_by_phone": "clinic:invitations",
    "move_visit": "clinic:consultations",
    "message_in_doubt": "clinic:reminders",
    "message_failed": "clinic:reminders",
}


def of_trigger(trigger: str) -> Words:
    """What raised a safety event."""
    return TRIGGERS.get(trigger, trigger)


def of_task(kind: str) -> Words:
    return TASKS.get(kind, kind.replace("_", " ").capitalize())
