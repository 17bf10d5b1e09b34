"""What holds for every question, lab and health condition, also those still to be written."""

import re

from intake.answers import new
from intake.answers.reading import READERS, part
from intake.drafts.fields import BUILDERS, fields_of
from intake.questionnaire import DIGEST, PAGES, STEPS, VERSION, visible
from intake.questionnaire.conditions import AllOf, AnyOf, Is, IsNot, Ticked
from intake.questionnaire.floors import all_floors
from intake.questionnaire.health import GROUPS
from intake.questionnaire.labs import EVIDENCE, LABS, labelled
from intake.questionnaire.naming import AGENTS, COMMON, agent_name, both_names
from intake.questionnaire.steps import labs_asked, labs_had
from intake.questionnaire.whole import homes

EVERY_STEP = [*STEPS, *(page for pages in PAGES.values() for page in pages)]
EVERY_QUESTION = [question for step in EVERY_STEP for question in step.questions]
CONDITIONAL = [question for question in EVERY_QUESTION if question.when or question.waived]


def test_ids_and_slugs_are_unique():
    assert len(homes()) == len(EVERY_QUESTION)
    assert len({step.slug for step in EVERY_STEP}) == len(EVERY_STEP)


def test_form_fields_of_a_page_never_share_a_name():
    for step in EVERY_STEP:
        names = [name for question in step.questions for name in fields_of(question)]
        assert len(names) == len(set(names)), step.slug


def test_only_questions_of_a_group_have_ids_without_a_dot():
    assert all(("." in question.id) != bool(step.group) for step, question in homes().values())


def test_no_question_depends_on_one_that_is_asked_later_or_on_the_same_page():
    """Without a script a page can't change while it is filled in. (Waiving is asked of the page as a whole.)"""
    at_home = homes()
    for question in CONDITIONAL:
        own = {each.id for each in at_home[question.id][0].questions}
        reads = set(question.when.reads if question.when else ())
        assert not own & reads, question.id
        assert reads <= set(at_home), question.id


def test_conditions_name_questions_and_values_that_exist():
    for condition in (thing.when for thing in [*EVERY_STEP, *EVERY_QUESTION] if thing.when):
        for part_ in condition.conditions if isinstance(condition, AnyOf | AllOf) else [condition]:
            if isinstance(part_, Is | IsNot | Ticked):
                known = {choice.value for choice in homes()[part_.question][1].choices}
                assert set(part_.values) <= known


def test_every_question_can_be_drawn_and_read():
    for question in EVERY_QUESTION:
        assert question.kind in BUILDERS, question.id
        assert question.kind in {*READERS, "month"}, question.id
        assert question.words or question.kind == "agreement", question.id
        assert "{" not in question.words + question.guidance, question.id
        assert question.field in fields_of(question), question.id


def test_what_is_outside_the_scale_may_be_not_known_or_not_said():
    scale = {"consent", "phq9", "more-questions", "one-more-question"}
    required = [question for step, question in homes().values() if step.slug not in scale and not question.optional]
    assert [question.id for question in required if not (question.unsure or question.declinable)] == []


def test_every_typed_answer_that_can_be_wrong_says_what_to_do():
    typed = {"number", "dose", "month", "band", "phone", "signature", "medicine"}
    assert [question.id for question in EVERY_QUESTION if question.kind in typed and not question.wrong] == []


def test_part_2_is_never_required():
    assert [q.id for step in STEPS if step.part == 2 for q in step.questions if not q.optional] == []


def test_each_floor_of_the_catalogue_has_its_question():
    assert {f"weeks_at_{mg:g}".replace(".", "_") for mg in all_floors()} <= set(homes())


def test_version_and_digest():
    assert VERSION == "trd-intake@2026.11"
    assert re.fullmatch("[0-9a-f]{64}", DIGEST)


def test_a_new_document_asks_nothing_that_depends():
    document = new()
    assert [step.slug for step in STEPS if not visible(step, document)] == [
        "more-c",
        "more-questions",
        "one-more-question",
        "more-medicines",
        "more-f",
        "more-a",
        "more-b",
        "more-d",
        "more-e",
        "extra-metabolic",
        "extra-gut",
        "extra-infection",
        "extra-toxic",
    ]


def test_common_medicines_are_in_the_catalogue_and_have_a_brand():
    assert all("(" in agent_name(AGENTS[id]) for id in COMMON)


def test_staff_read_the_form_of_a_medicine_in_the_letters_that_patients_read():
    assert [agent.name for agent in AGENTS.values() if set(both_names(agent)[1].split()) - set(agent.name.split())] == []


def check_digit(code):
    """LOINC's Luhn check digit over the digits before the dash."""
    total = 0
    for index, digit in enumerate(reversed(code)):
        figure = int(digit) * (2 if index % 2 == 0 else 1)
        total += figure - 9 if figure > 9 else figure
    return -total % 10


def test_labs_name_code_label_and_source():
    for lab in LABS:
        assert lab.evidence in EVIDENCE, lab.id
        assert lab.source, lab.id
        assert lab.plain, lab.id
        assert bool(lab.loinc) == bool(lab.mark), lab.id
        if lab.loinc:
            digits, digit = lab.loinc.split("-")
            assert check_digit(digits) == int(digit), lab.id


def test_lab_ids_are_unique():
    assert len({lab.id for lab in LABS}) == len(LABS)


def test_a_lab_without_support_can_be_talked_about_and_not_ordered():
    asked = {question.id: [choice.value for choice in question.choices] for question in labs_asked.STEP.questions}
    assert asked["labs_asked.discuss"] == [lab.id for lab in labelled("D")]
    assert not any(lab.orderable for lab in labelled("D"))
    assert all(lab.orderable for lab in labelled("A", "B", "C"))
    assert {"tsh", "b12"} <= set(asked["labs_asked.usual"])
    assert not set(asked["labs_asked.discuss"]) & {id for name in ("usual", "indicated", "studied") for id in asked[f"labs_asked.{name}"]}


def test_patients_read_no_evidence_letter():
    labels = [choice.words for step in (labs_asked.STEP, labs_had.STEP) for question in step.questions for choice in question.choices]
    assert not [label for label in labels if re.search(r"\b[ABCD]\b:", label) or "LOINC" in label]


def test_health_conditions_have_codes_and_the_two_that_intake_needs_most():
    conditions = [condition for group in GROUPS for condition in group.conditions]
    assert len({condition.id for condition in conditions}) == len(conditions)
    assert all(re.fullmatch(r"[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?", condition.icd10cm) for condition in conditions)
    assert {"psychosis", "postpartum-depression"} <= {condition.id for condition in conditions}


def test_parts_are_fields_of_the_form():
    for question in EVERY_QUESTION:
        for suffix in {"band": ["number"], "month": ["about"], "medicine": ["typed"]}.get(question.kind, []):
            assert part(question, suffix) in fields_of(question)
