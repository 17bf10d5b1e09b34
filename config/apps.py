from django.apps import AppConfig

from config import loading


class Config(AppConfig):
    """Wiring that every process needs, whichever way it starts."""

    name = "config"

    def ready(self) -> None:
        from config import celery  # noqa: F401  (makes the queue known to every task)

        loading.done()
