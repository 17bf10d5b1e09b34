"""The whole questionnaire: its steps in order, its version, and a digest over every word and rule of it."""

from functools import cache
from hashlib import sha256
from typing import Final

from intake.questionnaire.scales import SHIPPED
from intake.questionnaire.shape import Question, Step
from intake.questionnaire.steps import (
    about_you,
    around_you,
    asq,
    before_treatment,
    conditions,
    consent,
    daily_life,
    family,
    hormones,
    labs_asked,
    labs_had,
    licensed,
    medicines,
    medicines_now,
    must_exclude,
    other_treatments,
    packs,
    phq9,
    scales,
    sleep,
    this_episode,
)

# Every scale that may be asked, the clinic's own included, by its id (which is the address of its page too).
SCALES: Final = {scale.id: scale for scale in (*SHIPPED, *(own.scale for own in licensed.OWN))}
VERSION: Final = "trd-intake@2026.11"
STEPS: Final[tuple[Step, ...]] = (
    consent.STEP,
    about_you.STEP,
    this_episode.STEP,
    this_episode.EARLIER,
    phq9.BEFORE,
    phq9.STEP,
    asq.FIRST,
    asq.LAST,
    medicines.LIST,
    medicines.UNNAMED,
    other_treatments.LIST,
    other_treatments.DETAILS,
    must_exclude.STEP,
    *scales.STEPS,
    *licensed.STEPS,
    conditions.STEP,
    family.STEP,
    daily_life.STEP,
    sleep.STEP,
    hormones.STEP,
    hormones.MORE,
    medicines_now.STEP,
    before_treatment.STEP,
    labs_had.STEP,
    labs_had.RESULTS,
    labs_asked.STEP,
    *around_you.STEPS,
    *packs.STEPS,
)
PAGES: Final[dict[str, tuple[Step, ...]]] = {medicines.GROUP: medicines.PAGES}  # the pages of a group's entries
GROUP_OF: Final = {medicines.SLUG: medicines.GROUP}  # the list step of each group
LIST_OF: Final = {group: slug for slug, group in GROUP_OF.items()}
# A frozen dataclass prints as what it is made of, conditions by name: one changed word or rule gives another digest.
DIGEST: Final = sha256(repr((*STEPS, *medicines.PAGES)).encode()).hexdigest()


def step_named(slug: str) -> Step | None:
    return next((step for step in STEPS if step.slug == slug), None)


def page_named(group: str, slug: str) -> Step | None:
    return next((page for page in PAGES.get(group, ()) if page.slug == slug), None)


@cache
def homes() -> dict[str, tuple[Step, Question]]:
    """Each question id with its step and itself."""
    return {question.id: (step, question) for step in (*STEPS, *medicines.PAGES) for question in step.questions}


@cache
def items_of_scales() -> frozenset[str]:
    """The question ids of the items of every scale."""
    return frozenset(f"{scale.id}.item{item.number}" for scale in SCALES.values() for item in scale.items)


def question_named(id: str) -> Question | None:
    found = homes().get(id)
    return found[1] if found else None
