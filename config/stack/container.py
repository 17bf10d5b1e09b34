"""What the containers need of us: static files in the image, secrets beside docker-compose.yml, a sign of life."""

import os
import secrets
from pathlib import Path

from config.stack.app import PROJECT, App, answers
from config.stack.console import Trouble, say
from config.stack.keys import key_files
from config.stack.postgres import APP, OWNER
from config.stack.services import passing_services
from config.stack.surroundings import surroundings

SOCKET = "?host=/var/run/postgresql"
WEB_PORT = 8000


def static() -> None:
    """Gather static files into STATIC_ROOT. Settings want secrets and addresses even for that: they are made up."""
    services = passing_services({})
    try:
        environment = surroundings(services, services.home) | dict(os.environ) | {"TRELLIS_ENV": "development"}
        App(environment, services.family, services.home).manage("collectstatic", "--noinput")
    finally:
        services.stop()


def make_secrets(folder: Path = PROJECT / "secrets") -> None:
    """Make what is missing of the secrets that docker-compose.yml names; never change one that is there."""
    key_files(folder)
    passwords = {name: kept(folder / f"DATABASE_{name}_PASSWORD", secrets.token_urlsafe(32)) for name in ("ADMIN", "OWNER", "APP")}
    kept(folder / "DATABASE_URL", f"postgres://{APP}:{passwords['APP']}@/trellis{SOCKET}")
    kept(folder / "DATABASE_OWNER_URL", f"postgres://{OWNER}:{passwords['OWNER']}@/trellis{SOCKET}")
    kept(folder / "TEXT_TOKEN", "")  # there may be no gateway for text messages, and a secret that is named must be there
    for path in folder.iterdir():
        # The folder is closed to others. The container's user is another one, and must be able to read each file.
        path.chmod(0o444)
    say(f"secrets: in {folder}. Keep a copy of VAULT_KEYS, LINK_KEY and INDEX_KEY elsewhere: without them nothing can be opened.")
    if not (folder / "MAIL_URL").exists():
        say(f"secrets: write {folder / 'MAIL_URL'} yourself: smtp://user:password@host:587?tls=starttls")


def kept(path: Path, fresh: str) -> str:
    """The value in a file, which is written first if there is none."""
    if not path.exists():
        path.write_text(fresh)
    return path.read_text()


def healthz() -> None:
    """Ask the web process in this container whether it answers, under the name that it is known by."""
    host = os.environ.get("ALLOWED_HOSTS", "127.0.0.1").partition(",")[0]
    if not answers(WEB_PORT, host):
        raise Trouble("web does not answer.")
