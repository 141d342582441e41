# Sathana. `make` alone lists the commands; each sets up what it needs and no more.

SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
# Written by scripts/setup; the second holds everything that the first holds.
TO_RUN := .venv/.ready-to-run
TO_WORK := .venv/.ready-to-work
SET_UP_FROM := pyproject.toml scripts/setup .python-version
PURE := calendars documents facts law logic pictures places population status text vocabulary

# What uses a database is tested on PostgreSQL too; what asks it nothing, or is about the
# embedded one, was tested already.
ON_BOTH := $(addprefix tests/,accounts audit casework databases files matrix protection registry web_work) \
  $(addsuffix .py,$(addprefix tests/publishing/test_,directory languages recordings reviews rule_change stories))
ONCE := accounts/test_passkey $(patsubst tests/%.py,%,$(wildcard tests/casework/test_*browser.py)) casework/test_states files/test_clean files/test_hostile files/test_store \
  databases/test_onebox databases/test_power_cut protection/test_crypto protection/test_init \
  protection/test_recovery registry/test_decide registry/test_matching \
  registry/test_round_trip registry/test_scoping web_work/test_browser

.PHONY: help setup run test check campaign bench bench-web bench-site bench-openfisca format lock browser postgres clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-16s%s\n", $$1, $$2}' Makefile

setup: $(TO_WORK) ## Set up everything; afterwards .venv/bin/sathana is the command

$(TO_RUN): requirements.lock $(SET_UP_FROM)
	@scripts/setup run

$(TO_WORK): requirements-dev.lock requirements.lock $(SET_UP_FROM)
	@scripts/setup work

run: $(TO_RUN) ## Serve the site with a fictional village on 127.0.0.1:8000
	@exec $(BIN)/sathana demo start

test: $(TO_WORK) browser postgres ## Run all tests on all cores, in the browser and on both databases too
	@$(BIN)/pytest -n auto --dist loadfile
	@scripts/with-postgres --app --if-there \
	  $(BIN)/pytest -n auto --dist loadfile $(wildcard $(ON_BOTH)) $(ONCE:%=--ignore=tests/%.py)

browser:
	@scripts/browser

postgres:
	@scripts/with-postgres --see-to-it

check: $(TO_WORK) ## Format, lint, types, import contracts, docstrings, law data
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/interrogate --quiet $(PURE:%=src/sathana/%)
	$(BIN)/sathana law check
	$(BIN)/sathana law compile --check
	$(BIN)/sathana glossary --check

format: $(TO_WORK) ## Put the code into its form
	@$(BIN)/ruff check --fix --exit-zero --quiet .
	@$(BIN)/ruff format .
	@$(BIN)/ruff check .

campaign: $(TO_WORK) ## The long runs: many more random families and broken files
	@SATHANA_CAMPAIGN=1 $(BIN)/pytest -n auto -m "campaign or generative"

bench: $(TO_RUN) ## Time three families of ten, and the law over a whole people
	@$(BIN)/sathana bench assess
	@$(BIN)/sathana bench population

bench-web: $(TO_RUN) ## Time pages of work with 100,000 stored people, on both databases (an hour)
	@$(BIN)/sathana bench web
	@scripts/with-postgres --app --durable $(BIN)/sathana bench web

bench-site: $(TO_RUN) ## Time the public pages, the search and the lessons
	@$(BIN)/sathana bench site

bench-openfisca: $(TO_RUN) ## Compare with OpenFisca-Core, in an environment of its own
	@benchmarks/openfisca/run

lock: $(TO_RUN) ## Choose new versions of what we depend on (week-old ones)
	@scripts/lock --upgrade

clean: ## Throw away what make and the tools made here
	@rm -rf .boot .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache \
	  .ruff_cache dist
