"""Two hundred guesses at once get no more tries than two hundred one after another, whatever happens to the broker."""

from concurrent.futures import ThreadPoolExecutor

import redis
from django.db import connection
from django.test import Client

from audit.models import Entry
from tests.clinic.access.test_limits import WRONG
from tests.clinic.access.test_sign_in import give


def guess(number: int) -> int:
    try:
        return give(Client(REMOTE_ADDR="198.51.100.66"), "nobody@staff.test", WRONG).status_code
    finally:
        connection.close()


def tried() -> int:
    return Entry.objects.filter(action="staff.refused").count()


def test_of_two_hundred_at_once_five_are_tried(own_database) -> None:
    with ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(guess, range(200)))
    assert (set(answers), tried()) == ({422}, 5)
    redis.Redis.from_url(own_database.redis_url.replace("redis+socket", "unix")).flushall()
    guess(201)
    assert tried() == 5
