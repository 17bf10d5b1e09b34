"""The list of sections and the page where answers are checked."""

import re

import pytest

from audit.models import Entry
from intake.answers import missing, new
from intake.drafts.missing import MANY
from intake.questionnaire import STEPS, visible
from tests.intake.filling import ENTRY, medicine, part_1
from tests.looks.patients import begun

pytestmark = pytest.mark.django_db


def fill(draft, document):
    draft.seal_answers(document)
    draft.save()


def text(response):
    body = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", body.split(">", 1)[1]).split())


def test_a_new_form_says_how_long_and_where_to_start(client, draft):
    page = client.get("/intake/")
    assert "About 15 minutes left." in text(page)
    assert '<a class="button" href="/intake/consent/">Start</a>' in page.content.decode()
    assert text(page).count("Not started") == len([step for step in STEPS if not step.section and visible(step, new())])


def test_a_finished_form_leads_to_the_check_page(client, draft):
    fill(draft, part_1())
    page = client.get("/intake/")
    assert "You have done all we need." in text(page)
    assert text(page).count("Done") == 7


def test_the_check_page_shows_what_was_said_with_a_way_to_change_it(client, draft):
    fill(draft, medicine(part_1()))
    page = client.get("/intake/check/")
    for words in ("Springfield", "May 2024", "Zoloft (sertraline)", "150 mg", "8 weeks or more"):
        assert words in text(page)
    assert f'href="/intake/medicines/{ENTRY}/dose/?check=1"' in page.content.decode()
    assert "<h4>Zoloft (sertraline)</h4>" in page.content.decode()
    assert "<h5>How much and how long</h5>" in page.content.decode(), "below the medicine it is about"


def test_who_comes_from_the_check_page_goes_back_there(client, draft):
    fill(draft, part_1())
    response = client.post("/intake/this-episode/?check=1", {"rev": "9", "episode_start_year": "2023", "episode_before": "no"})
    assert response["Location"] == "/intake/check/"


def test_what_is_missing_is_listed_with_links_that_land(client, draft):
    document = part_1()
    del document["answers"]["exclude.bipolar"]
    document["answers"]["about.phone"] = {"state": "invalid", "raw": "x", "rev": 1}
    fill(draft, document)
    page = client.get("/intake/check/").content.decode()
    assert "2 answers are still missing" in page
    assert 'href="/intake/must-exclude/?check=1#div_id_exclude_bipolar"' in page
    assert 'href="/intake/about-you/?check=1#div_id_about_phone"' in page
    assert page.count('<span class="hint">We could not read this</span>') == 1  # of two: the other is just open, as the heading says
    assert "/intake/send/" not in page
    assert 'id="div_id_exclude_bipolar"' in client.get("/intake/must-exclude/?check=1").content.decode()


def test_where_much_is_missing_each_section_is_one_line_that_opens_on_its_questions(client, draft):
    fill(draft, begun(ENTRY))
    page = client.get("/intake/check/").content.decode()
    notice, rest = page[page.index('<div class="notice">') :].split("Keep a copy", 1)
    assert len(missing(begun(ENTRY))) > MANY
    shown = re.sub(r"<details>\s*<summary>(.*?)</summary>.*?</details>", r"\1", notice, flags=re.DOTALL)
    assert 'About you <span class="hint">5 questions</span>' in shown
    assert "<a " not in shown
    assert 'href="/intake/about-you/?check=1#div_id_about_phone">What number can we call you on today?</a>' in notice
    assert "What number can we call you on today?" not in rest, "an untouched section is one line below, too"
    assert '<a href="/intake/about-you/">About you</a> <span class="hint">Not answered</span>' in rest
    assert "How many low times like this did you have before?" not in rest, "so is an untouched page of a section that was begun"
    assert rest.count('<p class="hint">Not answered</p>') == 7


def test_a_complete_form_can_be_sent_and_part_2_is_only_offered(client, draft):
    fill(draft, part_1())
    page = client.get("/intake/check/").content.decode()
    assert 'action="/intake/send/"' in page
    assert "You can tell us a little more first." in page
    assert "still missing" not in page


def test_a_medicine_list_said_not_to_be_empty_leads_to_adding(client, draft):
    fill(draft, part_1(medicines={"medicines_any": "yes"}))
    assert 'href="/intake/medicines/add/"' in client.get("/intake/check/").content.decode()


def test_patients_see_no_result(client, draft):
    fill(draft, medicine(part_1()))
    for url in ("/intake/", "/intake/check/"):
        words = text(client.get(url)).lower()
        assert not [word for word in ("score", "severity", "resistant", "failed", "flag", "criteria") if word in words]


@pytest.mark.parametrize("url", ["/intake/", "/intake/check/"])
def test_reading_is_on_record(client, draft, url):
    client.get(url)
    assert Entry.objects.filter(action="draft.read", about=str(draft.pk)).count() == 1


def test_the_number_of_queries_does_not_grow_with_the_answers(client, draft, django_assert_max_num_queries):
    fill(draft, part_1())
    with django_assert_max_num_queries(14):
        client.get("/intake/check/")
    document = part_1()
    for number in range(8):
        document = medicine(document, f"m-{number:08x}")
    fill(draft, document)
    with django_assert_max_num_queries(14):
        client.get("/intake/check/")
