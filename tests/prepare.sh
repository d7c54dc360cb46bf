#!/bin/sh
# Before the tests: a Chromium for the journeys. Quiet where there is one.
set -eu

command -v chromium >/dev/null 2>&1 && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends chromium
    exit 0
fi

echo "The tests need Chromium: install Debian's package \`chromium\` (apt-get install chromium)." >&2
exit 1
