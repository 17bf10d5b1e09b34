"""The scales of part 2 as their authors wrote them, scored only when whole."""

import re
import tomllib

import pytest
from django.utils.translation import override

from intake.answers import new
from intake.questionnaire import Said, question_named, step_named, visible
from intake.questionnaire.scales import ASQ, AUDITC, FOLDER, GAD7, PCPTSD5, PEG, PHQ9, SCORINGS, SHIPPED, TAPS1, Altered, load, words_digest
from intake.questionnaire.steps.scale import skip_id
from intake.questionnaire.totals import total
from tests.intake.filling import filled
from tests.intake.questionnaire.test_data import check_digit

FREQUENT = ["Not at all", "Several days", "More than half the days", "Nearly every day"]
GAD7_WORDS = [
    ("69725-0", "Feeling nervous, anxious or on edge"),
    ("68509-9", "Not being able to stop or control worrying"),
    ("69733-4", "Worrying too much about different things"),
    ("69734-2", "Trouble relaxing"),
    ("69735-9", "Being so restless that it is hard to sit still"),
    ("69689-8", "Becoming easily annoyed or irritable"),
    ("69736-7", "Feeling afraid, as if something awful might happen"),
]
AUDITC_WORDS = [
    ("68518-0", "How often do you have a drink containing alcohol?", ["Never", "Monthly or less", "2-4 times a month", "2-3 times a week", "4 or more times a week"]),
    ("68519-8", "How many standard drinks containing alcohol do you have on a typical day?", ["1 or 2", "3 or 4", "5 or 6", "7 to 9", "10 or more"]),
    ("68520-6", "How often do you have six or more drinks on one occasion?", ["Never", "Less than monthly", "Monthly", "Weekly", "Daily or almost daily"]),
]  # fmt: skip
PEG_WORDS = [
    ("75893-8", "What number best describes your pain on average in the past week?"),
    ("91145-3", "What number best describes how, during the past week, pain has interfered with your enjoyment of life?"),
    ("91146-1", "What number best describes how, during the past week, pain has interfered with your general activity?"),
]


def words(scale):
    return [(item.loinc, item.words.en) for item in scale.items]


def test_gad7_in_its_words_and_order():
    assert words(GAD7) == GAD7_WORDS
    assert [answer.words.en for answer in GAD7.answers] == FREQUENT
    assert GAD7.stem.en == PHQ9.stem.en


def test_auditc_in_its_words_and_order_each_item_with_its_own_answers():
    found = [(item.loinc, item.words.en, [answer.words.en for answer in item.answers]) for item in AUDITC.items]
    assert found == AUDITC_WORDS
    assert {item.loinc for item in AUDITC.items}.isdisjoint({"68517-2"})  # the code of another question


def test_peg_in_its_words_and_order_from_0_to_10():
    assert words(PEG) == PEG_WORDS
    assert [[answer.score for answer in item.answers] for item in PEG.items] == [list(range(11))] * 3
    assert PEG.items[0].answers[10].words.en == "10 - Pain as bad as you can imagine"


def test_pcptsd5_asks_whether_and_never_what():
    assert [item.number for item in PCPTSD5.items] == [0, 1, 2, 3, 4, 5]
    assert PCPTSD5.items[0].words.en == "Have you ever experienced this kind of event?"
    assert {question.kind for question in step_named("pcptsd5").questions + step_named("more-a").questions} == {"agreement", "choice"}


@pytest.mark.parametrize("scale", SHIPPED, ids=lambda scale: scale.id)
def test_each_file_has_licence_source_hash_and_codes_that_can_be_right(scale):
    data = tomllib.loads((FOLDER / f"{scale.id}.toml").read_text())
    assert all((scale.licence, scale.source_url, scale.source_read, scale.note))
    assert scale.licence_status in ("public-domain", "registration", "commercial", "unknown")
    assert scale.scoring in SCORINGS
    assert set(data["status"]) == set(data["sha256"])
    assert data["sha256"]["en"] == words_digest(data, "en")
    codes = [scale.loinc_panel, scale.loinc_total, *(item.loinc for item in scale.items)]
    assert all(check_digit(code.split("-")[0]) == int(code.split("-")[1]) for code in codes if code)


@pytest.mark.parametrize("scale", SHIPPED, ids=lambda scale: scale.id)
def test_any_changed_word_is_refused(scale, tmp_path):
    text = (FOLDER / f"{scale.id}.toml").read_text()
    changed = tmp_path / "changed.toml"
    for item in scale.items:
        changed.write_text(text.replace(item.words.en, item.words.en + " or so"))
        with pytest.raises(Altered):
            load(changed)


@pytest.mark.parametrize("scale", [scale for scale in SHIPPED if scale not in (PHQ9, ASQ)], ids=lambda scale: scale.id)
def test_the_skip_stands_first_and_outside_the_scale(scale):
    first, *items = step_named(scale.id).questions
    assert first.id == skip_id(scale)
    assert all(not (item.unsure or item.declinable) and item.optional for item in items)


def given(*scores, first=1):
    return {number: score for number, score in enumerate(scores, first) if score is not None}


SCORES = [
    ("all zero is a score", GAD7, given(*[0] * 7), 0),
    ("the highest", GAD7, given(*[3] * 7), 21),
    ("one item open: no score, not a low one", GAD7, given(3, 3, 3, 3, 3, 3), None),
    ("an answer the scale does not have", GAD7, given(4, 0, 0, 0, 0, 0, 0), None),
    ("no such event: nought, and the rest is not asked", PCPTSD5, given(0, first=0), 0),
    ("the event alone counts nothing", PCPTSD5, given(1, 0, 0, 0, 0, 0, first=0), 0),
    ("all five", PCPTSD5, given(1, 1, 1, 1, 1, 1, first=0), 5),
    ("five answered, the event not: no score", PCPTSD5, given(1, 1, 1, 1, 1), None),
    ("event, one item open", PCPTSD5, given(1, 1, 1, 1, 1, first=0), None),
    ("never drinks: nought", AUDITC, given(0), 0),
    ("drinks, the rest open", AUDITC, given(2), None),
    ("all three", AUDITC, given(4, 4, 4), 12),
    ("a mean, to one decimal", PEG, given(7, 6, 7), 6.7),
    ("a mean of two is none", PEG, given(7, 6), None),
    ("no total is published for TAPS-1", TAPS1, given(0, 0, 0, 0, 0), None),
]


@pytest.mark.parametrize(("why", "scale", "said", "score"), SCORES)
def test_score(why, scale, said, score):
    assert scale.score(said) == score


BANDS = [
    *[("phq9", total_, "", band) for total_, band in [(0, "none or minimal"), (4, "none or minimal"), (5, "mild"), (9, "mild"), (10, "moderate"),
      (14, "moderate"), (15, "moderately severe"), (19, "moderately severe"), (20, "severe"), (27, "severe")]],
    *[("gad7", total_, "", band) for total_, band in [(4, "minimal"), (5, "mild"), (9, "mild"), (10, "moderate"), (14, "moderate"), (15, "severe"), (21, "severe")]],
    ("auditc", 3, "male", "below the cut of 4 for men"),
    ("auditc", 4, "male", "at or above the cut of 4 for men"),
    ("auditc", 2, "female", "below the cut of 3 for women"),
    ("auditc", 3, "female", "at or above the cut of 3 for women"),
    ("auditc", 3, "", "at or above 3, the lower of two cuts (sex at birth is not known)"),
    ("auditc", 3, "intersex", "at or above 3, the lower of two cuts (sex at birth is not known)"),
    ("pcptsd5", 3, "male", "below the cut of 4"),
    ("pcptsd5", 4, "male", "at or above the cut of 4"),
    ("pcptsd5", 3, "female", "at or above the cut of 3 for women"),
    ("pcptsd5", 2, "", "below 3, the more sensitive cut (sex at birth is not known)"),
    ("peg", 6.7, "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("scale", "score", "sex", "band"), BANDS)
def test_the_published_words_for_a_total(scale, score, sex, band):
    assert next(each for each in SHIPPED if each.id == scale).band(score, sex) == band


@pytest.mark.parametrize("scale", [scale for scale in SHIPPED if scale.bands], ids=lambda scale: scale.id)
@pytest.mark.parametrize("sex", ["male", "female", "intersex", ""])
def test_bands_leave_no_total_out(scale, sex):
    assert all(scale.band(score, sex) for score in range(scale.most + 1))


SHOWN = [
    ("not answered yet", [], "more-a", False),
    ("no such event", [("pcptsd5", "pcptsd5_item0=0")], "more-a", False),
    ("such an event", [("pcptsd5", "pcptsd5_item0=1")], "more-a", True),
    ("such an event, and skipped", [("pcptsd5", "pcptsd5_item0=1&pcptsd5_skip=yes")], "more-a", False),
    ("never drinks", [("auditc", "auditc_item1=0")], "more-b", False),
    ("drinks", [("auditc", "auditc_item1=1")], "more-b", True),
]


@pytest.mark.parametrize(("why", "pages", "slug", "shown"), SHOWN)
def test_the_second_page_is_asked_only_where_the_scale_goes_on(why, pages, slug, shown):
    assert visible(step_named(slug), filled(*pages)) is shown


@pytest.mark.parametrize(
    ("sex", "asked"),
    [
        ("male", "taps1.item2"),
        ("female", "taps1.item3"),
        ("intersex", "taps1.item3"),
        ("not_sure", "taps1.item3"),
        ("declined", "taps1.item3"),
    ],
)
def test_one_form_of_the_question_about_drinks_in_a_day(sex, asked):
    document = filled(("about-you", f"about_sex={sex}"))
    assert [id for id in ("taps1.item2", "taps1.item3") if visible(question_named(id), document)] == [asked]


def test_a_skipped_scale_has_no_total_even_where_it_was_filled_in():
    whole = "&".join(f"gad7_item{number}=3" for number in range(1, 8))
    assert total(GAD7, Said(filled(("gad7", whole)))) == 21
    assert total(GAD7, Said(filled(("gad7", whole + "&gad7_skip=yes")))) is None
    assert total(GAD7, Said(new())) is None


def test_without_an_official_translation_a_scale_stays_in_english_and_says_so():
    gad7, phq9 = step_named("gad7"), step_named("phq9")
    assert not gad7.foreign
    with override("es"):
        assert gad7.foreign
        assert gad7.questions[1].words == GAD7_WORDS[0][1]
        assert not phq9.questions[1].label.foreign


def test_no_band_and_no_total_in_the_words_that_patients_read():
    texts = [
        text
        for step in map(step_named, ("gad7", "pcptsd5", "auditc", "taps1", "peg", "more-a", "more-b"))
        for text in (step.heading, step.reason, step.note)
    ]
    assert not [text for text in texts if re.search(r"\b(score|total|cut|moderate|severe|positive)\b", text, re.I)]
