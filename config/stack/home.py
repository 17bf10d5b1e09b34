"""Where data, sockets and copied programs live: in the state folder where that is possible, else in a short one."""

import tempfile
from pathlib import Path

from config.stack.account import Account

# A socket's path may have about 104 bytes; `/postgres/.s.PGSQL.5432.lock` and its kin need the rest.
LONGEST_BYTES = 70
# /var/tmp outlives a restart of the machine, /tmp often does not.
SHARED_FOLDERS = (Path("/var/tmp"), Path("/tmp"))
REMEMBERED = "home"


def lasting_home(state: Path, account: Account) -> Path:
    """The folder for a database that outlives a restart: `state` itself, or one that `state` remembers."""
    if fits(state, account):
        let_through(state, account)
        return state
    home = remembered_home(state)
    if home == state:
        home = fitting_folder("trellis-", SHARED_FOLDERS, account)
        (state / REMEMBERED).write_text(str(home))
    return home


def remembered_home(state: Path) -> Path:
    """The folder an earlier start settled on, `state` itself where it noted none or it is gone."""
    note = state / REMEMBERED
    noted = Path(note.read_text()) if note.exists() else state
    return noted if noted.is_dir() else state


def fitting_folder(prefix: str, parents: tuple[Path, ...], account: Account) -> Path:
    """A new folder, with a name nobody can guess, below the first parent that suits."""
    parent = next((parent for parent in parents if fits(parent / (prefix + "12345678"), account)), SHARED_FOLDERS[-1])
    home = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    let_through(home, account)
    return home


def fits(folder: Path, account: Account) -> bool:
    """Short enough for a socket, without a mark that needs quoting, and below folders open to the database's user."""
    text = str(folder)
    short = len(text.encode()) <= LONGEST_BYTES
    return short and not any(mark in text for mark in " ,'\"\\%") and account.reaches(folder.parent)


def let_through(folder: Path, account: Account) -> None:
    """Let the database's user pass through a folder of ours without seeing what else is in it."""
    folder.chmod(0o711 if account.identity else 0o700)
