"""Templates escape, load nothing from elsewhere, run nothing inline, and speak two languages."""

import re
from pathlib import Path

import pytest

from tests.metatests.sources import ROOT, files, name

# Hosts that a page may name: a person may go there, the browser never does by itself.
HOSTS = {
    "https://www.weather.gov/": "where 'leave this page quickly' leads",
    "https://988lifeline.org/": "help",
    "http://www.w3.org/2000/svg": "the name of SVG, no address",
}
TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.S)
UNTRANSLATED = [r"{%\s*comment\s*%}.*?{%\s*endcomment\s*%}", r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}"]
SHOWN = ["aria-label", "title", "alt", "placeholder", "value"]
RULES = [
    ("nothing is shown unescaped", r"\|\s*safe\b|autoescape\s+off|\|\s*safeseq\b"),
    ("no style that the policy refuses", r"<style\b|\sstyle\s*="),
    ("no script in the page", r"<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*[\"']|javascript:"),
    ("no data: images", r"[\"'(]data:"),
    ("no form goes elsewhere", r"<form[^>]*action=\"https?:"),
    ("no date picker of the browser", r"type=\"(?:date|datetime-local|month|week|time|file)\""),
    ("a form that posts has its token", r"<form(?=[^>]*method=\"post\")(?:(?!csrf_token|</form>|{%\s*crispy).)*</form>"),
]
# The page of a fault on our side is drawn without a session: the form on it carries the token that was sent to us, or none.
EXCEPT = {"a form that posts has its token": {"templates/503.html"}}
SAMPLES = [
    "<p>{{ words|safe }}</p>",
    '<p style="color: red">',
    '<a onclick="go()">',
    "<img src='data:image/png;base64,x'>",
    '<form method="post" action="https://elsewhere.test/">',
    '<input type="date">',
    '<form method="post" action="/x/"><button>Go</button></form>',
]


def templates(*folders: str) -> list[Path]:
    return files(*folders or ["templates"], ext="html")


@pytest.mark.parametrize(("rule", "pattern"), RULES, ids=[row[0] for row in RULES])
def test_markup(rule: str, pattern: str) -> None:
    assert [
        name(path)
        for path in templates()
        if name(path) not in EXCEPT.get(rule, ()) and re.search(pattern, path.read_text("utf-8"), re.S | re.I)
    ] == []


@pytest.mark.parametrize(("rule", "sample"), list(zip(RULES, SAMPLES, strict=True)), ids=[row[0] for row in RULES])
def test_each_rule_finds_its_sample(rule: tuple[str, str], sample: str) -> None:
    assert re.search(rule[1], sample, re.S | re.I)


PICKER = re.compile(r"""["']type["']: *["'](?:date|datetime-local|month|week|time|file)["']""")


def test_no_form_asks_for_the_browsers_picker() -> None:
    """A template names no such field, and no widget does: they differ from browser to browser, and some leave a date half written."""
    assert [name(path) for path in files("config", "clinic", "intake", "desk") if PICKER.search(path.read_text("utf-8"))] == []
    assert PICKER.search('attrs={"type": "datetime-local"}')


def hosts(path: Path) -> set[str]:
    found = re.findall(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}[^\s\"'<>)]*", path.read_text("utf-8"))
    return {host for host in found if not host.startswith(tuple(HOSTS))}


def test_pages_styles_and_scripts_name_no_other_host() -> None:
    looked_at = [path for ext in ("html", "txt", "css", "js", "svg") for path in files("templates", "static", ext=ext)]
    assert {name(path): found for path in looked_at if (found := hosts(path))} == {}


def bare_words(text: str) -> list[str]:
    """What a person would read that is in no translation tag: text between elements, and what is read aloud."""
    for pattern in UNTRANSLATED:
        text = re.sub(pattern, "", text, flags=re.S)
    text = re.sub(r"<(script|style|svg)\b.*?</\1>", "", text, flags=re.S)
    text = TAG.sub("\n", text)
    pieces = re.sub(r"<[^>]*>", "\n", text).splitlines() + re.findall(rf'\s(?:{"|".join(SHOWN)})="([^"]*)"', text)
    return [piece.strip() for piece in pieces if re.search(r"[A-Za-z]{2,}", re.sub(r"&\w+;", "", piece))]


def test_every_word_for_patients_is_marked_for_translation() -> None:
    spoken = [*templates("templates/intake", "templates/includes", "templates/trellis"), ROOT / "templates/base.html"]
    spoken += sorted((ROOT / "templates").glob("*.html"))
    found = {name(path): words for path in spoken if "help_now" not in path.name and (words := bare_words(path.read_text("utf-8")))}
    assert found == {}, "the help page has both languages on it and is not translated"


def test_the_rule_finds_bare_words() -> None:
    assert bare_words('<p class="x">Hello {{ name }}</p><a title="Go back">{% translate "Back" %}</a>') == ["Hello", "Go back"]
    assert bare_words('{% blocktranslate %}Hello <b>you</b>{% endblocktranslate %}<img alt="{% translate "x" %}"> – &nbsp;') == []


def test_the_rule_finds_foreign_hosts(tmp_path: Path) -> None:
    planted = tmp_path / "page.html"
    planted.write_text('<link href="//cdn.test/x.css"><a href="https://www.weather.gov/">')
    assert hosts(planted) == {"//cdn.test/x.css"}
