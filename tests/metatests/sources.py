"""The project's own files, for rules over code not yet written."""

import ast
import inspect
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ["config", "clinic", "intake", "desk", "audit", "vault", "trd"]
OURS = [*ROOMS, "templates", "static", "tests", "bench"]
FOREIGN = {"vendor", "migrations", "__pycache__", "vectors"}


def files(*folders: str, ext: str = "py") -> list[Path]:
    """Files below these folders, without what is somebody else's or made by a machine."""
    found = (path for folder in folders or OURS for path in sorted((ROOT / folder).rglob(f"*.{ext}")))
    return [path for path in found if not FOREIGN & set(path.parts)]


def name(path: Path) -> str:
    """The file as one would type it from the project's folder."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))


def length(function: ast.FunctionDef) -> int:
    """Lines from `def` to the last one; decorators above do not count."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def view_files() -> list[Path]:
    """Every file of ours that an address leads to, and whatever is called views."""
    ours, led_to = files("clinic", "intake", "config"), {_home(view) for view in _views(get_resolver())}
    return [path for path in ours if path in led_to or path.stem == "views" or "views" in path.parent.parts]


def _views(resolver: URLResolver) -> Iterator[Callable[..., object]]:
    for found in resolver.url_patterns:
        if isinstance(found, URLPattern):
            yield found.callback
        else:
            yield from _views(found)


def _home(view: Callable[..., object]) -> Path:
    """The file in which a view is written, below the decorators it wears."""
    return Path(sys.modules[inspect.unwrap(view).__module__].__file__ or "")
