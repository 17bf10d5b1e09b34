"""A report as plain text for a clinician: evidence first, then the conclusion, the unknowns with it, and what nobody has checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from trd.explanation import findings_of
from trd.sentences import CONFIRM

_SIGNS: Final = {"yes": "yes    ", "no": "no     ", "unknown": "unknown"}
_ROMAN: Final = ("0", "I", "II", "III", "IV", "V")
LIMITS: Final = "Not clinically validated. It reads what a person said; it diagnoses nothing, and " + CONFIRM + "."

Report = Mapping[str, Any]


def explain(report: Report, history: Mapping[str, Any]) -> str:
    """The report under its flag's profile as text, with every other profile's conclusion beside it."""
    profile = report["flag"]["profile"]
    entries = report["explanation"]
    own = next(entry for entry in entries if entry["kind"] == "profile" and entry["profile"] == profile)
    parts = (
        _head(report, history, own),
        *(_trial(report, profile, entry) for entry in entries if entry["kind"] == "trial"),
        _conclusion(own),
        _list("Not known", own["caveats"] + own["unknowns"]),
        _list("To ask", [question["question"] for question in own["questions"]]),
        _list("What the source asks besides, not checked here", own["asks_besides"]),
        _list("Look here before calling it resistance", [_finding(each) for each in report["confounders"]]),
        _list("Facts that do not fit together", [_finding(each) for each in report["contradictions"]]),
        _list("Other rules", [f"{e['name']}: {e['sentence']}" for e in entries if e["kind"] == "profile" and e is not own]),
        _list("Staging", list(_staging(report["staging"]))),
        _list("Sources", list(_sources(own["sources"], entries[-1]["sources"]))),
        LIMITS,
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def _head(report: Report, history: Mapping[str, Any], own: Mapping[str, Any]) -> str:
    engine = report["engine"]
    return (
        f"History as of {history['as_of']}, read under: {_line(own['name'])} ({_line(own['citation'])}, {_line(own['date'])})\n"
        f"Engine {engine['version']}, profiles {engine['profiles']}, catalogue {engine['catalogue']}; history {report['history_sha256']}"
    )


def _trial(report: Report, profile: str, entry: Mapping[str, Any]) -> str:
    counts = report["profiles"][profile]["trials"][entry["trial"]]["counts"]
    lines = [f"Trial {entry['trial']}: {entry['name']} (counts: {counts})"]
    for test in findings_of(dict(report), profile, entry["trial"]):
        lines.append(f"  {_SIGNS[test['verdict']]}  {test['sentence']} [{test['place']}]")
    return "\n".join(map(_line, lines))


def _conclusion(own: Mapping[str, Any]) -> str:
    return f"{_line(own['sentence'])}.\nOn this rule: {_line(own['note'])}"


def _list(title: str, lines: list[str]) -> str:
    return "\n".join([f"{title}:", *(f"  - {_line(line)}" for line in lines)]) if lines else ""


def _line(text: str) -> str:
    """The same on one line: a name that somebody typed must not look like a line of the report."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _finding(each: Mapping[str, Any]) -> str:
    trials = f" ({', '.join(each['trials'])})" if each["trials"] else ""
    return f"{each['because']}{trials}"


def _staging(staging: Mapping[str, Any]) -> Iterator[str]:
    maudsley = staging["maudsley"]
    if maudsley["status"] == "scored":
        maybe = "; it may not apply, since no trial surely counts as failed" if maudsley["may_not_apply"] else ""
        yield f"Maudsley {_range(maudsley['score'])} of 15 ({' or '.join(maudsley['bands'])}){maybe}. {maudsley['note']}"
    else:
        yield f"Maudsley: not applicable, {maudsley['because']}"
    stage = staging["thase_rush"]["stage"]
    low, high = _ROMAN[stage["min"]], _ROMAN[stage["max"]]
    yield f"Thase-Rush {low if low == high else f'{low} to {high}'}. {staging['thase_rush']['note']}"
    yield f"MGH-S without optimisation points {_range(staging['mgh_s']['score'])}. {staging['mgh_s']['note']}"


def _range(score: Mapping[str, float]) -> str:
    low, high = f"{score['min']:g}", f"{score['max']:g}"
    return low if low == high else f"{low} to {high}"


def _sources(keys: list[str], sources: Mapping[str, Any]) -> Iterator[str]:
    for key in keys:
        yield f"{sources[key]['citation']} [{sources[key]['mark']}: {sources[key]['read']}]"
