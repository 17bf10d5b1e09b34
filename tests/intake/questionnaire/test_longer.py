"""The weeks at a lower dose are asked about only where a profile hangs on them; after that nothing the engine needs is open."""

import pytest

import trd
from intake.answers import new
from intake.history.trials import trials
from intake.questionnaire import PAGES, Said, key, visible
from intake.questionnaire.bands import HELPED, WEEKS
from intake.questionnaire.floors import floors_of
from intake.questionnaire.longer import also_at_floor, at_floor, open_floors
from intake.questionnaire.steps.medicines import DOSE, EFFECT, LONGER, WHEN
from tests.intake.filling import BORN, ENTRY, TODAY

NOT_SURE = {"state": "not_sure", "rev": 1}
SAID = {
    "highest_dose": 100,
    "weeks_total": "8_more",
    "still_taking": "no",
    "purposes": ["depression"],
    "added_to": "alone",
    "adherence": "most_days",
    "helped": "0_24",
    "wore_off": "no",
    "stopped_because": ["no_benefit"],
    "start": {"year": 2024},
    "stop": {"year": 2025},
    "this_episode": "yes",
}
BANDS = [choice.value for choice in WEEKS]


def document(**said):
    """One medicine with these answers; None is not sure."""
    given = {key(id, ENTRY): NOT_SURE if value is None else {"state": "answered", "value": value, "rev": 1} for id, value in said.items()}
    return new() | {"groups": {"medicine": [ENTRY]}, "answers": given}


VENLAFAXINE = {"agent": "venlafaxine-xr", "highest_dose": 225, "weeks_total": "8_more"}  # floors 75 and 150
ASKED = [
    ("before the first answer", {}, ()),
    ("long enough at the higher dose for every profile", {"weeks_at_150": "8_more"}, ()),
    ("too short there for a profile of the lower dose", {"weeks_at_150": "6_7"}, (75,)),
    ("not long there at all", {"weeks_at_150": "under_4"}, (75,)),
    ("not sure at the higher dose", {"weeks_at_150": None}, (75,)),
    ("too short in all, whatever the dose", {"weeks_at_150": "under_4", "weeks_total": "under_4"}, ()),
    ("four weeks, and no more in all: no longer profile can hang on it", {"weeks_at_150": "4_5", "weeks_total": "4_5"}, ()),
    ("weeks in all not known", {"weeks_at_150": "4_5", "weeks_total": None}, (75,)),
    ("a number typed: eight", {"weeks_at_150": 8}, ()),
    ("a number typed: just under", {"weeks_at_150": 7.9}, (75,)),
    ("a number typed for the weeks in all", {"weeks_at_150": 5, "weeks_total": 5}, ()),
    ("only the lower floor was reached: it is the first question", {"highest_dose": 100, "weeks_at_75": "under_4"}, ()),
    ("dose not known: the lowest floor is the first question", {"highest_dose": None, "weeks_at_75": "under_4"}, ()),
    ("one floor for all profiles", {"agent": "sertraline", "weeks_at_50": "under_4"}, ()),
    ("a medicine nobody has a floor for", {"agent": {"other": "St. John's wort"}}, ()),
]


@pytest.mark.parametrize(("why", "said", "floors"), ASKED)
def test_lower_floors_that_are_asked_about(why, said, floors):
    scope = Said(document(**VENLAFAXINE | said), ENTRY)
    assert open_floors(scope) == floors
    assert visible(LONGER, scope.document, ENTRY) is bool(floors)
    assert tuple(question for question in LONGER.questions if visible(question, scope.document, ENTRY)) == tuple(
        question for question in LONGER.questions if question.id in {also_at_floor(mg) for mg in floors}
    )


def test_the_answer_stands_in_the_history_beside_the_first():
    said = SAID | VENLAFAXINE | {"weeks_at_150": "under_4", "weeks_also_at_75": "8_more"}
    assert trials(document(**said), TODAY, BORN)[0]["weeks_at_or_above"] == [
        {"mg": 75, "weeks": {"min": 8}},
        {"mg": 150, "weeks": {"min": 0, "max": 3}},
    ]


def test_a_lower_floor_that_is_no_longer_asked_about_does_not_count():
    said = SAID | VENLAFAXINE | {"weeks_at_150": "8_more", "weeks_also_at_75": "under_4"}
    assert trials(document(**said), TODAY, BORN)[0]["weeks_at_or_above"] == [{"mg": 150, "weeks": {"min": 8}}]


# --- every medicine, every profile

ANTIDEPRESSANTS = [agent for agent in trd.catalogue() if agent.role == "antidepressant"]
PROFILES = {profile.id: profile for profile in trd.profiles()}


def doses(agent):
    """Below every floor, on each, just under each, and far above."""
    floors = floors_of(agent.id) or (10,)
    return sorted({floors[0] / 2, floors[-1] * 3, *floors, *(mg - 0.5 for mg in floors)})


def walked(agent):
    """Every way through the pages about dose and weeks: each dose, each band at each question that shows."""
    ways = [{"agent": agent.id, "highest_dose": mg, "weeks_total": weeks} for mg in doses(agent) for weeks in BANDS]
    for id in (*(at_floor(mg) for mg in floors_of(agent.id)), *(also_at_floor(mg) for mg in floors_of(agent.id)[:-1])):
        question = next(each for page in (EFFECT, LONGER) for each in page.questions if each.id == id)
        ways = [
            said | more
            for said in ways
            for more in ([{id: band} for band in BANDS] if visible(question, document(**said), ENTRY) else [{}])
        ]
    return ways


def open_tests(ways):
    """(profile, test, way) of every test that stays unknown."""
    listed = [trial | {"id": f"t{number}"} for number, way in enumerate(ways) for trial in trials(document(**SAID | way), TODAY, BORN)[:1]]
    history = {
        "schema": "trd.history/1",
        "as_of": TODAY.isoformat(),
        "patient": {"age_years": 46},
        "episode": {"start": "2024"},
        "trials": listed,
    }
    report = trd.evaluate(history)
    for id, section in report["profiles"].items():
        for trial, judged in section["trials"].items():
            yield from ((id, test, ways[int(trial[1:])]) for test, verdict in judged["tests"].items() if verdict == "unknown")


@pytest.mark.parametrize("agent", ANTIDEPRESSANTS, ids=lambda agent: agent.id)
def test_no_dose_and_no_weeks_are_left_open(agent):
    ways = walked(agent)
    without_floor = {id for id, profile in PROFILES.items() if agent.floors[profile.floor] is None}
    left = [(id, test, way) for id, test, way in open_tests(ways) if not (id in without_floor and test in ("dose", "duration"))]
    assert left == []


def test_the_walk_goes_through_the_lower_dose_too():
    ways = walked(next(agent for agent in ANTIDEPRESSANTS if agent.id == "venlafaxine-xr"))
    assert {way["weeks_also_at_75"] for way in ways if "weeks_also_at_75" in way} == set(BANDS)


# What the contract itself leaves to a clinician, and what the person left open.
BY_RULE = [
    ("taken for worry only: no rule says whether that is depression", "for_depression", lambda said: said["purposes"] == ["anxiety"]),
    ("it helped and wore off: a clinician decides", "failed", lambda said: said["wore_off"] == "yes" and said["helped"] != "0_24"),
    ("the month of the one year that the five years begin in was not said", "in_scope", lambda said: said["stop"] == {"year": 2021}),
]
OTHER = [
    *({"purposes": [purpose]} for purpose in ("depression", "anxiety", "sleep", "pain", "other")),
    {"purposes": ["depression", "anxiety"]},
    *({"adherence": value} for value in ("most_days", "about_half", "rarely")),
    *({"helped": band.value, "wore_off": wore_off} for band in HELPED for wore_off in ("yes", "no")),
    *({"helped": percent} for percent in (0, 24.5, 25, 49, 50, 100)),
    *({"stopped_because": [choice.value]} for choice in next(q for q in WHEN.questions if q.id == "stopped_because").choices),
    {"still_taking": "yes"},
    *(
        {"start": {"year": 2010}, "stop": {"year": year}, "this_episode": episode}
        for year in (2020, 2021, 2022)
        for episode in ("yes", "no")
    ),
    *({"start": {"year": 2010}, "stop": {"year": 2021, "month": month}, "this_episode": "no"} for month in (10, 12)),
]


def test_nothing_else_is_left_open_but_what_a_rule_leaves_open():
    ways = [SAID | {"agent": "sertraline", "weeks_at_50": "8_more"} | said for said in OTHER]
    left = [(test, way) for _profile, test, way in open_tests(ways)]
    assert [(test, way) for test, way in left if not any(test == name and holds(way) for _why, name, holds in BY_RULE)] == []
    assert {why for why, name, holds in BY_RULE for test, way in left if test == name and holds(way)} == {why for why, *_ in BY_RULE}


def test_each_not_sure_leaves_something_open_and_nothing_else_does():
    """The other side: what is not known is never read as a no."""
    facts = ("highest_dose", "weeks_at_50", "purposes", "adherence", "helped", "this_episode", "stopped_because")
    for fact in facts:
        way = SAID | {"agent": "sertraline", "weeks_at_50": "8_more", fact: None}
        unsaid = way | ({"stopped_because": None} if fact == "helped" else {})
        if fact == "highest_dose":
            unsaid |= {"weeks_at_50": None}  # weeks at a floor would say that it was reached
        if fact == "this_episode":
            unsaid |= {"start": None, "stop": None}
        assert list(open_tests([unsaid])), fact


def test_every_page_of_a_medicine_is_among_those_walked():
    assert [page.slug for page in PAGES["medicine"]] == ["which", "same", *(page.slug for page in (DOSE, EFFECT, LONGER, WHEN))]
