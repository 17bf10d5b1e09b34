"""Why a visit can't be booked, moved or marked, in words for the person at the desk."""

from django.utils.translation import gettext as _

from clinic.consultations.slots import Slot


class Refused(Exception):
    """The visit stays as it was. `str` is the sentence to show; `status` the answer's."""

    status = 409


class SlotTaken(Refused):
    """Somebody else has that time; `nearest` are the free ones closest to it."""

    def __init__(self, nearest: list[Slot]) -> None:
        super().__init__()
        self.nearest = nearest

    def __str__(self) -> str:
        return _("That time has just been taken. Choose another: the nearest free times are first.")


class OutsideHours(Refused):
    status = 422

    def __str__(self) -> str:
        return _("The clinician does not work then. Choose a time from the list.")


class TooLate(Refused):
    status = 422

    def __str__(self) -> str:
        return _("That time has passed. Choose a later one.")


class NotReady(Refused):
    def __str__(self) -> str:
        return _("This person cannot be booked now: the review must be signed with a plan to see them, and no safety event open.")


class AlreadyBooked(Refused):
    def __str__(self) -> str:
        return _("This person already has a visit. Move that one, or cancel it first.")


class NotBooked(Refused):
    def __str__(self) -> str:
        return _("This visit has been changed meanwhile. Look at it again.")


class Begun(Refused):
    """What took place, or was missed, is said so: moved away it would be forgotten."""

    def __str__(self) -> str:
        return _("This visit has begun. Say whether the person came; after that they can be booked again.")


class TooEarly(Refused):
    status = 422

    def __str__(self) -> str:
        return _("The visit has not begun yet. Mark it when it has.")
