#!/usr/bin/env bash
# Builds the engine's twins: the same problems and questions as a native program and, beside it, as wasm in target/engine.
# Usage: engine.sh [--release], for the native one; the wasm is optimised as it is in a release either way.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --locked -p matching --example twins "$@"
cargo build --locked -p matching --example twins --target wasm32-unknown-unknown --target-dir target/front --profile wasm-release
wasm=target/front/wasm32-unknown-unknown/wasm-release/examples/twins.wasm
if [ target/engine/twins.js -nt "$wasm" ]; then exit 0; fi
wasm-bindgen --target web --no-typescript --out-dir target/engine "$wasm"
