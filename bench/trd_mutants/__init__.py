"""Mutation testing of the engine: every small change of it must make a test fail. Run by hand: python -m bench.trd_mutants."""
