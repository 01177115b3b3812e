#!/bin/sh
# Verifies a change of the specs: GERRIT_BRANCH is where it goes to, the working folder is the change, RESULTS a folder
# outside of it. Exit code 0 is a vote of +1. The message for reviewers is written to review.txt in RESULTS.
# Keep this script where a change cannot replace it, such as on the machine that runs it.
set -eu

results=${RESULTS:?the folder for what it writes}
# Outside of the checkout: in it, a change could put a package or an .npmrc of its own in the way.
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
(cd "$tool" && npm install --global --prefix "$tool" --ignore-scripts --no-audit --no-fund bitesize@0.1.0)

mkdir -p "$results"
"$tool/bin/bitesize" check --no-cache
git fetch --quiet --no-recurse-submodules origin "$GERRIT_BRANCH"
"$tool/bin/bitesize" diff --base FETCH_HEAD > "$results/review.txt"
cat "$results/review.txt"
"$tool/bin/bitesize" compile --no-cache --out "$results/out"
