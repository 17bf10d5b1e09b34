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


def test_a_socket_folder_and_its_blanks():
    found = env.database("postgres://me:p%40ss@/desk?host=%2Frun%2Fmy%20pg")
    assert (found["HOST"], found["USER"], found["PASSWORD"], found["NAME"]) == ("/run/my pg", "me", "p@ss", "desk")
