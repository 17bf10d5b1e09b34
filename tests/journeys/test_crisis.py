"""Somebody says they may not be safe: help at once, a person told at once, and it stands until a person closes it."""

import pytest

from tests.journeys.paciente import PHQ9 as PHQ9_ES
from tests.journeys.paciente import Paciente
from tests.journeys.patient import PHQ9, Patient
from tests.journeys.staff import Clinician, Lead, Scheduler
from tests.journeys.test_whole_way import BORN
from tests.journeys.visitor import PHONE


@pytest.mark.parametrize(
    ("reason", "item9", "tier", "called"),
    [("some days", "Several days", "Tier 1", False), ("most days", "More than half the days", "Tier 2", True)],
)
def test_item_nine_shows_help_at_once_and_stands(visit, invite, at_work, reason, item9, tier, called):
    invited = invite()
    patient = visit(Patient, screen=PHONE)
    patient.open_link(invited["link"], BORN)
    patient.go_to("/intake/phq9/")
    patient.choose(PHQ9[-1], item9)  # alone: the rest of the page misses its answers
    patient.press("Continue")
    patient.reads("Thank you for telling us.")
    patient.reads("Call or text 988.")
    assert ("Someone from our team will try to call you" in patient.words) is called
    patient.look()
    patient.follow("I am safe and want to go on")
    patient.second_stage(wished_to_be_dead="No")
    patient.look()
    patient.go_to("/intake/phq9/")
    patient.last_two_weeks("Not at all")

    clinician = at_work(Clinician)
    clinician.go_to("/clinic/")
    alarms = clinician.page.get_by_role("region", name="Open safety events").get_by_role("listitem").filter(has_text=invited["name"])
    assert tier in alarms.inner_text()
    a_scheduler_sees_that_and_not_why(at_work(Scheduler), invited["name"])
    clinician.close_safety(invited["name"], "We spoke. They have a plan and somebody with them.")
    clinician.look()
    if called:
        clinician.reads("It stays on the list until a second person has read it.")
        lead = at_work(Lead)
        lead.read_closing(invited["name"])
        lead.look()
    clinician.go_to("/clinic/")
    assert invited["name"] not in clinician.everything


def a_scheduler_sees_that_and_not_why(scheduler, name):
    scheduler.go_to("/clinic/?show=unsent")
    scheduler.reads(name)
    scheduler.reads("Safety event open")
    words = scheduler.everything.replace("Safety event open", "").lower()
    assert [why for why in ("safety", "tier", "988", "item 9", "phq") if why in words] == []


def test_help_comes_though_the_scripts_own_save_was_never_answered(visit, invite):
    patient = visit(Patient, screen=PHONE)
    patient.open_link(invite()["link"], BORN)
    patient.go_to("/intake/phq9/")
    reached = []

    def lose_the_answer(route):
        if "auto=1" in (route.request.post_data or ""):
            reached.append(route.fetch().status)
        else:
            route.continue_()

    patient.page.route("**/intake/phq9/", lose_the_answer)
    patient.choose(PHQ9[-1], "Several days")
    while not reached:
        patient.page.wait_for_timeout(100)
    patient.click("Continue")
    patient.page.wait_for_url("**/pause/**")
    patient.reads("Thank you for telling us.")


def test_yes_to_the_last_question_puts_911_first_and_staff_see_every_answer(visit, invite, at_work):
    invited = invite()
    patient = visit(Patient, screen=PHONE, script=False)
    patient.open_link(invited["link"], BORN)
    patient.go_to("/intake/phq9/")
    patient.choose(PHQ9[-1], "Several days")
    patient.press("Continue")
    patient.follow("I am safe and want to go on")
    patient.second_stage(wished_to_be_dead="Yes", now="Yes")
    assert patient.words.index("call 911") < patient.words.index("Call or text 988.")
    patient.press("I want a call from the clinic")
    patient.reads("We have noted that you want a call")

    clinician = at_work(Clinician)
    clinician.go_to("/clinic/")
    alarms = clinician.page.get_by_role("region", name="Open safety events").get_by_role("listitem").filter(has_text=invited["name"])
    alarms.filter(has_text="Tier 3").get_by_role("link").first.click()
    clinician.reads("Are you having thoughts of killing yourself right now?")
    clinician.reads("Answered “Yes”")
    clinician.look()


def test_in_spanish_every_word_of_help_is_spanish(visit, invite):
    invited = invite("--language", "es")
    paciente = visit(Paciente, screen=PHONE, locale="es-US")
    paciente.abre(invited["link"], BORN)
    paciente.go_to("/intake/phq9/")
    paciente.choose(PHQ9_ES[-1], "Varios días")
    paciente.reads("Llame al 988 y marque 2, o envíe AYUDA al 988.")  # before anything is saved
    paciente.sigue()
    paciente.lee_la_ayuda()
    paciente.reads("Sus respuestas están guardadas.")
    paciente.follow("Estoy a salvo y quiero seguir")
    paciente.segunda_parte()
    paciente.lee_la_ayuda()
    paciente.reads("Alguien de nuestro equipo tratará de llamarle.")
    paciente.follow("Estoy a salvo y quiero seguir")
    paciente.choose("¿Está pensando en suicidarse en este momento?", "Sí")
    paciente.sigue()
    paciente.lee_la_ayuda()
    assert paciente.words.index("llame al 911") < paciente.words.index("Llame al 988")
    paciente.click("Quiero que la clínica me llame")
    paciente.reads("Anotamos que quiere una llamada")
    paciente.follow("Estoy a salvo y quiero seguir")
    paciente.page.wait_for_url("**/intake/")


def test_help_stands_open_to_anybody_and_can_be_left_at_once(visit):
    anybody = visit(Patient)
    anybody.go_to("/")
    anybody.go_to("/help-now/")
    anybody.reads("Call or text 988")
    anybody.reads("Llame al 988")
    anybody.look()
    elsewhere = "https://www.weather.gov/"
    anybody.page.route(elsewhere, lambda route: route.fulfill(body="Sunny"))
    anybody.page.get_by_role("link", name="Leave quickly").click()
    anybody.page.wait_for_url(elsewhere)
    anybody.page.go_back()
    anybody.page.wait_for_url(f"{anybody.base_url}/")  # not the page of help: that is no step in the browser's memory
    anybody.hosts.discard("www.weather.gov")
