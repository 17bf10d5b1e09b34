from django.apps import AppConfig


class ClinicConfig(AppConfig):
    name = "clinic"

    def ready(self) -> None:
        from clinic.access import events  # noqa: F401  (connects its receivers)
        from clinic.consultations import own
        from clinic.labs import own as own_labs
        from clinic.reminders import plan, words
        from clinic.review import confirmed
        from clinic.sittings import here
        from desk import kinds
        from intake.evaluations import confirming
        from intake.labs import own as labs
        from intake.sittings import door
        from intake.visit import own as visits

        confirming.register(confirmed.of)
        visits.register(own.of)
        labs.register(own_labs.of)
        door.register(here.who, here.help_page)
        for kind in plan.KINDS:
            kinds.register(kind, words.prepare)
