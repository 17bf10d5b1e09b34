"""The Celery application: a static schedule whose every tick may run twice."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# Worker and beat draw no page: Django's checks would read all pages in, which `migrate` has done before either starts.
os.environ.setdefault("CELERY_SKIP_CHECKS", "true")

app = Celery("trellis")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["audit", "desk", "intake", "clinic"])


@app.on_after_finalize.connect
def schedule(sender: Celery, **_: object) -> None:
    """One entry a sweep. A lost or doubled tick does no harm: the rows decide."""
    from django.conf import settings

    tick = float(settings.TICK_SECONDS)
    sender.conf.beat_schedule = {
        "send what is due": {"task": "desk.send_due", "schedule": tick, "options": {"expires": 60}},
        "evaluate what waits": {"task": "intake.evaluate_waiting", "schedule": tick, "options": {"expires": 60}},
        "page who is on call": {"task": "desk.climb", "schedule": tick, "options": {"expires": 60}},
        "test the pages once a day": {"task": "desk.drill", "schedule": 600.0, "options": {"expires": 600}},
        "seal the audit": {"task": "audit.seal", "schedule": 60.0, "options": {"expires": 60}},
        "forget ended sessions": {"task": "desk.forget_sessions", "schedule": 3600.0, "options": {"expires": 600}},
    }
