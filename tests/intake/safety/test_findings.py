"""What the answers say about safety: tables, the reason first."""

import pytest

from intake.models import Case, SafetyEvent
from intake.safety import services
from intake.safety.findings import findings
from tests.intake.people import invited

NO = ["no"] * 4


def document(item9=None, items=(), now=None, **ticked):
    """An answers document with these answers of the two screens."""
    said = {"phq9.item9": item9, "asq.item5": now, **{f"asq.{name}": value for name, value in ticked.items()}}
    said |= {f"asq.item{number}": value for number, value in enumerate(items, 1)}
    return {"answers": {id: {"state": "answered", "value": value, "rev": 1} for id, value in said.items() if value is not None}}


ASQ = [
    ("nothing asked yet", [], None, {}, 0),
    ("four times no", NO, None, {}, 0),
    ("wished to be dead", ["yes", "no", "no", "no"], None, {}, 2),
    ("family better off", ["no", "yes", "no", "no"], None, {}, 2),
    ("thoughts this week", ["no", "no", "yes", "no"], None, {}, 2),
    ("tried before", ["no", "no", "no", "yes"], None, {}, 2),
    ("one yes, the rest still open", ["yes"], None, {}, 2),
    ("yes, but not now", ["yes", "no", "no", "no"], "no", {}, 2),
    ("now", ["yes", "no", "no", "no"], "yes", {}, 3),
    ("now, whatever came before", NO, "yes", {}, 3),
    ("left out counts as positive", [], None, {"skip": "yes"}, 2),
    ("left out after two times no", ["no", "no"], None, {"skip": "yes"}, 2),
    ("all four answered no: the tick says nothing", NO, None, {"skip": "yes"}, 0),
    ("only the fifth left out", ["yes", "no", "no", "no"], None, {"skip_now": "yes"}, 2),
]


@pytest.mark.parametrize(("reason", "items", "now", "ticked", "tier"), ASQ, ids=[row[0] for row in ASQ])
def test_the_asq(reason, items, now, ticked, tier):
    _item9, asq = findings(document(items=items, now=now, **ticked))
    assert asq.tier == tier
    assert bool(asq.value) is bool(tier)


def test_each_yes_more_says_more():
    values = [findings(document(items=["yes"] * many + ["no"] * (4 - many)))[1].value for many in range(5)]
    assert values == sorted(set(values))
    assert values[-1] < findings(document(items=["yes"], now="yes"))[1].value


@pytest.mark.parametrize(("id", "first", "second"), [("asq.item2", "no", "yes"), ("asq.item5", "no", "yes"), ("asq.item2", "yes", "no")])
def test_of_two_windows_the_answer_that_says_more_counts(id, first, second):
    said = document(items=NO)
    said["answers"][id] = {"state": "answered", "value": first, "rev": 1, "rivals": [{"state": "answered", "value": second, "rev": 2}]}
    assert findings(said)[1].tier == (3 if id == "asq.item5" else 2)


STEPS = [
    ("item 9, then four times no", [(1, [], None, {}), (1, NO, None, {})], [1]),
    ("item 9, then a yes", [(1, [], None, {}), (1, ["yes"], None, {})], [1, 2]),
    ("item 9, then left out", [(2, [], None, {}), (2, [], None, {"skip": "yes"})], [2, 2]),
    ("left out, then a yes after all", [(1, [], None, {"skip": "yes"}), (1, ["yes"], None, {})], [1, 2, 2]),
    ("a yes more", [(1, ["yes"], None, {}), (1, ["yes", "yes"], None, {})], [1, 2, 2]),
    ("a yes taken back: it stands", [(1, ["yes"], None, {}), (1, NO, None, {})], [1, 2]),
    ("now", [(1, ["yes"], None, {}), (1, ["yes"], "yes", {})], [1, 2, 3]),
    ("the same again", [(1, ["yes"], "yes", {}), (1, ["yes"], "yes", {})], [1, 3]),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("reason", "saves", "tiers"), STEPS, ids=[row[0] for row in STEPS])
def test_which_saves_raise_an_event(reason, saves, tiers):
    case, before = invited().case, document()
    for item9, items, now, ticked in saves:
        after = document(item9, items, now, **ticked)
        services.notice(case=case, before=before, after=after, by=case.patient)
        before = after
    events = SafetyEvent.objects.order_by("created_at", "tier")
    assert sorted(event.tier for event in events) == sorted(tiers)
    assert Case.objects.get(pk=case.pk).open_tier == max(tiers)


@pytest.mark.django_db
def test_the_event_keeps_which_questions_were_answered_how():
    case = invited().case
    after = document(items=["yes", "no", "no", "no"])
    [event] = services.notice(case=case, before=document(), after=after, by=case.patient)
    said = {"asq.item1": "yes", "asq.item2": "no", "asq.item3": "no", "asq.item4": "no"}
    assert SafetyEvent.objects.get(pk=event.pk).words["answers"] == said
