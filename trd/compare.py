"""What changed between two reports of one person, and whether because of facts or of rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Report = Mapping[str, Any]
History = Mapping[str, Any]
Change = dict[str, Any]


def compare(before: Report, after: Report, histories: tuple[History, History] | None = None) -> dict[str, Any]:
    """Facts, tests and conclusions that differ, each with both values.

    `because` is `nothing`, `facts`, `rules` or `facts_and_rules`, by the digests the two reports carry. A report holds the fields of trials that
    decided a test, and `facts` are those; with the two histories they are every field, those of the case (`conditions.bipolar`) with an empty `trial`.
    """
    facts = before["history_sha256"] != after["history_sha256"]
    rules = before["engine"] != after["engine"]
    conclusions = list(_conclusions(before, after))
    old, new = (_said(each) for each in histories) if histories else (_facts(each) for each in (before, after))
    return {
        "because": "facts_and_rules" if facts and rules else "facts" if facts else "rules" if rules else "nothing",
        "flag_moved": before["flag"] != after["flag"],
        "facts": list(_differences(old, new, ("trial", "field"))),
        "tests": list(_differences(_tests(before), _tests(after), ("profile", "trial", "test"))),
        "conclusions": conclusions,
        "rules": {key: [before["engine"].get(key), after["engine"].get(key)] for key in _moved(before, after)},
    }


def _moved(before: Report, after: Report) -> list[str]:
    keys = [*before["engine"], *(key for key in after["engine"] if key not in before["engine"])]
    return [key for key in keys if before["engine"].get(key) != after["engine"].get(key)]


_Keyed = dict[tuple[str, ...], Any]


def _facts(report: Report) -> _Keyed:
    """Trial and field to the value that decided a test."""
    return {
        (entry["trial"], finding["place"].rpartition(".")[2]): finding["value"]
        for entry in report["explanation"]
        if entry["kind"] == "trial"
        for finding in entry["findings"]
    }


def _said(history: History) -> _Keyed:
    """Trial and field to what a history says; the case's own fields stand under an empty trial, its lists whole."""
    return dict(_case(history)) | {(trial["id"], field): value for trial in history.get("trials") or () for field, value in trial.items()}


def _case(history: History) -> Iterator[tuple[tuple[str, str], Any]]:
    for key, value in history.items():
        if isinstance(value, Mapping):
            yield from ((("", f"{key}.{name}"), inner) for name, inner in value.items())
        elif key != "trials":
            yield ("", key), value


def _tests(report: Report) -> _Keyed:
    return {
        (profile, trial, test): verdict
        for profile, section in report["profiles"].items()
        for trial, tested in section["trials"].items()
        for test, verdict in [*tested["tests"].items(), ("counts", tested["counts"])]
    }


def _conclusions(before: Report, after: Report) -> Iterator[Change]:
    sections: list[_Keyed] = [{(id_,): section["conclusion"] for id_, section in report["profiles"].items()} for report in (before, after)]
    yield from _differences(sections[0], sections[1], ("profile",))


def _differences(before: Mapping[tuple[str, ...], Any], after: Mapping[tuple[str, ...], Any], names: tuple[str, ...]) -> Iterator[Change]:
    """What differs, in the order of the first report; what only one of them has stands as None in the other."""
    for key in [*before, *(key for key in after if key not in before)]:
        old, new = before.get(key), after.get(key)
        if old != new:
            yield {**dict(zip(names, key, strict=True)), "before": old, "after": new}
