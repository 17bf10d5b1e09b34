"""What the environment says is understood, or refused in one line that says what to do."""

import base64
import os

import pytest

from config import env


def key(length):
    return base64.b64encode(os.urandom(length)).decode()


@pytest.mark.parametrize(
    ("reason", "value"),
    [("one byte short", f"k1:{key(31)}"), ("one byte long", f"k1:{key(33)}"), ("not base64", "k1:%%%"), ("nothing", ""), ("all the same", f"k1:{base64.b64encode(bytes(32)).decode()}")],
    ids=lambda value: value if " " in value and ":" not in value else "",
)  # fmt: skip
def test_a_key_that_is_none_stops_the_start(monkeypatch, reason, value):
    monkeypatch.setenv("SOME_KEYS", value)
    with pytest.raises(env.Misconfigured, match="SOME_KEYS"):
        env.keys("SOME_KEYS")


def test_the_first_key_is_the_one_in_use(monkeypatch):
    monkeypatch.setenv("SOME_KEYS", f"new:{key(32)},old:{key(32)}")
    assert list(env.keys("SOME_KEYS")) == ["new", "old"]


@pytest.mark.parametrize("word", ["yes", "1", "True ", "on", ""])
def test_a_flag_that_is_neither_stops_the_start(monkeypatch, word):
    monkeypatch.setenv("SOME_FLAG", word)
    with pytest.raises(env.Misconfigured, match="write true or false"):
        env.flag("SOME_FLAG")


@pytest.mark.parametrize("url", ["mysql://a/b", "sqlite:///x", ""])
def test_no_other_database(url):
    with pytest.raises(env.Misconfigured):
        env.database(url)


GATEWAYS = [
    ("none", "", True),
    ("a folder", "folder:///tmp/texts", True),
    ("a gateway", "https://gateway.test:8443/v1/texts?from=clinic", True),
    ("this very machine", "http://127.0.0.1:9/texts", True),
    ("this very machine by its other address", "http://[::1]:9/", True),
    ("in the clear over a network", "http://gateway.test/texts", False),
    ("a name that only begins like this machine", "http://localhost.gateway.test/", False),
    ("no host", "https:///texts", False),
    ("no folder", "folder://", False),
    ("no such port", "https://gateway.test:99999/", False),
    ("two lines", "https://gateway.test/texts\nX: y", False),
    ("letters that no request line carries", "https://gateway.test/é", False),
    ("another way", "smtp://gateway.test", False),
]


def test_a_gateway_that_is_none_stops_the_start_and_is_not_shown():
    for reason, url, good in GATEWAYS:
        if good:
            assert env.texts(url) == url, reason
            continue
        with pytest.raises(env.Misconfigured, match="TEXT_URL must") as refused:
            env.texts(url)
        assert "gateway.test" not in str(refused.value), f"{reason}: an address may hold a secret"


def test_a_token_that_no_header_carries_stops_the_start_and_is_not_shown(monkeypatch):
    monkeypatch.setenv("SOME_TOKEN", "so\nmany")
    with pytest.raises(env.Misconfigured, match="SOME_TOKEN") as refused:
        env.token("SOME_TOKEN")
    assert "many" not in str(refused.value)
    monkeypatch.setenv("SOME_TOKEN", "s3cret")
    assert env.token("SOME_TOKEN") == "s3cret"


def test_a_socket_folder_and_its_blanks():
    found = env.database("postgres://me:p%40ss@/desk?host=%2Frun%2Fmy%20pg")
    assert (found["HOST"], found["USER"], found["PASSWORD"], found["NAME"]) == ("/run/my pg", "me", "p@ss", "desk")
