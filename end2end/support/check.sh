#!/usr/bin/env bash
# Formatting and lints of both targets.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo fmt --all --check
cargo clippy --locked --workspace --exclude frontend --all-targets -- -D warnings
cargo clippy --locked -p frontend --target wasm32-unknown-unknown --target-dir target/front --profile wasm-dev -- -D warnings
npx --prefix end2end lightningcss --bundle --minify --targets 'chrome 123' style/main.css -o /dev/null
(cd end2end && npx tsc)
