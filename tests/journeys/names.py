"""People of nobody else's journey: all journeys of a run share one database."""

import secrets


def surname() -> str:
    """In letters: figures could be mistaken for those a page must not show."""
    return "".join(secrets.choice("bcdfghjklmnpqrstvwz") + secrets.choice("aeiou") for _ in range(5)).title()


def address() -> str:
    return f"{secrets.token_hex(6)}@demo.example"
