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
sum() { # word: adds up every "N word" in what is read
  awk -v word="$1" '{ for (at = 2; at <= NF; at++) if (substr($at, 1, length(word)) == word) total += $(at - 1) } END { print total + 0 }'
}
if command -v cargo-nextest >/dev/null; then
  cargo nextest run --locked --workspace --exclude frontend --no-fail-fast --status-level fail 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  summary=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep 'Summary \[' | tail -1)
  bad=$(($(sum failed <<<"$summary") + $(sum timed <<<"$summary")))
else
  cargo test --locked --workspace --exclude frontend --no-fail-fast 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  summary=$(grep '^test result:' "$log")
  bad=$(sum failed <<<"$summary")
fi
ok=$(sum passed <<<"$summary")
if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
passed=$((passed + ok)) failed=$((failed + bad))

echo "== browser tests"
# The server's tests have built the binary already; this only makes sure of it.
cargo build --locked --workspace --exclude frontend --tests --bins || failed=$((failed + 1))
(cd end2end && npx playwright test) 2>&1 | tee "$log"
code=${PIPESTATUS[0]}
ok=$(count passed); bad=$(count failed); lost=$(count 'did not run'); skipped=$(count skipped)
if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
passed=$((passed + ok)) failed=$((failed + bad + lost + skipped))

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
