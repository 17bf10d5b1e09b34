"""What was agreed to, kept with what was sent: the very words, not only their version."""

from typing import Any

from intake.answers.given import WITNESSED
from intake.questionnaire import Document, Said
from intake.questionnaire.agreement import agreement
from intake.questionnaire.steps.consent import AGREE, SIGNATURE


def snapshot(document: Document) -> dict[str, Any]:
    """Version, language, words, their SHA-256 and the typed signature. Words that no version ever had leave theirs empty.

    Where staff filled in the form there is no signature: `witnessed` says how the person agreed, `sitting` before whom.
    """
    said = Said(document)
    signed = said.answer(SIGNATURE) or {}
    agreed = agreement(said.value(AGREE))
    return {
        "version": agreed.version if agreed else "",
        "language": agreed.language if agreed else "",
        "text": agreed.text if agreed else "",
        "sha256": agreed.sha256 if agreed else "",
        "signature": said.value(SIGNATURE) or "",
    } | ({"witnessed": signed["value"], "sitting": signed["sitting"]} if signed.get("state") == WITNESSED else {})
