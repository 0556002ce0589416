#!/usr/bin/env bash
# Builds script, wasm, styles and pictures into target/site, with the list of their hashed names beside them.
# Usage: site.sh [--release]
set -euo pipefail
cd "$(dirname "$0")/../.."
stamp=target/site/.stamp
newest() { find app frontend style Cargo.toml Cargo.lock .cargo -type f -not -path '*/tests/*' -newer "$stamp" -print -quit; }
if [ "$(cat "$stamp" 2>/dev/null)" = "built ${1:-}" ] && [ -z "$(newest)" ]; then exit 0; fi
# What is edited while this builds is newer than what it builds.
began=$(mktemp); trap 'rm -f "$began"' EXIT
profile=debug precompress=()
if [ "${1:-}" = --release ]; then profile=release precompress=(-P); fi
cargo leptos build --frontend-only --split "$@" ${precompress[@]+"${precompress[@]}"}
cp "target/$profile/hash.txt" target/site/hash.txt
for file in target/site/*.svg; do brotli -f -k -q 9 "$file" 2>/dev/null || true; done
echo "built ${1:-}" >"$stamp"
touch -r "$began" "$stamp"
