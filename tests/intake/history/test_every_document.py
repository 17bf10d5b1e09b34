"""Whatever a browser sends, in whatever order: the document stands, and the engine takes its history."""

import json
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

import trd
from intake.answers import frozen, missing, new, settle, tree
from intake.answers.document import entries, without_entry
from intake.answers.merging import merge
from intake.answers.seen import Seen
from intake.drafts.forms import StepForm
from intake.history import history
from intake.questionnaire import PAGES, STEPS, key
from intake.questionnaire.whole import homes
from tests.intake.filling import BORN, ENTRY, OTHER, TODAY, query
from trd.reading import read

PLACES = [(step, "") for step in STEPS] + [(page, entry) for page in PAGES["medicine"] for entry in (ENTRY, OTHER)]
TEXTS = ["", " ", "50", "0", "-1", "1e9", "50mg", "1,5", "a hundred", "1", "12", "2024", "1900", "2026", "9999", "zolof", "Zoloft"]
TEXTS += ["\x00", "\u202e", "\U0001f600", "ñ" * 300, "yes", "no", "not_sure", "declined"]
OWN = {"medicine": ["sertraline", "venlafaxine-xr", "esketamine", "keep"], "entry": [ENTRY, OTHER]}
PARTS = ("number", "typed", "year", "month", "about", "not_sure", "declined")


def page_of(dice):
    """A page with some of its fields, each sent never, once or twice: right answers, wrong ones and noise."""
    step, entry = dice.choice(PLACES)
    fields = {}
    for question in dice.sample(step.questions, dice.randint(0, len(step.questions))):
        right = [str(choice.value) for choice in question.choices] + OWN.get(question.kind, []) + ["not_sure"]
        fields[question.field] = [dice.choice(right if dice.random() < 0.8 else TEXTS) for _ in range(dice.choice([1, 1, 1, 2]))]
        for part in dice.sample(PARTS, dice.choice([0, 1, 2])):
            fields[f"{question.field}_{part}"] = [dice.choice(TEXTS)]
    return step, entry, fields, dice.randint(0, 12)


@settings(max_examples=500, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(["", ENTRY, OTHER]))
def test_any_posts_leave_a_document_whose_history_the_engine_takes(seed, removed):
    dice = Random(seed)
    sent = [page_of(dice) for _ in range(dice.randint(1, 12))]
    document = new()
    for rev, (step, entry, fields, seen) in enumerate(sent, 1):
        merged = merge(document=document, step=step, entry=entry, posted=query(fields), seen=Seen(seen), rev=rev, today=TODAY)
        document = merged.document
        assert set(merged.problems) <= {question.id for question in step.questions}
        assert not merged.problems or StepForm(step, document, entry, query(fields), merged.problems).errors
    if removed:
        document = without_entry(document, "medicine", removed)
    step, entry, _fields, _seen = sent[0]
    if not step.group or entry in entries(document, step.group):
        document, _ = settle(document=document, step=step, entry=entry, posted=query({}), seen=99, rev=99)
    stands(document)
    sends = frozen(document)
    stands(sends)
    tree(document)
    made = history(document, TODAY, BORN)
    read(made, trd.shipped().catalogue)  # raises Refused
    assert history(sends, TODAY, BORN) == made


def stands(document):
    """A document of the contract: JSON, known states, keys of known questions, readable by every page."""
    assert json.loads(json.dumps(document)) == document
    for name, answer in document["answers"].items():
        question = name.rsplit("/", 1)[-1]
        assert question in homes()
        assert name == key(question, name.split("/")[1] if "/" in name else "")
        assert answer["state"] in ("answered", "not_sure", "declined", "invalid")
        assert answer["rev"] > 0
        assert ("value" in answer) == (answer["state"] == "answered")
    missing(document)
