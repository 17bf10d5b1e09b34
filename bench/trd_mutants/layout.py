"""A folder in which the engine stands with all its mutants, beside its tests."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from mutmut.mutation.file_mutation import mutate_file_contents

ROOT = Path(__file__).resolve().parents[2]
CONFIG = '[project]\nname = "mutants"\nversion = "0"\n\n[tool.mutmut]\nsource_paths = ["trd"]\n\n[tool.pytest.ini_options]\naddopts = ""\n'
_CACHED = re.compile(r"^@(lru_cache\(maxsize=\d+\))\n(def (\w+)\()", re.MULTILINE)


def lay_out(folder: Path) -> None:
    """Copy the engine, its tests and this package into an empty folder."""
    for name in ("trd", "tests/trd", "bench/trd_mutants"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "tests" / "__init__.py").touch()
    (folder / "pyproject.toml").write_text(CONFIG, "utf-8")


def mutate(folder: Path) -> list[str]:
    """Write every mutant beside its original, and give their names; mutmut reads its settings from where it stands, so stand in the folder."""
    found: list[str] = []
    for path in sorted((folder / "trd").rglob("*.py")):
        module = ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")
        made = mutate_file_contents(str(path.relative_to(folder)), uncached(path.read_text("utf-8")))
        path.write_text(made.code.replace("mutmut.mutation.trampoline", "bench.trd_mutants.switch"), "utf-8")
        found += [f"{module}.{name}" for name in made.mutant_names]
    return found


def uncached(source: str) -> str:
    """The source with its caches put on at the end: mutmut leaves a function with a decorator alone."""
    cached = [(name, cache) for cache, _, name in _CACHED.findall(source)]
    return _CACHED.sub(r"\2", source) + "".join(f"\n\n{name} = {cache}({name})\n" for name, cache in cached)
