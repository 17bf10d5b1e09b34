"""Edges by which a control, its state or a drawing is known stand out 3:1 from all they can stand on (WCAG 2.2, 1.4.11)."""

import pytest

from tests.looks.stylesheet import TEXT, contrast, drawn_with, themes

LEAST = 3.0
INPUT = "input:not([type=radio], [type=checkbox], [type=submit], [type=button]), select, textarea"
IN_CARDS, ANYWHERE = ["card"], ["card", "page", "tint", "sunk", "wrong-tint"]
# What it is, its rule, what draws it, what it can stand on.
EDGES = [
    ("a box to type in; staff filter on the bare page", INPUT, "border", ["card", "page"]),
    ("a box with an error", ".wrong :is(input:not([type=radio], [type=checkbox]), select, textarea)", "border-color", ["card", "page"]),
    ("the mark beside an error", ".wrong::before", "border-inline-start", IN_CARDS),
    ("a choice", ".choice", "border", ["card", "page"]),
    ("a choice under the pointer", ".choice:hover", "border-color", ["card", "page"]),
    ("a choice that was made, its edge to both sides", ".choice:has(input:checked)", "border-color", ["card", "page", "tint"]),
    ("a tick or dot that was set", ".choice input", "accent-color", ["card", "tint"]),
    ("the focus of anything", ":focus-visible", "outline", ANYWHERE),
    ("the focus of a choice", ".choice:has(input:focus-visible)", "outline", ["card", "page", "tint"]),
    ("a button", ".button", "background", ANYWHERE),
    ("a button under the pointer", ".button:hover", "background", ANYWHERE),
    ("a quiet button, told by its words and the edge they share", ".button.secondary", "color", ANYWHERE),
    ("a grave button", ".button.warning", "border-color", ANYWHERE),
    ("the tab one is on", ".sections a[aria-current], .tabs a[aria-current]", "border-bottom-color", ["card", "page"]),
    ("a bar of the time line", ".bars rect", "stroke", IN_CARDS),
    ("a bar of the time line that counts", ".bars rect.yes", "fill", IN_CARDS),
    ("the edge of an episode", ".bars .episode", "stroke", IN_CARDS),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_edge_stands_out_from_what_is_beside_it(theme: str) -> None:
    colours = themes()[theme]
    pairs = [
        (reason, colours[drawn_with(rule, declared)], colours[ground], ground) for reason, rule, declared, on in EDGES for ground in on
    ]
    assert {(reason, ground): contrast(edge, on) for reason, edge, on, ground in pairs if contrast(edge, on) < LEAST} == {}


def test_the_rule_sees_an_edge_that_fades_and_one_that_is_gone() -> None:
    faded = TEXT.replace("--edge: #77827f", "--edge: #99a3a0")
    assert contrast(themes(faded)["light"][drawn_with(".choice", "border", faded)], "#ffffff") < LEAST
    with pytest.raises(LookupError):
        drawn_with(".choice", "border", TEXT.replace("1px solid var(--edge); border-radius", "0; border-radius"))


RATIOS = [
    ("black on white", "#000", "#ffffff", 21.0),
    ("the same", "#1f6f69", "#1f6f69", 1.0),
    ("the lightest grey that is enough on white", "#949494", "#fff", 3.03),
]


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert {reason: round(contrast(one, other), 2) for reason, one, other, _ in RATIOS} == {row[0]: row[3] for row in RATIOS}
