"""A clinic's own scales: taken whole, or refused with a line that says what to do."""

import os
import subprocess
import sys
import tomllib

import pytest

from intake.questionnaire.checks import own_scales
from intake.questionnaire.licensed import SLOTS, licensed
from intake.questionnaire.scales import SHIPPED, words_digest
from intake.questionnaire.steps import licensed as pages
from intake.questionnaire.steps.scale import pages as pages_of
from tests.metatests.sources import ROOT

OWN = """
id = "isi"
title = "ISI"
version = "1"
note = "A screen."
licence = "Used under licence."
licence_status = "commercial"
licensed_to = "Willow Clinic"
source_url = "https://example.org/"
source_read = "The official PDF, compared."
heading = { en = "How you sleep" }
minutes = 2
asks_about_suicide = false
scoring = "sum"
loinc_panel = ""
loinc_total = ""
answers = [{ score = 0, loinc = "", en = "No" }, { score = 1, loinc = "", en = "Yes" }]
items = [{ loinc = "", en = "Invented words of an item" }]
[sha256]
en = "%s"
"""
HASH = words_digest(tomllib.loads(OWN % ""), "en")


def own(folder, text=OWN % HASH, name="isi.toml"):
    (folder / name).write_text(text)
    return licensed(str(folder))


def test_a_whole_file_is_taken_and_becomes_a_page(tmp_path):
    taken, refused = own(tmp_path)
    assert refused == ()
    (step,) = pages_of(taken[0].scale, taken[0].heading, "", minutes=taken[0].minutes)
    assert (step.slug, step.heading, step.part, step.minutes) == ("isi", "How you sleep", 2, 2)
    assert [question.id for question in step.questions] == ["isi.skip", "isi.item1"]
    assert taken[0].scale.score({1: 1}) == 1


REFUSED = [
    ("not TOML", "id = ", "isi.toml", "it is not TOML"),
    ("not text", "id = \udcff", "isi.toml", "it is not TOML"),
    ("a slot that nobody knows", OWN.replace('id = "isi"', 'id = "mine"') % HASH, "mine.toml", "one of isi, mdq"),
    ("a file by another name", OWN % HASH, "sleep.toml", "its id must be its file's name"),
    ("about suicide by its slot", OWN.replace('id = "isi"', 'id = "cssrs"') % HASH, "cssrs.toml", "safety path"),
    ("about suicide by its own word", OWN.replace("suicide = false", "suicide = true") % HASH, "isi.toml", "safety path"),
    ("no word about suicide", OWN.replace("asks_about_suicide = false\n", "") % HASH, "isi.toml", "'asks_about_suicide' is missing"),
    ("no licence holder", OWN.replace("Willow Clinic", " ") % HASH, "isi.toml", "name who holds the licence"),
    ("no hash", OWN % "", "isi.toml", "no hash of the English words"),
    ("another hash", OWN % ("0" * 64), "isi.toml", "not those of its sha256"),
    ("an edited word", OWN.replace("Invented", "Edited") % HASH, "isi.toml", "not those of its sha256"),
    ("a part left out", OWN.replace('loinc_panel = ""\n', "") % HASH, "isi.toml", "'loinc_panel' is missing"),
    ("a scoring that nobody knows", OWN.replace('"sum"', '"product"') % HASH, "isi.toml", "'scoring' must be one of sum, mean, none"),
    ("items of another form", OWN.replace('items = [{ loinc = "", en = "Invented words of an item" }]', "items = 3") % HASH, "isi.toml", "wrong form"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "name", "says"), REFUSED, ids=[row[0] for row in REFUSED])
def test_a_file_that_is_not_taken_says_why(tmp_path, why, text, name, says):
    (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    taken, refused = licensed(str(tmp_path))
    assert taken == ()
    assert len(refused) == 1
    assert refused[0].startswith(f"{name}: ")
    assert says in refused[0]


def test_one_bad_file_does_not_take_the_good_one_with_it(tmp_path):
    own(tmp_path, "id = ", "mdq.toml")
    taken, refused = own(tmp_path)
    assert [each.scale.id for each in taken] == ["isi"]
    assert len(refused) == 1


def test_no_folder_and_a_folder_that_is_not_there(tmp_path):
    assert licensed("") == ((), ())
    assert "no such folder" in licensed(str(tmp_path / "away"))[1][0]


def test_no_slot_is_shipped():
    assert not set(SLOTS) & {scale.id for scale in SHIPPED}


def test_the_system_check_names_each_problem(monkeypatch):
    assert own_scales() == []
    monkeypatch.setattr(pages, "PROBLEMS", ("isi.toml: 'licence' is missing.",))
    assert [(error.id, error.msg) for error in own_scales()] == [("intake.E101", "isi.toml: 'licence' is missing.")]


def test_a_process_with_a_folder_asks_the_scale_and_keeps_its_digest(tmp_path):
    own(tmp_path)
    code = (
        "import django; django.setup(); from intake.questionnaire.whole import SCALES, STEPS;"
        "print([step.slug for step in STEPS if step.slug == 'isi'], SCALES['isi'].sha256)"
    )
    environment = os.environ | {"SCALES_FOLDER": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.startswith("['isi'] ")
