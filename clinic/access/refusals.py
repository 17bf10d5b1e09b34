"""Who was refused where, in the audit: once a minute for each person and page, so that nobody can drown the record."""

from django.core.cache import cache
from django.http import HttpRequest

from audit.actor import Actor
from audit.door import record

SECONDS = 60


def note(request: HttpRequest, actor: Actor) -> None:
    """Write down the page's name, never its address: an address may hold anything that was typed."""
    page = request.resolver_match.view_name if request.resolver_match else ""
    if cache.add(f"refused-{actor.id}-{page}", True, SECONDS):
        record(actor, "access.refused", page=page, method=request.method)
