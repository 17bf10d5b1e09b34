"""`python -m trd`."""

from __future__ import annotations

import sys

from trd.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
