"""Reading the application in makes a million things and no rubbish: to look for some, again and again, was a fifth of every start."""

import gc

COLLECTS = gc.isenabled()  # a test run, for one, has reasons of its own
gc.disable()


def done() -> None:
    """Look for rubbish from here on, and only among what comes: what was read in stays, shared by processes that are forked."""
    gc.freeze()
    if COLLECTS:
        gc.enable()
