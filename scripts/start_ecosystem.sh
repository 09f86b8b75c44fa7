#!/usr/bin/env bash
# Starts, stops and watches all services. The work is done in scripts/ecosystem/, in plain Node with no dependency,
# so that it runs on a machine where nothing has been installed yet.
set -euo pipefail

here="$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)"

if ! command -v node >/dev/null 2>&1; then
  echo "Node.js is not on the PATH. Install Node 20.19 or newer (https://nodejs.org) and run this again." >&2
  exit 1
fi

exec node "$here/ecosystem/main.mjs" "$@"
