"""`make check`: format, lint, types, import contracts, pending migrations, the deployment check."""

import os
import subprocess
import sys
from collections.abc import Mapping

from config.stack.app import PROJECT
from config.stack.console import Trouble, say
from config.stack.services import Services, passing_services
from config.stack.surroundings import surroundings

CONTRACTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
CHECKS = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy", "."],
    "import contracts": ["-c", CONTRACTS],
    "pending migrations": ["manage.py", "makemigrations", "--check", "--dry-run"],
    "deployment": ["manage.py", "check", "--deploy", "--fail-level", "WARNING"],
}
# A clinic that does not exist, with everything that production asks for.
PRODUCTION = {
    "TRELLIS_ENV": "production",
    "DEMO": "false",
    "ALLOWED_HOSTS": "intake.clinic.test",
    "PUBLIC_URL": "https://intake.clinic.test",
    "MAIL_URL": "smtp://desk:secret@mail.clinic.test:587?tls=starttls",
    "TEXT_URL": "https://gateway.clinic.test/texts",
    "TEXT_TOKEN": "made-up",
    "MAIL_FROM": "Clinic <desk@clinic.test>",
    "CLINIC_NAME": "Neutral House",
    "SILENCED_CHECKS": "intake.W001",  # a build must not turn red with the calendar; a clinic's own start says it
    "ON_CALL_MAIL": "on-call@clinic.test",
    "CLINIC_PHONE": "+12025550143",
    "CLINIC_HOURS": "Mon-Fri 8:30-12:00, 13:00-17:00",
}


def check() -> None:
    """Run every check, also after one that complains; raise Trouble with the names of those that did."""
    services = passing_services({})
    try:
        services.start()
        environment = production_environment(services)
        complaints = [name for name, command in CHECKS.items() if not passes(name, command, environment)]
    finally:
        services.stop()
    if complaints:
        raise Trouble(f"make check: {', '.join(complaints)}. The reasons stand above.")


def production_environment(services: Services) -> dict[str, str]:
    """Production settings with secrets made for this check alone."""
    return {**os.environ, **surroundings(services, services.home), **PRODUCTION}


def passes(name: str, command: list[str], environment: Mapping[str, str]) -> bool:
    """Run one check; show what it says only if it complains."""
    answer = subprocess.run([sys.executable, *command], cwd=PROJECT, env=environment, capture_output=True, text=True)
    say(f"{name}: {'ok' if answer.returncode == 0 else 'complains'}")
    if answer.returncode:
        say((answer.stdout + answer.stderr).strip())
    return answer.returncode == 0
