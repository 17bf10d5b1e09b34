from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "intake"

    def ready(self) -> None:
        from desk import kinds
        from intake.caregivers import mail as caregivers
        from intake.caregivers.services import KIND
        from intake.invitations import mail, services
        from intake.phone_code import services as phone_code
        from intake.phone_code import text
        from intake.questionnaire import checks  # noqa: F401 (registers itself)
        from intake.safety import checks as safety_checks  # noqa: F401 (registers itself)

        kinds.register(services.KIND, mail.prepare)
        kinds.register(KIND, caregivers.prepare)
        kinds.register(phone_code.KIND, text.prepare)
