"""What a patient has said, as one document (trellis.answers/1). Pure: no database, no clock of its own."""

from intake.answers.document import SCHEMA, answer, entries, frozen, new
from intake.answers.merging import Merged, merge
from intake.answers.required import Missing, missing
from intake.answers.rivals import settle, variants_of
from intake.answers.tree import Section, tree

__all__ = [
    "SCHEMA",
    "Merged",
    "Missing",
    "Section",
    "answer",
    "entries",
    "frozen",
    "merge",
    "missing",
    "new",
    "settle",
    "tree",
    "variants_of",
]
