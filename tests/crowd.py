"""Many who begin from one starting shot, each with a database connection of their own that stays open between shots."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection


class Crowd:
    """`with Crowd(8) as crowd: crowd.at_once(jobs)`. A connection costs PostgreSQL a process: so many, not so many a shot."""

    def __init__(self, size: int) -> None:
        self.size, self._pool, self._shot = size, ThreadPoolExecutor(size), Barrier(size)

    def __enter__(self) -> "Crowd":
        return self

    def __exit__(self, *_: object) -> None:
        self.at_once([_hang_up] * self.size)
        self._pool.shutdown()

    def at_once(self, jobs: list[Callable[[], object]], *refusals: type[Exception]) -> list[object]:
        """What each job returned, or which of these refusals it met; anything else is raised. As many jobs as there are people."""
        assert len(jobs) == self.size
        return list(self._pool.map(lambda job: self._run(job, refusals), jobs))

    def _run(self, job: Callable[[], object], refusals: tuple[type[Exception], ...]) -> object:
        connection.ensure_connection()
        self._shot.wait(30)  # whoever waits here takes no second job
        try:
            return job()
        except refusals as refused:
            return refused


def _hang_up() -> None:
    connection.close()  # the one of the thread that runs this
