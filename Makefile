# Trellis: `make run` and `make test` are all a newcomer needs. `make help` lists the rest.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# Build tools at pinned versions, apart from those of other projects. Kept outside the tree: they outlive a clone.
TOOLS ?= $(HOME)/.cache/trellis-tools
CARGO_LEPTOS := 0.3.10
WASM_BINDGEN := 0.2.129
export TOOLS
export PATH := $(TOOLS)/bin:$(CURDIR)/end2end/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
export PUPPETEER_SKIP_DOWNLOAD := 1
# Colours would hide the counts that the last line adds up.
NEXTEST := $(shell command -v cargo-nextest 2>/dev/null)

help: ## This list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

run: site server ## Set up, build, load the demo where there is no data yet, serve http://127.0.0.1:3000
	@exec target/debug/trellis serve --demo $(ARGS)

dev: tools ## Rebuild and reload while you edit
	TRELLIS_DEMO=true cargo leptos watch --split

check: tools ## Formatting and lints of both targets (fast)
	@end2end/support/check.sh

test: tools ## Everything: formatting, lints, unit, property, database, server and browser tests
	@end2end/support/test.sh

bench: tools ## Release build, benchmarks beside their peers, Lighthouse
	@end2end/support/bench.sh

screenshots: site server ## Every page at three widths in both themes, into end2end/pictures
	@cd end2end && npx playwright test --config screenshots.config.ts

# --- what the targets above stand on -------------------------------------------------------------------------------

server:
	@cargo build --locked -p server --bin trellis

# cargo-leptos notices by itself what has changed; the front end's stamp spares even that where nothing has.
site: tools
	@end2end/support/site.sh

tools: $(TOOLS)/wasm-bindgen-$(WASM_BINDGEN) $(TOOLS)/cargo-leptos-$(CARGO_LEPTOS) end2end/node_modules/.stamp wasm-target

wasm-target:
	@rustup target list --installed 2>/dev/null | grep -q wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown

$(TOOLS)/wasm-bindgen-$(WASM_BINDGEN):
	cargo install --locked wasm-bindgen-cli --version $(WASM_BINDGEN) --root $(TOOLS)
	@touch $@

$(TOOLS)/cargo-leptos-$(CARGO_LEPTOS):
	cargo install --locked cargo-leptos --version $(CARGO_LEPTOS) --root $(TOOLS)
	@touch $@

end2end/node_modules/.stamp: end2end/package-lock.json
	cd end2end && npm ci --no-audit --no-fund
	@touch $@

clean: ## Remove what was built; data stays
	cargo clean

.PHONY: help run dev check test bench screenshots server site tools wasm-target clean
