"""Two hundred thousand pages sent to the form in every way there is: python -m bench.nightly.intake_fuzz [--count N] [--first SLICE] [--most-minutes N]."""

import sys

from bench.nightly.slices import Search

VISITS = 50  # a slice
PAGES = 80  # a visit, as in the test
TESTS = "tests/intake/fuzz"

SEARCH = Search(
    what="whatever is sent is answered in words, and nothing is lost",
    things="pages sent",
    whole=200_000,
    slice=VISITS * PAGES,
    most_minutes=180,
    # The first of all tries the door too, with every text there is.
    arguments=lambda number: [TESTS if number == 1 else f"{TESTS}/test_fuzz.py"],
    environment=lambda number: {"INTAKE_FUZZ_FIRST": str(1 + (number - 1) * VISITS), "INTAKE_FUZZ": str(VISITS)},
)

if __name__ == "__main__":
    sys.exit(SEARCH.main())
