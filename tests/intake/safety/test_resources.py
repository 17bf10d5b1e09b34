"""Crisis help as the clinic's own list: shown in both languages, refused where it can't be right, looked at again in time."""

import datetime

import pytest
from django.core.checks import run_checks

from desk.escalation.ladder import ladders
from intake.safety import rules
from intake.safety.resources import load

SHIPPED = (rules.DATA / "crisis.toml").read_text()
OWN = """
[[resource]]
who = "county"
name = { en = "Albany County mobile crisis team", es = "Equipo móvil de crisis del condado de Albany" }
call = "+15555550188"
source = "made up for a test"
"""


@pytest.fixture
def own(tmp_path, settings):
    """A clinic's own file with these words in it."""

    def use(text):
        settings.CRISIS_FILE = tmp_path / "own.toml"
        settings.CRISIS_FILE.write_text(text)
        load.cache_clear()
        return settings.CRISIS_FILE

    yield use
    load.cache_clear()


def test_the_shipped_list_says_when_it_was_looked_at():
    found = load(rules.DATA / "crisis.toml")
    assert found.version == rules.resources_version()
    assert found.reviewed_on < found.review_again_by
    assert [each.who for each in found.more] == ["lifeline", "veterans", "crisis_text_line", "lgbtq_youth"]


def test_a_clinics_own_line_stands_on_the_page_in_both_languages(own, client):
    own(SHIPPED + OWN)
    page = client.get("/help-now/").content.decode()
    for words in ("Albany County mobile crisis team", "Equipo móvil de crisis", 'href="tel:+15555550188">call (555) 555-0188'):
        assert words in page


WRONG = [
    ("no file at all", None, "no list of crisis resources"),
    ("nothing in it", "", "no list of crisis resources"),
    ("without the emergency number", SHIPPED.replace('call = "911"', 'call = "112"'), "name 911 and 988"),
    ("without the lifeline", SHIPPED.replace('who = "lifeline"', 'who = "other"'), "name 911 and 988"),
    ("a number nobody can call", SHIPPED.replace('"+18664887386"', '"ask at the desk"'), "numbers that can be called"),
    ("no way to reach it", SHIPPED + OWN.replace("call =", "press ="), "numbers that can be called"),
    (
        "in one language only",
        SHIPPED + OWN.replace(', es = "Equipo móvil de crisis del condado de Albany"', ""),
        "a name in both languages",
    ),
    ("no source", SHIPPED + OWN.replace('"made up for a test"', '""'), "needs a source"),
    ("a chat that leads elsewhere", SHIPPED.replace('"988lifeline.org"', '"javascript:alert(1)"'), "needs a source"),
    ("a word nobody knows", SHIPPED + OWN + 'fax = "1"\n', "no list of crisis resources"),
    ("never looked at again", SHIPPED.replace("2027-02-20", "2026-11-20"), "review_again_by"),
]


@pytest.mark.parametrize(("reason", "text", "says"), WRONG, ids=[row[0] for row in WRONG])
def test_a_list_that_can_not_be_right_is_refused(reason, text, says, tmp_path):
    path = tmp_path / "own.toml"
    if text is not None:
        path.write_text(text)
    with pytest.raises(ValueError, match=says):
        load(path)


def found():
    return {message.id for message in run_checks() if message.id.startswith("intake.")}


def test_all_is_well_as_shipped():
    assert "intake.E002" not in found()


CALENDAR = [("today is the day", 0, False), ("yesterday was", -1, True), ("there is time", 30, False)]


@pytest.mark.parametrize(("reason", "days", "warns"), CALENDAR, ids=[row[0] for row in CALENDAR])
def test_past_its_day_the_list_is_a_warning(own, reason, days, warns):
    day = datetime.datetime.now().date() + datetime.timedelta(days=days)  # noqa: DTZ005
    own(SHIPPED.replace("2026-11-20", "2020-01-01").replace("2027-02-20", day.isoformat()))
    assert ("intake.W001" in found()) is warns


def test_a_list_that_broke_meanwhile_is_an_error(own):
    own("nothing")
    assert "intake.E002" in found()


def test_a_ladder_that_broke_meanwhile_is_an_error(settings, tmp_path):
    settings.ESCALATION_FILE = tmp_path / "none.toml"
    ladders.cache_clear()
    assert "intake.E002" in found()


@pytest.mark.parametrize(("production", "mail", "refused"), [(True, "", True), (True, "a@b.test", False), (False, "", False)])
def test_production_needs_somebody_to_page(settings, production, mail, refused):
    settings.PRODUCTION, settings.ON_CALL_MAIL = production, mail
    assert ("intake.E001" in found()) is refused
