"""How a browser without a script goes through the form one question at a time."""

import re

from tests.intake.drafts.sending import rev
from tests.intake.filling import MEDICINE, PART_1

EPISODE, PHQ9 = "/intake/this-episode/", "/intake/phq9/"
FIELDS = {name: value for fields in (*PART_1.values(), *MEDICINE.values()) for name, value in fields.items()}
FIELDS |= {"weeks_at_40": "8_more", "weeks_at_60": "8_more", "medicines_unnamed": "0"}


def asked(page):
    """The fields that a page without a script says it sends."""
    return re.findall(r'name="only" value="(\w+)"', page.split('id="skip"')[0])


def question(page):
    """What the page asks, as it reads."""
    form = page[page.index("data-autosave") :]
    found = re.search(r'class="question"[^>]*>(.*?)(?:</legend>|</label>)', form, re.S) or re.search(
        r"<label[^>]*>(.*?)</label>", form, re.S
    )
    return re.sub(r"<[^>]+>|\s+", " ", found[1]).strip()


def answer(client, url, answers=FIELDS):
    """Answer what a page asks with what fits of these; where that leads."""
    response = client.get(url, follow=True)
    page, url = response.content.decode(), response.redirect_chain[-1][0] if response.redirect_chain else url
    here = {name: value for name, value in answers.items() if any(name == field or name.startswith(f"{field}_") for field in asked(page))}
    return client.post(url, {"rev": rev(response), "only": asked(page), **here})["Location"]


def walk(client, url, to, answers=FIELDS):
    """Every address from here to there."""
    walked = [url]
    while walked[-1].split("?")[0] != to and len(walked) < 99:
        walked.append(answer(client, walked[-1], answers))
    return walked


def values(document):
    return {name: {part: said[part] for part in said if part != "rev"} for name, said in document["answers"].items()}
