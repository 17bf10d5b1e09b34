"""What settings ask of the environment, with everything the application writes in one folder."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from config.stack.keys import key_files
from config.stack.services import Services


def surroundings(services: Services, folder: Path, database: str = "trellis") -> dict[str, str]:
    """Addresses, secrets (made once in `folder`), and where mail, static files and the audit's heads go."""
    mail = folder / "mail"
    mail.mkdir(mode=0o700, exist_ok=True)
    return {
        **services.environment(database),
        **key_files(folder / "keys"),
        "MAIL_URL": f"folder://{quote(str(mail))}",
        "TEXT_URL": f"folder://{quote(str(mail))}",
        "AUDIT_HEAD_FILE": str(folder / "audit-heads"),
        "STATIC_ROOT": str(folder / "static"),
    }


def with_given(ours: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Both together. Whatever is already given, by value or as NAME_FILE, stays."""
    return {name: value for name, value in ours.items() if not _is_given(name, given)} | dict(given)


def _is_given(name: str, given: Mapping[str, str]) -> bool:
    bare = name.removesuffix("_FILE")
    return bool({name, bare, f"{bare}_FILE"} & given.keys())
