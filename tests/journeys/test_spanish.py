"""The shortest honest way, in Spanish on a phone: from the link to the receipt, with one medicine and little that is remembered.

All of it without a mouse: who reads Spanish and who has keys only walk the same pages, and one walk sees what both would.

A copy is kept on the way; later the same person is asked once more, and says what is still right.
"""

from pathlib import Path

from playwright.sync_api import expect

from tests.intake.copy.paper import run_together, text_of
from tests.journeys.keyboard import Fingers
from tests.journeys.paciente import Paciente
from tests.journeys.staff import Clinician
from tests.journeys.test_whole_way import BORN
from tests.journeys.visitor import DESKTOP, PHONE, until

WROTE = ("Robin Ejemplo", "Springfield", "2024", "Zoloft (sertraline)", "555 555 0142")
LEAST_GAP_PX = 8


class Dedos(Paciente, Fingers):
    """Reads Spanish, and has no mouse."""


def test_the_shortest_way_in_spanish_without_a_mouse(visit, invite, at_work, mailbox):
    invited = invite("--language", "es")
    paciente = visit(Dedos, screen=PHONE, locale="es-US")
    paciente.abre(invited["link"], BORN)
    expect(paciente.page.locator("html")).to_have_attribute("lang", "es")
    paciente.follow("Empezar")
    paciente.acepta()
    lands_where_something_is_missing(paciente)
    for step in (paciente.sobre_mi, paciente.esta_epoca, paciente.antes_de_eso, paciente.dos_semanas):
        step()
    paciente.medicinas()
    paciente.lo_demas()
    paciente.reads("Revise sus respuestas")
    paciente.reads("Zoloft (sertraline)")
    assert gap_below_the_button(paciente) >= LEAST_GAP_PX
    assert [[words for words in WROTE if run_together(words) not in copy] for copy in (downloaded(paciente), printed(paciente))] == [[], []]
    paciente.press("Enviar mis respuestas")
    paciente.reads("Tenemos su formulario")
    paciente.look()
    for path in ("/intake/about-you/", "/intake/copy/"):
        paciente.go_to(path)
        paciente.reads("Su número de recibo")
        assert [words for words in WROTE if words in paciente.everything] == []

    clinician = at_work(Clinician, screen=DESKTOP)
    clinician.open_record(invited["name"])
    clinician.press("Invite again")
    link = until(lambda: links_in(mailbox(invited["email"])) - {invited["link"]}).pop()
    paciente.abre(link, BORN)
    assert shown_of_last_time(paciente) == [], "link and birthday alone start blank"
    clinician.let_in(invited["name"])
    paciente.abre(link, BORN)
    assert shown_of_last_time(paciente) == ["2024", "Zoloft (sertraline)"], "where and how to be reached today is asked anew"
    paciente.go_to("/intake/check/")
    assert "2024" not in paciente.everything, "nothing is an answer before the person says so"
    paciente.go_to("/intake/this-episode/")
    paciente.reads("La última vez nos dijo")
    paciente.press("Sigue igual")
    paciente.wait_until("2024", "/intake/check/")
    assert "Zoloft (sertraline)" not in paciente.everything


def lands_where_something_is_missing(paciente):
    """A page sent empty: the keys are at the list of what is missing, and Enter on a line goes to the question."""
    paciente.sigue()
    expect(paciente.find("#error-summary")).to_be_focused()
    paciente.page.keyboard.press("Tab")
    line = paciente.find("#error-summary a").first
    expect(line).to_be_focused()
    field = line.get_attribute("href")
    paciente.page.keyboard.press("Enter")
    expect(paciente.find(field)).to_be_focused()


def gap_below_the_button(paciente):
    """Between what sends the form and the note below it, in px."""
    button = paciente.page.get_by_role("button", name="Enviar mis respuestas").first.bounding_box()
    return paciente.find("form + .notice").bounding_box()["y"] - button["y"] - button["height"]


def downloaded(paciente):
    with paciente.page.expect_download() as kept:
        paciente.reach(paciente.page.get_by_role("link", name="Descargar una copia (PDF)"))
        paciente.page.keyboard.press("Enter")
    assert kept.value.suggested_filename == "my-copy.pdf"
    return run_together(text_of(Path(kept.value.path()).read_bytes()))


def printed(paciente):
    """What comes out of "Imprimir esta página"."""
    expect(paciente.page.get_by_role("button", name="Imprimir esta página")).to_be_visible()
    return run_together(text_of(paciente.page.pdf()))


def links_in(mails):
    return {word for mail in mails for word in mail.get_content().split() if "/i/" in word}


def shown_of_last_time(paciente):
    shown = ""
    for path in ("/intake/about-you/", "/intake/this-episode/", "/intake/medicines/"):
        paciente.go_to(path)
        facts = paciente.find("main dl.facts")
        shown += facts.text_content() if facts.count() else ""
    return [words for words in WROTE if words in shown]
