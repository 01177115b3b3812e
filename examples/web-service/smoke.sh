#!/bin/sh
# Whether the service answers: smoke.sh URL
set -eu
curl --fail --silent --show-error --retry 5 --retry-all-errors "$1/health"
