"""Who does a thing. Every service takes one, every read starts with one."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["staff", "patient", "caregiver", "system"]
Role = Literal["clinician", "scheduler", "lead", "administrator", "patient", "caregiver", "system"]


@dataclass(frozen=True)
class Actor:
    """`id` is a staff id, a case's public id, or the name of a process; never a name of a person."""

    kind: Kind
    id: str
    role: Role

    @property
    def sees_answers(self) -> bool:
        return self.role in {"clinician", "lead"}

    @property
    def schedules(self) -> bool:
        return self.role in {"scheduler", "lead"}

    @property
    def manages(self) -> bool:
        return self.role in {"lead", "administrator"}


def system(name: str) -> Actor:
    return Actor("system", name, "system")
