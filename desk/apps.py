from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "desk"

    def ready(self) -> None:
        from desk import kinds
        from desk.escalation import climb, words
        from desk.plain_errors import speak_plainly

        speak_plainly()
        kinds.register(climb.KIND, words.prepare)
