"""Database and broker: the ones that the environment names, else our own."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from config.stack import passing
from config.stack.account import Account, database_account
from config.stack.binaries import broker_program, postgres_programs
from config.stack.home import lasting_home, remembered_home
from config.stack.postgres import ADMIN, APP, OWNER, Cluster, socket_url
from config.stack.processes import Family
from config.stack.valkey import Valkey


class Services:
    """PostgreSQL and a Redis-protocol broker. Their addresses are known before they start.

    `given` is an environment: where it holds DATABASE_URL or REDIS_URL, that server is used and none is started.
    """

    def __init__(self, home: Path, family: Family, account: Account, given: Mapping[str, str], *, lasting: bool) -> None:
        self.home = home
        self.family = family
        self.account = account
        self.given = given
        self.lasting = lasting
        self.folder = home / "postgres"
        self.started = False

    def url(self, role: str, database: str = "trellis") -> str:
        """The address of a database for a role; on a server that was given, as the user of its own address."""
        if given := self.given.get("DATABASE_URL"):
            return urlsplit(given)._replace(path=f"/{database}").geturl()
        return socket_url(self.folder, role, database)

    @property
    def admin_url(self) -> str:
        """The address of someone who may create databases."""
        return self.given.get("DATABASE_URL") or socket_url(self.folder, ADMIN, "postgres")

    @property
    def redis_url(self) -> str:
        return self.given.get("REDIS_URL") or f"redis+socket://{self.home}/valkey/valkey.sock"

    def environment(self, database: str = "trellis") -> dict[str, str]:
        """What the application needs to reach a database and the broker."""
        found = {"DATABASE_URL": self.url(APP, database), "REDIS_URL": self.redis_url}
        if "DATABASE_URL" not in self.given:
            found["DATABASE_OWNER_URL"] = self.url(OWNER, database)
        return found

    def start(self) -> list[str]:
        """Start what is not given; return what is used, a line each. Starting twice does nothing."""
        if self.started:
            return []
        self.started = True
        return [self._start_database(), self._start_broker()]

    def _start_database(self) -> str:
        if "DATABASE_URL" in self.given:
            return "database: the one in DATABASE_URL"
        programs = postgres_programs(self.home, self.account)
        Cluster(self.folder, programs, self.account, lasting=self.lasting).start(self.family)
        return f"database: PostgreSQL {programs.major} from the {programs.origin}, as user {self.account.name}"

    def _start_broker(self) -> str:
        if "REDIS_URL" in self.given:
            return "broker: the one in REDIS_URL"
        broker = broker_program()
        Valkey(self.home / "valkey", broker).start(self.family)
        return f"broker: {broker.program.name} {broker.major} from the {broker.origin}"

    def stop(self) -> None:
        """Stop what was started; services that were not to last leave no folder."""
        self.family.stop_all()
        self.started = False
        if not self.lasting:
            passing.clear(self.home)


def lasting_services(state: Path, given: Mapping[str, str], family: Family) -> Services:
    """Services whose data outlives a restart, below the project's state folder."""
    account = database_account(remembered_home(state) / "postgres/data")
    return Services(lasting_home(state, account), family, account, given, lasting=True)


def passing_services(given: Mapping[str, str]) -> Services:
    """Services in a folder of their own that goes when they stop. Nothing starts until `start()`."""
    account = database_account()
    home = passing.passing_home(account)
    family = Family(home / passing.PROCESSES, home / "log")
    return Services(home, family, account, given, lasting=False)
