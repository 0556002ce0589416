#!/usr/bin/env bash
# Everything, in one development-profile build. Every stage runs even where an earlier one failed, so that one run says
# all that is wrong; the last line counts: "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/../.."
passed=0 failed=0
log=$(mktemp); trap 'rm -f "$log"' EXIT

stage() { # name, command …: one test that passes or fails as a whole
  echo "== $1"; shift
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}
count() { # pattern: the number before the word in the log's last summary
  grep -oE "[0-9]+ $1" "$log" | tail -1 | grep -oE '[0-9]+' || echo 0
}

lockfiles_name_no_host() { ! grep -nE '"resolved":' end2end/package-lock.json; }

stage "formatting" cargo fmt --all --check
stage "lock files" lockfiles_name_no_host
stage "front end" end2end/support/site.sh
stage "style sheet" end2end/node_modules/.bin/lightningcss --bundle --minify --targets 'chrome 123' style/main.css -o /dev/null
stage "types of the browser tests" bash -c 'cd end2end && npx tsc'
stage "lints, native" cargo clippy --locked --workspace --exclude frontend --all-targets -- -D warnings
stage "lints, wasm" cargo clippy --locked -p frontend --target wasm32-unknown-unknown --target-dir target/front --profile wasm-dev -- -D warnings

echo "== unit, property, database and server tests"
if command -v cargo-nextest >/dev/null; then
  cargo nextest run --locked --workspace --exclude frontend --no-fail-fast --status-level fail 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  plain=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -E 'Summary \[' | tail -1)
  ok=$(grep -oE '[0-9]+ passed' <<<"$plain" | grep -oE '[0-9]+' || echo 0)
  bad=$(grep -oE '[0-9]+ (failed|timed out)' <<<"$plain" | grep -oE '[0-9]+' | paste -sd+ | bc 2>/dev/null || echo 0)
else
  cargo test --locked --workspace --exclude frontend --no-fail-fast 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  ok=$(grep -oE '[0-9]+ passed;' "$log" | grep -oE '[0-9]+' | paste -sd+ | bc)
  bad=$(grep -oE '[0-9]+ failed;' "$log" | grep -oE '[0-9]+' | paste -sd+ | bc)
fi
bad=${bad:-0}; [ "$code" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
passed=$((passed + ${ok:-0})) failed=$((failed + bad))

echo "== browser tests"
cargo build --locked -p server --bin trellis || failed=$((failed + 1))
(cd end2end && npx playwright test) 2>&1 | tee "$log"
code=${PIPESTATUS[0]}
ok=$(count passed); bad=$(count failed); lost=$(count 'did not run'); skipped=$(count skipped)
[ "$code" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
passed=$((passed + ok)) failed=$((failed + bad + lost + skipped))

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
