"""Two hundred guesses at once get no more tries than two hundred one after another, whatever happens to the broker."""

import redis
from django.test import Client

from audit.models import Entry
from tests.clinic.access.test_limits import WRONG
from tests.clinic.access.test_sign_in import give
from tests.crowd import Crowd


def guess() -> int:
    return give(Client(REMOTE_ADDR="198.51.100.66"), "nobody@staff.test", WRONG).status_code


def tried() -> int:
    return Entry.objects.filter(action="staff.refused").count()


def test_of_two_hundred_at_once_five_are_tried(own_database, static_files) -> None:
    with Crowd(20) as crowd:
        answers = [answer for _ in range(10) for answer in crowd.at_once([guess] * 20)]
    assert (set(answers), tried()) == ({422}, 5)
    redis.Redis.from_url(own_database.redis_url.replace("redis+socket", "unix")).flushall()
    guess()
    assert tried() == 5
