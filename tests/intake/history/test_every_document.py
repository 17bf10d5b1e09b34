"""Whatever a browser sends, in whatever order: the document stands, and the engine takes its history."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import trd
from intake.answers import frozen, missing, new, settle, tree
from intake.answers.document import entries, without_entry
from intake.answers.merging import merge
from intake.drafts.forms import StepForm
from intake.history import history
from intake.questionnaire import PAGES, STEPS, key
from intake.questionnaire.whole import homes
from tests.intake.filling import BORN, ENTRY, OTHER, TODAY, query
from trd.reading import read

PLACES = [(step, "") for step in STEPS] + [(page, entry) for page in PAGES["medicine"] for entry in (ENTRY, OTHER)]
TEXTS = st.sampled_from(
    [
        "",
        " ",
        "50",
        "0",
        "-1",
        "1e9",
        "50mg",
        "1,5",
        "a hundred",
        "2024",
        "1900",
        "2026",
        "9999",
        "zolof",
        "Zoloft",
        "\x00",
        "‮",
        "😀",
        "ñ" * 300,
    ]
)
ANYTHING = st.one_of(TEXTS, st.text(max_size=12))


def values_of(question):
    choices = [str(choice.value) for choice in question.choices]
    own = {"medicine": ["sertraline", "venlafaxine-xr", "esketamine", "keep"], "entry": [ENTRY, OTHER]}.get(question.kind, [])
    return st.one_of(st.sampled_from([*choices, *own, "not_sure", "declined"]), ANYTHING)


def sent_for(question):
    """Any of the question's fields, none, one or many times."""
    parts = {"": values_of(question), "number": ANYTHING, "typed": ANYTHING, "year": TEXTS, "month": TEXTS}
    parts |= dict.fromkeys(("about", "not_sure", "declined"), st.just("yes"))
    names = {f"{question.field}_{suffix}" if suffix else question.field: st.lists(values, max_size=2) for suffix, values in parts.items()}
    return st.fixed_dictionaries({}, optional=names)


@st.composite
def pages(draw):
    step, entry = draw(st.sampled_from(PLACES))
    fields = {}
    for question in step.questions if len(step.questions) < 15 else draw(st.lists(st.sampled_from(step.questions), max_size=8)):
        fields |= draw(sent_for(question))
    if "agent" in {question.id for question in step.questions} and draw(st.booleans()):
        fields = {"agent": [draw(st.sampled_from(["sertraline", "venlafaxine-xr", "duloxetine"]))]}
    return step, entry, fields, draw(st.integers(0, 12))


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(st.lists(pages(), min_size=1, max_size=7), st.sampled_from(["", ENTRY, OTHER]))
def test_any_posts_leave_a_document_whose_history_the_engine_takes(sent, removed):
    document = new()
    for rev, (step, entry, fields, seen) in enumerate(sent, 1):
        merged = merge(document=document, step=step, entry=entry, posted=query(fields), seen=seen, rev=rev, today=TODAY)
        document = merged.document
        assert set(merged.problems) <= {question.id for question in step.questions}
        assert not merged.problems or StepForm(step, document, entry, query(fields), merged.problems).errors
    if removed:
        document = without_entry(document, "medicine", removed)
    step, entry, _fields, _seen = sent[0]
    if not step.group or entry in entries(document, step.group):
        document = settle(document=document, step=step, entry=entry, posted=query({}), rev=99)
    stands(document)
    sends = frozen(document)
    stands(sends)
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
    tree(document)
    missing(document)
