"""`python -m trd`."""

from __future__ import annotations

import sys

from trd.cli import command

if __name__ == "__main__":
    sys.exit(command())
