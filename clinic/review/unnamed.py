"""Medicines in a history that nobody can name: what to call them on the page."""

from django.utils.translation import gettext as _

from clinic.wording import Words

FORGOTTEN, BESIDE, NOT_NAMED = "forgotten-", "beside-", "not named "  # as intake.history makes them


def spoken_name(trial: str, name: str) -> Words:
    """The trial's name, or what stands for it; `trial` is its id in the history."""
    if trial.startswith(FORGOTTEN):
        return _("another medicine, name forgotten (%(number)s)") % {"number": trial.removeprefix(FORGOTTEN)}
    if trial.startswith(BESIDE):
        return _("the medicine that another was added to, not listed")
    return _("a medicine without a name") if name.startswith(NOT_NAMED) else name


def nobody_knows(trial: str, name: str) -> bool:
    return trial.startswith((FORGOTTEN, BESIDE)) or name.startswith(NOT_NAMED)
