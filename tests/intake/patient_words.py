"""Every text a patient may read, with where it stands: questions, choices, errors, pages, messages."""

import ast
from collections.abc import Iterator
from pathlib import Path

from intake.questionnaire import PAGES, STEPS, Question, Step
from intake.questionnaire.words import Official
from tests.locale.test_catalogue import spoken
from tests.metatests.sources import ROOT, files, name

EVERY_STEP = [*STEPS, *(page for pages in PAGES.values() for page in pages)]
TEMPLATES = ["templates/intake", "templates/includes", "templates/trellis"]
CODE = ["intake", "clinic/reminders/words.py", "desk/widgets.py"]
STAFF_ONLY = ["intake/models", "intake/invitations/forms.py", "intake/invitations/services.py"]  # the invitation is written by staff
GETTEXT = {"_", "gettext", "gettext_noop", "gettext_lazy", "ngettext"}


def of_step(step: Step) -> Iterator[str]:
    # The notice is left out: it is a licence, in its owner's words.
    for words in (step.title, step.why, step.lead, *(text for question in step.questions for text in of_question(question))):
        if isinstance(words, str) and words:  # a scale's own words are no business of ours
            yield words


def of_question(question: Question) -> Iterator[str | Official]:
    yield from (question.label, question.hint, question.wrong, question.before, question.topic)
    for choice in question.choices:
        yield from (choice.label, choice.hint)


def of_code(path: Path) -> Iterator[str]:
    """What is marked for translation in a module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GETTEXT:
            yield from (part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str))


def questionnaire() -> dict[str, str]:
    """Text → the first page that has it."""
    return {text: step.slug for step in reversed(EVERY_STEP) for text in of_step(step)}


def everything() -> dict[str, str]:
    """Text → where it stands, all of it."""
    pages = [ROOT / "templates/base.html", *(ROOT / "templates").glob("[45]*.html"), *files(*TEMPLATES, ext="html")]
    found = {text: name(path) for path in pages for text in spoken(path)}
    for path in [each for part in CODE for each in ([ROOT / part] if part.endswith(".py") else files(part))]:
        if not name(path).startswith(tuple(STAFF_ONLY)):
            found |= {text: name(path) for text in of_code(path)}
    return found | questionnaire()
