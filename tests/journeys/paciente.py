"""What a patient does who reads Spanish, in their words."""

import re

from tests.journeys.visitor import Visitor

PHQ9 = (
    "Poco interés o placer en hacer cosas",
    "Se ha sentido decaído(a), deprimido(a) o sin esperanzas",
    "Ha tenido dificultad para quedarse o permanecer dormido(a)",
    "Se ha sentido cansado(a) o con poca energía",
    "Sin apetito o ha comido en exceso",
    "Se ha sentido mal con usted mismo(a)",
    "Ha tenido dificultad para concentrarse",
    "¿Se ha movido o hablado tan lento",
    "Pensamientos de que estaría mejor muerto(a)",
)
ENGLISH = re.compile(r"\b(the|you|your|and|with|this|please|continue|not)\b", re.IGNORECASE)


# All that a page holds, what is folded or hidden too, but what says of itself that it is English.
NOT_SAID_TO_BE_ENGLISH = """() => { const copy = document.body.cloneNode(true);
    copy.querySelectorAll('[lang=en]').forEach(part => part.remove()); return copy.textContent }"""


class Paciente(Visitor):
    """Nothing on a page that they leave by a button or a link may be English but what says that it is."""

    def click(self, button: str) -> None:
        self.in_spanish()
        super().click(button)

    def follow(self, link: str) -> None:
        self.in_spanish()
        super().follow(link)

    def in_spanish(self) -> None:
        left = self.page.evaluate(NOT_SAID_TO_BE_ENGLISH)
        self.faults += [f"{self.page.url} in English: {found[0]}" for found in ENGLISH.finditer(left)]

    def sigue(self) -> None:
        self.click("Continuar")

    def abre(self, link: str, born: tuple[str, str, str]) -> None:
        self.go_to(link)
        for label, text in zip(("Mes", "Día", "Año"), born, strict=True):
            self.write(label, text)
        self.press("Abrir mi formulario")

    def acepta(self) -> None:
        self.tick("He leído esto y acepto")
        self.write("Escriba su nombre completo para firmar", "Robin Ejemplo")
        self.sigue()

    def sobre_mi(self) -> None:
        self.write("¿A qué número podemos llamarle hoy?", "555 555 0142")
        self.choose("¿Podemos dejar un mensaje ahí?", "Sí")
        self.write("¿Dónde está ahora mismo?", "Springfield")
        self.choose("¿Alguien le ayuda con este formulario?", "No, lo lleno yo")
        self.choose("¿Qué sexo le asignaron al nacer?", "Femenino")
        self.sigue()

    def esta_epoca(self) -> None:
        self.write("Año", "2024")
        self.choose("¿Había pasado antes por una época así?", "No estoy seguro/a")
        self.sigue()

    def antes_de_eso(self) -> None:
        self.reads("Nadie revisa este formulario día y noche.")
        self.reads("Llame al 988 y marque 2")
        self.sigue()

    def dos_semanas(self) -> None:
        for item in PHQ9[:-1]:
            self.choose(item, "Varios días")
        self.choose(PHQ9[-1], "Ningún día")
        self.sigue()

    def lee_la_ayuda(self) -> None:
        """Help first: in Spanish, and to reach people who speak it."""
        self.reads("Gracias por decírnoslo.")
        self.reads("Llame al 988 y marque 2, o envíe AYUDA al 988.")
        self.reads("llame al 911 o vaya a la sala de emergencias más cercana")
        for way in ("Llamar al 988", "Enviar un mensaje al 988"):
            assert self.page.get_by_role("link", name=way).first.is_visible()

    def segunda_parte(self) -> None:
        """The ASQ in its own Spanish."""
        self.choose("¿ha deseado estar muerto?", "Sí")
        for item in ("usted o su familia estarían mejor", "¿ha estado pensando en suicidarse?", "¿Alguna vez ha intentado suicidarse?"):
            self.choose(item, "No")
        self.sigue()

    def medicinas(self) -> None:
        """One, with as little as one remembers."""
        self.choose("¿Cuáles de estas ha tomado alguna vez?", "Zoloft")
        self.sigue()
        self.page.get_by_role("group", name="¿Cuánto fue lo más que tomó").or_(
            self.page.locator("#id_highest_dose_not_sure")
        ).first.wait_for()
        self.mark(self.page.locator("#id_highest_dose_not_sure"))
        self.choose("¿Más o menos cuánto tiempo la tomó en total?", "No estoy seguro/a")
        self.choose("¿Todavía la toma?", "No")
        self.choose("¿Para qué la tomó?", "Ánimo bajo o depresión")
        self.choose("¿Se la dieron junto a otra medicina", "No")
        self.sigue()
        for group in self.asked("¿Cuánto tiempo tomó", "¿La tomó casi", "Cuando más ayudó", "¿Ayudó al principio"):
            self.choose(group, "No estoy seguro/a")
        self.sigue()
        self.choose("¿Por qué la dejó?", "No ayudó lo suficiente")
        self.mark(self.page.locator("#id_start_not_sure"))
        self.mark(self.page.locator("#id_stop_not_sure"))
        self.choose("¿La tomó en esta época baja?", "No estoy seguro/a")
        self.sigue()
        self.choose("¿Hubo otras medicinas para su ánimo", "No")
        self.sigue()

    def asked(self, *questions: str) -> list[str]:
        """Those of these questions that stand on the page."""
        self.page.get_by_role("group", name=questions[-1]).first.wait_for()
        return [question for question in questions if self.page.get_by_role("group", name=question).count()]

    def lo_demas(self) -> None:
        self.choose("¿Cuáles de estos ha tenido alguna vez?", "Ninguno de estos")
        self.sigue()
        for words in ("trastorno bipolar", "mucha más energía", "Ha oído o visto", "esquizofrenia", "demencia", "beber o usar drogas"):
            self.choose(words, "No")
        self.choose("¿Está embarazada", "No, o no es mi caso")
        self.sigue()
