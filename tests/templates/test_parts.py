"""Parts that several pages share, and what they weigh."""

import gzip

import pytest
from django.utils.translation import override

from config.stack.app import PROJECT
from tests.templates.drawing import page

LANGUAGES = [("an English reader", "en", ["en", "es"]), ("a Spanish reader", "es", ["es", "en"])]


@pytest.mark.parametrize(("reason", "language", "order"), LANGUAGES)
def test_help_speaks_both_languages_the_readers_first(reason: str, language: str, order: list[str]) -> None:
    with override(language):
        tree = page("includes/_help_now.html")
    assert [one["lang"] for one in tree.all("section")] == order
    jump = next(one for one in tree.all("a") if (one["href"] or "").startswith("#"))
    assert jump["lang"] == order[1]
    assert tree.one(id=(jump["href"] or "")[1:]).inside("section") is tree.one("section", lang=order[1])


def test_a_chip_says_its_word() -> None:
    chip = page("includes/_chip.html", kind="tier-2", text="Safety tier 2").one("span")
    assert (chip["class"], chip.words) == ("chip tier-2", "Safety tier 2")
    assert page("includes/_chip.html", text="New").one("span")["class"] == "chip"


WEIGHTS = [("the stylesheet", "trellis.css", 12_000), ("the script", "trellis.js", 2_000), ("the mark", "logo.svg", 1_000)]


@pytest.mark.parametrize(("reason", "name", "most_bytes"), WEIGHTS)
def test_a_page_weighs_little(reason: str, name: str, most_bytes: int) -> None:
    assert len(gzip.compress((PROJECT / "static" / name).read_bytes())) <= most_bytes
