"""When a question applies: a few kinds of condition, each plain data with one test. Not a language, and not to become one."""

from dataclasses import dataclass
from typing import Protocol

from intake.questionnaire.floors import floor_to_ask
from intake.questionnaire.naming import ingredient


class Scope(Protocol):
    """What a condition may look at: the visible answers, those of the entry first."""

    def value(self, question: str) -> object: ...

    def state(self, question: str) -> str: ...

    def entries(self, group: str) -> int: ...

    def earlier(self, question: str) -> list[object]: ...


class Condition(Protocol):
    def holds(self, scope: Scope) -> bool: ...

    @property
    def reads(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Is:
    """The answer is one of these values."""

    question: str
    values: tuple[str | int, ...]

    def holds(self, scope: Scope) -> bool:
        return scope.value(self.question) in self.values

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.question,)


@dataclass(frozen=True)
class IsNot:
    """Anything else than these values, an open question included."""

    question: str
    values: tuple[str, ...]

    def holds(self, scope: Scope) -> bool:
        return scope.value(self.question) not in self.values

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.question,)


@dataclass(frozen=True)
class HasEntries:
    """The group has at least one entry (or, with `more_than`, more than that)."""

    group: str
    more_than: int = 0

    def holds(self, scope: Scope) -> bool:
        return scope.entries(self.group) > self.more_than

    @property
    def reads(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True)
class NoEntries:
    group: str

    def holds(self, scope: Scope) -> bool:
        return scope.entries(self.group) == 0

    @property
    def reads(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True)
class AnyOf:
    conditions: tuple["Condition", ...]

    def holds(self, scope: Scope) -> bool:
        return any(condition.holds(scope) for condition in self.conditions)

    @property
    def reads(self) -> tuple[str, ...]:
        return tuple(question for condition in self.conditions for question in condition.reads)


@dataclass(frozen=True)
class AllOf:
    conditions: tuple["Condition", ...]

    def holds(self, scope: Scope) -> bool:
        return all(condition.holds(scope) for condition in self.conditions)

    @property
    def reads(self) -> tuple[str, ...]:
        return tuple(question for condition in self.conditions for question in condition.reads)


@dataclass(frozen=True)
class Ticked:
    """One of these stands among what was ticked."""

    question: str
    values: tuple[str, ...]

    def holds(self, scope: Scope) -> bool:
        ticked = scope.value(self.question)
        return isinstance(ticked, list) and bool(set(ticked) & set(self.values))

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.question,)


@dataclass(frozen=True)
class Unsaid:
    """The person is not sure, or prefers not to say."""

    question: str

    def holds(self, scope: Scope) -> bool:
        return scope.state(self.question) in ("not_sure", "declined")

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.question,)


@dataclass(frozen=True)
class AsksFloor:
    """This dose floor is the one to ask about, given the medicine and the highest dose of the entry."""

    mg: float

    def holds(self, scope: Scope) -> bool:
        return floor_to_ask(scope.value("agent"), scope.value("highest_dose")) == self.mg

    @property
    def reads(self) -> tuple[str, ...]:
        return ("agent", "highest_dose")


@dataclass(frozen=True)
class ListedBefore:
    """An entry further up in the list holds the same ingredient, perhaps under another name."""

    question: str

    def holds(self, scope: Scope) -> bool:
        own = ingredient(scope.value(self.question))
        return bool(own) and own in {ingredient(value) for value in scope.earlier(self.question)}

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.question,)
