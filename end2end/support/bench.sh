#!/usr/bin/env bash
# Release build, then every benchmark, side by side with its peers in one run.
set -euo pipefail
cd "$(dirname "$0")/../.."
echo "== machine: $(uname -sm), $(getconf _NPROCESSORS_ONLN) cores, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
end2end/support/site.sh --release
cargo build --locked --release -p server --bin trellis

echo "== first visit (bytes on the wire, brotli)"
for file in target/site/pkg/*.wasm target/site/pkg/*.js target/site/pkg/*.css; do
  case "$file" in *.d.ts) continue ;; esac
  printf '%-60s %8d raw %8d brotli\n' "${file#target/site/pkg/}" "$(wc -c <"$file")" "$(wc -c <"$file.br")"
done

echo "== pages beside bare routes"
cargo bench --locked -q -p server --bench pages

echo "== scoring of all pairs by the criteria"
cargo bench --locked -q -p domain --bench criteria

echo "== the solver on problems of several shapes (milliseconds)"
cargo bench --locked -q -p matching --bench matching

echo "== the solver's memory, over eight bytes a score"
cargo bench --locked -q -p matching --bench memory

echo "== the solver in Chromium beside native (milliseconds)"
end2end/support/engine.sh --release
node end2end/support/bench-engine.mjs

echo "== the solver beside its peers (milliseconds)"
peers=${TOOLS:-$HOME/.cache/trellis-tools}/peers
if ! cmp -s end2end/support/peers.txt "$peers/peers.txt"; then
  python3 -m venv "$peers"
  "$peers/bin/pip" install -q --disable-pip-version-check -r end2end/support/peers.txt
  cp end2end/support/peers.txt "$peers/"
fi
"$peers/bin/python" end2end/support/peers.py target/release/trellis

echo "== import of 10,000 people"
node end2end/support/bench-import.mjs

echo "== Lighthouse"
node end2end/support/lighthouse.mjs

echo "== the board of 500 mentors and 1,500 mentees in Chromium"
node end2end/support/bench-board.mjs
