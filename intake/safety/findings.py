"""What an answers document says about safety, pure: for each of the screens, how grave, and in which words. A total score is never looked at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from intake.answers import variants_of
from intake.questionnaire.steps import asq
from intake.safety import rules

Document = dict[str, Any]
ASQ = "asq"


@dataclass(frozen=True)
class Finding:
    """`value` orders what one screen says from nothing (0) upwards; `answers` are those of a screen with several."""

    trigger: str
    value: int
    tier: int
    answers: dict[str, str] = field(default_factory=dict)


def findings(document: Document) -> list[Finding]:
    """One for each screen, also where it says nothing."""
    return [_item9(document), _asq(document)]


def _item9(document: Document) -> Finding:
    value = max((value for value in _values(document, rules.ITEM9) if isinstance(value, int)), default=0)
    return Finding(rules.ITEM9, value, rules.tier_of_item9(value))


def _asq(document: Document) -> Finding:
    said = {id: _graver(_values(document, id)) for id in (*asq.ITEMS, asq.NOW, asq.SKIP)}
    result, value = _result(said)
    return Finding(ASQ, value, rules.tier_of_asq(result), {id: word for id, word in said.items() if word})


def _result(said: dict[str, str]) -> tuple[str, int]:
    """As the NIMH reads it: yes now is acute; any yes, or a refusal, is positive. Each yes more says more."""
    yes = sum(said[item] == asq.YES for item in asq.ITEMS)
    if said[asq.NOW] == asq.YES:
        return "acute", len(asq.ITEMS) + 2
    if yes:
        return "positive", yes + 1
    refused = said[asq.SKIP] and not all(said[item] for item in asq.ITEMS)
    return ("declined", 1) if refused else ("", 0)


def _graver(values: Iterable[Any]) -> str:
    """Of two windows' answers the one that says more."""
    given = [str(value) for value in values]
    return next((value for value in given if value == asq.YES), given[0] if given else "")


def _values(document: Document, id: str) -> list[Any]:
    """The answer, and what other windows said instead."""
    given = variants_of(document.get("answers", {}).get(id))
    return [each.get("value") for each in given if each.get("state") == "answered"]
