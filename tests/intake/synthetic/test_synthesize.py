"""Invented submissions: complete, varied, evaluated, and the same for the same seed."""

from random import Random

import pytest
from django.core.management import CommandError, call_command

from desk.models import Task
from intake import answers
from intake.models import Case, Submission
from intake.synthetic.answers import document
from intake.synthetic.people import person


def drawn(seed):
    random = Random(seed)
    return document(random, person(random))


def test_every_document_is_complete():
    assert [answers.missing(drawn(seed)) for seed in range(200)] == [[]] * 200


def test_the_same_seed_gives_the_same_answers_and_another_others():
    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


@pytest.mark.django_db
def test_each_is_sent_and_evaluated_and_there_is_variety():
    call_command("synthesize", "--submissions", "40", "--seed", "7")
    assert Submission.objects.count() == 40
    assert not Case.objects.filter(awaits_evaluation=True).exists()
    assert not Task.objects.filter(kind="evaluation_refused").exists()
    assert {"met", "not_met", "undetermined", "excluded"} <= set(Case.objects.values_list("conclusion", flat=True))


@pytest.mark.django_db
def test_not_in_production(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="outside production"):
        call_command("synthesize", "--submissions", "1", "--seed", "7")
    assert not Case.objects.exists()
