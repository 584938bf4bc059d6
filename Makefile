# The habits of the project, one name each. CI (.ci/run) calls the same names. `make` lists them.

SWIFT ?= swift
# Where `make install` puts things; DESTDIR is for packagers.
PREFIX ?= /usr/local
DESTDIR ?=
# What `make test` passes on.
TEST_FLAGS ?= --quiet
# How long `make fuzz` stays with each format.
FUZZ_SECONDS ?= 60
# Where `make examples` puts the pictures.
GALLERY ?= Examples/gallery

GRAPH := graphs/isis-inspired-attacks.yaml
RELEASE := .build/release/throughline
DEBUG := .build/debug/throughline

.DEFAULT_GOAL := help
.PHONY: help setup setup-test run build release test check format lint imports references schema reports console \
  examples programs gallery coverage sanitize docs bench bench-catalogue bench-worlds bench-readers bench-layouts \
  fuzz fixtures interchange browser install clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what running needs (Graphviz), if it is missing
	@scripts/setup.sh run

setup-test:
	@scripts/setup.sh test

run: setup release ## build, then validate, trace, render and report the bundled graph
	@scripts/demonstrate.sh $(RELEASE) $(GRAPH) out

build: setup ## build everything, tests included, in debug
	$(SWIFT) build --build-tests

release:
	$(SWIFT) build -c release --product throughline

# Swift Testing runs the tests of one process in parallel by itself, and there is no XCTest in this package.
# Quiet leaves failures and the closing line; `make test TEST_FLAGS=` names every test.
test: setup-test build references schema reports console ## install what the tests need and run them all
	$(SWIFT) test --skip-build --disable-xctest $(TEST_FLAGS)

check: lint imports test ## lint, imports, build, test: what a change must pass

format: ## bring the Swift files into the project's format
	git ls-files -z '*.swift' | xargs -0 $(SWIFT) format --in-place --configuration .swift-format

lint: references ## complain about format, undocumented API, and reference keys
	git ls-files -z '*.swift' | xargs -0 $(SWIFT) format lint --strict --configuration .swift-format

imports: ## check the walls between the targets
	@scripts/test-check-imports.sh
	@scripts/check-imports.sh

references:
	@scripts/check-references.sh

schema: build
	@scripts/check-schema.py $(DEBUG) graphs/*.yaml

reports: build ## write reports in every format and read them with other programs
	@scripts/check-report.py $(DEBUG) graphs/*.yaml

console: build
	@scripts/check-console.py $(DEBUG) README.md docs/*.md

examples: programs gallery ## run the example programs and draw the gallery

programs: setup
	$(SWIFT) run --package-path Examples TraceAChain $(GRAPH) "Anwar al-Awlaki" "Syed Rizwan Farook"
	$(SWIFT) run --package-path Examples RankBrokers graphs/florentine-families.yaml > /dev/null

gallery: setup release
	@scripts/gallery.sh $(RELEASE) $(GALLERY)

coverage: setup-test ## measure line coverage of the libraries; fails under 90 %
	@scripts/coverage.sh

sanitize: setup-test ## run the tests under the thread and the address sanitizer (half an hour)
	@scripts/sanitize.sh $(SANITIZE)

docs: ## build the documentation of the libraries into out/docs
	@scripts/docs.sh out/docs

bench: setup ## hold the graph algorithms against other libraries; BENCH_FLAGS=--quick for two minutes
	@Benchmarks/run.py $(BENCH_FLAGS)

bench-catalogue: setup ## the newer catalogue of algorithms alone
	@Benchmarks/run.py --family catalogue $(BENCH_FLAGS)

bench-worlds: setup ## time reasoning over the worlds of the evidence
	@$(SWIFT) run -c release --package-path Benchmarks --quiet Worlds $(GRAPH)

bench-readers: setup ## time the readers of files against those of other libraries
	@Benchmarks/readers.py $(BENCH_FLAGS)

bench-layouts: setup release ## hold drawing against Graphviz's own programs
	@Benchmarks/layouts.py $(BENCH_FLAGS)

fuzz: setup ## feed each reader with changed files for a minute (FUZZ_SECONDS)
	@scripts/fuzz.sh $(FUZZ_SECONDS) $(FUZZ_FORMATS)

fixtures: ## make the fixtures that other programs write
	@scripts/make-fixtures.py

interchange: build ## write files in every format and open them with the programs they are for
	@scripts/check-interchange.sh $(DEBUG)

browser: build ## open the interactive pages in Chromium and use them: pointer, keyboard, print, phone
	@scripts/check-browser.sh $(DEBUG)

install: release ## install the command, its completions and its manual page under PREFIX
	@scripts/install.sh $(RELEASE) "$(DESTDIR)$(PREFIX)"

clean: ## remove what was built
	rm -rf .build Examples/.build Benchmarks/.build out
