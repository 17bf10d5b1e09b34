"""The script for a person with a screen reader names headings that stand on the pages."""

import re

from config.stack.app import PROJECT
from tests.metatests.sources import files

SCRIPT = PROJECT / "docs/screen-reader.md"
NAMED = re.compile(r"[Hh]eading level 1 “([^”]+)”")


def test_every_heading_it_names_is_one_of_ours() -> None:
    words = "\n".join(path.read_text("utf-8") for path in [*files("intake"), *files("templates", ext="html")])
    named = NAMED.findall(SCRIPT.read_text("utf-8"))
    assert len(named) > 10
    assert [heading for heading in named if heading not in words] == []


def test_it_says_that_nobody_listened_until_somebody_did() -> None:
    text = SCRIPT.read_text("utf-8")
    heard = text.rpartition("|---|---|---|")[2].strip()
    assert ("Nobody has listened to it yet" in text) == ("nobody has listened yet" in heard)
