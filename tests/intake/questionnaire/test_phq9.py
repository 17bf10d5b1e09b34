"""The PHQ-9 as its authors wrote it: not a word, not an order changed."""

import tomllib

import pytest
from django.utils.translation import override

from intake.questionnaire.scales import FOLDER, PHQ9, Altered, load, words_digest
from intake.questionnaire.steps import phq9

ENGLISH = [
    ("phq9.item1", "44250-9", "Little interest or pleasure in doing things"),
    ("phq9.item2", "44255-8", "Feeling down, depressed, or hopeless"),
    ("phq9.item3", "44259-0", "Trouble falling or staying asleep, or sleeping too much"),
    ("phq9.item4", "44254-1", "Feeling tired or having little energy"),
    ("phq9.item5", "44251-7", "Poor appetite or overeating"),
    ("phq9.item6", "44258-2", "Feeling bad about yourself — or that you are a failure or have let yourself or your family down"),
    ("phq9.item7", "44252-5", "Trouble concentrating on things, such as reading the newspaper or watching television"),
    (
        "phq9.item8",
        "44253-3",
        "Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless "
        "that you have been moving around a lot more than usual",
    ),
    ("phq9.item9", "44260-8", "Thoughts that you would be better off dead or of hurting yourself in some way"),
]
ANSWERS = [(0, "Not at all"), (1, "Several days"), (2, "More than half the days"), (3, "Nearly every day")]
STEM = "Over the last 2 weeks, how often have you been bothered by any of the following problems?"
SPANISH = [
    "Poco interés o placer en hacer cosas",
    "Se ha sentido decaído(a), deprimido(a) o sin esperanzas",
    "Ha tenido dificultad para quedarse o permanecer dormido(a), o ha dormido demasiado",
    "Se ha sentido cansado(a) o con poca energía",
    "Sin apetito o ha comido en exceso",
    "Se ha sentido mal con usted mismo(a) – o que es un fracaso o que ha quedado mal con usted mismo(a) o con su familia",
    "Ha tenido dificultad para concentrarse en ciertas actividades, tales como leer el periódico o ver la televisión",
    "¿Se ha movido o hablado tan lento que otras personas podrían haberlo notado? o lo contrario – muy inquieto(a) o agitado(a) que ha "
    "estado moviéndose mucho más de lo normal",
    "Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera",
]


def test_the_page_asks_the_nine_items_in_their_words_and_order():
    items = phq9.STEP.questions[1:10]
    assert [(question.id, item.loinc, question.words) for question, item in zip(items, PHQ9.items, strict=True)] == ENGLISH
    assert phq9.STEP.introduction == STEM


def test_every_item_has_the_four_answers_and_no_other():
    for question in phq9.STEP.questions[1:10]:
        assert [(choice.value, choice.words) for choice in question.choices] == ANSWERS
        assert (question.unsure, question.declinable, question.optional) == (False, False, False)


def test_the_difficulty_question_is_last_and_never_scored():
    question = phq9.STEP.questions[10]
    assert question.words.startswith("If you checked off any problems, how difficult have these problems made it for you")
    assert [choice.words for choice in question.choices] == [
        "Not difficult at all",
        "Somewhat difficult",
        "Very difficult",
        "Extremely difficult",
    ]
    assert question.optional


def test_the_way_past_the_scale_stands_before_it_and_apart():
    skip, *scale = phq9.STEP.questions
    assert (skip.id, skip.outside) == (phq9.SKIP, True)
    assert not any(question.outside for question in scale)


def test_the_words_about_help_stand_before_item_9_and_nowhere_else():
    before = {question.id: question.before for question in phq9.STEP.questions if question.before}
    assert before == {
        "phq9.item9": "Some of these questions are about thoughts of death or hurting yourself. We ask everyone. Your honest answers help "
        "us give you the right care. No one checks this form day and night. If you might act on these thoughts now, call 911, or call or "
        "text 988."
    }


def test_the_licence_stands_on_the_page():
    assert "No permission required to reproduce, translate, display or distribute." in phq9.STEP.note


def test_spanish_is_the_scale_s_own_never_ours():
    with override("es"):
        assert [question.words for question in phq9.STEP.questions[1:10]] == SPANISH
        assert [choice.words for choice in phq9.STEP.questions[1].choices][0] == "Ningún día"
        assert phq9.STEP.questions[10].words.startswith("If you checked off")  # not verified, so not translated


SCORES = [
    ("all zero is a score", [0] * 9, 0),
    ("all three is the highest", [3] * 9, 27),
    ("mixed", [1, 2, 3, 0, 1, 2, 3, 0, 1], 13),
    ("one item open: no score, not a low one", [3, 3, 3, 3, 3, 3, 3, 3, None], None),
    ("nothing answered", [None] * 9, None),
    ("an answer the scale does not have", [4, 0, 0, 0, 0, 0, 0, 0, 0], None),
]


@pytest.mark.parametrize(("why", "given", "score"), SCORES)
def test_score(why, given, score):
    assert PHQ9.score({number: value for number, value in enumerate(given, 1) if value is not None}) == score


def test_a_changed_word_is_refused(tmp_path):
    text = (FOLDER / "phq9.toml").read_text()
    changed = tmp_path / "phq9.toml"
    changed.write_text(text.replace("Poor appetite", "Bad appetite"))
    with pytest.raises(Altered):
        load(changed)


def test_each_language_has_a_digest_of_its_words():
    data = tomllib.loads((FOLDER / "phq9.toml").read_text())
    assert data["sha256"] == {language: words_digest(data, language) for language in ("en", "es")}
    assert data["loinc_panel"] == "44249-1"
    assert data["loinc_total"] == "44261-6"
