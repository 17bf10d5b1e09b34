"""Which variant of a function is called: the original, or the mutant under test."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

Function = Callable[..., Any]
MutantDict = dict[str, Function]


class Now:
    """The mutant under test as (module, name), and the functions that were called since someone looked."""

    mutant = ("", "")
    watching = False
    reached: set[str] = set()


def wrap_in_trampoline(variants: MutantDict) -> Callable[[Function], Function]:
    """A decorator that calls the active variant instead; mutmut writes it above whatever it changes."""

    def decorate(function: Function) -> Function:
        module = function.__module__

        @wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            original = variants["_mutmut_orig"]
            if Now.watching:
                Now.reached.add(f"{module}.{original.__name__.removesuffix('__mutmut_orig')}")
            if Now.mutant[0] == module:
                return variants.get(Now.mutant[1], original)(*args, **kwargs)
            return original(*args, **kwargs)

        return call

    return decorate
