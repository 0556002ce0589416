#!/usr/bin/env bash
# Runs a command beside a throw-away PostgreSQL on loopback, whose address it finds in TRELLIS_TEST_POSTGRES; one that is
# set already is used as it is. Ends with status 77 where PostgreSQL is not installed.
set -euo pipefail
if [ -n "${TRELLIS_TEST_POSTGRES:-}" ]; then exec "$@"; fi
programs=
for place in "$(dirname "$(command -v initdb || echo /nowhere/initdb)")" /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin; do
  if [ -x "$place/initdb" ]; then programs=$place; break; fi
done
if [ -z "$programs" ]; then exit 77; fi
# PostgreSQL does not run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  if ! id postgres >/dev/null 2>&1; then exit 77; fi
  as=(runuser -u postgres --)
fi
do_as() { ${as[@]+"${as[@]}"} "$@"; }
folder=$(mktemp -d)
if [ ${#as[@]} -gt 0 ]; then chown postgres "$folder"; fi
stop() { # the command's own status is the answer, unless the server outlives it
  local status=$?
  if [ -e "$folder/data/postmaster.pid" ] && ! do_as "$programs/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null; then
    echo "PostgreSQL in $folder could not be stopped" >&2
    exit 1
  fi
  rm -rf "$folder"
  exit "$status"
}
trap stop EXIT
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });')
cd "$folder"
do_as "$programs/initdb" -D "$folder/data" -A trust -U trellis -N >/dev/null
do_as "$programs/pg_ctl" -D "$folder/data" -l "$folder/log" -w start >/dev/null \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=off -c max_connections=300" ||
  { cat "$folder/log" >&2; exit 1; }
cd - >/dev/null
TRELLIS_TEST_POSTGRES="postgres://trellis@127.0.0.1:$port" "$@"
