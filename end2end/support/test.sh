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
stage "engine, native and wasm" end2end/support/engine.sh
stage "style sheet" end2end/node_modules/.bin/lightningcss --bundle --minify --targets 'chrome 123' style/main.css -o /dev/null
stage "types of the browser tests" bash -c 'cd end2end && npx tsc'
stage "lints, native" cargo clippy --locked --workspace --exclude frontend --all-targets -- -D warnings
stage "lints, wasm" cargo clippy --locked -p frontend --target wasm32-unknown-unknown --target-dir target/front --profile wasm-dev -- -D warnings

sum() { # word: adds up every "N word" in what is read
  awk -v word="$1" '{ for (at = 2; at <= NF; at++) if (substr($at, 1, length(word)) == word) total += $(at - 1) } END { print total + 0 }'
}
all=(--locked --workspace --exclude frontend)
run=(cargo test "${all[@]}") service=(cargo test --locked -p service) summary='^test result:'
if command -v cargo-nextest >/dev/null; then
  run=(cargo nextest run --status-level fail "${all[@]}") summary='Summary \['
  # Chosen by a filter and not by -p, which would build the crates again with fewer features.
  service=("${run[@]}" -E 'package(service)')
fi
rust() { # command …: runs tests and adds up what their summaries say
  "$@" 2>&1 | tee "$log"
  local code=${PIPESTATUS[0]} said bad
  said=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep "$summary")
  bad=$(($(sum failed <<<"$said") + $(sum timed <<<"$said")))
  if [ "$code" -eq 77 ]; then echo "PostgreSQL is not installed here: not run on it"; return; fi
  if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  passed=$((passed + $(sum passed <<<"$said"))) failed=$((failed + bad))
}

echo "== unit, property, database and server tests"
rust "${run[@]}" --no-fail-fast
echo "== the services again, on PostgreSQL"
rust end2end/support/postgres.sh "${service[@]}" --no-fail-fast

echo "== browser tests"
# The server's tests have built the binary already; this only makes sure of it.
cargo build "${all[@]}" --tests --bins || failed=$((failed + 1))
(cd end2end && npx playwright test) 2>&1 | tee "$log"
code=${PIPESTATUS[0]}
ok=$(count passed); bad=$(count failed); lost=$(count 'did not run'); skipped=$(count skipped)
if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
passed=$((passed + ok)) failed=$((failed + bad + lost + skipped))

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
