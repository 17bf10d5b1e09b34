"""The person's own answers, as the record shows them beside what the rules make of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.labs.forms import LABELS
from clinic.wording import Words
from intake.answers import Section, entries, tree
from intake.answers.asked import entry_name
from intake.answers.tree import Row
from intake.answers.wording import words
from intake.history.trials import told
from intake.questionnaire import PAGES, Document, Said, question_named
from intake.questionnaire.agreement import agreement
from intake.questionnaire.scales import PHQ9, Scale
from intake.questionnaire.steps.consent import AGREE
from intake.questionnaire.steps.medicines import TWICE
from intake.questionnaire.totals import total
from intake.questionnaire.whole import SCALES
from intake.safety import rules

GROUP = "medicine"
FIRST = ["must-exclude", "other-treatments", *SCALES, "conditions"]  # what a reviewer looks for; the rest as it was asked
WISHES: dict[str, Words] = {  # tests asked for: what the list is to clinicians
    "labs_asked.usual": LABELS["A"],
    "labs_asked.indicated": LABELS["B"],
    "labs_asked.studied": LABELS["C"],
    "labs_asked.discuss": gettext_lazy("D – not supported: wants to discuss"),
}
Labels = Mapping[str, Words]  # question id (or its beginning, up to an underscore) → what to call it


@dataclass(frozen=True)
class Quote:
    """An answer in the person's words; `label` where the words alone don't say what they answer; `source` where staff entered it."""

    label: str
    words: str
    source: str = ""


Quotes = Callable[[str, Labels], list[Quote]]


@dataclass(frozen=True)
class Story:
    """The person's own words for what is hardest, and the few facts that a reader wants before all others."""

    words: str
    facts: list[tuple[str, str]]


def story(document: Document) -> Story:
    said = Said(document)
    facts = [
        (_("This episode began"), "episode.start"),
        (_("Pregnant or a recent birth"), "exclude.birth"),
        (_("PHQ-9 item 9"), rules.ITEM9),
    ]
    lines = [(label, _words(document, question)) for label, question in facts]
    return Story(said.value("episode.words") or "", [*lines, (_("PHQ-9"), _total(PHQ9, document))])


@dataclass(frozen=True)
class Part:
    """What was answered of one section of the form; for a scale its total, the published words for it, and what it is worth."""

    slug: str
    title: str
    rows: list[Row]
    total: str = ""
    note: str = ""


def parts(document: Document, sources: Mapping[str, str] | None = None) -> list[Part]:
    """Every section with an answer, what a reviewer looks for first; medicines stand trial by trial, of their list what is about it.

    `sources` says of a sitting who entered, how and when.
    """
    found = [_part(section, document, sources or {}) for section in tree(document)]
    return sorted((part for part in found if part.rows), key=lambda part: _place(part.slug))


def _place(slug: str) -> int:
    """First what a reviewer looks for, last what was agreed to."""
    return FIRST.index(slug) if slug in FIRST else len(FIRST) + (slug == "consent")


def of_medicine(document: Document, sources: Mapping[str, str] | None = None) -> Quotes:
    """What the person said of one medicine: (entry, questions with labels) → answers in words, names as they were typed."""
    by_staff = sources or {}

    def said(entry: str, wanted: Labels) -> list[Quote]:
        asked = [question for page in PAGES[GROUP] for question in page.questions if _name(question.id, wanted)]
        given = [(question, Said(document, entry).answer(question.id)) for question in asked]
        return [
            Quote(_label(question.id, wanted), _typed(answer) or words(question, answer, document, entry), _source(answer, by_staff))
            for question, answer in given
            if answer
        ]

    return said


def set_aside(document: Document, sources: Mapping[str, str] | None = None) -> list[Quote]:
    """Medicines listed a second time of which the person said that it was one time: no trials of their own."""
    listed = [entry for entry in entries(document, GROUP) if entry not in told(document)]
    return [Quote("", entry_name(document, each), _source(Said(document, each).answer(TWICE) or {}, sources or {})) for each in listed]


def _name(id: str, wanted: Labels) -> str:
    """The question as it is named among those wanted; empty if it is not."""
    return next((name for name in wanted if id == name or (name.endswith("_") and id.startswith(name))), "")


def _label(id: str, wanted: Labels) -> str:
    name = _name(id, wanted)
    return str(wanted[name]) % {"mg": id.removeprefix(name).replace("_", ".")} if name.endswith("_") else str(wanted[name])


def _source(answer: Document, sources: Mapping[str, str]) -> str:
    return sources.get(answer.get("sitting", ""), "")


def _words(document: Document, id: str) -> str:
    question = question_named(id)
    return words(question, Said(document).answer(id), document) if question else ""


def _typed(answer: Document) -> str:
    """A name as the person typed it, before a medicine of the catalogue was found for it."""
    raw = answer.get("raw")
    return raw if answer["state"] == "answered" and isinstance(raw, str) and not raw[:1].isdigit() else ""


def _part(section: Section, document: Document, sources: Mapping[str, str]) -> Part:
    rows = [replace(row, source=sources.get(row.source, "")) for page in section.pages for row in page.rows if row.state]
    slug = section.step.slug
    scale = SCALES.get(slug)
    if scale:
        return Part(slug, scale.title, rows, _total(scale, document), scale.note)
    return Part(slug, section.title, [_labelled(row) for row in rows], note=_agreed(document) if slug == "consent" else "")


def _labelled(row: Row) -> Row:
    """A wish for tests with the evidence label of that list; the person saw none."""
    return replace(row, label=str(WISHES[row.question.id])) if row.question.id in WISHES else row


def _agreed(document: Document) -> str:
    """Which words were agreed to."""
    found = agreement(Said(document).value(AGREE))
    if found is None:
        return ""
    parts = {"version": found.version, "language": found.language, "digest": found.sha256[:12]}
    return _("Text %(version)s (%(language)s), SHA-256 %(digest)s…") % parts


def _total(scale: Scale, document: Document) -> str:
    """The total where every item was answered, with the published words for it; no partial total, ever."""
    if scale.scoring == "none":
        return _("This screen has no total")
    said = Said(document)
    score = total(scale, said)
    if score is None:
        return _("No total: not every item was answered")
    words = _("Total %(total)s of %(most)s") % {"total": score, "most": scale.most}
    band = scale.band(score, said.value("about.sex") or "")
    return f"{words}: {band}" if band else words
