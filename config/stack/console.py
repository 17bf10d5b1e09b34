"""What the supervisor says to a person: lines of progress, or one line of trouble."""

import sys


class Trouble(Exception):
    """Something a person has to mend. Its text is one line that says what to do."""


def say(text: str) -> None:
    """Print a line at once, also when the output is a file or a pipe."""
    print(text, flush=True)


def complain(trouble: Trouble) -> None:
    """Print the one line of trouble where errors go."""
    print(f"Trellis: {trouble}", file=sys.stderr, flush=True)


def in_words(error: OSError) -> Trouble:
    """Turn a refusal of the file system into a line that names the place and the way out."""
    place = error.filename or "a file"
    reason = error.strerror or str(error)
    return Trouble(f"{place}: {reason}. Give your user the right to write there, or clone into a folder of your own.")
