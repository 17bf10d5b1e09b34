"""Bytes to a parsed document, bounded in time and memory; what JSON lets pass and the contract does not is refused here."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from trd.refusal import WHOLE, Refused, step

# A history of 20 trials is about 10 kB; whatever is longer than this is no history.
MOST_BYTES: Final = 2 * 1024 * 1024
_LONGEST_NUMBER: Final = 32


class _Doubled(dict[str, Any]):
    """An object in which a key stands twice."""

    keys_twice: list[str]


class _NoNumber:
    """What JSON writes as a number and is none here, with what to say about it."""

    def __init__(self, message: str) -> None:
        self.message = message


def parse(content: bytes) -> Any:
    """The document in some bytes. Raises Refused for what is not UTF-8, not JSON, too long, too deep, a number out of bounds or a key that stands twice."""
    if len(content) > MOST_BYTES:
        raise _refusal(f"is longer than {MOST_BYTES} bytes")
    try:
        return _Parser().parse(content.decode())
    except UnicodeDecodeError as error:
        raise _refusal(f"is not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise _refusal(f"is not JSON: {error.msg} at character {error.pos}") from None
    except RecursionError:
        raise _refusal("is nested too deeply") from None


def _refusal(message: str) -> Refused:
    return Refused([{"place": WHOLE, "message": message}])


class _Parser:
    """One reading; `odd` says whether anything stands in the document that must be looked for and refused."""

    def __init__(self) -> None:
        self.odd = False

    def parse(self, text: str) -> Any:
        document = json.loads(
            text,
            object_pairs_hook=self._object,
            parse_int=self._int,
            parse_float=self._float,
            parse_constant=self._constant,
        )
        if self.odd:
            raise Refused({"place": place.lstrip(".") or WHOLE, "message": message} for place, message in _faults(document, ""))
        return document

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        plain = dict(pairs)
        if len(plain) == len(pairs):
            return plain
        self.odd = True
        doubled = _Doubled(plain)
        doubled.keys_twice = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]
        return doubled

    def _int(self, digits: str) -> Any:
        return int(digits) if len(digits) <= _LONGEST_NUMBER else self._none("has too many digits")

    def _float(self, digits: str) -> Any:
        return float(digits) if len(digits) <= _LONGEST_NUMBER else self._none("has too many digits")

    def _constant(self, word: str) -> _NoNumber:
        return self._none(f"must be a finite number, not {word}")

    def _none(self, message: str) -> _NoNumber:
        self.odd = True
        return _NoNumber(message)


def _faults(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, _NoNumber):
        yield place, value.message
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _faults(inner, f"{place}[{index}]")
    elif isinstance(value, dict):
        for key in getattr(value, "keys_twice", ()):
            yield place + step(key), "stands twice"
        for key, inner in value.items():
            yield from _faults(inner, place + step(key))
