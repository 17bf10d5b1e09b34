"""The commands behind the Makefile: `python -m config.stack NAME`."""

import signal
import sys
from collections.abc import Callable

from config.stack.app import PROJECT
from config.stack.bench import bench
from config.stack.check import check
from config.stack.console import Trouble, complain, in_words
from config.stack.container import healthz, make_secrets, static
from config.stack.environment import ensure_environment
from config.stack.run import run
from config.stack.suite import test

COMMANDS: dict[str, Callable[[list[str]], None]] = {
    "environment": lambda _: ensure_environment(PROJECT),
    "run": lambda _: run(),
    "test": test,
    "check": lambda _: check(),
    "bench": lambda _: bench(),
    "static": lambda _: static(),
    "secrets": lambda _: make_secrets(),
    "healthz": lambda _: healthz(),
}


def main(arguments: list[str]) -> int:
    """Run one command; whatever goes wrong that a person can mend is one line."""
    # A polite kill ends a command as Ctrl-C does, with its services stopped.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        COMMANDS[arguments[0]](arguments[1:])
    except Trouble as trouble:
        complain(trouble)
    except OSError as error:
        complain(in_words(error))
    except KeyboardInterrupt:
        complain(Trouble("stopped."))
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
