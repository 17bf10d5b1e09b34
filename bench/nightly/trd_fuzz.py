"""A million documents for the criteria engine, a seed a slice: python -m bench.nightly.trd_fuzz [--count N] [--first SEED] [--most-minutes N]."""

import sys

from bench.nightly.slices import Search

SLICE = 50_000
TESTS = "tests/trd/test_properties.py"
ANY = f"{TESTS}::test_any_json_gives_a_report_or_a_refusal"
# The other properties draw whole histories and take longer: every fifth slice has them too.
ALL_EVERY = 5

SEARCH = Search(
    what="any JSON at all gives a report or a refusal",
    things="documents",
    whole=1_000_000,
    slice=SLICE,
    most_minutes=120,
    arguments=lambda seed: [TESTS if seed % ALL_EVERY == 0 else ANY, f"--hypothesis-seed={seed}"],
    environment=lambda seed: {"TRD_FUZZ": str(SLICE)},
)

if __name__ == "__main__":
    sys.exit(SEARCH.main())
