#!/bin/sh
# Verifies a change of the specs: GERRIT_BRANCH is where it goes to, the working folder is the change.
# Exit code 0 is a vote of +1. The message for reviewers is written to review.txt.
set -eu

npx --yes bitesize@0.1.0 check
git fetch --quiet origin "$GERRIT_BRANCH"
npx --yes bitesize@0.1.0 diff --base FETCH_HEAD > review.txt
cat review.txt
npx --yes bitesize@0.1.0 compile --out out
