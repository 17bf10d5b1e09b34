"""Every model says whether it may change, every time has somebody who did it, no model names a person."""

import ast
import inspect
import textwrap

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from audit.write_once import WriteOnce
from tests.metatests.sources import ROOMS

WRITE_ONCE = {
    "audit.Entry", "audit.Seal", "intake.Submission", "intake.Evaluation", "intake.SafetyEvent", "intake.SafetyClosing", "intake.SafetyAttempt", "intake.SafetyReading", "clinic.Review",
    "intake.Sitting", "intake.Telling",
    "desk.Page",
}  # fmt: skip
MUTABLE = {
    "vault.DataKey": "destroyed to erase a person, wrapped anew when the clinic's key turns",
    "desk.Staff": "roles and passwords change",
    "desk.Task": "is acknowledged and closed",
    "desk.Message": "goes from planned to sent",
    "desk.OnCall": "people take turns",
    "intake.Case": "what moves stands here",
    "intake.Caregiver": "the permission is taken back",
    "intake.Draft": "saved at every page until it is sent",
    "intake.PhoneCode": "is counted and used",
    "intake.Invitation": "is opened, counted, taken back",
    "clinic.Consultation": "is moved and cancelled",
    "clinic.Hours": "working hours change",
    "clinic.LabRequest": "is settled",
    "clinic.Tally": "counts up, and begins anew when its time is over",
}
# A time without a person beside it, and why.
NOBODY = {
    "vault.DataKey.created_at": "made by the program",
    "desk.Staff.created_at": "who added them is in the audit, and the first was added by nobody",
    "desk.Staff.password_expires_at": "by the clock",
    "desk.Task.created_at": "its key says what caused it",
    "desk.Task.due_at": "by the clock",
    "desk.Task.next_page_at": "by the clock",
    "desk.Page.paged_at": "by a worker",
    "desk.Message.created_at": "its key says what caused it",
    "desk.Message.due_at": "by the clock",
    "desk.Message.stale_at": "by the clock",
    "desk.Message.handed_over_at": "by a worker",
    "desk.Message.sent_at": "by a worker",
    "intake.Case.created_at": "who opened it is in the audit",
    "intake.Case.submitted_at": "by the patient",
    "intake.Draft.started_at": "by the patient",
    "intake.Draft.saved_at": "by the patient",
    "intake.Draft.sent_at": "by the patient",
    "intake.Invitation.expires_at": "by the clock",
    "intake.Invitation.opened_at": "by whoever has link and date of birth",
    "intake.PhoneCode.asked_at": "by whoever has link and date of birth",
    "intake.PhoneCode.expires_at": "by the clock",
    "intake.PhoneCode.used_at": "by whoever has the telephone",
    "intake.Submission.submitted_at": "by the patient",
    "intake.Evaluation.created_at": "by a worker",
    "intake.Telling.told_at": "by a caregiver",
    "intake.SafetyEvent.created_at": "by the patient",
    "clinic.LabRequest.due_at": "by the clock",
}
STR_MAY_NAME = {"pk", "id", "public_id"}


def ours() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model._meta.app_label in ROOMS]


def test_every_model_is_listed_as_written_once_or_mutable() -> None:
    labels = {model._meta.label: issubclass(model, WriteOnce) for model in ours()}
    assert {label for label, once in labels.items() if once} == WRITE_ONCE
    assert {label for label, once in labels.items() if not once} == set(MUTABLE)


def lonely_times(label: str, names: set[str]) -> set[str]:
    """Fields `…_at` without a `…_by` beside them."""
    return {f"{label}.{name}" for name in names if name.endswith("_at") and f"{name[:-3]}_by" not in names}


def test_every_time_has_who_did_it_or_a_reason() -> None:
    fields = {model._meta.label: {field.name for field in model._meta.get_fields()} for model in ours()}
    assert set().union(*(lonely_times(label, names) for label, names in fields.items())) == set(NOBODY)


@pytest.mark.django_db
def test_no_migration_is_pending() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0, skip_checks=True)


def test_nothing_is_uploaded() -> None:
    assert [model for model in ours() for field in model._meta.get_fields() if isinstance(field, models.FileField)] == []


def names_in_str(source: str) -> set[str]:
    """Attributes that a `__str__` puts into its answer."""
    return {node.attr for node in ast.walk(ast.parse(textwrap.dedent(source))) if isinstance(node, ast.Attribute)}


@pytest.mark.parametrize("model", ours(), ids=lambda model: model._meta.label)
def test_a_rows_name_is_its_number(model: type[models.Model]) -> None:
    assert "__str__" in model.__dict__, "Django's own would do today and show a field tomorrow"
    assert names_in_str(inspect.getsource(model.__str__)) <= STR_MAY_NAME


@pytest.mark.parametrize("model", ours(), ids=lambda model: model._meta.label)
def test_a_rows_name_shows_no_text(model: type[models.Model]) -> None:
    texts = {
        f.attname: "Canary" for f in model._meta.concrete_fields if isinstance(f, models.CharField | models.EmailField | models.JSONField)
    }
    row = model(**texts)
    assert "Canary" not in f"{row} {row!r}"


def test_the_rules_find_what_they_look_for() -> None:
    assert lonely_times("room.Row", {"read_at", "sent_at", "sent_by", "at"}) == {"room.Row.read_at"}
    assert names_in_str("def __str__(self):\n    return f'{self.name} {self.pk}'") == {"name", "pk"}
