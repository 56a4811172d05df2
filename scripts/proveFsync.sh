#!/bin/sh
# Proves with strace that no order is answered before its turn is synced to the disk (rules J3, J4): counts
# fsync and fdatasync of the journal per committed turn of a real hall. For developers; needs strace (Linux).
set -eu
cd "$(dirname "$0")/.."
command -v strace >/dev/null || { echo 'strace is not installed (apt-get install strace)' >&2; exit 2; }
exec node_modules/.bin/node server/src/testing/proveFsync.ts
