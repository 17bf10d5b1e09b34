"""The criteria engine: which count a person's history of antidepressants meets, why, and what is still unknown.

Standard library only; see README.md beside this file for the documents, the rules and their limits. Not clinically validated.
"""

from __future__ import annotations

from typing import Final

from trd.catalogue import Agent
from trd.compare import compare
from trd.engine import DEFAULT_PROFILE, evaluate
from trd.explanation import findings_of
from trd.profiles import Profile
from trd.refusal import Refused
from trd.report import Report, typed
from trd.rules import Rules, shipped, with_profiles
from trd.search import Offer, search
from trd.text import explain
from trd.version import VERSION

RULES_DIGEST: Final = shipped().digest


def profiles() -> list[Profile]:
    """The shipped profiles, in the order of the contract."""
    return list(shipped().profiles.values())


def catalogue() -> list[Agent]:
    """The shipped agents, in the order of the catalogue."""
    return list(shipped().catalogue.values())


__all__ = [
    "DEFAULT_PROFILE",
    "RULES_DIGEST",
    "VERSION",
    "Agent",
    "Offer",
    "Profile",
    "Refused",
    "Report",
    "Rules",
    "catalogue",
    "compare",
    "evaluate",
    "explain",
    "profiles",
    "search",
    "shipped",
    "findings_of",
    "typed",
    "with_profiles",
]
