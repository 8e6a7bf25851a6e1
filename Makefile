# Every command sets up .venv by itself, once. The README has each one for machines without make.
PYTHON ?= python3
RUN := .venv/bin/python

# The end of the theme's life is known (README); its banner would hide the messages that matter.
export NO_MKDOCS_2_WARNING := 1

# The name under which the site offers the whole article; where none was printed, it offers none.
PDF := l1-and-l2-loss.pdf

.PHONY: help serve test build zensical pdf offline accept mutants matrix bench lighthouse links lint new-snippet shots lock clean set-up

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile

serve: set-up ## build the site and serve it, with live reload
	$(RUN) -m mkdocs serve

test: lint ## run every test, the browser's among them
	$(RUN) chromium.py
	$(RUN) -m pytest -n 2

lint: set-up ## look for faults in code, spelling and Markdown, without running anything
	$(RUN) tests/npm.py
	$(RUN) lint.py

build: set-up ## build the site, check it, and move it to site/ when all holds
	$(RUN) -m mkdocs build --strict --site-dir .build/site
	$(RUN) -m drift check .build/site --move-to site

zensical: set-up ## build the site with the successor of MkDocs, and check it in the same way
	$(RUN) -m drift.generators.zensical .build/zensical
	$(RUN) -m drift check .build/zensical --generator zensical

pdf: set-up ## build the site, and add the whole article as a PDF, printed from it
	$(RUN) chromium.py
	$(RUN) -m mkdocs build --strict --site-dir .build/site
	$(RUN) -m drift check .build/site
	$(RUN) -m press .build/site article/ .build/$(PDF)
	ARTICLE_PDF=$(PDF) $(RUN) -m mkdocs build --strict --site-dir .build/site
	cp .build/$(PDF) .build/site/
	$(RUN) -m drift check .build/site --move-to site

offline: set-up ## write the site into a zip that works when opened as files
	$(RUN) offline.py

accept: set-up ## show what every snippet gives now, and approve it
	$(RUN) -m drift accept

new-snippet: set-up ## write a program to begin with, for a page: NAME=article/l1/total_error
	@$(RUN) -m drift new "$$NAME" # from the environment: the shell runs nothing of it

mutants: set-up ## plant faults in a copy, and expect each to be caught
	$(RUN) -m tools.mutants

matrix: set-up ## run the snippets with the oldest, newest and coming versions of NumPy
	$(RUN) -m drift.matrix

bench: set-up ## measure builds and reloads, and record it (fewer: OPTIONS="--pages 10 --runs 2")
	$(RUN) -m bench $(OPTIONS)

lighthouse: set-up ## measure the pages on a phone; fails below a limit (fewer: OPTIONS="--pages home")
	$(RUN) tests/npm.py
	$(RUN) -m lighthouse $(OPTIONS)

links: build ## ask every address outside of the site that pages link to
	$(RUN) tests/npm.py
	$(RUN) -m tests.external_links site

shots: build ## take pictures of every page, to look at
	$(RUN) -m tests.browser.shots

lock: set-up ## resolve requirements.txt and package-lock.json again
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(RUN) -m uv pip compile pyproject.toml --quiet \
		--output-file requirements.txt --upgrade --universal --fork-strategy fewest \
		--python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
		--no-emit-find-links
	$(RUN) tests/npm.py --lock

clean: ## remove all that was made
	rm -rf .venv .build .cache .pytest_cache .ruff_cache site l1-and-l2-loss.zip

set-up:
	@$(PYTHON) set_up.py
