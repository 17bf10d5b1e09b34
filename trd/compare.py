"""What changed between two reports of one person, and whether because of facts or of rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Report = Mapping[str, Any]
Change = dict[str, Any]


def compare(before: Report, after: Report) -> dict[str, Any]:
    """Facts, tests and conclusions that differ, each with both values.

    `because` is `nothing`, `facts`, `rules` or `facts_and_rules`, by the digests the two reports carry. A fact is a field of a trial that decided a
    test in either report; one that decided none does not show.
    """
    facts = before["history_sha256"] != after["history_sha256"]
    rules = before["engine"] != after["engine"]
    conclusions = list(_conclusions(before, after))
    return {
        "because": "facts_and_rules" if facts and rules else "facts" if facts else "rules" if rules else "nothing",
        "flag_moved": before["flag"] != after["flag"],
        "facts": list(_differences(_facts(before), _facts(after), ("trial", "field"))),
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
