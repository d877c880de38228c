# Two commands do everything on a fresh machine: `make serve` and `make test`. The rest are parts of them, or make more of them.
SHELL := /bin/bash
export DVK_CACHE ?= $(HOME)/.cache/dvk
STAGE := scripts/stage.sh

.PHONY: serve test soak build paper size bench fmt lint bless package setup native browser portals samples clean

serve: setup build
	node tests/browser/server.mjs

test: setup
	@rm -f $(DVK_CACHE)/stages
	@$(STAGE) "format and lints" $(MAKE) --no-print-directory lint
	@$(STAGE) "native tests" $(MAKE) --no-print-directory native
	@$(STAGE) "build of pkg/" $(MAKE) --no-print-directory build
	@$(STAGE) "size" $(MAKE) --no-print-directory size
	@$(STAGE) "API in Node" node --test tests/node/
	@$(STAGE) "oracle" node --test tests/oracle/
	@$(STAGE) "PDF on paper" $(MAKE) --no-print-directory paper
	@$(STAGE) "sample apps" $(MAKE) --no-print-directory samples
	@$(STAGE) "browsers" $(MAKE) --no-print-directory browser
	@$(STAGE) "real portals" $(MAKE) --no-print-directory portals
	@cat $(DVK_CACHE)/stages

# The same tests with larger numbers; figures go to tests/SOAK.md by hand, with date and seed.
soak: export DVK_SOAK := 1
soak: test

setup:
	@scripts/setup.sh

build:
	node scripts/build.mjs
	node scripts/docs.mjs

native:
	cargo test --locked --features schema,pdf,docx

browser:
	node --test --test-concurrency=2 tests/browser/

# WordPress, DokuWiki and MediaWiki of Debian, set up by the words of README.vi.md; needs a built pkg/.
portals:
	@scripts/setup.sh portals
	node --test --test-concurrency=2 tests/portals/

# Applications of React, Vue, Svelte and Angular with the packed npm package.
samples:
	node --test --test-concurrency=1 tests/samples/

paper:
	$(DVK_CACHE)/venv/bin/python -B tests/pdf/run.py

size:
	node scripts/size.mjs

bench:
	cargo run --locked --release --example units
	node benches/check.mjs
	node benches/bench.mjs $(RIVALS)
	node benches/pdf.mjs $(RIVALS)

fmt:
	cargo fmt

lint:
	cargo fmt --check
	cargo clippy --locked --all-targets --features schema,pdf,docx -- -D warnings
	cargo clippy --locked --target wasm32-unknown-unknown --features form,api -- -D warnings

# Writes what is generated and committed: types, schemas, golden files. Read the diff before committing.
bless:
	cargo run --locked --features schema --example bless
	node scripts/manual.mjs
	DVK_BLESS=1 cargo test --locked --features schema,pdf --test golden --test pdf --test lint
	DVK_BLESS=1 $(DVK_CACHE)/venv/bin/python -B tests/pdf/run.py geometry pictures

# dist/dan-van-kheo-*.tgz for npm, dist/dan-van-kheo-*-portal.zip for the staff of a portal, SHA384SUMS of both.
package: build
	node scripts/package.mjs

clean:
	rm -rf target dist node_modules
