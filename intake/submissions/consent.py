"""What was agreed to, kept with what was sent: the very words, not only their version."""

from typing import Any

from intake.questionnaire import Document, Said
from intake.questionnaire.agreement import agreement
from intake.questionnaire.steps.consent import AGREE, SIGNATURE


def snapshot(document: Document) -> dict[str, Any]:
    """Version, language, words, their SHA-256 and the typed signature. Words that no version ever had leave theirs empty."""
    said = Said(document)
    agreed = agreement(said.value(AGREE))
    return {
        "version": agreed.version if agreed else "",
        "language": agreed.language if agreed else "",
        "text": agreed.text if agreed else "",
        "sha256": agreed.sha256 if agreed else "",
        "signature": said.value(SIGNATURE) or "",
    }
