"""A stored report, with what it says of one profile at hand."""

import uuid
from dataclasses import dataclass
from typing import Any

import trd
from clinic import wording
from clinic.review.unnamed import nobody_knows, spoken_name
from clinic.wording import Words

Document = dict[str, Any]


@dataclass(frozen=True)
class Report:
    """`history` and `document` as the evaluation keeps them; `profile` is the one the page reads them under."""

    evaluation: uuid.UUID
    history: Document
    document: Document
    profile: str

    @property
    def section(self) -> Document:
        """The profile's part: conclusion, counts, trials, caveats, what would settle it."""
        section: Document = self.document["profiles"][self.profile]
        return section

    @property
    def about(self) -> Document:
        """The profile's part of the explanation: its sentences, its source, what it asks besides."""
        return self.about_profile(self.profile)

    @property
    def profiles(self) -> list[str]:
        """In the order of the rules; those that are no longer shipped come last. (A sealed report has lost its own order.)"""
        kept = self.document["profiles"]
        shipped = [profile.id for profile in trd.profiles() if profile.id in kept]
        return [*shipped, *(id_ for id_ in kept if id_ not in shipped)]

    @property
    def conclusion(self) -> str:
        return str(self.section["conclusion"])

    @property
    def chip(self) -> Words:
        return wording.CHIPS[self.conclusion]

    @property
    def sources(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = self.document["explanation"][-1]["sources"]
        return found

    def about_profile(self, profile: str) -> Document:
        return self._entry("profile", profile)

    def name_of(self, trial: str) -> str:
        """The medicine of a trial, as the report names it; words for one that nobody can name."""
        return str(spoken_name(trial, self._entry("trial", trial)["name"]))

    def nameless(self, trial: str) -> bool:
        return nobody_knows(trial, self._entry("trial", trial)["name"])

    def named(self, sentence: str) -> str:
        """A sentence of the engine with the medicines' names in place of the trials' ids and stand-ins."""
        for trial in self.section["trials"]:
            name = self._entry("trial", trial)["name"]
            sentence = sentence.replace(f"trial {trial}", self.name_of(trial)).replace(name, self.name_of(trial))
        return sentence

    def _entry(self, kind: str, id_: str) -> Document:
        return next(entry for entry in self.document["explanation"] if entry["kind"] == kind and entry[kind] == id_)
