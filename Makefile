# The only entry point. Needs Python 3.11 or newer and make; everything else is made on the way.

# The system's Python first, where it can make an environment: it is built with profile-guided optimisation, one that was compiled
# by hand seldom is, and then takes a third longer for everything.
SYSTEM_PYTHON = /usr/bin/python3
PYTHON ?= $(firstword \
	$(shell $(SYSTEM_PYTHON) -c 'import ensurepip, sys, venv; sys.version_info >= (3, 11) and print("$(SYSTEM_PYTHON)")' 2>/dev/null) \
	$(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
ARGS ?=

.PHONY: help run test check bench fuzz fuzz-intake mutants pictures secrets environment

help:
	@echo "make run      the whole of Trellis with a demo clinic; PORT=8001 moves it; Ctrl-C stops it"
	@echo "make test     the whole suite; ARGS=\"tests/trd -q\" narrows it"
	@echo "make check    format, lint, types, import contracts, migrations, deployment"
	@echo "make bench    the measurements in bench/"
	@echo "make fuzz     a million documents for the criteria engine (nightly)"
	@echo "make fuzz-intake  200,000 pages sent to the form in every way there is (nightly)"
	@echo "make mutants  does the engine's suite notice a changed engine (nightly, an hour)"
	@echo "make pictures every page a patient can meet, into docs/pictures/pages"
	@echo "make secrets  the secrets that docker-compose.yml names"

environment:
	@$(if $(PYTHON),$(PYTHON) -m config.stack environment,echo "Trellis: no Python 3.11 or newer on the PATH: install one, or name it: make run PYTHON=/path/to/python3.12" >&2; exit 1)

run: environment
	@.venv/bin/python -m config.stack run

test: environment
	@.venv/bin/python -m config.stack test $(ARGS)

check: environment
	@.venv/bin/python -m config.stack check

bench: environment
	@.venv/bin/python -m config.stack bench

fuzz: environment
	@.venv/bin/python -m bench.nightly.trd_fuzz $(ARGS)

fuzz-intake: environment
	@.venv/bin/python -m bench.nightly.intake_fuzz $(ARGS)

mutants: environment
	@.venv/bin/python -m bench.trd_mutants --workers 2 $(ARGS)

pictures: environment
	@.venv/bin/python -m tests.looks.pictures

secrets: environment
	@.venv/bin/python -m config.stack secrets
