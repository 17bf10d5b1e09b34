"""How old a person is on a day."""

import datetime

ADULT_YEARS = 18


def age_years(date_of_birth: datetime.date, on: datetime.date) -> int:
    """Full years. Who was born on 29 February has the birthday on 1 March in other years."""
    before_birthday = (on.month, on.day) < (date_of_birth.month, date_of_birth.day)
    return on.year - date_of_birth.year - before_birthday


def is_adult(date_of_birth: datetime.date, on: datetime.date) -> bool:
    return age_years(date_of_birth, on) >= ADULT_YEARS
