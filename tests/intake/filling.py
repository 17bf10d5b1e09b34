"""Pages filled in through the real reading and merging, without a database."""

from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from intake.answers import merge, new
from intake.answers.seen import Seen
from intake.questionnaire import page_named, step_named
from intake.questionnaire.steps.consent import AGREED

TODAY = date(2026, 11, 21)
BORN = date(1980, 3, 27)
ENTRY, OTHER = "m-00000001", "m-00000002"
ALWAYS = 10**6

CONSENT = {"consent_agree": AGREED, "consent_signature": "Canary Larkspur"}
ABOUT = {
    "about_phone": "555 555 0123",
    "about_message": "yes",
    "about_place": "Springfield",
    "about_helper": "alone",
    "about_sex": "female",
}
EPISODE = {"episode_start_year": "2024", "episode_start_month": "5", "episode_before": "no"}
PHQ9 = {f"phq9_item{number}": "1" for number in range(1, 10)} | {"phq9_item9": "0"}
NONE_TRIED = {"medicines_any": "none"}
TREATMENTS = {"treatments_had": "none"}
EXCLUDED = {f"exclude_{name}": "no" for name in ("bipolar", "high_energy", "psychosis", "schizophrenia", "dementia", "substances", "birth")}
WHICH = {"agent": "sertraline"}
DOSE = {"highest_dose": "150", "weeks_total": "8_more", "still_taking": "no", "purposes": "depression", "added_to": "alone"}
EFFECT = {"weeks_at_50": "8_more", "adherence": "most_days", "helped": "0_24", "wore_off": "no"}
WHEN = {"stopped_because": "no_benefit", "start_year": "2024", "stop_not_sure": "yes", "this_episode": "yes"}
PART_1 = {
    "consent": CONSENT,
    "about-you": ABOUT,
    "this-episode": EPISODE,
    "phq9": PHQ9,
    "medicines": NONE_TRIED,
    "other-treatments": TREATMENTS,
    "must-exclude": EXCLUDED,
}
MEDICINE = {"which": WHICH, "dose": DOSE, "effect": EFFECT, "when": WHEN}


def query(fields):
    return QueryDict(fields if isinstance(fields, str) else urlencode(fields, doseq=True))


def page(slug):
    return page_named("medicine", slug) or step_named(slug)


def sent(document, slug, fields, entry="", seen=ALWAYS, rev=1):
    """One page sent; says what the merging said."""
    entry = entry or (ENTRY if page(slug).group else "")
    return merge(
        document=document,
        step=page(slug),
        entry=entry,
        posted=query(fields),
        seen=seen if isinstance(seen, Seen) else Seen(seen),
        rev=rev,
        today=TODAY,
    )


def filled(*pages, document=None):
    """A document after these (slug, fields[, entry]) were sent."""
    document = document or new()
    for slug, fields, *entry in pages:
        document = sent(document, slug, fields, *entry).document
    return document


def part_1(**changed):
    """A complete part 1 without medicines; `changed` gives other fields for a step (`-` as `_`)."""
    changed = {slug.replace("_", "-"): fields for slug, fields in changed.items()}
    return filled(*((slug, changed.get(slug, fields)) for slug, fields in PART_1.items()))


def medicine(document, entry=ENTRY, **changed):
    """The document with one medicine more; `changed` gives other fields for a page."""
    return filled(*((slug, changed.get(slug, fields), entry) for slug, fields in MEDICINE.items()), document=document)
