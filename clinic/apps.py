from django.apps import AppConfig


class ClinicConfig(AppConfig):
    name = "clinic"

    def ready(self) -> None:
        from clinic.access import events  # noqa: F401  (connects its receivers)
        from clinic.reminders import plan, words
        from desk import kinds

        for kind in plan.KINDS:
            kinds.register(kind, words.prepare)
