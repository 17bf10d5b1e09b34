"""The quick pick: ticks and names become medicines of the list, and none is taken out unasked."""

import re

import pytest

from intake.models import Draft
from intake.questionnaire.naming import AGENTS, COMMON
from tests.intake.filling import DOSE, EFFECT, ENTRY, OTHER, WHEN, medicine, new

pytestmark = pytest.mark.django_db
LIST = "/intake/medicines/"


def fill(draft, document):
    draft.seal_answers(document)
    draft.save()


def drawn(page):
    """What the page's form holds as it is drawn: the counter and the entries that stand ticked."""
    source = page.content.decode()
    return {"rev": re.search(r'name="rev" value="(\d+)"', source)[1], "drawn": re.findall(r'name="drawn" value="([^"]+)"', source)}


def send(client, **fields):
    """The list as somebody sends it who sees it now; `keep` are the ticks that stay."""
    page = drawn(client.get(LIST))
    return client.post(LIST, page | {"picked": page["drawn"]} | fields)


def listed():
    """The entries as they stand, each with what is known of which medicine it is."""
    document = Draft.objects.get().answers
    return [document["answers"].get(f"medicine/{entry}/agent", {}) for entry in document["groups"]["medicine"]]


def agents():
    return [answer.get("value", answer["state"]) for answer in listed()]


PICKS = [
    ("one tick", {"picked": ["sertraline"]}, ["sertraline"]),
    ("several ticks", {"picked": ["sertraline", "bupropion-xl"]}, ["sertraline", "bupropion-xl"]),
    ("one tick sent twice", {"picked": ["sertraline", "sertraline"]}, ["sertraline"]),
    ("no medicine of ours", {"picked": ["dragon", "m-00000009", ""]}, []),
    ("a brand typed", {"typed": "Nardil"}, ["phenelzine"]),
    ("a plain name typed", {"typed": "  PHENELZINE 45 mg "}, ["phenelzine"]),
    (
        "several names",
        {"typed": "Nardil, parnate;Emsam\nZoloft"},
        ["phenelzine", "tranylcypromine", "selegiline-transdermal", "sertraline"],
    ),
    ("one name twice", {"typed": "Nardil, nardil"}, ["phenelzine"]),
    ("misspelt: kept to be asked about, not picked", {"typed": "zolof"}, ["invalid"]),
    ("a name of several medicines: not picked", {"typed": "Wellbutrin bupropion"}, None),
    ("no name that we know: kept as it is", {"typed": "St. John's wort"}, [{"other": "St. John's wort"}]),
    ("ticks and a name", {"picked": ["fluoxetine"], "typed": "Nardil"}, ["fluoxetine", "phenelzine"]),
    ("a tick and its other name: both, to be asked about", {"picked": ["sertraline"], "typed": "sertraline"}, ["sertraline", "sertraline"]),
    ("too long for a name: kept as typed", {"typed": "x" * 101}, ["invalid"]),
    ("only commas", {"typed": " ,;, "}, []),
    ("a zero byte in it", {"typed": "Nar\x00dil"}, ["phenelzine"]),
]


def test_what_was_picked_is_listed(client, draft):
    """From the same blank list each time, which is drawn once."""
    blank, wrong = drawn(client.get(LIST)), {}
    for why, fields, expected in PICKS:
        fill(draft, new())
        response = client.post(LIST, blank | fields)
        kept = expected is None or agents() == expected
        known = {answer["state"] for answer in listed()} <= {"answered", "invalid"}
        if (response.status_code, kept, known) != (303 if listed() else 422, True, True):
            wrong[why] = (response.status_code, agents())
    assert wrong == {}


def test_every_medicine_of_the_catalogue_is_on_the_page_once(client, draft):
    source = client.get(LIST).content.decode()
    values = re.findall(r'name="picked" value="([^"]+)"', source)
    assert sorted(values) == sorted(AGENTS)
    assert values[: len(COMMON)] == list(COMMON)
    assert "checked" not in source.split("medicines_any")[0]


def test_what_is_listed_stands_ticked_and_first(client, draft):
    send(client, picked=["bupropion-xl"], typed="Nardil, St. John's wort")
    source = client.get(LIST).content.decode()
    ticked = re.findall(r'name="picked" value="(m-[0-9a-f]{8})"[^>]* checked', source)
    assert ticked == Draft.objects.get().answers["groups"]["medicine"]
    assert 'value="bupropion-xl"' not in source
    assert "St. John&#x27;s wort" in source


def test_sending_it_again_adds_nothing(client, draft):
    send(client, picked=["sertraline"], typed="Nardil, zolof, Wonder pills")
    before = agents()
    for _ in range(2):
        client.post(LIST, {"rev": "0", "picked": ["sertraline"], "typed": "Nardil, zolof, Wonder pills"})
    assert agents() == before
    assert len(before) == 4


def test_another_window_s_ticks_stay(client, draft):
    old = drawn(client.get(LIST))
    send(client, picked=["sertraline"])
    client.post(LIST, old | {"picked": ["fluoxetine"]})
    assert agents() == ["sertraline", "fluoxetine"]


def test_nothing_ticked_and_nothing_said_is_asked_about(client, draft):
    response = send(client)
    assert response.status_code == 422
    assert 'href="#id_medicines_any_0"' in response.content.decode()


@pytest.mark.parametrize(("said", "onward"), [("none", "/intake/other-treatments/"), ("unknown_which", "/intake/more-medicines/"), ("not_sure", "/intake/other-treatments/"), ("declined", "/intake/other-treatments/"), ("yes", "/intake/medicines/add/")])  # fmt: skip
def test_none_of_these_goes_on(client, draft, said, onward):
    assert send(client, medicines_any=said)["Location"] == onward


# --- from medicine to medicine


def walk(client, url, *pages):
    for fields in pages:
        url = client.post(url, drawn(client.get(url)) | fields)["Location"]
    return url


def test_from_one_medicine_to_the_next_and_on(client, draft):
    url = send(client, picked=["sertraline", "fluoxetine"])["Location"]
    first, second = Draft.objects.get().answers["groups"]["medicine"]
    assert url == f"{LIST}{first}/dose/"
    url = walk(client, url, DOSE, EFFECT, WHEN)
    assert url == f"{LIST}{second}/dose/"
    assert walk(client, url, DOSE, EFFECT | {"weeks_at_20": "8_more"}, WHEN) == "/intake/more-medicines/"


def test_a_misspelt_name_is_asked_about_on_its_page(client, draft):
    url = send(client, typed="zolof")["Location"]
    assert url.endswith("/which/")
    page = client.get(url).content.decode()
    assert 'value="sertraline"' in page
    assert "Something else: keep “zolof”" in page


def test_a_page_left_for_now_is_not_come_back_to(client, draft):
    send(client, picked=["sertraline", "fluoxetine"])
    first, second = Draft.objects.get().answers["groups"]["medicine"]
    page = client.post(f"{LIST}{first}/when/", {}).content.decode()
    assert f'<a href="{LIST}{second}/dose/">Leave these for now and go on</a>' in page
    page = client.post(f"{LIST}{second}/when/", {}).content.decode()
    assert '<a href="/intake/more-medicines/">Leave these for now and go on</a>' in page


def test_the_lower_dose_is_asked_about_on_a_page_of_its_own(client, draft):
    url = send(client, picked=["venlafaxine-xr"])["Location"]
    url = walk(client, url, DOSE | {"highest_dose": "225"}, EFFECT | {"weeks_at_150": "under_4"})
    assert url.endswith("/longer/")
    page = client.get(url).content.decode()
    assert "How long did you take 75 mg a day or more?" in page
    assert walk(client, url, {"weeks_also_at_75": "8_more"}).endswith("/when/")


def test_what_was_typed_on_a_page_that_another_window_took_away_is_kept(client, draft):
    url = send(client, picked=["venlafaxine-xr"])["Location"]
    url = walk(client, url, DOSE | {"highest_dose": "225"}, EFFECT | {"weeks_at_150": "under_4"})
    entry = Draft.objects.get().answers["groups"]["medicine"][0]
    walk(client, f"{LIST}{entry}/effect/", EFFECT | {"weeks_at_150": "8_more"})
    assert client.post(url, {"rev": "9", "weeks_also_at_75": "8_more"})["Location"] == "/intake/"
    assert Draft.objects.get().answers["answers"][f"medicine/{entry}/weeks_also_at_75"]["value"] == "8_more"


def test_one_medicine_under_two_names_is_asked_about_first(client, draft):
    send(client, picked=["sertraline"], typed="sertraline")
    first, second = Draft.objects.get().answers["groups"]["medicine"]
    url = walk(client, f"{LIST}{first}/dose/", DOSE, EFFECT, WHEN)
    assert url == f"{LIST}{second}/same/"
    page = client.get(url).content.decode()
    assert "Zoloft (sertraline) and sertraline are the same medicine." in page
    assert walk(client, url, {"twice": "no"}) == "/intake/more-medicines/"
    assert client.get(f"{LIST}{second}/dose/").status_code == 302


# --- unticking


def told(*entries):
    document = new()
    for entry, agent in zip(entries, ("sertraline", "fluoxetine", "citalopram"), strict=False):
        document = medicine(document, entry, which={"agent": agent})
    return document


def test_unticking_what_nothing_was_said_of_takes_it_out(client, draft):
    send(client, picked=["sertraline", "fluoxetine"])
    _first, second = Draft.objects.get().answers["groups"]["medicine"]
    response = send(client, picked=[second])
    assert agents() == ["fluoxetine"]
    assert response["Location"] == f"{LIST}{second}/dose/"


def test_unticking_what_was_told_of_asks_first(client, draft):
    fill(draft, told(ENTRY))
    before = Draft.objects.get().answers["answers"]
    response = send(client, picked=[])
    assert response["Location"] == f"{LIST}{ENTRY}/remove/"
    assert Draft.objects.get().answers["answers"] == before
    assert "Zoloft (sertraline)" in client.get(response["Location"]).content.decode()


def test_several_are_asked_about_one_by_one(client, draft):
    third = "m-00000003"
    fill(draft, told(ENTRY, OTHER, third))
    url = send(client, picked=[OTHER])["Location"]
    assert url == f"{LIST}{ENTRY}/remove/?then={third}"
    page = client.get(url).content.decode()
    assert f'href="{LIST}{third}/remove/">Keep it' in page
    assert client.post(url, {"rev": "99"})["Location"] == f"{LIST}{third}/remove/"
    assert client.post(f"{LIST}{third}/remove/", {"rev": "99"})["Location"] == LIST
    assert agents() == ["fluoxetine"]


@pytest.mark.parametrize("then", ["https://elsewhere.example", "../..", "m-1", "m-00000001/../x", ""])
def test_no_other_address_is_gone_to(client, draft, then):
    fill(draft, told(ENTRY))
    assert client.post(f"{LIST}{ENTRY}/remove/?then={then}", {"rev": "99"})["Location"] == LIST


def test_what_another_window_added_is_not_unticked(client, draft):
    old = drawn(client.get(LIST))
    fill(draft, told(ENTRY))
    client.post(LIST, old | {"picked": ["fluoxetine"]})
    assert agents() == ["sertraline", "fluoxetine"]


def test_saving_for_later_asks_nothing_and_takes_nothing_out(client, draft):
    fill(draft, told(ENTRY))
    assert send(client, picked=[], later="1")["Location"] == "/intake/"
    assert agents() == ["sertraline"]


def test_there_is_an_end_to_the_list(client, draft):
    document = new()
    document["groups"]["medicine"] = [f"m-{number:08x}" for number in range(39)]
    fill(draft, document)
    client.post(LIST, {"rev": "9", "picked": ["sertraline", "fluoxetine"], "typed": "Nardil"})
    assert len(Draft.objects.get().answers["groups"]["medicine"]) == 40
    assert "That is as many as we can list here." in client.get(LIST).content.decode()


def test_what_the_list_has_no_room_for_is_named(client, draft):
    document = new()
    document["groups"]["medicine"] = [f"m-{number:08x}" for number in range(39)]
    fill(draft, document)
    response = client.post(LIST, {"rev": "9", "picked": ["sertraline", "fluoxetine"], "typed": "Nardil, <b>pills</b>"})
    page = response.content.decode()
    assert response.status_code == 422
    assert re.findall("<li>(.*?)</li>", page.split("There is no more room in this list")[1].split("</ul>")[0]) == ["Prozac (fluoxetine)", "Nardil", "&lt;b&gt;pills&lt;/b&gt;"]  # fmt: skip
    kept = client.post(LIST, {"auto": "1", "rev": "9", "window": f"{'1' * 16}:1", "picked": ["prozac", "fluoxetine"]})
    assert kept.json()["full"] == ["Prozac (fluoxetine)"]
    assert client.post(LIST, {"rev": "9"}).status_code != 422
    assert client.post(LIST, {"rev": "9", "typed": "Nardil", "later": "1"}).status_code == 303


@pytest.mark.parametrize("text", ["\x00", "😀" * 60, "<script>alert(1)</script>", "a," * 3000, "x" * 10**5, "ñ;ñ;ñ", "‮abc"])
def test_no_text_breaks_the_page(client, draft, text):
    assert send(client, typed=text).status_code in (303, 422)
    page = client.get(LIST)
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


def test_the_page_is_light(client, draft):
    import gzip

    assert len(gzip.compress(client.get(LIST).content)) <= 15 * 1024
