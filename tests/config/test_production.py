"""Production refuses to start on a missing or weak value, and says every reason at once."""

import base64
import os
import runpy
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from config.stack.check import PRODUCTION

ROOT = Path(__file__).resolve().parents[2]


def key() -> str:
    return base64.b64encode(os.urandom(32)).decode()


SAME = key()
GOOD = PRODUCTION | {
    "PATH": os.environ["PATH"],
    "DATABASE_URL": "postgres://trellis_app@db.clinic.test/trellis?sslmode=verify-full",
    "REDIS_URL": "redis://broker.clinic.test/0",
    "SECRET_KEY": key() + key(),
    "VAULT_KEYS": f"k1:{key()}",
    "AUDIT_KEY": key(),
    "LINK_KEY": key(),
    "INDEX_KEY": key(),
    "AUDIT_HEAD_FILE": "/srv/elsewhere/audit-heads",
}
WEAK = [
    ("the demo", {"DEMO": "true"}, "DEMO is true"),
    ("a typo is not a no", {"DEMO": "False please"}, "write true or false"),
    ("an environment nobody knows", {"TRELLIS_ENV": "prod"}, "choose one of"),
    ("a short secret", {"SECRET_KEY": "k" * 49}, "SECRET_KEY is short"),
    ("a long but dull secret", {"SECRET_KEY": "ab" * 40}, "SECRET_KEY is short"),
    ("no secret", {"SECRET_KEY": None}, "SECRET_KEY is not set"),
    ("one key for two things", {"LINK_KEY": SAME, "AUDIT_KEY": SAME}, "must all differ"),
    ("the vault's key for another thing", {"VAULT_KEYS": f"k1:{SAME}", "INDEX_KEY": SAME}, "must all differ"),
    ("a short key", {"LINK_KEY": base64.b64encode(os.urandom(31)).decode()}, "LINK_KEY is too weak"),
    ("a key of zeros", {"LINK_KEY": base64.b64encode(bytes(32)).decode()}, "LINK_KEY is too weak"),
    ("a key that is no base64", {"AUDIT_KEY": "a very secret word, truly"}, "AUDIT_KEY is too weak"),
    ("no vault key", {"VAULT_KEYS": ""}, "VAULT_KEYS is empty"),
    ("any host", {"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS is empty or has a wildcard"),
    ("any host below a name", {"ALLOWED_HOSTS": "*.clinic.test"}, "ALLOWED_HOSTS is empty or has a wildcard"),
    ("any host below a name, as Django writes it", {"ALLOWED_HOSTS": ".clinic.test"}, "ALLOWED_HOSTS is empty or has a wildcard"),
    ("no host", {"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is empty or has a wildcard"),
    ("links in the clear", {"PUBLIC_URL": "http://intake.clinic.test"}, "PUBLIC_URL"),
    ("links to a host that is not ours", {"PUBLIC_URL": "https://other.test"}, "PUBLIC_URL"),
    ("mail in a folder", {"MAIL_URL": "folder:///tmp/mail"}, "MAIL_URL"),
    ("mail in the clear", {"MAIL_URL": "smtp://mail.clinic.test:25?tls=none"}, "MAIL_URL"),
    ("texts in a folder", {"TEXT_URL": "folder:///tmp/texts"}, "TEXT_URL must be an https:// gateway"),
    ("texts in the clear", {"TEXT_URL": "http://gateway.test/texts", "TEXT_TOKEN": "t"}, "TEXT_URL must begin with https://"),
    ("a gateway that is not told who sends", {"TEXT_TOKEN": None}, "TEXT_TOKEN is not set"),
    ("no mail server", {"MAIL_URL": None}, "MAIL_URL"),
    ("the example's sender", {"MAIL_FROM": None}, "MAIL_FROM"),
    ("the example's name", {"CLINIC_NAME": None}, "CLINIC_NAME still holds"),
    ("the example's name, said", {"CLINIC_NAME": "Willow Clinic"}, "CLINIC_NAME still holds"),
    ("a profile that is not shipped", {"CLINIC_PROFILE": "intake_scren"}, "CLINIC_PROFILE is 'intake_scren': choose one of"),
    ("no hours", {"CLINIC_HOURS": None}, "CLINIC_HOURS is not set"),
    ("hours that are none", {"CLINIC_HOURS": "nine to five"}, "CLINIC_HOURS or CLINIC_CLOSED is not understood"),
    ("a holiday that is none", {"CLINIC_CLOSED": "Christmas"}, "CLINIC_HOURS or CLINIC_CLOSED is not understood"),
    ("a zone that is none", {"CLINIC_TIME_ZONE": "Mars/Olympus"}, "is not understood"),
    ("the example's number", {"CLINIC_PHONE": None}, "CLINIC_PHONE"),
    ("nobody to page", {"ON_CALL_MAIL": None}, "ON_CALL_MAIL is not set"),
    ("no ladder", {"ESCALATION_FILE": "/nowhere.toml"}, "ESCALATION_FILE can't be used"),
    ("no crisis help", {"CRISIS_FILE": "/nowhere.toml"}, "CRISIS_FILE can't be used"),
    ("no place for the audit's heads", {"AUDIT_HEAD_FILE": None}, "AUDIT_HEAD_FILE"),
    ("a database over an open network", {"DATABASE_URL": "postgres://trellis_app@db.clinic.test/trellis"}, "sslmode=verify-full"),
    ("a database that is not checked", {"DATABASE_URL": "postgres://a@db.clinic.test/t?sslmode=require"}, "sslmode=verify-full"),
    ("another database", {"DATABASE_URL": "sqlite:///file"}, "postgres://"),
    ("no database", {"DATABASE_URL": None}, "DATABASE_URL is not set"),
    ("no broker", {"REDIS_URL": None}, "REDIS_URL is not set"),
]


def start(command: list[str], change: dict[str, str | None]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=environment(change), capture_output=True, text=True)


def environment(change: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in (GOOD | change).items() if value is not None}


@pytest.mark.parametrize(("why", "change", "says"), WEAK, ids=[row[0] for row in WEAK])
def test_production_refuses(why: str, change: dict[str, str | None], says: str) -> None:
    with mock.patch.dict(os.environ, environment(change), clear=True), pytest.raises(SystemExit) as refusal:
        runpy.run_path(str(ROOT / "config/settings.py"))
    assert says in str(refusal.value.code)


def test_a_process_that_is_refused_ends_with_the_reason_alone() -> None:
    answer = start(["-c", "import config.settings"], {"DEMO": "true"})
    assert answer.returncode == 1
    assert "DEMO is true" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_development_refuses_a_profile_that_is_not_shipped() -> None:
    answer = start(["-c", "import config.settings"], {"TRELLIS_ENV": "development", "CLINIC_PROFILE": "intake_scren"})
    assert answer.returncode != 0
    assert answer.stderr.startswith("CLINIC_PROFILE is 'intake_scren': choose one of")
    assert len(answer.stderr.splitlines()) == 1


def test_all_reasons_come_at_once() -> None:
    answer = start(["-c", "import config.settings"], {"DEMO": "true", "ALLOWED_HOSTS": "*", "CLINIC_PHONE": None})
    assert [word in answer.stderr for word in ("DEMO", "ALLOWED_HOSTS", "CLINIC_PHONE")] == [True] * 3


def test_a_secret_may_lie_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(key() + key() + "\n")
    answer = start(["-c", "import config.settings"], {"SECRET_KEY": None, "SECRET_KEY_FILE": str(tmp_path / "secret")})
    assert answer.returncode == 0, answer.stderr


def test_djangos_deployment_check_finds_nothing() -> None:
    answer = start(["manage.py", "check", "--deploy", "--fail-level", "WARNING"], {})
    assert answer.returncode == 0, answer.stderr
    assert "no issues" in answer.stdout


SHOW = """
from config import settings as s
print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE and s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY if
      hasattr(s, "SESSION_COOKIE_HTTPONLY") else True, s.CSRF_COOKIE_HTTPONLY, s.SECURE_HSTS_SECONDS >= 31536000, s.DEBUG, s.DEMO)
"""


def test_cookies_are_bound_to_the_host() -> None:
    answer = start(["-c", SHOW], {})
    assert answer.stdout.split() == ["__Host-session", "__Host-csrf", "True", "True", "True", "True", "False", "False"]
