"""Scales that may not be shipped: slots that a clinic with a licence fills from files of its own."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from intake.questionnaire.scales import SCORINGS, Altered, Scale, load
from intake.questionnaire.words import Official

SLOTS_FILE: Final = Path(__file__).resolve().parent.parent / "data" / "scale_slots.toml"


@dataclass(frozen=True)
class Slot:
    """`safety`: it asks about suicide, so its answers must reach the safety path, and no file alone can fill it."""

    id: str
    title: str
    why: str
    safety: bool = False


@dataclass(frozen=True)
class Licensed:
    """A clinic's own scale with the heading of its page and the minutes it takes."""

    scale: Scale
    heading: Official
    minutes: int


class Refused(Exception):
    """A file that is not taken, with what to do about it."""


SLOTS: Final = {row["id"]: Slot(**row) for row in tomllib.loads(SLOTS_FILE.read_text())["slots"]}


def licensed(folder: str) -> tuple[tuple[Licensed, ...], tuple[str, ...]]:
    """The scales of a clinic's folder, and a line for each file that is not taken. No folder named: neither."""
    if not folder:
        return (), ()
    if not Path(folder).is_dir():
        return (), (f"SCALES_FOLDER is {folder!r}: there is no such folder.",)
    taken, refused = [], []
    for path in sorted(Path(folder).glob("*.toml")):
        try:
            taken.append(_own(path))
        except Refused as reason:
            refused.append(f"{path.name}: {reason}")
    return tuple(taken), tuple(refused)


def _own(path: Path) -> Licensed:
    """One file, read and held to what a slot asks for. Raises Refused."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        _may_be_asked(path.stem, data)
        return Licensed(load(path), Official(data["heading"]["en"], data["heading"].get("es", "")), int(data["minutes"]))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as trouble:
        raise Refused(f"it is not TOML: {trouble}") from trouble
    except Altered as trouble:
        raise Refused("its words are not those of its sha256. Write the hash of the official text, never of an edited one.") from trouble
    except KeyError as trouble:
        raise Refused(f"{trouble.args[0]!r} is missing.") from trouble
    except (TypeError, AttributeError, ValueError) as trouble:
        raise Refused("a part has the wrong form; compare it with a file in intake/data/scales.") from trouble


def _may_be_asked(name: str, data: dict[str, Any]) -> None:
    slot = SLOTS.get(data["id"])
    if slot is None or name != data["id"]:
        raise Refused(f"its id must be its file's name and one of {', '.join(SLOTS)}.")
    if slot.safety or data["asks_about_suicide"]:
        raise Refused("it asks about suicide. Its answers would not reach the safety path, so it can't be filled from a file.")
    if not str(data["licensed_to"]).strip():
        raise Refused("'licensed_to' is empty: name who holds the licence.")
    if not data["sha256"].get("en"):
        raise Refused("'sha256' has no hash of the English words.")
    if data["scoring"] not in SCORINGS:
        raise Refused(f"'scoring' must be one of {', '.join(SCORINGS)}.")
