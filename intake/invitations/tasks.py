"""What staff must do about a link: a person can't get in."""

from desk import work
from intake.models import Invitation

FROZEN = "link_frozen"
RELEASE = "release_device"


def frozen_key(invitation: Invitation) -> str:
    return f"{FROZEN}:{invitation.pk}"


def release_key(invitation: Invitation) -> str:
    """One task until staff answer it; a later wish is a new one."""
    before = invitation.release_until
    return f"{RELEASE}:{invitation.pk}:{int(before.timestamp()) if before else 0}"


def link_frozen(invitation: Invitation) -> None:
    """Five wrong dates of birth: somebody calls, and sends a new link if it was the right person."""
    work.open_task(key=frozen_key(invitation), kind=FROZEN, case=invitation.case.public_id)


def release_wanted(invitation: Invitation) -> None:
    work.open_task(key=release_key(invitation), kind=RELEASE, case=invitation.case.public_id)
