"""docker-compose.yml, the image and the proxy, read as files: no engine runs here, so none of it was started."""

import base64
import re
import stat
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from config import env
from config.stack.app import BEAT, PROJECT, WEB, WORKER
from config.stack.container import kept, make_secrets
from config.stack.keys import MAKERS
from config.stack.paper import LIBRARIES

COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
APP = ("web", "worker", "beat", "migrate")
ASKED = re.compile(r'env\.(?:text|flag|number|one_of|some_of|words|key|keys|token)\(\s*"([A-Z_]+)"')


def known_to_settings() -> set[str]:
    """Every name that settings ask the environment for, and its file form."""
    names = {name for path in (PROJECT / "config").glob("*.py") for name in ASKED.findall(path.read_text())}
    assert {"DATABASE_URL", "REDIS_URL", "SECRET_KEY", "DEMO"} <= names
    return names | {f"{name}_FILE" for name in names}


def test_the_services_are_those_of_the_design():
    assert set(SERVICES) == {"web", "worker", "beat", "migrate", "postgres", "redis", "proxy"}


@pytest.mark.parametrize("name", APP)
def test_settings_know_every_name_they_are_given(name: str):
    assert set(SERVICES[name]["environment"]) <= known_to_settings()


@pytest.mark.parametrize("name", APP)
def test_everything_production_asks_for_is_given(name: str):
    given = SERVICES[name]["environment"]
    assert given["TRELLIS_ENV"] == "production"
    assert given["DEMO"] == "false"
    assert {f"{key}_FILE" for key in MAKERS} | {"DATABASE_URL_FILE", "MAIL_URL_FILE", "AUDIT_HEAD_FILE", "PUBLIC_URL"} <= set(given)


@pytest.mark.parametrize("name", SERVICES)
def test_a_secret_is_a_file_that_the_service_may_read(name: str):
    files = [Path(value) for key, value in SERVICES[name].get("environment", {}).items() if key.endswith("_FILE")]
    read = {path.name for path in files if path.parent == Path("/run/secrets")}
    assert read <= set(SERVICES[name].get("secrets", []))
    assert set(SERVICES[name].get("secrets", [])) <= set(COMPOSE["secrets"])


@pytest.mark.parametrize("name", SERVICES)
def test_no_secret_stands_in_the_file(name: str):
    for key, value in SERVICES[name].get("environment", {}).items():
        holds_a_path = key.endswith("_FILE") and value.startswith("/")
        assert holds_a_path or not re.search(r"KEY|PASSWORD|SECRET|TOKEN", key), f"{key} holds a value"
        assert "@" not in value, f"{key} looks like an address with a password"


@pytest.mark.parametrize("name", [name for name in SERVICES if name != "migrate"])
def test_only_migrate_has_the_owners_address(name: str):
    assert "DATABASE_OWNER_URL" not in SERVICES[name].get("secrets", [])
    assert "DATABASE_OWNER_URL" in SERVICES["migrate"]["secrets"]


@pytest.mark.parametrize("name", [name for name in SERVICES if name != "proxy"])
def test_only_the_proxy_has_ports(name: str):
    assert "ports" not in SERVICES[name]
    assert SERVICES["proxy"]["ports"]


@pytest.mark.parametrize(
    ("name", "outside"), [("web", False), ("beat", False), ("postgres", False), ("redis", False), ("worker", True), ("proxy", True)]
)
def test_only_mail_and_visitors_cross_the_border(name: str, outside: bool):
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert ("outside" in SERVICES[name]["networks"]) is outside


@pytest.mark.parametrize(("name", "words"), [("web", WEB), ("worker", WORKER), ("beat", BEAT)])
def test_the_processes_are_the_ones_that_the_tests_run(name: str, words: list[str]):
    assert " ".join(words) in SERVICES[name]["command"]


def test_nothing_starts_before_the_migrations_are_done():
    for name in ("web", "worker", "beat"):
        assert SERVICES[name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert SERVICES["migrate"]["restart"] == "no"
    assert SERVICES["migrate"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}


@pytest.mark.parametrize("name", ["web", "worker", "postgres", "redis"])
def test_what_others_wait_for_says_that_it_is_well(name: str):
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"


@pytest.mark.parametrize("name", APP)
def test_the_application_can_write_nothing_of_its_own(name: str):
    assert SERVICES[name]["read_only"] is True
    assert SERVICES[name]["cap_drop"] == ["ALL"]


def test_the_image_runs_as_an_ordinary_user_on_pinned_packages_only():
    image = (PROJECT / "Dockerfile").read_text()
    assert re.findall(r"^USER (\S+)", image, re.MULTILINE)[-1] == "trellis"
    assert "--require-hashes" in image
    assert "requirements-dev" not in image
    assert all(re.search(r"^FROM python:3\.1[1-9]-slim", line) for line in image.splitlines() if line.startswith("FROM"))


def test_the_image_can_draw_a_copy_and_is_not_built_where_it_can_not():
    image = (PROJECT / "Dockerfile").read_text()
    assert [library for library in LIBRARIES if f" {library} " not in image] == []
    assert "python -c 'import weasyprint'" in image


@pytest.mark.parametrize(
    "folder",
    sorted(path.parent.name for path in PROJECT.glob("*/apps.py"))
    + ["trd", "templates", "static", *(path.name for path in PROJECT.glob("locale"))],
)
def test_every_room_is_in_the_image(folder: str):
    assert f"COPY {folder} {folder}\n" in (PROJECT / "Dockerfile").read_text()
    assert f"!{folder}\n" in (PROJECT / ".dockerignore").read_text()


def test_the_proxy_names_no_host_and_keeps_no_addresses():
    proxy = (PROJECT / "config/proxy/Caddyfile").read_text()
    assert "{$SITE_HOST} {" in proxy
    assert "exclude http.log.access http.log.error" in proxy
    assert not re.search(r"\b[\w-]+\.(com|org|net|example)\b", proxy)


@pytest.fixture
def made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    make_secrets(tmp_path / "secrets")
    assert "MAIL_URL yourself" in capsys.readouterr().out
    return tmp_path / "secrets"


def test_the_secrets_that_are_made_are_those_that_are_named(made: Path):
    assert {path.name for path in made.iterdir()} | {"MAIL_URL"} == set(COMPOSE["secrets"])
    assert stat.S_IMODE(made.stat().st_mode) == 0o700


def test_the_addresses_fit_the_passwords(made: Path):
    for url, password in (("DATABASE_URL", "DATABASE_APP_PASSWORD"), ("DATABASE_OWNER_URL", "DATABASE_OWNER_PASSWORD")):
        assert urlsplit((made / url).read_text()).password == (made / password).read_text()
    found = env.database((made / "DATABASE_URL").read_text())
    assert (found["USER"], found["NAME"], found["HOST"]) == ("trellis_app", "trellis", "/var/run/postgresql")


def test_secrets_that_are_there_are_never_changed(made: Path):
    before = {path.name: path.read_text() for path in made.iterdir()}
    make_secrets(made)
    assert {path.name: path.read_text() for path in made.iterdir()} == before
    assert len(base64.b64decode(before["AUDIT_KEY"])) == 32
    assert kept(made / "AUDIT_KEY", "another") == before["AUDIT_KEY"]
