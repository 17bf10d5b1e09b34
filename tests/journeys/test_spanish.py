"""The shortest honest way, in Spanish on a phone: from the link to the receipt, with one medicine and little that is remembered."""

from playwright.sync_api import expect

from tests.journeys.paciente import Paciente
from tests.journeys.test_whole_way import BORN
from tests.journeys.visitor import PHONE


def test_the_shortest_way_in_spanish(visit, invite):
    paciente = visit(Paciente, screen=PHONE, locale="es-US")
    paciente.abre(invite("--language", "es")["link"], BORN)
    expect(paciente.page.locator("html")).to_have_attribute("lang", "es")
    paciente.follow("Empezar")
    for step in (paciente.acepta, paciente.sobre_mi, paciente.esta_epoca, paciente.antes_de_eso, paciente.dos_semanas):
        step()
    paciente.medicinas()
    paciente.lo_demas()
    paciente.reads("Revise sus respuestas")
    paciente.reads("Zoloft (sertraline)")
    paciente.press("Enviar mis respuestas")
    paciente.reads("Tenemos su formulario")
    paciente.look()
    paciente.go_to("/intake/about-you/")
    paciente.reads("Su número de recibo")
    assert "Springfield" not in paciente.words
