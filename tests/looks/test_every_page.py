"""Every page, in every state it can be in, at the width of a phone and of a desk: axe finds nothing, nothing sticks out.

Each row of the tables beside this file makes a state and answers with its page. That none is forgotten is held by the
last tests: a new template, address or form needs a row.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.http import HttpResponse
from playwright.sync_api import Browser

from clinic.demo import urls as demo
from tests.axe import locked
from tests.looks import accounts, caregivers, desk, patients, pictures, records, safety, sittings, trouble
from tests.looks.eye import Eye, opened
from tests.looks.seen import Seen, error_states_missing, seen, templates
from tests.metatests.doors import DOORS

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.looks.urls")]
PAGES = [*patients.PAGES, *accounts.PAGES, *records.PAGES, *desk.PAGES, *safety.PAGES, *sittings.PAGES, *caregivers.PAGES, *trouble.PAGES]
LOOKED_AT: dict[str, Seen] = {}
# Addresses without a page of their own, by what they do instead.
ANSWERS_A_MACHINE = {"healthz", "readyz"}
GIVES_A_FILE = {"intake:copy": "intake/copy/copy.html"}  # tests/intake/copy reads it
LEADS_ON = {
    *("set_language", "mfa_deactivate_totp"),
    *("intake:calm", "intake:not_safe", "intake:call_me", "intake:add", "intake:send", "intake:ask_to_move", "clinic:invite_again"),
    "intake:send_code",
    *("clinic:acknowledge_task", "clinic:close_task", "clinic:acknowledge_safety", "clinic:settle_message"),
    *("clinic:test_arrived", "clinic:leave_sitting", "intake:withdraw", "clinic:withdraw_caregiver"),
    *("clinic:lab_resulted", "clinic:lab_waived", "clinic:enable_person"),
    *("clinic:invitation_revoke", "clinic:invitation_renew", "clinic:invitation_release"),
}
# Parts that no page uses yet; tests/templates draws them.
UNUSED = {"includes/_chip.html", *(f"trellis/layout/{name}.html" for name in ("buttonholder", "column", "formactions", "row"))}
# A form with a button and no question.
NOTHING_TO_GET_WRONG = {"mfa/recovery_codes/generate.html"}


@pytest.fixture(scope="module")
def eye(browser: Browser, static_files: None) -> Iterator[Eye]:
    with opened(browser) as eye:
        yield eye


@pytest.fixture(autouse=True)
def _as_in_the_demo(settings, tmp_path: Path) -> None:
    """With the demo's pages and parts."""
    settings.DEMO = True
    settings.EMAIL_FILE_PATH = str(tmp_path)


@pytest.mark.parametrize(("reason", "status", "draw"), PAGES, ids=[row[0] for row in PAGES])
def test_nothing_stands_in_anybodys_way(eye: Eye, reason: str, status: int, draw: Callable[[], HttpResponse]) -> None:
    answer = draw()
    LOOKED_AT[reason] = seen(answer)
    assert answer.status_code == status
    assert eye.look(reason, answer) == []


def planted(eye: Eye, fault: str) -> list[str]:
    """What the eye says of a page that has this at its end."""
    answer = PAGES[0][2]()
    answer.content = answer.content.replace(b"</main>", f"{fault}</main>".encode())
    return eye.look("planted", answer)


def test_the_eye_sees_what_is_wrong(eye: Eye) -> None:
    found = " ".join(planted(eye, '<input><svg width="999" height="9"></svg><script>1</script>'))
    assert all(word in found for word in ("at 375: label", "at 1280: label", "wider than the screen", "Content Security")), found


def test_the_eye_sees_what_is_asked_for_and_is_not_there(eye: Eye) -> None:
    found = " ".join(planted(eye, '<img alt="" src="/static/none.svg"><img alt="" src="http://elsewhere.test/none.svg">'))
    assert all(word in found for word in ("there is no none.svg", "Content Security")), found


def test_the_eye_sees_into_what_is_folded(eye: Eye) -> None:
    found = " ".join(planted(eye, '<details><summary>More</summary><input><svg width="999" height="9"></svg></details>'))
    assert all(word in found for word in ("at 375: label", "at 1280: label", "wider than the screen")), found


CROWD = (
    '<section class="card"><div><form><a class="button" href="/">Go</a></form><p>Words</p></div><a class="button" href="/">On</a></section>'
)


def test_the_eye_sees_buttons_that_crowd_and_those_of_several_widths(eye: Eye) -> None:
    found = " ".join(planted(eye, CROWD))
    assert all(words in found for words in ('at 375: "Go" stands 0 px', "at 375: buttons of", 'at 1280: "Go" stands 0 px')), found


TIGHT = '<p><span class="chip">As wide as it may be, just here</span></p><svg width="99" height="30"><text y="20">On</text><text x="9" y="20">top</text></svg>'


def test_the_eye_sees_what_no_longer_fits_as_words_stand_wider(eye: Eye) -> None:
    found = planted(eye, TIGHT)
    assert [
        'at 375: words set wider: "As wide as it may be, just here" sticks out' in fault or '"top" lies on "On"' in fault for fault in found
    ] == [True] * 3, found


def test_the_one_stylesheet_lets_the_screen_be_turned(eye: Eye) -> None:
    assert eye.look("first", PAGES[0][2]()) == []
    assert locked(eye.page) == []
    eye.page.evaluate("document.styleSheets[0].insertRule('@media (orientation: portrait) { html { transform: rotate(90deg) } }')")
    assert "css-orientation-lock" in " ".join(locked(eye.page))


@pytest.fixture
def rows() -> list[Seen]:
    """What each row shows; where only some were looked at in this run, the others are drawn for it."""
    for reason, _status, draw in PAGES:
        if reason not in LOOKED_AT:
            with transaction.atomic():
                LOOKED_AT[reason] = seen(draw())
                transaction.set_rollback(True)
    return list(LOOKED_AT.values())


def test_no_template_is_forgotten(rows: list[Seen]) -> None:
    assert templates() - {part for row in rows for part in row.parts} == UNUSED | {*GIVES_A_FILE.values()}


def test_no_address_is_forgotten(rows: list[Seen]) -> None:
    names = {*DOORS, *(f"demo:{pattern.name}" for pattern in demo.urlpatterns)}
    assert names - {row.address for row in rows} == ANSWERS_A_MACHINE | LEADS_ON | {*GIVES_A_FILE}


def test_no_form_is_forgotten_as_it_answers_what_it_does_not_take(rows: list[Seen]) -> None:
    assert error_states_missing(rows) == NOTHING_TO_GET_WRONG


def test_each_row_has_a_name_of_its_own() -> None:
    assert len({reason for reason, _status, _draw in PAGES}) == len(PAGES)


def test_each_picture_that_is_kept_has_its_row() -> None:
    assert (pictures.ERRORS | pictures.THEIRS) - {reason for reason, _status, _draw in PAGES} == set()
