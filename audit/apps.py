from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "audit"

    def ready(self) -> None:
        from audit.rights import grant_rights

        post_migrate.connect(grant_rights, sender=self)
