"""Bands a person may choose instead of a number, each with the interval it means to the engine."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_noop as _

from intake.questionnaire.shape import Choice

Interval = dict[str, float] | float

WEEKS: Final = (
    Choice("under_4", _("Less than 4 weeks")),
    Choice("4_5", _("4 to 5 weeks")),
    Choice("6_7", _("6 to 7 weeks")),
    Choice("8_more", _("8 weeks or more")),
)
HELPED: Final = (
    Choice("0_24", _("Not at all, or only a little"), _("Less than a quarter better, or worse")),
    Choice("25", _("About a quarter better")),
    Choice("26_49", _("Some, but less than half better")),
    Choice("50_74", _("Half better, or a bit more")),
    Choice("75_100", _("Much better, or well again"), _("Three quarters better, or more")),
)
# Whole weeks and whole percents, as people say them: "less than 4 weeks" is at most 3.
INTERVALS: Final[Mapping[str, Interval]] = {
    "under_4": {"min": 0, "max": 3},
    "4_5": {"min": 4, "max": 5},
    "6_7": {"min": 6, "max": 7},
    "8_more": {"min": 8},
    "0_24": {"min": 0, "max": 24},
    "25": 25,
    "26_49": {"min": 26, "max": 49},
    "50_74": {"min": 50, "max": 74},
    "75_100": {"min": 75, "max": 100},
}
