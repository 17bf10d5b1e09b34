"""The Spanish catalogue: compiled as written, with every placeholder, and whole where a person may need it most."""

import ast
import gettext
import re
from pathlib import Path

import pytest
from django.utils import translation

from tests.metatests.sources import ROOT, files, name

PO = ROOT / "locale/es/LC_MESSAGES/django.po"
ENTRY = re.compile(
    r'msgid (?P<one>(?:".*"\n)+)(?:msgid_plural (?P<many>(?:".*"\n)+))?msgstr(?:\[0\])? (?P<es>(?:".*"\n)+)(?:msgstr\[1\] (?P<eses>(?:".*"\n)+))?'
)
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}|<[^>]+>")
# Whole in Spanish: the frame of every page, errors, help and safety, the way in and the way out, messages.
WHOLE = [
    "templates/includes",
    "templates/trellis",
    "templates/intake/safety",
    "templates/intake/invitations",
    "templates/intake/submissions",
    "templates/intake/visit",
    "templates/intake/copy",
    "templates/intake/labs",
]
TAGS = re.compile(
    r'{%\s*translate\s+"(?P<word>(?:[^"\\]|\\.)+)"|{%\s*blocktranslate(?P<how>[^%]*)%}(?P<block>.*?){%\s*(?:plural|endblocktranslate)', re.S
)


def entries(text: str) -> dict[str | tuple[str, int], str]:
    """Translations by message, as gettext keeps them: a plural's forms are numbered."""
    found: dict[str | tuple[str, int], str] = {}
    for entry in ENTRY.finditer(text + "\n"):
        one, spanish = _text(entry["one"]), _text(entry["es"])
        if entry["many"]:
            found |= {(one, 0): spanish, (one, 1): _text(entry["eses"])}
        else:
            found[one] = spanish
    return found


def _text(quoted: str) -> str:
    return "".join(ast.literal_eval(line) for line in quoted.splitlines())


def test_what_is_compiled_is_what_is_written() -> None:
    with PO.with_suffix(".mo").open("rb") as compiled:
        kept = gettext.GNUTranslations(compiled)._catalog
    assert {key: text for key, text in kept.items() if key != ""} == {
        key: text for key, text in entries(PO.read_text("utf-8")).items() if key
    }


def test_placeholders_and_tags_survive() -> None:
    said = [row for row in entries(PO.read_text("utf-8")).items() if isinstance(row[0], str) and row[0]]
    assert [english for english, spanish in said if not spanish] == []
    assert [english for english, spanish in said if sorted(PLACEHOLDER.findall(english)) != sorted(PLACEHOLDER.findall(spanish))] == []


BUTTONS = {"Call 988", "Text 988"}  # beside them stands what to press and to write


def test_who_reads_spanish_is_told_how_to_reach_somebody_who_speaks_it() -> None:
    """988 answers in English; 2 after it, or AYUDA to it, brings Spanish."""
    said = [row for row in entries(PO.read_text("utf-8")).items() if "988" in row[1] and row[0] not in BUTTONS]
    ways = ("marque 2", "marcar 2"), ("envíe AYUDA al 988", "enviar AYUDA al 988")
    assert [english for english, spanish in said if not all(any(word in bare(spanish) for word in way) for way in ways)] == []
    assert len(said) >= 9


def bare(words: str) -> str:
    return re.sub(r"<[^>]+>", "", words)


def spoken(path: Path) -> list[str]:
    """The messages of a template, as gettext knows them."""
    return [_message(found) for found in TAGS.finditer(path.read_text("utf-8"))]


def _message(found: re.Match[str]) -> str:
    if found["word"]:
        return found["word"]
    lines = found["block"].splitlines()
    text = " ".join(line.strip() for line in lines if line.strip()) if "trimmed" in found["how"] else found["block"]
    return re.sub(r"{{\s*(\w+)\s*}}", r"%(\1)s", text)


def test_where_help_is_nothing_is_left_in_english() -> None:
    pages = [ROOT / "templates/base.html", *(ROOT / "templates").glob("[45]*.html"), *files(*WHOLE, ext="html")]
    known = {key if isinstance(key, str) else key[0] for key in entries(PO.read_text("utf-8"))}
    missing = {name(page): words for page in pages if (words := [word for word in spoken(page) if word not in known])}
    assert missing == {}


def test_the_rule_finds_what_is_missing(tmp_path: Path) -> None:
    planted = tmp_path / "page.html"
    planted.write_text(
        "{% translate \"Say 'hello'\" %} {% blocktranslate trimmed with n=1 %}\n  You have\n  {{ n }} left.\n{% endblocktranslate %}"
    )
    assert spoken(planted) == ["Say 'hello'", "You have %(n)s left."]


@pytest.mark.parametrize(("english", "spanish"), [("Help now", "Ayuda ahora"), ("Your appointment", "Su cita")])
def test_django_finds_the_catalogue(english: str, spanish: str) -> None:
    with translation.override("es"):
        assert translation.gettext(english) == spanish
